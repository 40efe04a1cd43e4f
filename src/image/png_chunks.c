#include "image/png_chunks.h"

#include <string.h>
#include <zlib.h>

#define PROFILE_MOST ((size_t)4 * 1024 * 1024)

struct png_chunk {
    const uint8_t *type, *data;
    uint32_t len;
};

static bool is_type(const struct png_chunk *chunk, const char *type)
{
    return memcmp(chunk->type, type, 4) == 0;
}

/* Reads the chunk at *at and moves past it; NULL, or what is wrong. */
static const char *next_chunk(struct slice bytes, size_t *at, struct png_chunk *chunk)
{
    const uint8_t *start = (const uint8_t *)bytes.ptr + *at;
    size_t left = bytes.len - *at;
    if (left < 12)
        return "the PNG is cut short: copy it again";
    chunk->len = image_be32(start);
    chunk->type = start + 4;
    chunk->data = start + 8;
    for (int i = 0; i < 4; i++)
        if (!ascii_is_alpha((char)chunk->type[i]))
            return "the PNG is damaged: copy it again";
    if (chunk->len > left - 12)
        return "the PNG is cut short: copy it again";
    if (crc32(crc32(0, NULL, 0), chunk->type, chunk->len + 4) !=
        image_be32(chunk->data + chunk->len))
        return "the PNG is damaged (a checksum is wrong): copy it again";
    *at += (size_t)chunk->len + 12;
    return NULL;
}

static bool is_depth(unsigned type, unsigned depth)
{
    switch (type) {
    case 0: return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    case 3: return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6: return depth == 8 || depth == 16;
    default: return false;
    }
}

static enum image_error read_header(const struct png_chunk *chunk, struct arena *arena,
                                    struct image *image, const char **reason)
{
    const uint8_t *data = chunk->data;
    if (!is_type(chunk, "IHDR") || chunk->len != 13 || !is_depth(data[9], data[8]) ||
        data[10] != 0 || data[11] != 0 || data[12] > 1)
        return image_refuse(
            IMAGE_DAMAGED,
            is_type(chunk, "CgBI")
                ? "it is a PNG made for one maker's telephones: save it as PNG again"
                : "the PNG is damaged: its header is wrong",
            reason);
    image->kind = IMAGE_PNG;
    image->orientation = 1;
    image->raw_width = image_be32(data);
    image->raw_height = image_be32(data + 4);
    image->components = data[9] == 0 || data[9] == 4 ? 1 : 3;
    image->has_alpha = data[9] == 4 || data[9] == 6;
    image->plain_rows = data[8] <= 8 && data[12] == 0;
    return image_check_size(image->raw_width, image->raw_height, arena, reason);
}

/* Notes what an ancillary chunk says; false for a critical chunk that is not known. */
static bool read_chunk(const struct png_chunk *chunk, struct image *image)
{
    if (is_type(chunk, "tRNS"))
        image->has_alpha = true;
    else if (is_type(chunk, "pHYs") && chunk->len == 9 && chunk->data[8] == 1) {
        uint64_t dpi = ((uint64_t)image_be32(chunk->data) * 254 + 5000) / 10000;
        image->dpi = dpi > 100000 ? 0 : (uint32_t)dpi;
    } else if (is_type(chunk, "iCCP"))
        image->has_profile = true;
    return chunk->type[0] >= 'a' || is_type(chunk, "PLTE") || is_type(chunk, "IDAT") ||
           is_type(chunk, "IEND");
}

enum image_error image_png_open(struct slice bytes, struct arena *arena, struct image *image,
                                const char **reason)
{
    struct png_chunk chunk;
    size_t at = 8;
    bool palette = false, pixels = false;
    *reason = next_chunk(bytes, &at, &chunk);
    if (*reason)
        return IMAGE_DAMAGED;
    enum image_error error = read_header(&chunk, arena, image, reason);
    if (error != IMAGE_OK)
        return error;
    bool needs_palette = chunk.data[9] == 3;
    do {
        *reason = next_chunk(bytes, &at, &chunk);
        if (*reason)
            return IMAGE_DAMAGED;
        if (is_type(&chunk, "acTL"))
            return image_refuse(IMAGE_NOT_SUPPORTED,
                                "it is an animated PNG: save one of its pictures as PNG", reason);
        palette = palette || is_type(&chunk, "PLTE");
        pixels = pixels || is_type(&chunk, "IDAT");
        if (!read_chunk(&chunk, image))
            return image_refuse(IMAGE_DAMAGED,
                                "the PNG is damaged: it has a part that is not known", reason);
    } while (!is_type(&chunk, "IEND"));
    if (pixels && (palette || !needs_palette))
        return IMAGE_OK;
    return image_refuse(IMAGE_DAMAGED, "the PNG is damaged: it has no pixels", reason);
}

/* What showing the picture needs: the rest are texts, times, XMP and EXIF with their places. */
static bool is_shown(const struct png_chunk *chunk, bool profile)
{
    static const char kept[] = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB pHYs sBIT bKGD ";
    for (const char *at = kept; *at; at += 5)
        if (is_type(chunk, at))
            return true;
    return profile && is_type(chunk, "iCCP");
}

void image_png_strip(const struct image *image, bool profile, struct buf *out)
{
    struct png_chunk chunk;
    size_t at = 8, start = at;
    buf_put_slice(out, slice_sub(image->bytes, 0, at));
    do {
        if (next_chunk(image->bytes, &at, &chunk))
            return;
        if (is_shown(&chunk, profile))
            buf_put_slice(out, slice_sub(image->bytes, start, at - start));
        start = at;
    } while (!is_type(&chunk, "IEND"));
}

/* Unpacks at most PROFILE_MOST bytes. */
static bool inflate_profile(struct slice packed, struct buf *out)
{
    char block[4096];
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)packed.ptr, .avail_in = (uInt)packed.len};
    int result = inflateInit(&stream);
    while (result == Z_OK && out->len < PROFILE_MOST) {
        stream.next_out = (Bytef *)block;
        stream.avail_out = sizeof block;
        result = inflate(&stream, Z_NO_FLUSH);
        buf_put(out, block, sizeof block - stream.avail_out);
    }
    inflateEnd(&stream);
    return result == Z_STREAM_END;
}

bool image_png_profile(const struct image *image, struct buf *out)
{
    struct png_chunk chunk;
    size_t at = 8;
    while (!next_chunk(image->bytes, &at, &chunk) && !is_type(&chunk, "IDAT")) {
        if (!is_type(&chunk, "iCCP"))
            continue;
        struct slice data = {(const char *)chunk.data, chunk.len};
        size_t name = slice_find(data, '\0'); /* then a byte for the method, which is always 0 */
        return inflate_profile(slice_from_position(data, name + 2), out);
    }
    return false;
}

void image_png_parts(struct slice bytes, struct buf *rows, struct image_png_parts *parts)
{
    struct png_chunk chunk;
    size_t at = 8;
    *parts = (struct image_png_parts){0};
    while (!next_chunk(bytes, &at, &chunk) && !is_type(&chunk, "IEND")) {
        if (is_type(&chunk, "IHDR")) {
            parts->depth = chunk.data[8];
            parts->channels = chunk.data[9] == 2 ? 3 : 1;
        } else if (is_type(&chunk, "PLTE")) {
            parts->palette = (struct slice){(const char *)chunk.data, chunk.len};
        } else if (is_type(&chunk, "IDAT") && rows) {
            buf_put(rows, chunk.data, chunk.len);
        }
    }
}
