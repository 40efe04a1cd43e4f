/* JPEG (ITU T.81) with JFIF, EXIF and Adobe markers: headers are read here, pixels decoded by
 * libjpeg. Layers 2 and up. */
#pragma once

#include "image/picture.h"

/* As of a PNG. */
enum image_error image_jpeg_open(struct slice bytes, struct arena *arena, struct image *image,
                                 const char **reason);
bool image_jpeg_decode(const struct image *image, struct image_pixels *out);

/* True if the JPEG can be passed through to a PDF or EPUB as it is: baseline or progressive, 8
 * bits, 1 or 3 components, orientation 1, and libjpeg decodes it without a warning. */
bool image_jpeg_passes(const struct image *image);
