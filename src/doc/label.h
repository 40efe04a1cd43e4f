/* The labels of ordered lists, as they are written and printed: "1." "b)" "(iv)". Layers 2 and
 * up. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "doc/node.h"

/* The number that a numeral stands for: "12", "b" (of one or two letters), "iv". 0: it is none of
 * that numbering, or a number above 999999999. */
uint32_t label_value(struct slice numeral, enum node_numbering numbering);
/* The label of the item of that number in an ordered list. */
void label_put(struct buf *out, const struct node *list, uint32_t number);
/* The label of an item of an ordered list. In the arena. */
struct slice label_text(const struct node *item, struct arena *arena);
