/* A table being set: its rows, columns and measures. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"

/* The widths that the amounts of a column need on either side of the line on which their decimal
 * signs stand. */
struct table_axis {
    unit left, right;
};

/* The columns that stand side by side: all of a table, or where it is too wide a part of them, with
 * the first column before each. Columns of other parts have no width. */
struct table_part {
    uint32_t first, end;
    unit x, width; /* of the whole */
    unit *widths;  /* [columns] */
    unit *gaps;    /* [columns] behind each */
    unit *xs;      /* [columns] left edges */
};

/* A table being set. Arrays are in scratch memory. */
struct table {
    const struct node *node;
    struct flow flow;             /* that it stands in */
    struct style_text text, head; /* of its cells */
    uint32_t columns, rows, body_rows;
    unit pad;                /* above and below the lines of a row */
    struct table_axis *axes; /* [columns]: zero where there are no amounts */
    struct table_part *parts;
    uint32_t part_count;
    const struct table_part *part; /* being set */
    bool parted;                   /* cells may part what belongs together */
    bool hyphenate;                /* words may be hyphenated */
    bool listed;                   /* each row is set as a list */
    bool turned;                   /* it stands on a page turned on its side */
    bool overfull_told;            /* it is too wide, and a message says so */
};

/* True for a cell of the part that is set; for one that was set in the first part already. */
bool table_is_shown(const struct table *table, const struct node *cell);
bool table_is_again(const struct table *table, const struct node *cell);

/* How many columns and rows a cell takes up. */
uint32_t table_cell_columns(const struct table *table, const struct node *cell);
uint32_t table_cell_rows(const struct node *cell);
