/* Amounts in the cells of a table, each on one line: those of a column stand with their decimal
 * signs below one another. Where the column is wider, they stand at its start or end as a block.
 * Only block/ includes it. */
#pragma once

#include "layout/block/table_grid.h"

/* True for a cell that is set by this file: its column has an axis. */
bool table_is_amount(const struct table *table, const struct node *cell);

/* Widens the axis to what a cell needs. params as for the cell. */
void table_amount_measure(struct layout *layout, const struct node *cell,
                          const struct par_params *params, struct table_axis *axis);

/* As par_set, the amount at its place in the width of params. */
struct par table_amount_set(struct layout *layout, const struct table *table,
                            const struct node *cell, const struct par_params *params);
