/* Tables of HTML, once all of their cells are read. */
#pragma once

#include "read/markdown/reader.h"

/* What a cell holds: words alone, or paragraphs and lists if it has a list. Other blocks become
 * paragraphs, which is told. */
void md_html_cell_finish(struct md_reader *r, struct node *cell);
/* Head and body, columns, spans; rows that are too short get empty cells, which is told. */
void md_html_table_finish(struct md_reader *r, struct node *table);
