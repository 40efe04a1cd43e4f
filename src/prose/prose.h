/* Reads a leaflet as running text (prose/passage.h has the types). check/ and what stands above
 * it. */
#pragma once

#include "prose/passage.h"

/* The document as running text; borrows the tree. prose_free. */
struct prose *prose_new(const struct doc *doc);
void prose_free(struct prose *prose);
