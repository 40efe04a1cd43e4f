/* What a screen too narrow for a table shows in its place. A table with one head row (or none) and
 * no cell across others is shown row by row, each cell after the head of its column; the print
 * leaflet does the same with tables too wide for any page. Nothing scrolls then, which readers
 * that show page after page could not do. Any other table scrolls in a region of its own. Used
 * within epub/ only. */
#pragma once

#include "epub/publication.h"

struct epub_table {
    const struct node *node;
    bool listed;         /* it can be shown row by row */
    uint32_t width;      /* where it has less than this: style_table_width */
    const char **labels; /* of its columns, with a colon; or NULL. [columns], in the epub's arena */
};

void epub_read_table(struct epub *epub, const struct node *table, struct epub_table *out);

/* What stands before a cell where the table is shown row by row, or NULL. */
const char *epub_cell_label(const struct epub_table *table, const struct node *cell);
