/* Blocks: from the nodes of the tree to boxes in the galley. One file for each family of blocks.
 * Only layout.c includes it. */
#pragma once

#include "layout/page/galley.h"

/* Sets the whole document and ends the galley. */
void block_set_document(struct galley *galley);
