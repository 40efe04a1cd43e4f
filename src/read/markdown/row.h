/* One line of a table (GFM 4.10): its columns, its dashes. Pure functions of a slice: the line
 * without its line end, which may begin with quote markers. Only read/markdown/ includes it. */
#ifndef READ_MARKDOWN_ROW_H
#define READ_MARKDOWN_ROW_H

#include "read/markdown/scan.h"

/* Columns of a line by its bars; 0: it has none. */
uint32_t md_row_columns(struct slice line);
/* True if the line is `|:-:|-|`; *narrow: a cell has fewer than three characters. */
bool md_row_is_dashes(struct slice line, bool *narrow);
/* Columns of a line that has only the characters of a line of dashes; 0: it has others. */
uint32_t md_row_dash_columns(struct slice line);
/* The end of the cell at `at`: its bar (not an escaped one), or the end of the line. */
uint32_t md_row_cell_end(struct slice line, uint32_t at);

#endif
