/* Reads a leaflet as running text (prose/passage.h has the types). check/ and what stands above
 * it. */
#pragma once

#include "prose/passage.h"
#include "prose/vocabulary.h"

/* The document as running text; borrows the tree, and for the time of the call the vocabulary
 * (NULL: one of its own). prose_free. */
struct prose *prose_new(const struct doc *doc, struct prose_vocabulary *vocabulary);
void prose_free(struct prose *prose);
