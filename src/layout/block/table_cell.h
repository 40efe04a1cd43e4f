/* Cells of a table: words, or paragraphs and lists. Only block/ includes it. */
#pragma once

#include "layout/block/table_grid.h"
#include "layout/page/galley.h"

/* The parameters that a cell is set and measured with. */
struct par_params table_cell_params(struct layout *layout, const struct table *table,
                                    const struct node *cell);

/* As par_widths and par_set, for all that a cell holds; spaces between its blocks are part of the
 * lines. Footnotes that its blocks call belong to the first line. */
void table_cell_widths(struct galley *galley, const struct table *table, const struct node *cell,
                       unit *smallest, unit *largest);
struct par table_cell_set(struct galley *galley, const struct table *table, const struct node *cell,
                          unit width);
