/* The outlines of glyphs, for what paints them itself (raster/). Layers 3 and up. */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct font_set;

/* A point on the outline, or one that a curve is drawn to: of a quadratic curve one between two
 * points of the outline, of a cubic one two. */
enum font_point_kind { FONT_POINT_ON, FONT_POINT_QUADRATIC, FONT_POINT_CUBIC };

#define FONT_POINT_BITS 6 /* of a font unit: x and y are in units of 1/64 */

struct font_point {
    int32_t x, y; /* y up, from the origin of the glyph */
    enum font_point_kind kind;
};

/* Closed contours: each ends before the index in ends, and begins where the one before it ends. */
struct font_outline {
    struct font_point *points;
    uint32_t *ends;
    size_t point_count, point_cap, end_count, end_cap;
    int32_t units_per_em;
    uint32_t number; /* no other of the same pen has or had it */
};

/* Draws the outlines, and keeps some that are asked for again. */
struct font_pen;

/* For the faces of a set, which is borrowed; nothing of it is changed, so that each thread may have
 * a pen of its own. */
struct font_pen *font_pen_new(const struct font_set *set);
void font_pen_free(struct font_pen *pen);
/* The outline of a glyph of a face that is open, as is each that frames were laid out with; valid
 * until the next is asked for. */
const struct font_outline *font_pen_draw(struct font_pen *pen, uint16_t face, uint16_t gid);
