#include "epub/pictures.h"

#include <string.h>

#include "base/mem.h"

/* No reader's screen shows more of a picture at once. */
#define MOST_PIXELS 1600

static void tell_limited(struct epub *epub, struct span span, const struct epub_picture *picture)
{
    diag_add(epub->diags, DIAG_CODE_IMAGE_LIMITED, span,
             "save a copy of it 1,600 pixels across: a screen shows no more",
             "the picture '%s' is larger than e-readers take (5.6 million pixels, 5 MB): the EPUB "
             "has a smaller copy, of %u by %u pixels",
             picture->image->path, picture->form->width, picture->form->height);
}

/* Cores of EPUB 3.3: PNG and JPEG. */
bool epub_fill_picture(struct epub *epub, struct span span, struct epub_picture *picture,
                       const char *name)
{
    const struct image_wish wish = {
        .use = IMAGE_FOR_SCREEN,
        .width = MOST_PIXELS,
        .height = MOST_PIXELS,
        .original = epub->doc->meta.pictures == META_PICTURES_ORIGINAL,
    };
    picture->form = image_store_get(epub->store, picture->image, &wish, span, epub->diags);
    if (!picture->form)
        return false;
    if (picture->form->limited)
        tell_limited(epub, span, picture);
    bool jpeg = picture->form->kind == IMAGE_JPEG;
    picture->media_type = jpeg ? "image/jpeg" : "image/png";
    picture->name = arena_format(&epub->arena, "%s.%s", name, jpeg ? "jpg" : "png");
    return true;
}

static bool is_same(const struct image *a, const struct image *b)
{
    return digest_equal(&a->digest, &b->digest);
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
        const char *name = arena_format(&epub->arena, "picture-%u", epub->picture_count);
        if (!epub_fill_picture(epub, node->span, picture, name))
            return false;
    }
    return true;
}

void epub_free_pictures(struct epub *epub)
{
    for (uint32_t i = 0; i < epub->picture_count; i++)
        if (epub->pictures[i].form)
            image_store_release(epub->store, epub->pictures[i].form);
    if (epub->cover.form)
        image_store_release(epub->store, epub->cover.form);
    mem_free(epub->pictures);
}
