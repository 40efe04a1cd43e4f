/* The tree's invariants. Layers 2 and up. */
#pragma once

#include "doc/doc.h"

/* Checks the tree's invariants (links between nodes, allowed children, depth, media, required
 * attributes); returns NULL or a description of the first breach (in the arena). */
const char *doc_check(struct doc *doc);
