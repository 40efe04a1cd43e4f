/* From tree and style to frames: paragraphs, blocks, tables, notes, pages. Layers 4 and up include
 * only this header. */
#pragma once

#include "layout/par/context.h"

/* Lays out the whole leaflet. Always returns frames (free with frames_free); characters without
 * a face, overfull lines and blocks are diagnosed at their source place. */
struct frames *layout_document(const struct doc *doc, const struct style *style,
                               const struct layout_tools *tools, struct diag_list *diags);
