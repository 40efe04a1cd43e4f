/* Blocks inside blocks: the one knot of the project that cannot be untied, so that it is tied in
 * one place. The bodies are in block.c, on top of the room, which picks the file that sets a kind
 * of block; lists, tables, callouts, notes and the other blocks that hold blocks set what they hold
 * through this header. The recursion is as deep as the tree, which DOC_MAX_DEPTH of doc/doc.h
 * bounds. Only block/ includes it.
 *
 * This is the only header that declares functions of a file of another name. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

/* Sets one block, if it is printed; all blocks (or the inline content) below a node. */
void block_set(struct galley *galley, const struct node *node, const struct flow *flow);
void block_set_children(struct galley *galley, const struct node *parent, const struct flow *flow);
