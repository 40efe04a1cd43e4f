#include "image/picture.h"

#include "base/mem.h"

uint32_t image_be16(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

uint32_t image_be32(const uint8_t *bytes)
{
    return image_be16(bytes) << 16 | image_be16(bytes + 2);
}

enum image_error image_refuse(enum image_error error, const char *words, const char **reason)
{
    *reason = words;
    return error;
}

enum image_error image_check_size(uint32_t width, uint32_t height, struct arena *arena,
                                  const char **reason)
{
    if (width == 0 || height == 0)
        return image_refuse(IMAGE_DAMAGED, "the picture is damaged: it has no width or no height",
                            reason);
    if (width <= IMAGE_MAX_SIDE && height <= IMAGE_MAX_SIDE &&
        (uint64_t)width * height <= IMAGE_MAX_PIXELS)
        return IMAGE_OK;
    return image_refuse(
        IMAGE_OVER_LIMIT,
        arena_format(arena,
                     "the picture is too large: %u by %u pixels, where at most %u on a side "
                     "and %u million in all are allowed",
                     width, height, IMAGE_MAX_SIDE, IMAGE_MAX_PIXELS / 1000000u),
        reason);
}

void image_pixels_free(struct image_pixels *pixels)
{
    mem_free(pixels->rgb);
    mem_free(pixels->alpha);
    *pixels = (struct image_pixels){0};
}
