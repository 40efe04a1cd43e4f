/* What the files of image/ share. Only image/ includes it. */
#ifndef IMAGE_PARTS_H
#define IMAGE_PARTS_H

#include "image/image.h"

/* Big-endian numbers; the caller checks the bounds. */
uint32_t image_be32(const uint8_t *bytes);
uint32_t image_be16(const uint8_t *bytes);

/* IMAGE_OK, or why a picture of this size is refused. */
enum image_error image_check_size(uint32_t width, uint32_t height, struct arena *arena,
                                  const char **reason);

/* True if an ICC profile (or its name) says that it is sRGB. */
bool image_names_srgb(const uint8_t *bytes, size_t len);

/* Header and wholeness: fills the image but for path, bytes, md5. */
enum image_error image_png_open(struct slice bytes, struct arena *arena, struct image *image,
                                const char **reason);
enum image_error image_jpeg_open(struct slice bytes, struct arena *arena, struct image *image,
                                 const char **reason);

/* Pixels as stored; a caller that is told false frees out. */
bool image_png_decode(const struct image *image, struct image_pixels *out);
bool image_jpeg_decode(const struct image *image, struct image_pixels *out);

#endif
