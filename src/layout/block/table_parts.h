/* What table.c and table_rows.c share. Only they include it. */
#ifndef LAYOUT_BLOCK_TABLE_PARTS_H
#define LAYOUT_BLOCK_TABLE_PARTS_H

#include "layout/block/block.h"

/* A table being set. Arrays are in scratch memory. */
struct table {
    const struct node *node;
    struct flow flow;
    uint32_t columns, rows; /* rows of the body */
    unit gap, pad;          /* between columns; above and below the lines of a row */
    unit *widths;           /* [columns] */
    unit *xs;               /* [columns] left edges */
    bool *numeric;          /* [columns] all cells of the body are numbers */
};

/* Rows at once in table_rows.c: sets one; header rows in their own look with a rule under the
 * last. */
void table_set_row(struct galley *galley, const struct table *table, const struct node *row,
                   bool header, bool rule_above);

/* The parameters that a cell is set and measured with. */
struct par_params table_cell_params(struct galley *galley, const struct table *table,
                                    const struct node *cell, bool header);

#endif
