/* A table being set: its rows, columns and measures. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"

/* The widths that the amounts of a column need on either side of the line on which their decimal
 * signs stand. */
struct table_axis {
    unit left, right;
};

/* A table being set. Arrays are in scratch memory. */
struct table {
    const struct node *node;
    struct flow flow;             /* that it stands in */
    struct style_text text, head; /* of its cells */
    uint32_t columns, rows, body_rows;
    unit pad;                /* above and below the lines of a row */
    unit x, width;           /* of the whole */
    unit *widths;            /* [columns] */
    unit *gaps;              /* [columns] behind each */
    unit *xs;                /* [columns] left edges */
    struct table_axis *axes; /* [columns]: zero where there are no amounts */
    bool overfull_told;      /* it is too wide, and a message says so */
};

/* The rows of all parts of a table. */
const struct node *table_first_row(const struct node *table);
const struct node *table_next_row(const struct node *row);

/* True for a header row. */
bool table_is_head(const struct node *row);

/* How many columns and rows a cell takes up. */
uint32_t table_cell_columns(const struct table *table, const struct node *cell);
uint32_t table_cell_rows(const struct node *cell);
