/* The masthead: a rule, the clinic's name and tagline, its logo. Only block/ includes it. */
#ifndef LAYOUT_BLOCK_MASTHEAD_H
#define LAYOUT_BLOCK_MASTHEAD_H

#include "layout/block/flow.h"
#include "layout/page/galley.h"

void block_set_masthead(struct galley *galley, const struct node *masthead,
                        const struct flow *flow);

#endif
