/* Rows of a table: cells side by side with their tops aligned, a hairline under each row. A row is
 * one box, and so are rows that cells tie together by spanning them. A row that would fill a good
 * part of a page is a box for every line of its cells, so that it can go on overleaf when there is
 * no other way; of rows tied together that would, each is set by itself. Only block/ includes it.
 */
#pragma once

#include "layout/block/table_cell.h"

/* How many rows from this one on cells tie together: 1 for most. */
uint32_t table_tied_rows(const struct node *row);

/* Lines that have been read elsewhere are for the eye only from here on. */
void table_hide_lines(struct par *par);

/* Sets so many rows that are tied together; header rows in their own look with a rule under each.
 * rule_above: the first row of a table without a header. */
void table_set_rows(struct galley *galley, const struct table *table, const struct node *row,
                    uint32_t count, bool rule_above);
