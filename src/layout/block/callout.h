/* Callouts: a bar at the start edge, a tint, an icon and a bold label. The label and the icon carry
 * the meaning, so that print in grey and a screen reader have it too. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

void block_set_callout(struct galley *galley, const struct node *callout, const struct flow *flow);
