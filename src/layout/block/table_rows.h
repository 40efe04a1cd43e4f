/* Rows of a table: cells side by side with their tops aligned, a hairline under each row. A row is
 * one box; one that would fill a good part of a page is a box for every line of its cells, so that
 * it can go on overleaf when there is no other way. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

enum cell_content { CELL_EMPTY, CELL_NUMBER, CELL_WORDS };

/* A table being set. Arrays are in scratch memory. */
struct table {
    const struct node *node;
    struct flow flow;
    uint32_t columns, rows, body_rows;
    unit gap, pad;               /* between columns; above and below the lines of a row */
    unit *widths;                /* [columns] */
    unit *xs;                    /* [columns] left edges */
    enum cell_content *contents; /* [columns] the most that a cell of the body holds */
    bool overfull_told;          /* it is too wide, and a message says so */
};

/* True for a header row. */
bool table_is_head(const struct node *row);

/* Sets a row; header rows in their own look with a rule under the last. */
void table_set_row(struct galley *galley, const struct table *table, const struct node *row,
                   bool rule_above);

/* The parameters that a cell is set and measured with. */
struct par_params table_cell_params(struct layout *layout, const struct table *table,
                                    const struct node *cell);
