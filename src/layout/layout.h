/* From tree and style to frames: paragraphs, blocks, tables, notes, pages. Layers 4 and up include
 * only this header. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/diag.h"
#include "doc/doc.h"
#include "font/font.h"
#include "frame/frame.h"
#include "style/style.h"
#include "text/text.h"

/* Per-thread tools that are kept across leaflets; borrowed. */
struct layout_tools {
    struct font_set *fonts;
    struct text_engine *text;
    struct inputs *inputs; /* of the leaflet: dictionaries */
};

/* Lays out the whole leaflet. Always returns frames (free with frames_free); characters without
 * a face, overfull lines and blocks are diagnosed at their source place. */
struct frames *layout_document(const struct doc *doc, const struct style *style,
                               const struct layout_tools *tools, struct diag_list *diags);

#endif
