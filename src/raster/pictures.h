/* Pictures as they are painted, which stay for the pages to come. Within raster/ only. */
#pragma once

#include "base/hash.h"
#include "image/picture.h"

/* Zero-initialise. */
struct pictures {
    struct arena arena;
    struct map painted;   /* by picture and size */
    struct painted *last; /* a list of all of them */
    size_t bytes;
    struct image_pixels passing; /* the last of those that do not stay */
};

/* The picture in exactly that size, on white; valid until the next is asked for. NULL, with the
 * reason: it cannot be read. */
const struct image_pixels *pictures_get(struct pictures *pictures, const struct image *image,
                                        uint32_t width, uint32_t height, const char **reason);
void pictures_free(struct pictures *pictures);
