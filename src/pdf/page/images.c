#include "pdf/page/images.h"

#include "image/png_chunks.h"
#include "pdf/file/syntax.h"

/* Bytes of a picture that is not made smaller. */
#define SMALL_FILE ((size_t)64 * 1024)

/* More dots an inch are not seen on paper. */
#define MOST_DPI 300

static void put_head(struct buf *out, const struct image_form *form, int depth)
{
    buf_format(out, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent %d/ColorSpace",
               form->width, form->height, depth);
}

static void put_device_colours(struct buf *out, int channels)
{
    buf_put_string(out, channels == 3 ? "/DeviceRGB" : "/DeviceGray");
}

static void put_palette(struct buf *out, struct slice palette)
{
    buf_format(out, "[/Indexed/DeviceRGB %zu<", palette.len / 3 - 1);
    for (size_t i = 0; i < palette.len; i++)
        buf_format(out, "%02x", (unsigned)(uint8_t)palette.ptr[i]);
    buf_put_string(out, ">]");
}

/* The compressed rows of a PNG, as they are. */
static uint32_t add_png(struct pdf *pdf, const struct image_form *form, struct slice bytes,
                        uint32_t mask)
{
    struct buf entries = {0}, rows = {0};
    struct image_png_parts parts;
    image_png_parts(bytes, &rows, &parts);
    put_head(&entries, form, parts.depth);
    if (parts.palette.len >= 3)
        put_palette(&entries, parts.palette);
    else
        put_device_colours(&entries, parts.channels);
    buf_format(&entries, "/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %u>>",
               parts.channels, parts.depth, form->width);
    if (mask)
        pdf_entry_ref(&entries, "/SMask ", mask);
    uint32_t number = haru_add_stream(pdf->haru, buf_slice(&entries), buf_slice(&rows), HARU_FLATE);
    buf_free(&entries);
    buf_free(&rows);
    return number;
}

static uint32_t add_profile(struct pdf *pdf, const struct image_form *form)
{
    struct buf entries = {0};
    buf_format(&entries, "/N %d/Alternate", form->channels);
    put_device_colours(&entries, form->channels);
    uint32_t number =
        haru_add_stream(pdf->haru, buf_slice(&entries), buf_slice(&form->profile), HARU_DEFLATE);
    buf_free(&entries);
    return number;
}

static uint32_t add_jpeg(struct pdf *pdf, const struct image_form *form)
{
    struct buf entries = {0};
    uint32_t profile = form->profile.len > 0 ? add_profile(pdf, form) : 0;
    put_head(&entries, form, 8);
    if (profile) {
        pdf_entry_ref(&entries, "[/ICCBased ", profile);
        buf_put_char(&entries, ']');
    } else {
        put_device_colours(&entries, form->channels);
    }
    uint32_t number =
        haru_add_stream(pdf->haru, buf_slice(&entries), buf_slice(&form->bytes), HARU_DCT);
    buf_free(&entries);
    return number;
}

static uint32_t add_form(struct pdf *pdf, const struct image_form *form)
{
    uint32_t mask = 0;
    switch (form->kind) {
    case IMAGE_JPEG: return add_jpeg(pdf, form);
    case IMAGE_PNG:
        mask = form->mask.len > 0 ? add_png(pdf, form, buf_slice(&form->mask), 0) : 0;
        return add_png(pdf, form, buf_slice(&form->bytes), mask);
    case IMAGE_WEBP:
    case IMAGE_GIF: break; /* no form is one */
    }
    return 0;
}

/* Rounded up: a picture made for its place has as many as it needs. */
static uint32_t most_pixels(unit side)
{
    return (uint32_t)(((int64_t)side * MOST_DPI + UNIT_PT(72) - 1) / UNIT_PT(72));
}

/* NULL after a diagnostic; else it is to be given back. */
static const struct image_form *prepare(const struct pdf *pdf, const struct pdf_image *picture)
{
    const struct frame_item *item = picture->item;
    const struct node *node =
        item->node <= pdf->doc->node_count ? pdf->doc->nodes[item->node] : NULL;
    const struct image_wish wish = {
        .use = IMAGE_FOR_PRINT,
        .width = most_pixels(picture->width),
        .height = most_pixels(picture->height),
        .original = pdf->doc->meta.pictures == META_PICTURES_ORIGINAL,
        .small = SMALL_FILE,
    };
    return image_store_get(pdf->pictures, item->u.image.image, &wish, node ? node->span : SPAN_NONE,
                           pdf->diags);
}

static bool add_image(struct pdf *pdf, struct pdf_image *picture)
{
    const struct image_form *form = prepare(pdf, picture);
    if (!form)
        return false;
    picture->object = add_form(pdf, form);
    picture->orientation = form->orientation;
    image_store_release(pdf->pictures, form);
    return true;
}

static struct slice key_of(const struct image *image)
{
    return (struct slice){(const char *)image->digest.bytes, sizeof image->digest.bytes};
}

/* Notes a place of a picture; a new picture is put at the end of the list. */
static void note(struct pdf *pdf, const struct frame_item *item, struct pdf_image ***end)
{
    struct pdf_image *picture = map_get(&pdf->images, key_of(item->u.image.image));
    if (!picture) {
        picture = ARENA_NEW(&pdf->arena, struct pdf_image);
        picture->item = item;
        map_put(&pdf->images, key_of(item->u.image.image), picture);
        **end = picture;
        *end = &picture->next;
    }
    if (item->box.width > picture->width) {
        picture->width = item->box.width;
        picture->height = item->box.height;
    }
}

/* The first of the list of pictures, in the order of the pages. */
static struct pdf_image *list_images(struct pdf *pdf)
{
    struct pdf_image *first = NULL, **end = &first;
    for (uint32_t i = 0; i < pdf->frames->page_count; i++) {
        const struct frame_page *page = &pdf->frames->pages[i];
        for (uint32_t j = 0; j < page->count; j++)
            if (page->items[j].kind == FRAME_IMAGE && page->items[j].u.image.image)
                note(pdf, &page->items[j], &end);
    }
    return first;
}

bool pdf_write_images(struct pdf *pdf)
{
    for (struct pdf_image *picture = list_images(pdf); picture; picture = picture->next)
        if (!add_image(pdf, picture))
            return false;
    return true;
}

bool pdf_try_images(struct pdf *pdf)
{
    for (struct pdf_image *picture = list_images(pdf); picture; picture = picture->next) {
        const struct image_form *form = prepare(pdf, picture);
        if (!form)
            return false;
        image_store_release(pdf->pictures, form);
    }
    return true;
}

const struct pdf_image *pdf_image_of(const struct pdf *pdf, const struct image *image)
{
    return map_get(&pdf->images, key_of(image));
}
