/* From tree and style to frames, in one setting: paragraphs, blocks, tables, notes, pages. Only
 * layout/ includes it. */
#pragma once

#include "layout/par/context.h"

/* As layout_document of layout.h, in this style and no other. memory: of the leaflet, which has
 * what other settings of it have left. */
struct frames *layout_once(const struct doc *doc, const struct style *style,
                           const struct layout_tools *tools, struct par_memory *memory,
                           struct diag_list *diags);
