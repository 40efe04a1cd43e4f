/* The first line of a quotation: the label of a box, or what was meant as one. */
#pragma once

#include "read/markdown/reader.h"

/* A callout with its label: the title, whose bytes stand at span, or the kind's word. */
struct node *md_callout_add(struct md_reader *r, struct node *parent, enum callout_kind kind,
                            struct slice title, struct span span);
/* If the open paragraph begins a quote with `[!KIND]`, makes the quote a callout, and the
 * paragraph's line so far its label. The entry's node is then a new paragraph. */
void md_callout_begin(struct md_reader *r, struct md_entry *entry);
