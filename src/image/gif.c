#include "image/gif.h"

#include <gif_lib.h>
#include <string.h>

#include "base/library.h"
#include "base/mem.h"
#include "libraries.inc"

#define CALLS(X)                                                                                   \
    X(DGifOpen)                                                                                    \
    X(DGifGetRecordType)                                                                           \
    X(DGifGetImageDesc)                                                                            \
    X(DGifGetExtension)                                                                            \
    X(DGifGetExtensionNext)                                                                        \
    X(DGifExtensionToGCB)                                                                          \
    X(DGifGetLine)                                                                                 \
    X(DGifCloseFile)

LIBRARY_DEFINE(giflib, LIBRARY_GIF, CALLS)

/* Blocks begin with one of these (appendix B). */
enum { EXTENSION = 0x21, PICTURE = 0x2c, TRAILER = 0x3b };

/* Sections 18, 20 and 23: the sizes of the head, of a picture's head, of the extension that may
 * name a transparent colour. */
enum { HEAD = 13, PICTURE_HEAD = 10, CONTROL = 0xf9, CONTROL_LEN = 8 };

static uint32_t byte_at(struct slice bytes, size_t at)
{
    return at < bytes.len ? (unsigned char)bytes.ptr[at] : 0;
}

static uint32_t le16(struct slice bytes, size_t at)
{
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}

static size_t colours_len(uint32_t flags)
{
    return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0;
}

/* Behind the parts of a block, each of which begins with its length; 0: the file ends before. */
static size_t skip_parts(struct slice bytes, size_t at)
{
    while (at < bytes.len && byte_at(bytes, at) > 0)
        at += 1 + byte_at(bytes, at);
    return at < bytes.len ? at + 1 : 0;
}

/* Behind the block at `at`; 0: it is cut, or none. */
static size_t skip_block(struct slice bytes, size_t at)
{
    switch (byte_at(bytes, at)) {
    case EXTENSION: return skip_parts(bytes, at + 2);
    case PICTURE: {
        size_t data = at + PICTURE_HEAD + colours_len(byte_at(bytes, at + 9));
        return skip_parts(bytes, data + 1);
    }
    default: return 0;
    }
}

static void look_at_first(struct slice bytes, size_t at, struct image *image)
{
    uint32_t width = le16(bytes, at + 5), height = le16(bytes, at + 7);
    uint32_t right = le16(bytes, at + 1) + width, bottom = le16(bytes, at + 3) + height;
    image->has_alpha = image->has_alpha || width < image->raw_width || height < image->raw_height;
    image->raw_width = right > image->raw_width ? right : image->raw_width;
    image->raw_height = bottom > image->raw_height ? bottom : image->raw_height;
}

enum image_error image_gif_open(struct slice bytes, struct arena *arena, struct image *image,
                                const char **reason)
{
    image->kind = IMAGE_GIF;
    image->orientation = 1;
    image->components = 3;
    image->raw_width = le16(bytes, 6);
    image->raw_height = le16(bytes, 8);
    size_t at = HEAD + colours_len(byte_at(bytes, 10)), next;
    for (; (next = skip_block(bytes, at)) > 0; at = next) {
        bool control = byte_at(bytes, at) == EXTENSION && byte_at(bytes, at + 1) == CONTROL;
        if (byte_at(bytes, at) == PICTURE && image->frames++ == 0)
            look_at_first(bytes, at, image);
        else if (control && image->frames == 0 && next >= at + CONTROL_LEN)
            image->has_alpha = byte_at(bytes, at + 3) & 1;
    }
    if (image->frames == 0)
        return image_refuse(IMAGE_DAMAGED, "the GIF is cut short: copy it again", reason);
    return image_check_size(image->raw_width, image->raw_height, arena, reason);
}

/* ---- pixels */

struct cursor {
    struct slice rest;
};

static int read_bytes(GifFileType *gif, GifByteType *out, int len)
{
    struct cursor *cursor = gif->UserData;
    size_t count = (size_t)len < cursor->rest.len ? (size_t)len : cursor->rest.len;
    memcpy(out, cursor->rest.ptr, count);
    cursor->rest = slice_from_position(cursor->rest, count);
    return (int)count;
}

