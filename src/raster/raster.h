/* Pages as pictures: paints the frames that pdf/ writes. For previews, for the web, and for the
 * cover of the EPUB. Layers 5 and up include only this header. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"
#include "frame/frame.h"

struct font_set;
struct image_store;
struct raster;

/* More pixels of a page are refused. */
#define RASTER_MOST_PIXELS 40000000u

#define RASTER_DPI_LEAST 20
#define RASTER_DPI_MOST  600

/* What is painted; all is borrowed, and only read. */
struct raster_subject {
    const struct doc *doc;
    const struct frames *frames;
    struct image_store *store; /* prepared pictures */
    unsigned dpi;
    bool coarse; /* few bytes count more than the exact colours of pictures */
};

/* Keeps from page to page and from leaflet to leaflet what they have in common. For one thread at a
 * time. The fonts are those that frames are laid out with; they are borrowed, and may be in use by
 * another thread. */
struct raster *raster_new(const struct font_set *fonts);
void raster_free(struct raster *raster);

/* Appends a page (from 0) as PNG. False after a diagnostic: it has too many pixels, or a picture on
 * it cannot be read. */
bool raster_page(struct raster *raster, const struct raster_subject *subject, uint32_t page,
                 struct buf *png, struct diag_list *diags);
