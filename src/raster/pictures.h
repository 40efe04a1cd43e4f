/* Pictures as they are painted. Within raster/ only. */
#pragma once

#include "image/store.h"

/* One at a time, which is borrowed from the store or made of such a one. Zero-initialise but for
 * the store. */
struct pictures {
    struct image_store *store;
    const struct image_pixels *lent;
    struct image_pixels enlarged;
};

/* The picture in exactly that size, on white; valid until the next is asked for. NULL, with the
 * reason: it cannot be read. */
const struct image_pixels *pictures_get(struct pictures *pictures, const struct image *image,
                                        uint32_t width, uint32_t height, const char **reason);
void pictures_free(struct pictures *pictures);
