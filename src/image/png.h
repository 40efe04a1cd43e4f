/* PNG (ISO/IEC 15948): the chunks are checked here, the pixels decoded by libpng. Layers 2 and up.
 */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* Header and wholeness, for image_open: fills the image but for path, bytes, md5. */
enum image_error image_png_open(struct slice bytes, struct arena *arena, struct image *image,
                                const char **reason);
/* Pixels as stored, for image_decode; a caller that is told false frees out. */
bool image_png_decode(const struct image *image, struct image_pixels *out);

/* Re-encodes upright pixels as PNG (deterministic settings, no time chunk): for EPUB pictures
 * whose file readers may not show (CMYK, 16-bit, rotated). */
bool image_write_png(const struct image_pixels *pixels, struct buf *out);
