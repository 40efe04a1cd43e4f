/* A picture that is painted: paths by the rasteriser of FreeType (the only file that touches it),
 * and pictures. The rasteriser counts in integers, so that every machine paints the same pixels.
 * Within raster/ only. */
#pragma once

#include "image/picture.h"
#include "raster/path.h"

struct canvas;

/* A white one. */
struct canvas *canvas_new(uint32_t width, uint32_t height);
void canvas_free(struct canvas *canvas);
/* Fills what the path goes around; the colour is 0xRRGGBB. What is outside is left out. False: the
 * path has more points than the rasteriser takes (32,767), and is not painted. */
bool canvas_fill(struct canvas *canvas, const struct path *path, uint32_t colour);
/* Puts an opaque picture, whose top left pixel comes to x, y; what is outside is left out. */
void canvas_put(struct canvas *canvas, const struct image_pixels *pixels, int64_t x, int64_t y);
/* The painted pixels, of three channels; they are the canvas's. */
const struct image_pixels *canvas_pixels(const struct canvas *canvas);
