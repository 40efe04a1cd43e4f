#include "pdf/page/images.h"

#include <string.h>

#include "base/mem.h"
#include "image/image.h"
#include "image/jpeg.h"
#include "pdf/file/syntax.h"

static void put_head(struct buf *out, uint32_t width, uint32_t height, int channels)
{
    buf_format(out,
               "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8/ColorSpace%s",
               width, height, channels == 3 ? "/DeviceRGB" : "/DeviceGray");
}

/* A row by one of PNG's filters 0, 1, 2 (ISO 15948, 9.2): the bytes less nothing, less the sample
 * to the left, less the one above. */
static void filter_row(int filter, const uint8_t *row, const uint8_t *above, size_t len,
                       size_t step, uint8_t *out)
{
    size_t plain = filter == 0 ? len : filter == 1 ? step : 0; /* bytes without one to subtract */
    const uint8_t *less = filter == 1 ? row : above;
    *out++ = (uint8_t)filter;
    memcpy(out, row, plain);
    for (size_t i = plain; i < len; i++)
        out[i] = (uint8_t)(row[i] - less[i - plain]);
}

static unsigned distance(uint8_t value, uint8_t guess)
{
    uint8_t rest = (uint8_t)(value - guess);
    return rest < 128 ? rest : 256u - rest;
}

/* The filter with the smallest sum of absolute differences, judged by a sample of the row. */
static int choose_filter(const uint8_t *row, const uint8_t *above, size_t len, size_t step)
{
    uint64_t sums[3] = {0, 0, 0};
    for (size_t i = step; i < len; i += 7) {
        sums[0] += distance(row[i], 0);
        sums[1] += distance(row[i], row[i - step]);
        sums[2] += distance(row[i], above[i]);
    }
    int best = sums[1] < sums[0] ? 1 : 0;
    return sums[2] < sums[best] ? 2 : best;
}

static void put_rows(struct pdf *pdf, const uint8_t *rows, uint32_t height, size_t len, size_t step,
                     struct buf *out)
{
    uint8_t *filtered = mem_alloc(len + 1), *zero = mem_calloc(len, 1);
    deflater_begin(pdf->deflater);
    for (uint32_t y = 0; y < height; y++) {
        const uint8_t *row = rows + y * len, *above = y > 0 ? row - len : zero;
        filter_row(choose_filter(row, above, len, step), row, above, len, step, filtered);
        deflater_feed(pdf->deflater, (struct slice){(const char *)filtered, len + 1}, out);
    }
    deflater_end(pdf->deflater, out);
    mem_free(filtered);
    mem_free(zero);
}

static uint32_t add_samples(struct pdf *pdf, const struct image_pixels *pixels,
                            const uint8_t *samples, int channels, uint32_t mask)
{
    struct buf entries = {0}, packed = {0};
    size_t len = (size_t)pixels->width * (size_t)channels;
    put_head(&entries, pixels->width, pixels->height, channels);
    buf_format(&entries, "/DecodeParms<</Predictor 15/Colors %d/Columns %u>>", channels,
               pixels->width);
    if (mask)
        pdf_entry_ref(&entries, "/SMask ", mask);
    put_rows(pdf, samples, pixels->height, len, (size_t)channels, &packed);
    uint32_t number =
        haru_add_stream(pdf->haru, buf_slice(&entries), buf_slice(&packed), HARU_FLATE);
    buf_free(&entries);
    buf_free(&packed);
    return number;
}

static bool add_decoded(struct pdf *pdf, const struct image *image, uint32_t *number,
                        const char **reason)
{
    struct image_pixels pixels = {0};
    if (image_decode(image, &pixels, reason) != IMAGE_OK)
        return false;
    uint32_t mask = pixels.alpha ? add_samples(pdf, &pixels, pixels.alpha, 1, 0) : 0;
    *number = add_samples(pdf, &pixels, pixels.rgb, pixels.channels, mask);
    image_pixels_free(&pixels);
    return true;
}

static uint32_t add_jpeg(struct pdf *pdf, const struct image *image)
{
    struct buf entries = {0};
    put_head(&entries, image->raw_width, image->raw_height, image->components);
    uint32_t number = haru_add_stream(pdf->haru, buf_slice(&entries), image->bytes, HARU_DCT);
    buf_free(&entries);
    return number;
}

static struct slice key_of(const struct image *image)
{
    return (struct slice){(const char *)image->md5, sizeof image->md5};
}

static bool add_image(struct pdf *pdf, const struct frame_item *item)
{
    const struct image *image = item->u.image.image;
    const char *reason = "it cannot be read";
    uint32_t number = 0;
    if (map_get(&pdf->images, key_of(image)))
        return true;
    if (image_jpeg_passes(image)) {
        number = add_jpeg(pdf, image);
    } else if (!add_decoded(pdf, image, &number, &reason)) {
        const struct node *node =
            item->node <= pdf->doc->node_count ? pdf->doc->nodes[item->node] : NULL;
        diag_add(pdf->diags, DIAG_CODE_PDF_FAILED, node ? node->span : SPAN_NONE, NULL,
                 "the picture %s cannot be put into the PDF: %s", image->path, reason);
        return false;
    }
    uint32_t *object = ARENA_NEW(&pdf->arena, uint32_t);
    *object = number;
    map_put(&pdf->images, key_of(image), object);
    return true;
}

bool pdf_write_images(struct pdf *pdf)
{
    for (uint32_t i = 0; i < pdf->frames->page_count; i++) {
        const struct frame_page *page = &pdf->frames->pages[i];
        for (uint32_t j = 0; j < page->count; j++) {
            const struct frame_item *item = &page->items[j];
            if (item->kind == FRAME_IMAGE && item->u.image.image && !add_image(pdf, item))
                return false;
        }
    }
    return true;
}

uint32_t pdf_image_object(const struct pdf *pdf, const struct image *image)
{
    const uint32_t *object = map_get(&pdf->images, key_of(image));
    return object ? *object : 0;
}
