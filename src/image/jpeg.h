/* JPEG pixels (ITU T.81) by libjpeg. Layers 2 and up; within image/. */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* As of a PNG. */
bool image_jpeg_decode(const struct image *image, struct image_pixels *out);

/* True if every reader shows the JPEG as it is, but for its orientation: baseline or progressive, 8
 * bits, 1 or 3 components, and libjpeg decodes it without a warning. */
bool image_jpeg_passes(const struct image *image);

/* Appends the pixels as a baseline JPEG of quality 85; alpha is not looked at. False: it failed. */
bool image_write_jpeg(const struct image_pixels *pixels, struct buf *out);
