/* Terms and their descriptions side by side, as in "About this leaflet". Only block/ includes it.
 */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

/* Sets an ABOUT or a DESCRIPTION_LIST. */
void block_set_descriptions(struct galley *galley, const struct node *node,
                            const struct flow *flow);
