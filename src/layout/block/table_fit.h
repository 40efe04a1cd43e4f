/* How wide the columns of a table become, and the gaps between them. Only block/ includes it. */
#pragma once

#include "layout/block/table_cell.h"

/* Measures all cells and fills in text, widths, gaps, axes, x and width of the table, whose rows
 * and columns are counted and whose arrays are there. What does not fit is told, once for the
 * table. */
void table_fit(struct galley *galley, struct table *table);
