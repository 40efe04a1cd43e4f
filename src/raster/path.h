/* Outlines in the pixels of a picture. Within raster/ only. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "font/outline.h"

#define PATH_BITS  6 /* of a pixel: … */
#define PATH_PIXEL 64

/* … in units of 1/64 pixel; x right, y down. Points and ends as in a font_outline. */
struct path {
    struct font_point *points;
    uint32_t *ends;
    size_t point_count, point_cap, end_count, end_cap;
};

/* Where a glyph stands: its origin, and how large it is. cosine and sine (of an angle
 * anticlockwise) are in units of 1/65536. */
struct path_place {
    int32_t x, y;
    int64_t across, up; /* 1/64 pixel for a unit of the outline, 32 fraction bits */
    int32_t cosine, sine;
};

void path_clear(struct path *path);
void path_free(struct path *path);
void path_add_glyph(struct path *path, const struct font_outline *outline,
                    const struct path_place *place);
/* A rectangle from a corner to the other one; radius: of its corners. inner: it is left out of the
 * rectangle that was added before. */
void path_add_box(struct path *path, int32_t left, int32_t top, int32_t right, int32_t bottom,
                  int32_t radius, int inner);
