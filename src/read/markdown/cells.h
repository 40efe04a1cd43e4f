/* Lists in the cells of tables: lines that <br> parts and that begin with a bullet or a number. */
#pragma once

#include "read/markdown/reader.h"

/* Makes lists of such lines in a cell, or in a paragraph of one, if two follow one another. Its
 * inline content is in. Returns true if there are some: the cell then holds blocks. */
bool md_cell_lists(struct md_reader *r, struct node *cell);
