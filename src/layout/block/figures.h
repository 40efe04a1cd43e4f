/* Pictures side by side, in rows, each with its caption below. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

void block_set_figures(struct galley *galley, const struct node *figures, const struct flow *flow);
