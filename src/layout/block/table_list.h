/* A table that no page holds: each row is set as a small list, a line or more for every cell with
 * the header of its column before it. Only block/ includes it. */
#pragma once

#include "layout/block/table_grid.h"
#include "layout/page/galley.h"

/* True if the table can be set so: one header row, no cell in several rows or columns, and room for
 * every word. Its type is set. */
bool table_list_can(struct galley *galley, const struct table *table);

/* Sets all rows. The header cells are read where the first row shows them, before that row; where
 * they are shown again they are for the eye only. */
void table_list_set(struct galley *galley, const struct table *table);
