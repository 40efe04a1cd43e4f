/* The mark of a box, `[!WARNING]`, in the words of a block. */
#pragma once

#include "read/markdown/reader.h"

/* The name behind `[!` (or what is taken for it) at the start of text, blanks around it apart:
 * where they end, or 0. Of names with blanks inside only our own are one. */
uint32_t md_tag_name(struct slice text, const char *opening, struct slice *name);
/* The length of `[!KIND]` at the start of text, or 0. */
uint32_t md_tag_end(struct slice text, const char *opening, struct slice *kind);
/* Behind what stands between the bracket that ends at `at` and the title: a colon, and the + and -
 * by which Obsidian folds boxes. Before a number they may be its sign. */
uint32_t md_tag_title(struct slice text, uint32_t at);
/* Tells of the marks in a finished block: what begins a box is no longer in its words. */
void md_tags_check(struct md_reader *r, const struct node *block);
