/* Shapes: paths to stencils by the rasteriser of FreeType (the only file that touches it), stencils
 * and boxes on a surface. All counts in integers, so that every machine paints the same pixels, and
 * a path that is moved by whole pixels covers the same. Within raster/ only. */
#pragma once

#include "raster/path.h"
#include "raster/stencil.h"
#include "raster/surface.h"

struct canvas;

/* Kept from surface to surface. */
struct canvas *canvas_new(void);
void canvas_free(struct canvas *canvas);
/* Sets the stencil to what the path goes around, but for what is more than 32,767 pixels from its
 * origin. False: the path has more points than the rasteriser takes (32,767). */
bool canvas_trace(struct canvas *canvas, const struct path *path, struct stencil *stencil);

/* Fills a rectangle between two corners, in 1/64 pixel. What is outside is left out. */
void canvas_fill_box(struct surface *surface, int32_t left, int32_t top, int32_t right,
                     int32_t bottom, uint32_t colour);
