/* The children of a node that paper shows: those of the EPUB alone are stepped over. Only block/
 * includes it. */
#pragma once

#include "doc/node.h"

bool printed_is(const struct node *node);

/* The first, last, next; NULL: there is none. */
const struct node *printed_first(const struct node *parent);
const struct node *printed_last(const struct node *parent);
const struct node *printed_next(const struct node *node);
/* The first of a kind, or NULL. */
const struct node *printed_child(const struct node *parent, enum node_kind kind);
