/* The tree's invariants. Layers 2 and up. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* Checks the tree's invariants (links between nodes, allowed children, depth, media, required
 * attributes); returns NULL or a description of the first breach (in the arena). */
const char *doc_check(struct doc *doc);

/* The same for a leaflet of a batch, whose other leaflets go on. False: there is a breach, which is
 * a fault of leafset's. It is told as an error, and all is taken out of the tree, so that nothing
 * walks what is broken. */
bool doc_check_or_empty(struct doc *doc, struct diag_list *diags);
