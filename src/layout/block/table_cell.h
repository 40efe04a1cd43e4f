/* Cells of a table: words, or paragraphs and lists. Only block/ includes it. */
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
    bool parts;                  /* cells may part what belongs together: the table is too wide */
    bool overfull_told;          /* it is too wide, and a message says so */
};

/* True for a header row. */
bool table_is_head(const struct node *row);

/* How many columns and rows a cell takes up. */
uint32_t table_cell_columns(const struct table *table, const struct node *cell);
uint32_t table_cell_rows(const struct node *cell);

/* The parameters that a cell is set and measured with. */
struct par_params table_cell_params(struct layout *layout, const struct table *table,
                                    const struct node *cell);

/* As par_widths and par_set, for all that a cell holds; spaces between its blocks are part of the
 * lines. Footnotes that its blocks call belong to the first line. */
void table_cell_widths(struct galley *galley, const struct table *table, const struct node *cell,
                       unit *smallest, unit *largest);
struct par table_cell_set(struct galley *galley, const struct table *table, const struct node *cell,
                          unit width);
