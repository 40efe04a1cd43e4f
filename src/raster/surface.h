/* The pixels of a picture that is painted. Most pages and covers have so few colours that a palette
 * holds them, which is a third of the memory and less work; with the first colour too many, the
 * pixels become colours themselves. Within raster/ only. */
#pragma once

#include "base/buf.h"
#include "image/drawing.h"
#include "raster/stencil.h"

/* Steps from a ground to a colour at an edge. The eye sees no more at the size of a pixel, and a
 * page has so few colours that a palette holds them. */
#define SURFACE_STEPS 15

struct surface;

/* A white one. coarse: few bytes count more than the exact colours of pictures. */
struct surface *surface_new(uint32_t width, uint32_t height, bool coarse);
void surface_free(struct surface *surface);
uint32_t surface_width(const struct surface *surface);
uint32_t surface_height(const struct surface *surface);
/* What is painted with from now on; 0xRRGGBB. */
void surface_take(struct surface *surface, uint32_t colour);
/* Pixels of a row from x to the right, and how much of them is covered: part of SURFACE_STEPS. */
struct surface_span {
    uint32_t x, count;
    unsigned part;
};

/* Paints spans, which must lie inside, in each row from y to before end. Rows that were equal stay
 * so: what is painted in many takes as long as in one. */
void surface_paint(struct surface *surface, uint32_t y, uint32_t end,
                   const struct surface_span *spans, size_t count);
/* Paints a stencil, whose origin comes to x, y. What is outside is left out. */
void surface_fill(struct surface *surface, const struct stencil *stencil, int32_t x, int32_t y);
/* Puts an opaque picture, whose top left pixel comes to x, y; what is outside is left out. */
void surface_put(struct surface *surface, const struct image_pixels *pixels, int64_t x, int64_t y);
/* Appends it as PNG. False: it failed. */
bool surface_write(const struct surface *surface, unsigned dpi, struct buf *png);
