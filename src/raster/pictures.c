#include "raster/pictures.h"

#include <string.h>

#include "base/mem.h"

/* Equal squares for pixels where there are too few. */
static void enlarge(const struct image_pixels *from, struct image_pixels *to)
{
    size_t channels = (size_t)from->channels;
    to->channels = from->channels;
    to->rgb = mem_alloc((size_t)to->width * to->height * channels);
    for (uint32_t y = 0; y < to->height; y++) {
        const uint8_t *row =
            from->rgb + (uint64_t)y * from->height / to->height * from->width * channels;
        uint8_t *at = to->rgb + (size_t)y * to->width * channels;
        for (uint32_t x = 0; x < to->width; x++, at += channels)
            memcpy(at, row + (uint64_t)x * from->width / to->width * channels, channels);
    }
}

const struct image_pixels *pictures_get(struct pictures *pictures, const struct image *image,
                                        uint32_t width, uint32_t height, const char **reason)
{
    pictures_free(pictures);
    pictures->lent = image_store_show(pictures->store, image, width, height, reason);
    if (!pictures->lent || (pictures->lent->width == width && pictures->lent->height == height))
        return pictures->lent;
    pictures->enlarged = (struct image_pixels){.width = width, .height = height};
    enlarge(pictures->lent, &pictures->enlarged);
    return &pictures->enlarged;
}

void pictures_free(struct pictures *pictures)
{
    if (pictures->lent)
        image_store_release_pixels(pictures->store, pictures->lent);
    pictures->lent = NULL;
    image_pixels_free(&pictures->enlarged);
}
