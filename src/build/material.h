/* What the earlier phases made of one edition of a leaflet, for the writers; all borrowed, and only
 * read by them but for fonts and deflaters. Types only; build/. */
#pragma once

#include "base/deflate.h"
#include "doc/doc.h"
#include "font/font.h"
#include "frame/frame.h"
#include "image/store.h"
#include "style/style.h"

struct material {
    const struct doc *doc;
    const struct style *style;
    const struct frames *frames;    /* NULL where no format asked for needs them */
    struct slice cover;             /* of the EPUB, as PNG; empty: none is drawn */
    struct font_set *fonts;         /* for one thread: only the PDF's writer may change them */
    struct deflater *pdf_deflater;  /* likewise */
    struct deflater *epub_deflater; /* only for the writer of the EPUB */
    struct image_store *pictures;   /* prepared ones, of the batch */
    const char *identity; /* stable name: the path below the content root, without ending */
    unsigned dpi;         /* of pages as pictures */
    int64_t epoch;        /* SOURCE_DATE_EPOCH or -1 */
};
