/* WebP (RFC 9649), by libwebp: read, never written. Within image/. */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* Header and wholeness, for image_open: fills the image but for path, bytes, digest. */
enum image_error image_webp_open(struct slice bytes, struct arena *arena, struct image *image,
                                 const char **reason);
/* As of a PNG. */
bool image_webp_decode(const struct image *image, struct image_pixels *out);
/* Appends the embedded colour profile; false: none. */
bool image_webp_profile(const struct image *image, struct buf *out);
