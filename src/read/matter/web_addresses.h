/* Addresses on paper, which has no links to follow. Only matter/. */
#pragma once

#include "read/matter/wording.h"

/* Addresses behind the links of the tree, for paper; the list of the longer ones is put before
 * `before` (NULL: at the end of the root). */
void matter_addresses(struct doc *doc, struct node *before);
