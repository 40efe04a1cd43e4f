#include "image/image.h"

#include <string.h>

#include "base/mem.h"
#include "image/gif.h"
#include "image/jpeg.h"
#include "image/jpeg_markers.h"
#include "image/png.h"
#include "image/png_chunks.h"
#include "image/turn.h"
#include "image/webp.h"

/* What to do with them, by programs that come with the computer or telephone. */
#define SAVE_PNG "save it as PNG with Paint (Windows) or Preview (Mac)"
#define EXPORT_JPEG                                                                                \
    "save it as JPEG with Photos (Windows) or Preview (Mac, Export); with Settings, Camera, "      \
    "Formats, Most Compatible an iPhone takes JPEG itself"

/* Formats that people try, by their first bytes. */
static const struct {
    const char *magic;
    uint8_t offset, len;
    const char *reason;
} others[] = {
    {"BM", 0, 2, "it is a BMP picture: " SAVE_PNG},
    {"II*\0", 0, 4, "it is a TIFF picture: " SAVE_PNG},
    {"MM\0*", 0, 4, "it is a TIFF picture: " SAVE_PNG},
    {"ftypavif", 4, 8, "it is an AVIF picture: " SAVE_PNG},
    {"ftyphei", 4, 7, "it is an HEIC picture, as iPhones take them: " EXPORT_JPEG},
    {"ftyphevc", 4, 8, "it is an HEIC picture, as iPhones take them: " EXPORT_JPEG},
    {"ftypmif1", 4, 8, "it is an HEIF picture, as telephones take them: " EXPORT_JPEG},
    {"ftyp", 4, 4, "it is a film: save one picture of it as PNG or JPEG"},
    {"\xff\x0a", 0, 2, "it is a JPEG XL picture: save it as PNG or JPEG"},
    {"JXL ", 4, 4, "it is a JPEG XL picture: save it as PNG or JPEG"},
    {"jP  ", 4, 4, "it is a JPEG 2000 picture: save it as PNG or JPEG"},
    {"8BPS", 0, 4, "it is a Photoshop file: save it as PNG or JPEG"},
    {"%PDF", 0, 4, "it is a PDF file: save its page as PNG"},
    {"%!PS", 0, 4, "it is a PostScript file: save it as PNG"},
    {"\0\0\1\0", 0, 4, "it is an icon file: save it as PNG"},
};

static enum image_error name_format(struct slice bytes, const char **reason)
{
    struct slice text = slice_trim(slice_sub(bytes, 0, 1024));
    if (slice_starts(text, "\xef\xbb\xbf"))
        text = slice_trim(slice_from_position(text, 3));
    if (slice_starts(text, "<svg") ||
        (slice_starts(text, "<") && memmem(text.ptr, text.len, "<svg", 4)))
        return image_refuse(IMAGE_NOT_SUPPORTED, "it is an SVG drawing: save it as PNG", reason);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t end = (size_t)others[i].offset + others[i].len;
        if (bytes.len >= end &&
            memcmp(bytes.ptr + others[i].offset, others[i].magic, others[i].len) == 0)
            return image_refuse(IMAGE_NOT_SUPPORTED, others[i].reason, reason);
    }
    return image_refuse(IMAGE_NOT_KNOWN,
                        bytes.len == 0
                            ? "the file is empty"
                            : "it is not a picture that leafset knows: save it as PNG or JPEG",
                        reason);
}

enum image_error image_open(struct slice bytes, const char *path, struct arena *arena,
                            const struct image **image, const char **reason)
{
    struct image *made = ARENA_NEW(arena, struct image);
    enum image_error error;
    *image = NULL;
    *reason = NULL;
    if (bytes.len > IMAGE_MAX_BYTES)
        return image_refuse(IMAGE_OVER_LIMIT, "the picture's file is larger than 64 MiB", reason);
    if (bytes.len >= 8 && memcmp(bytes.ptr, "\x89PNG\r\n\x1a\n", 8) == 0)
        error = image_png_open(bytes, arena, made, reason);
    else if (bytes.len >= 3 && memcmp(bytes.ptr, "\xff\xd8\xff", 3) == 0)
        error = image_jpeg_open(bytes, arena, made, reason);
    else if (bytes.len >= 12 && memcmp(bytes.ptr, "RIFF", 4) == 0 &&
             memcmp(bytes.ptr + 8, "WEBP", 4) == 0)
        error = image_webp_open(bytes, arena, made, reason);
    else if (bytes.len >= 6 && memcmp(bytes.ptr, "GIF8", 4) == 0)
        error = image_gif_open(bytes, arena, made, reason);
    else if (bytes.len >= 4 && memcmp(bytes.ptr, "\x89PNG", 4) == 0)
        return image_refuse(IMAGE_DAMAGED,
                            "the PNG is damaged at its start, as by a transfer as text: copy it "
                            "again",
                            reason);
    else
        error = name_format(bytes, reason);
    if (error != IMAGE_OK)
        return error;
    bool turned = made->orientation >= 5;
    made->width = turned ? made->raw_height : made->raw_width;
    made->height = turned ? made->raw_width : made->raw_height;
    made->bytes = bytes;
    made->path = path;
    made->digest = digest_of(bytes.ptr, bytes.len);
    *image = made;
    return IMAGE_OK;
}

/* An alpha of nothing but opaque pixels is none. */
static void drop_opaque(struct image_pixels *pixels)
{
    size_t count = (size_t)pixels->width * pixels->height, i = 0;
    if (!pixels->alpha)
        return;
    while (i < count && pixels->alpha[i] == 255)
        i++;
    if (i < count)
        return;
    mem_free(pixels->alpha);
    pixels->alpha = NULL;
}

static bool decode(const struct image *image, struct image_pixels *out)
{
    switch (image->kind) {
    case IMAGE_PNG: return image_png_decode(image, out);
    case IMAGE_JPEG: return image_jpeg_decode(image, out);
    case IMAGE_WEBP: return image_webp_decode(image, out);
    case IMAGE_GIF: return image_gif_decode(image, out);
    }
    return false;
}

enum image_error image_decode_stored(const struct image *image, struct image_pixels *out,
                                     const char **reason)
{
    *out = (struct image_pixels){0};
    if (!decode(image, out)) {
        image_pixels_free(out);
        return image_refuse(IMAGE_DAMAGED, "the picture is damaged: its pixels cannot be read",
                            reason);
    }
    drop_opaque(out);
    return IMAGE_OK;
}

enum image_error image_decode(const struct image *image, struct image_pixels *out,
                              const char **reason)
{
    enum image_error error = image_decode_stored(image, out, reason);
    if (error == IMAGE_OK)
        image_turn(out, image->orientation);
    return error;
}
