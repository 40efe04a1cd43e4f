/* Shapes on a surface: paths by the rasteriser of FreeType (the only file that touches it), boxes
 * by themselves. All counts in integers, so that every machine paints the same pixels. Within
 * raster/ only. */
#pragma once

#include "raster/path.h"
#include "raster/surface.h"

struct canvas;

/* Kept from surface to surface. */
struct canvas *canvas_new(void);
void canvas_free(struct canvas *canvas);
/* What is painted on from now on; borrowed. */
void canvas_take(struct canvas *canvas, struct surface *surface);
/* Fills what the path goes around; the colour is 0xRRGGBB. What is outside is left out. False: the
 * path has more points than the rasteriser takes (32,767), and is not painted. */
bool canvas_fill(struct canvas *canvas, const struct path *path, uint32_t colour);
/* Fills a rectangle between two corners, in 1/64 pixel. What is outside is left out. */
void canvas_fill_box(struct canvas *canvas, int32_t left, int32_t top, int32_t right,
                     int32_t bottom, uint32_t colour);
