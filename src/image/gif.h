/* GIF (version 89a), by giflib: its first picture, read, never written. Within image/. */
#pragma once

#include "image/picture.h"

/* Header and wholeness, for image_open: fills the image but for path, bytes, digest. */
enum image_error image_gif_open(struct slice bytes, struct arena *arena, struct image *image,
                                const char **reason);
/* As of a PNG. */
bool image_gif_decode(const struct image *image, struct image_pixels *out);
