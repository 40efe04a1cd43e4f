/* What one layout run shares from its first paragraph to its last page. Made by layout.c; borrowed
 * by every file of layout/. Types only. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "font/font.h"
#include "frame/frame.h"
#include "style/style.h"
#include "text/text.h"

struct par_memory; /* layout/par/memory.h */

/* Per-thread tools that are kept across leaflets; borrowed. */
struct layout_tools {
    struct font_set *fonts;
    struct text_engine *text;
    struct inputs *inputs; /* of the leaflet: dictionaries */
    bool pages_only;       /* nothing is drawn, the pages only count: a character may lack a face */
};

struct layout {
    const struct doc *doc;
    const struct style *style;
    const struct style *turned; /* of pages turned on their side, NULL: there are none */
    const struct layout_tools *tools;
    struct diag_list *diags;
    struct frames *frames; /* its arena owns the glyphs */
    struct arena lines;    /* set lines and their items, until they are copied to pages */
    struct arena scratch;  /* mark/reset around a block */
    struct par_memory *memory;
    uint32_t fill_ins; /* lines to fill in, so far */
};