/* Up to the head of the first picture; *clear: its transparent colour, or NO_TRANSPARENT_COLOR. */
static bool find_first(const struct giflib *lib, GifFileType *gif, int *clear)
{
    GifRecordType record;
    GraphicsControlBlock control;
    for (*clear = NO_TRANSPARENT_COLOR;;) {
        int code;
        GifByteType *part;
        if (lib->DGifGetRecordType(gif, &record) == GIF_ERROR || record == TERMINATE_RECORD_TYPE)
            return false;
        if (record == IMAGE_DESC_RECORD_TYPE)
            return lib->DGifGetImageDesc(gif) != GIF_ERROR;
        if (lib->DGifGetExtension(gif, &code, &part) == GIF_ERROR)
            return false;
        if (code == GRAPHICS_EXT_FUNC_CODE && part &&
            lib->DGifExtensionToGCB(part[0], part + 1, &control) != GIF_ERROR)
            *clear = control.TransparentColor;
        while (part)
            if (lib->DGifGetExtensionNext(gif, &part) == GIF_ERROR)
                return false;
    }
}

static void put_row(const GifFileType *gif, const GifByteType *row, uint32_t y, int clear,
                    struct image_pixels *out)
{
    const ColorMapObject *colours = gif->Image.ColorMap ? gif->Image.ColorMap : gif->SColorMap;
    size_t at = (size_t)y * out->width + (size_t)gif->Image.Left;
    for (int x = 0; x < gif->Image.Width; x++, at++) {
        if (row[x] == clear || row[x] >= colours->ColorCount)
            continue;
        const GifColorType *colour = &colours->Colors[row[x]];
        memcpy(out->rgb + at * 3, (uint8_t[]){colour->Red, colour->Green, colour->Blue}, 3);
        out->alpha[at] = 255;
    }
}

/* Rows come one after the other, or in four passes (appendix E). */
static bool read_rows(const struct giflib *lib, GifFileType *gif, int clear,
                      struct image_pixels *out)
{
    static const struct {
        int first, step;
    } passes[] = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
    bool interlaced = gif->Image.Interlace, done = true;
    GifByteType *row = mem_alloc((size_t)gif->Image.Width + 1);
    for (int pass = 0; pass < (interlaced ? 4 : 1); pass++) {
        int first = interlaced ? passes[pass].first : 0;
        int step = interlaced ? passes[pass].step : 1;
        for (int y = first; y < gif->Image.Height && done; y += step) {
            done = lib->DGifGetLine(gif, row, gif->Image.Width) != GIF_ERROR;
            if (done)
                put_row(gif, row, (uint32_t)(gif->Image.Top + y), clear, out);
        }
    }
    mem_free(row);
    return done;
}

/* What image_gif_open saw and what giflib sees are the same picture. */
static bool fits(const GifFileType *gif, const struct image_pixels *out)
{
    return gif->Image.Left >= 0 && gif->Image.Top >= 0 && gif->Image.Width > 0 &&
           gif->Image.Height > 0 && (gif->Image.ColorMap || gif->SColorMap) &&
           (uint32_t)(gif->Image.Left + gif->Image.Width) <= out->width &&
           (uint32_t)(gif->Image.Top + gif->Image.Height) <= out->height;
}

bool image_gif_decode(const struct image *image, struct image_pixels *out)
{
    size_t count = (size_t)image->raw_width * image->raw_height;
    struct cursor cursor = {image->bytes};
    int clear, error;
    struct giflib lib = giflib_load();
    GifFileType *gif = lib.DGifOpen(&cursor, read_bytes, &error);
    if (!gif)
        return false;
    out->width = image->raw_width;
    out->height = image->raw_height;
    out->channels = 3;
    out->rgb = mem_alloc(count * 3);
    out->alpha = mem_calloc(count, 1);
    memset(out->rgb, 255, count * 3);
    bool done = find_first(&lib, gif, &clear) && fits(gif, out) && read_rows(&lib, gif, clear, out);
    lib.DGifCloseFile(gif, &error);
    return done;
}
