#include "epub/pictures.h"

#include <string.h>

#include "base/mem.h"
#include "image/image.h"
#include "image/jpeg.h"
#include "image/png.h"

/* Cores of EPUB 3.3: PNG and JPEG. Files that readers may not show (CMYK, turned by EXIF) are
 * written anew as upright PNG. */
static bool fill_picture(struct epub *epub, struct epub_picture *picture, uint32_t number)
{
    const struct image *image = picture->image;
    struct image_pixels pixels = {0};
    const char *reason = "";
    bool jpeg = image_jpeg_passes(image);
    picture->bytes = image->bytes;
    picture->media_type = jpeg ? "image/jpeg" : "image/png";
    picture->name = arena_format(&epub->arena, "picture-%u.%s", number, jpeg ? "jpg" : "png");
    if (jpeg || image->kind == IMAGE_PNG)
        return true;
    bool done = image_decode(image, &pixels, &reason) == IMAGE_OK &&
                image_write_png(&pixels, &picture->converted);
    image_pixels_free(&pixels);
    if (!done) {
        diag_add_file(epub->diags, DIAG_CODE_IMAGE_BROKEN, image->path,
                      "save the picture again as PNG or JPEG", "the picture cannot be read: %s",
                      reason);
        return false;
    }
    picture->bytes = buf_slice(&picture->converted);
    return true;
}

static bool is_same(const struct image *a, const struct image *b)
{
    return memcmp(a->md5, b->md5, sizeof a->md5) == 0;
}

const struct epub_picture *epub_picture_of(const struct epub *epub, const struct image *image)
{
    for (uint32_t i = 0; i < epub->picture_count; i++)
        if (is_same(epub->pictures[i].image, image))
            return &epub->pictures[i];
    return NULL;
}

bool epub_collect_pictures(struct epub *epub)
{
    size_t cap = 0;
    const struct node *root = epub->doc->root;
    for (const struct node *node = root; node; node = node_next(node, root)) {
        if (node->kind != NODE_IMAGE || !node->u.image.image || node->media == NODE_MEDIA_PRINT ||
            epub_picture_of(epub, node->u.image.image))
            continue;
        struct epub_picture *picture = MEM_PUSH(epub->pictures, epub->picture_count, cap);
        *picture = (struct epub_picture){.image = node->u.image.image};
        if (!fill_picture(epub, picture, epub->picture_count))
            return false;
    }
    return true;
}

void epub_free_pictures(struct epub *epub)
{
    for (uint32_t i = 0; i < epub->picture_count; i++)
        buf_free(&epub->pictures[i].converted);
    mem_free(epub->pictures);
}
