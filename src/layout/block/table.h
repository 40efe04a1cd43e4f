/* Tables: caption, columns, header rows. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

void block_set_table(struct galley *galley, const struct node *table, const struct flow *flow);
