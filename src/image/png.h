/* PNG pixels (ISO/IEC 15948) by libpng. Layers 2 and up; within image/. */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* Pixels as stored, for image_decode; a caller that is told false frees out. */
bool image_png_decode(const struct image *image, struct image_pixels *out);
/* True if libpng decodes the PNG without a warning. */
bool image_png_passes(const struct image *image);

/* Appends the pixels as PNG (deterministic settings, no time chunk). drawing: much of it is flat.
 * Its rows repeat as they are, so that no filter helps: without, it takes a third of the time, and
 * a sixth fewer bytes. False: it failed. */
bool image_write_png(const struct image_pixels *pixels, bool drawing, struct buf *out);
