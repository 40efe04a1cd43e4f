/* How wide the columns of a table become, and the gaps between them. Only block/ includes it. */
#pragma once

#include "layout/block/table_grid.h"
#include "layout/page/galley.h"

/* Measures all cells and fills in text, axes and parts of the table, whose rows and columns (at
 * least one) are counted. What does not fit is told, once for the table. */
void table_fit(struct galley *galley, struct table *table);
