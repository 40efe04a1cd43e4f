/* What a block becomes once its content is in: smart quotes, figures. */
#pragma once

#include "read/markdown/reader.h"

/* Smart quotes, abbreviations, blanks at the ends of a block's inline content. */
void md_inline_finish(struct md_reader *r, struct node *block);
/* All of a block with inline content; an empty paragraph is removed. */
void md_block_finish(struct md_reader *r, struct node *block);
/* The titles of the pictures in the present block have no place: diagnoses them. */
void md_titles_report(struct md_reader *r);
