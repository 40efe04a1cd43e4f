/* Shapes as the pixels that they cover, and those of glyphs, which are kept: most covers of a batch
 * begin with the same words. Within raster/ only. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Pixels of a row from x to the right, of which so much is covered, in steps of surface.h. */
struct stretch {
    int16_t x, y;
    uint16_t count, part;
};

/* Row by row, and from left to right. Zero-initialise; stencil_free. */
struct stencil {
    struct stretch *stretches;
    size_t count, cap;
};

void stencil_free(struct stencil *stencil);

/* All that the pixels of a glyph depend on. */
struct stencil_key {
    int64_t across, up; /* as of a path_place, as are the next */
    int32_t cosine, sine;
    uint32_t outline; /* its number */
    uint16_t x, y;    /* of its origin, in 1/64 of a pixel, less than one */
};

struct stencils;

struct stencils *stencils_new(void);
void stencils_free(struct stencils *stencils);
/* NULL: it is not there. Valid until one is put. */
const struct stencil *stencils_get(const struct stencils *stencils, const struct stencil_key *key);
/* Keeps a copy, which it returns, for as long as there are not too many. */
const struct stencil *stencils_put(struct stencils *stencils, const struct stencil_key *key,
                                   const struct stencil *stencil);
