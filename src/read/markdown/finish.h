/* What a block becomes once its content is in: smart quotes, figures, callouts. */
#pragma once

#include "read/markdown/reader.h"

/* Smart quotes, abbreviations, blanks at the ends of a block's inline content. */
void md_inline_finish(struct md_reader *r, struct node *block);
/* All of a block with inline content; an empty paragraph is removed. */
void md_block_finish(struct md_reader *r, struct node *block);
/* The titles of the pictures in the present block have no place: diagnoses them. */
void md_titles_report(struct md_reader *r);
/* A callout with its label: the title, whose bytes stand at span, or the kind's word. */
struct node *md_callout_add(struct md_reader *r, struct node *parent, enum callout_kind kind,
                            struct slice title, struct span span);
/* If the open paragraph begins a quote with `[!KIND]`, makes the quote a callout, and the
 * paragraph's line so far its label. The entry's node is then a new paragraph. */
void md_callout_begin(struct md_reader *r, struct md_entry *entry);
