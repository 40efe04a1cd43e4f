/* Pictures: PNG by libpng, JPEG by libjpeg-turbo, WebP by libwebp, GIF by giflib (the only
 * folder that touches them), QR codes by libqrencode. An image's header is checked when it is
 * opened; pixels are decoded only when asked for. Images live in the caller's arena and borrow the
 * file's bytes. Layers 2 and up. */
#pragma once

#include "image/picture.h"

/* Reads a picture from its bytes (which must outlive the image): checks signature, header, limits
 * and, cheaply, that the file is whole (PNG: chunk walk with CRCs to IEND; JPEG: to EOI). On
 * failure *image is NULL, *reason says why in words for the writer of the leaflet. */
enum image_error image_open(struct slice bytes, const char *path, struct arena *arena,
                            const struct image **image, const char **reason);

/* The picture's pixels, upright; on failure as image_open, and none to be freed. */
enum image_error image_decode(const struct image *image, struct image_pixels *out,
                              const char **reason);
/* The same as they are stored, before image->orientation is heeded. */
enum image_error image_decode_stored(const struct image *image, struct image_pixels *out,
                                     const char **reason);
