/* Lists: bullets, numbers and task boxes in a label column at the start edge. Only block/ includes
 * it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

void block_set_list(struct galley *galley, const struct node *list, const struct flow *flow);
