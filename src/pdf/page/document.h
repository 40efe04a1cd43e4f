/* One PDF in the making: what it is made from and what its parts are written to. Owned by
 * pdf_write, which frees all. Types only. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "doc/doc.h"
#include "frame/frame.h"
#include "image/store.h"
#include "pdf/file/haru_doc.h"
#include "pdf/font/fonts.h"
#include "pdf/tags/tags.h"

struct pdf {
    const struct doc *doc;
    const struct frames *frames;
    int64_t epoch; /* as pdf_options.epoch */
    struct diag_list *diags;
    struct arena arena;
    struct haru *haru;
    struct pdf_fonts *fonts;
    struct tags *tags;
    struct image_store *pictures; /* borrowed */
    struct map images;            /* by MD5: struct pdf_image of images.h */
    const struct node *link;      /* the last whose annotation was written; NULL: none yet */
    struct buf link_entries;      /* and what the annotation of each of its lines says */
    const char *title;            /* of the leaflet, never NULL */
    const char *lang;             /* of the document, never NULL */
};
