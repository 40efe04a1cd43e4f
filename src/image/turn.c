#include "image/turn.h"

#include <string.h>

#include "base/mem.h"

/* Where the stored pixel lies that is shown at x, y. */
static size_t stored_at(const struct image_pixels *pixels, int orientation, size_t x, size_t y)
{
    bool swap = orientation >= 5;
    size_t from_x = swap ? y : x, from_y = swap ? x : y;
    if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
        from_x = pixels->width - 1 - from_x;
    if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
        from_y = pixels->height - 1 - from_y;
    return from_y * pixels->width + from_x;
}

void image_turn(struct image_pixels *pixels, int orientation)
{
    size_t channels = (size_t)pixels->channels;
    struct image_pixels turned = *pixels;
    if (orientation == 1)
        return;
    turned.width = orientation >= 5 ? pixels->height : pixels->width;
    turned.height = orientation >= 5 ? pixels->width : pixels->height;
    size_t count = (size_t)turned.width * turned.height;
    uint8_t *rgb = turned.rgb = mem_alloc(count * channels);
    uint8_t *alpha = turned.alpha = pixels->alpha ? mem_alloc(count) : NULL;
    for (size_t y = 0; y < turned.height; y++) {
        for (size_t x = 0; x < turned.width; x++, rgb += channels) {
            size_t from = stored_at(pixels, orientation, x, y);
            memcpy(rgb, pixels->rgb + from * channels, channels);
            if (alpha)
                *alpha++ = pixels->alpha[from];
        }
    }
    image_pixels_free(pixels);
    *pixels = turned;
}
