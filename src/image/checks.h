/* What the headers of PNG and JPEG have in common. Used within image/ only. */
#ifndef IMAGE_CHECKS_H
#define IMAGE_CHECKS_H

#include "base/arena.h"
#include "image/types.h"

/* Big-endian numbers; the caller checks the bounds. */
uint32_t image_be32(const uint8_t *bytes);
uint32_t image_be16(const uint8_t *bytes);

/* Says why a picture is refused; returns error. */
enum image_error image_refuse(enum image_error error, const char *words, const char **reason);

/* IMAGE_OK, or why a picture of this size is refused. */
enum image_error image_check_size(uint32_t width, uint32_t height, struct arena *arena,
                                  const char **reason);

/* True if an ICC profile (or its name) says that it is sRGB. */
bool image_names_srgb(const uint8_t *bytes, size_t len);

#endif
