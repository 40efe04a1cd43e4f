/* What the cells of a table need of its columns, in its present type. Only block/ includes it. */
#pragma once

#include "layout/block/table_grid.h"
#include "layout/page/galley.h"

/* Arrays are in scratch memory. */
struct table_needs {
    unit *smallest, *largest; /* [columns] of cells in one column */
    unit *cells;              /* [rows * columns] on one line, as a share of the cell's columns */
    uint32_t *filled, *empty; /* [columns] cells of the body; empty: to write in */
    bool *at_end;             /* [columns] words or amounts end where the column does */
    bool *crossed;            /* [columns] a cell is in the column and in the one before */
    bool spans;               /* some cell is in several columns */
};

/* Measures all cells, and the axes of the table anew. */
void table_needs_measure(struct galley *galley, struct table *table, struct table_needs *out);

/* Adds to the widths of columns what cells in several of them need, beyond the gaps. */
void table_needs_add_spans(struct galley *galley, const struct table *table, const unit *gaps,
                           unit *smallest, unit *largest);

/* The sum of so many widths. */
int64_t table_sum(const unit *values, uint32_t count);
