/* A picture that is painted: paths by the rasteriser of FreeType (the only file that touches it),
 * and pictures. The rasteriser counts in integers, so that every machine paints the same pixels.
 * Most pages and covers have so few colours that a palette holds them, which is a third of the
 * memory and less work. Within raster/ only. */
#pragma once

#include "image/drawing.h"
#include "raster/path.h"

/* EXACT: colours in a palette; COARSE: the same, and those of pictures may be a little off; FULL:
 * as many as there are. */
enum canvas_colours { CANVAS_EXACT, CANVAS_COARSE, CANVAS_FULL };

struct canvas;

/* A white one. */
struct canvas *canvas_new(uint32_t width, uint32_t height, enum canvas_colours colours);
void canvas_free(struct canvas *canvas);
/* Fills what the path goes around; the colour is 0xRRGGBB. What is outside is left out. False: the
 * path has more points than the rasteriser takes (32,767), and is not painted. */
bool canvas_fill(struct canvas *canvas, const struct path *path, uint32_t colour);
/* Puts an opaque picture, whose top left pixel comes to x, y; what is outside is left out. */
void canvas_put(struct canvas *canvas, const struct image_pixels *pixels, int64_t x, int64_t y);
/* True if what was painted has more colours than a palette, and is not whole. */
bool canvas_overflows(const struct canvas *canvas);
/* Appends it as PNG; to be called once. False: it failed. */
bool canvas_write(struct canvas *canvas, unsigned dpi, struct buf *png);
