/* The contact box: an outline around its text, a QR code beside it. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

void block_set_contact(struct galley *galley, const struct node *contact, const struct flow *flow);
