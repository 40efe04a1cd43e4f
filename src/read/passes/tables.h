/* What the cells of a table are to one another, after any reader. Only read/. */
#pragma once

#include "doc/doc.h"

/* Columns of amounts are marked, so that they are aligned at their decimal signs, unless the writer
 * aligned them otherwise. Empty cells of the head are no headers. The first column heads its rows
 * (u.table.row_headers) where the writer says so, where its corner is empty, or where it is in
 * bold from top to bottom. */
void read_tables(struct doc *doc);
