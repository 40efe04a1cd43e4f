#include "raster/pictures.h"

#include <string.h>

#include "base/mem.h"
#include "image/prepare.h"

/* More is painted anew for each page: signs and logos come again, photographs do not. */
#define KEEP_BYTES ((size_t)16 * 1024 * 1024)

struct painted {
    uint8_t md5[16];
    uint32_t width, height;
    struct image_pixels pixels;
    struct painted *next; /* of all that stay, for their end */
};

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

static bool paint(const struct image *image, uint32_t width, uint32_t height,
                  struct image_pixels *out, const char **reason)
{
    struct image_pixels shown;
    if (image_show(image, width, height, &shown, reason) != IMAGE_OK)
        return false;
    *out = shown;
    if (shown.width == width && shown.height == height)
        return true;
    *out = (struct image_pixels){.width = width, .height = height};
    enlarge(&shown, out);
    image_pixels_free(&shown);
    return true;
}

static struct slice key_of(const struct painted *painted)
{
    return (struct slice){(const char *)painted, offsetof(struct painted, pixels)};
}

const struct image_pixels *pictures_get(struct pictures *pictures, const struct image *image,
                                        uint32_t width, uint32_t height, const char **reason)
{
    struct painted wanted = {.width = width, .height = height};
    memcpy(wanted.md5, image->md5, sizeof wanted.md5);
    struct painted *kept = map_get(&pictures->painted, key_of(&wanted));
    if (kept)
        return &kept->pixels;
    if (!paint(image, width, height, &wanted.pixels, reason))
        return NULL;
    size_t bytes = (size_t)width * height * (size_t)wanted.pixels.channels;
    if (bytes > KEEP_BYTES - pictures->bytes) {
        image_pixels_free(&pictures->passing);
        pictures->passing = wanted.pixels;
        return &pictures->passing;
    }
    pictures->bytes += bytes;
    kept = ARENA_NEW(&pictures->arena, struct painted);
    *kept = wanted;
    kept->next = pictures->last;
    pictures->last = kept;
    map_put(&pictures->painted, key_of(kept), kept);
    return &kept->pixels;
}

void pictures_free(struct pictures *pictures)
{
    for (struct painted *painted = pictures->last; painted; painted = painted->next)
        image_pixels_free(&painted->pixels);
    image_pixels_free(&pictures->passing);
    map_free(&pictures->painted);
    arena_free(&pictures->arena);
}
