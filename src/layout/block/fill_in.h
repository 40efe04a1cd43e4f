/* Lines to fill in by hand: a row of underscores or dots at the end of a line goes on to the edge.
 * Only block/ includes it. */
#pragma once

#include "layout/page/galley.h"

/* Lengthens the rows of a paragraph set in this measure. What is read out stays as written. */
void fill_in_rows(struct galley *galley, struct par *par, unit measure);

/* True if the text of a node ends in such a row. */
bool fill_in_ends(const struct node *node);
