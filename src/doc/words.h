/* The words of a node where no markup can stand: titles, outlines, contents, labels. Layers 2 and
 * up. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "doc/node.h"

/* Appends what a node without children says there, if it says anything: its text, a blank for a
 * line break, a picture's description. Raised and lowered digits and signs keep their place as
 * characters of their own (10⁹, H₂O), so that no number becomes another; letters stay what they
 * are. */
void node_put_words(struct buf *out, const struct node *leaf);

/* False if there is nothing to see or hear in what node_put_words says below node: blanks of any
 * width at most, and what steers lines. */
bool node_has_words(const struct node *node);

/* All that node_put_words says below node, in reading order, without blanks at its ends; nodes of
 * another medium are left out (media ALL: everything). In the arena. */
struct slice node_words(const struct node *node, enum node_media media, struct arena *arena);
