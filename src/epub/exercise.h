/* Exercise sheets: steps of a list, or sections, of a few lines and one picture each, of which
 * several follow one another. In wide windows the picture stands beside the lines. Only epub/
 * includes it. */
#pragma once

#include "doc/doc.h"

/* True for an item of a list that is such a step. */
bool exercise_is_step(const struct node *item);

/* The last block of such a section, which a heading begins; NULL: it is none. limit: a block that
 * the section does not go beyond, or NULL. follows: one stands right before it. */
const struct node *exercise_section_last(const struct node *heading, const struct node *limit,
                                         bool follows);
