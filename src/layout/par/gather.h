/* First step: from the inline tree of a block to one text and its spans of attributes. Only par/
 * includes it. */
#pragma once

#include "layout/par/work.h"

/* Fills text and spans from the inline content of block, or from a label whose items carry the id
 * node. */
void par_gather(struct par_work *work, const struct node *block);
void par_gather_label(struct par_work *work, struct slice text, const char *lang, uint32_t node);
