/* Which way the nodes of a finished tree run, and marks for readers of plain text. Layers 2 and up.
 */
#pragma once

#include "doc/node.h"

/* The direction in force around a node: that of the nearest parent that says one, else LTR. */
enum node_direction node_direction_around(const struct node *node);

/* The mark that an inline node begins with in text for software that knows nothing of isolates:
 * U+200E in a left-to-right node among right-to-left text, U+200F in the opposite case, else NULL.
 */
const char *node_direction_mark(const struct node *node);
/* What it ends with: the same, and the opposite mark where a number follows, which would be drawn
 * to its side (UAX #9, W7). */
const char *node_direction_end_mark(const struct node *node);
/* What stands before such a node where nothing else in its block says a direction first: the
 * opposite mark, the block's, since such software takes the first (MuPDF 1.21: that of a block's
 * first element) for the whole block's; else NULL. */
const char *node_direction_lead(const struct node *node);

/* node_words with these marks, for outlines and contents. In the arena. */
struct slice node_label(const struct node *node, enum node_media media, struct arena *arena);
