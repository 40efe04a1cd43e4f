#include "image/webp.h"

#include <string.h>
#include <webp/decode.h>

#include "base/library.h"
#include "base/mem.h"
#include "image/exif.h"
#include "libraries.inc"

/* WebPGetFeatures is a part of the header. */
#define CALLS(X)                                                                                   \
    X(WebPGetFeaturesInternal)                                                                     \
    X(WebPDecodeRGBInto)                                                                           \
    X(WebPDecodeRGBAInto)

LIBRARY_DEFINE(libwebp, LIBRARY_WEBP, CALLS)

static uint32_t le32(const char *at)
{
    const uint8_t *bytes = (const uint8_t *)at;
    return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/* The file up to the length that its head says (2.3); empty: it is shorter. */
static struct slice riff_of(struct slice bytes)
{
    size_t len = bytes.len < 12 ? 0 : (size_t)le32(bytes.ptr + 4) + 8;
    return len < 12 || len > bytes.len ? SLICE_EMPTY : slice_sub(bytes, 0, len);
}

/* What the first chunk of this name holds (2.3); empty: there is none. */
static struct slice find_chunk(struct slice riff, const char *name)
{
    for (size_t at = 12; riff.len >= 8 && at <= riff.len - 8;) {
        size_t len = le32(riff.ptr + at + 4), left = riff.len - at - 8;
        if (len > left)
            break;
        if (memcmp(riff.ptr + at, name, 4) == 0)
            return slice_sub(riff, at + 8, len);
        at += 8 + len + len % 2;
    }
    return SLICE_EMPTY;
}

/* Some programs write the head that EXIF has in a JPEG, some do not. */
static int orientation_of(struct slice exif)
{
    if (exif.len >= 6 && memcmp(exif.ptr, "Exif\0\0", 6) == 0)
        exif = slice_from_position(exif, 6);
    return image_exif_orientation((const uint8_t *)exif.ptr, exif.len);
}

enum image_error image_webp_open(struct slice bytes, struct arena *arena, struct image *image,
                                 const char **reason)
{
    WebPBitstreamFeatures features;
    struct slice riff = riff_of(bytes);
    if (riff.len == 0)
        return image_refuse(IMAGE_DAMAGED, "the WebP is cut short: copy it again", reason);
    if (libwebp_load().WebPGetFeaturesInternal((const uint8_t *)riff.ptr, riff.len, &features,
                                               WEBP_DECODER_ABI_VERSION) != VP8_STATUS_OK)
        return image_refuse(IMAGE_DAMAGED, "the WebP is damaged: copy it again", reason);
    if (features.has_animation)
        return image_refuse(IMAGE_NOT_SUPPORTED,
                            "it is an animated WebP: save one of its pictures as PNG", reason);
    image->kind = IMAGE_WEBP;
    image->orientation = orientation_of(find_chunk(riff, "EXIF"));
    image->raw_width = (uint32_t)features.width;
    image->raw_height = (uint32_t)features.height;
    image->components = 3;
    image->has_alpha = features.has_alpha;
    image->has_profile = find_chunk(riff, "ICCP").len > 0;
    return image_check_size(image->raw_width, image->raw_height, arena, reason);
}

bool image_webp_profile(const struct image *image, struct buf *out)
{
    struct slice profile = find_chunk(riff_of(image->bytes), "ICCP");
    buf_put_slice(out, profile);
    return profile.len > 0;
}

static void split_alpha(const uint8_t *rgba, struct image_pixels *out)
{
    size_t count = (size_t)out->width * out->height;
    uint8_t *rgb = out->rgb;
    out->alpha = mem_alloc(count);
    for (size_t i = 0; i < count; i++, rgba += 4, rgb += 3) {
        memcpy(rgb, rgba, 3);
        out->alpha[i] = rgba[3];
    }
}

bool image_webp_decode(const struct image *image, struct image_pixels *out)
{
    const uint8_t *bytes = (const uint8_t *)image->bytes.ptr;
    size_t len = riff_of(image->bytes).len, count = (size_t)image->raw_width * image->raw_height;
    size_t samples = image->has_alpha ? 4 : 3;
    struct libwebp webp = libwebp_load();
    int stride = (int)(image->raw_width * samples);
    uint8_t *rgba = image->has_alpha ? mem_alloc(count * 4) : NULL;
    out->width = image->raw_width;
    out->height = image->raw_height;
    out->channels = 3;
    out->rgb = mem_alloc(count * 3);
    bool done = rgba ? webp.WebPDecodeRGBAInto(bytes, len, rgba, count * 4, stride) != NULL
                     : webp.WebPDecodeRGBInto(bytes, len, out->rgb, count * 3, stride) != NULL;
    if (done && rgba)
        split_alpha(rgba, out);
    mem_free(rgba);
    return done;
}
