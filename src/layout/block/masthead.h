/* The masthead: a rule, the clinic's name and tagline, its logo. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

void block_set_masthead(struct galley *galley, const struct node *masthead,
                        const struct flow *flow);
