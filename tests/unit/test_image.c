#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <gif_lib.h>
#include <webp/encode.h>

#include "image/image.h"
#include "image/jpeg.h"
#include "image/png.h"
#include "image/qr.h"
#include "picture_kit.h"

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct arena));
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    free(*state);
    return 0;
}

/* --- Helpers ---------------------------------------------------------------------------------- */

static const struct image *open_good(struct arena *arena, const struct buf *buf)
{
    const struct image *image;
    const char *reason = NULL;
    enum image_error error = image_open(buf_slice(buf), "test", arena, &image, &reason);
    if (error != IMAGE_OK)
        fail_msg("refused: %s", reason);
    assert_non_null(image);
    assert_string_equal(image->path, "test");
    return image;
}

static const char *open_bad(struct arena *arena, struct slice bytes, enum image_error expected)
{
    const struct image *image;
    const char *reason = NULL;
    enum image_error error = image_open(bytes, "test", arena, &image, &reason);
    assert_int_equal(error, expected);
    assert_null(image);
    assert_non_null(reason);
    return reason;
}

static struct image_pixels decode_good(const struct image *image)
{
    struct image_pixels pixels;
    const char *reason = NULL;
    if (image_decode(image, &pixels, &reason) != IMAGE_OK)
        fail_msg("not decoded: %s", reason);
    assert_int_equal(pixels.width, image->width);
    assert_int_equal(pixels.height, image->height);
    return pixels;
}

static bool is_near(const struct image_pixels *pixels, uint32_t x, uint32_t y, int r, int g, int b)
{
    const uint8_t *p = pixels->rgb + ((size_t)y * pixels->width + x) * 3;
    return abs(p[0] - r) < 12 && abs(p[1] - g) < 12 && abs(p[2] - b) < 12;
}

/* --- PNG -------------------------------------------------------------------------------------- */

static void png_of_every_kind(void **state)
{
    static const int kinds[][2] = {{1, 0}, {2, 0}, {4, 0}, {8, 0}, {16, 0}, {8, 2}, {16, 2},
                                   {2, 3}, {4, 3}, {8, 3}, {8, 4}, {16, 4}, {8, 6}, {16, 6}};
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        for (int option = 0; option < 4; option++) {
            int depth = kinds[k][0], type = kinds[k][1];
            bool key = (option & 2) && type < 4 && depth >= 8;
            struct buf buf = {0};
            write_png(&buf, 13, 9, depth, type, option & 1, key);
            const struct image *image = open_good(*state, &buf);
            bool colour = type == 2 || type == 3 || type == 6;
            assert_int_equal(image->kind, IMAGE_PNG);
            assert_int_equal(image->width, 13);
            assert_int_equal(image->height, 9);
            assert_int_equal(image->dpi, 300);
            assert_int_equal(image->components, colour ? 3 : 1);
            assert_int_equal(image->has_alpha, type >= 4 || key);
            struct image_pixels pixels = decode_good(image);
            assert_int_equal(pixels.channels, colour ? 3 : 1);
            assert_int_equal(pixels.alpha != NULL, type >= 4 || key);
            for (uint32_t y = 0; y < 9; y++) {
                for (uint32_t x = 0; x < 13; x++) {
                    const uint8_t *p = pixels.rgb + (y * 13 + x) * (size_t)pixels.channels;
                    int step = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
                    if (type == 3) {
                        assert_int_equal(p[0], (x + y) % 4 * 50);
                        assert_int_equal(p[2], (x + y) % 4 * 10);
                        if (key)
                            assert_int_equal(pixels.alpha[y * 13 + x], (x + y) % 4 == 0   ? 0
                                                                       : (x + y) % 4 == 1 ? 128
                                                                                          : 255);
                        continue;
                    }
                    for (int s = 0; s < pixels.channels; s++)
                        assert_int_equal(p[s], depth < 8 ? (sample(x, y, s) >> (8 - depth)) * step
                                                         : sample(x, y, s));
                    if (type >= 4)
                        assert_int_equal(pixels.alpha[y * 13 + x], sample(x, y, pixels.channels));
                    else if (key)
                        assert_int_equal(pixels.alpha[y * 13 + x],
                                         memcmp(p, pixels.rgb, (size_t)pixels.channels) ? 255 : 0);
                }
            }
            image_pixels_free(&pixels);
            assert_null(pixels.rgb);
            buf_free(&buf);
        }
    }
}

static void png_cut_anywhere_is_refused(void **state)
{
    struct buf buf = {0};
    write_png(&buf, 40, 30, 8, PNG_COLOR_TYPE_RGB_ALPHA, true, false);
    for (size_t len = 0; len < buf.len; len++) {
        /* A copy of just these bytes, so that a read past the end is seen. */
        char *cut = malloc(len + 1);
        const struct image *image;
        const char *reason = NULL;
        memcpy(cut, buf.data, len);
        enum image_error error =
            image_open((struct slice){cut, len}, "cut.png", *state, &image, &reason);
        assert_int_equal(error, len < 4 ? IMAGE_NOT_KNOWN : IMAGE_DAMAGED);
        assert_null(image);
        assert_non_null(reason);
        free(cut);
    }
    buf_free(&buf);
}

static void png_with_a_changed_byte_is_refused(void **state)
{
    struct buf buf = {0};
    write_png(&buf, 10, 10, 8, PNG_COLOR_TYPE_RGB, false, false);
    for (size_t i = 0; i < buf.len; i++) {
        const struct image *image;
        const char *reason = NULL;
        buf.data[i] = (char)(buf.data[i] ^ 0x15);
        assert_int_not_equal(image_open(buf_slice(&buf), "x", *state, &image, &reason), IMAGE_OK);
        assert_non_null(reason);
        buf.data[i] = (char)(buf.data[i] ^ 0x15);
    }
    open_good(*state, &buf);
    buf_free(&buf);
}

/* Whole by its checksums, but with too few pixels inside, or rubbish. */
static void png_with_bad_pixels_is_damaged(void **state)
{
    static const char *const data[] = {"\x78\x9c\x03\x00\x00\x00\x00\x01", "rubbish!"};
    for (int i = 0; i < 2; i++) {
        struct buf buf = {0};
        struct image_pixels pixels;
        const char *reason = NULL;
        put_header(&buf, 5, 5, 8, 2);
        put_chunk(&buf, "IDAT", data[i], 8);
        put_chunk(&buf, "IEND", "", 0);
        const struct image *image = open_good(*state, &buf);
        assert_int_equal(image_decode(image, &pixels, &reason), IMAGE_DAMAGED);
        assert_null(pixels.rgb);
        assert_null(pixels.alpha);
        assert_non_null(reason);
        buf_free(&buf);
    }
}

static void png_limits(void **state)
{
    struct buf buf = {0};
    put_header(&buf, 30000, 30000, 8, 2);
    put_chunk(&buf, "IDAT", "x", 1);
    put_chunk(&buf, "IEND", "", 0);
    const char *reason = open_bad(*state, buf_slice(&buf), IMAGE_OVER_LIMIT);
    assert_non_null(strstr(reason, "30000 by 30000"));
    buf_clear(&buf);
    put_header(&buf, 20000, 20000, 1, 0); /* each side allowed, the whole not */
    open_bad(*state, buf_slice(&buf), IMAGE_OVER_LIMIT);
    buf_clear(&buf);
    put_header(&buf, 0xffffffffu, 1, 8, 2);
    open_bad(*state, buf_slice(&buf), IMAGE_OVER_LIMIT);
    buf_clear(&buf);
    put_header(&buf, 0, 5, 8, 2);
    open_bad(*state, buf_slice(&buf), IMAGE_DAMAGED);
    buf_clear(&buf);
    put_header(&buf, 5, 5, 3, 2);
    open_bad(*state, buf_slice(&buf), IMAGE_DAMAGED);
    buf_clear(&buf);
    put_header(&buf, 5, 5, 8, 3); /* a palette picture without palette */
    put_chunk(&buf, "IDAT", "x", 1);
    put_chunk(&buf, "IEND", "", 0);
    open_bad(*state, buf_slice(&buf), IMAGE_DAMAGED);
    buf_clear(&buf);
    put_header(&buf, 5, 5, 8, 2);
    put_chunk(&buf, "acTL", "\0\0\0\2\0\0\0\0", 8);
    assert_non_null(strstr(open_bad(*state, buf_slice(&buf), IMAGE_NOT_SUPPORTED), "animated"));
    buf_clear(&buf);
    put_header(&buf, 5, 5, 8, 2);
    put_chunk(&buf, "ABCD", "", 0); /* critical and unknown */
    open_bad(*state, buf_slice(&buf), IMAGE_DAMAGED);
    buf_free(&buf);
    struct slice large = {"", IMAGE_MAX_BYTES + 1};
    open_bad(*state, large, IMAGE_OVER_LIMIT);
}

static void put_deflated(struct buf *buf, const char *type, const void *head, size_t head_len,
                         size_t zeros)
{
    uLongf len = compressBound(zeros);
    Bytef *plain = calloc(zeros, 1), *packed = malloc(head_len + len);
    memcpy(packed, head, head_len);
    compress2(packed + head_len, &len, plain, zeros, 9);
    put_chunk(buf, type, packed, head_len + len);
    free(plain);
    free(packed);
}

/* Text and profile chunks that expand to 64 MiB are passed over, not unpacked; a picture inside the
 * limits that packs a thousand to one is decoded. */
static void png_bombs(void **state)
{
    struct buf buf = {0};
    put_header(&buf, 4000, 4000, 8, 0);
    put_deflated(&buf, "iCCP", "bomb\0\0", 6, 64u << 20);
    put_deflated(&buf, "zTXt", "bomb\0\0", 6, 64u << 20);
    put_deflated(&buf, "IDAT", "", 0, 4001u * 4000u);
    put_chunk(&buf, "IEND", "", 0);
    assert_true(buf.len < 300000);
    const struct image *image = open_good(*state, &buf);
    assert_true(image->has_profile);
    struct image_pixels pixels = decode_good(image);
    assert_int_equal(pixels.rgb[4000 * 4000 - 1], 0);
    image_pixels_free(&pixels);
    buf_free(&buf);
}

/* --- JPEG ------------------------------------------------------------------------------------- */

static void jpeg_of_every_kind(void **state)
{
    static const struct jpeg_options kinds[] = {
        {.components = 3},
        {.components = 3, .progressive = true},
        {.components = 3, .rgb = true},
        {.components = 4},
        {.components = 4, .ycck = true},
        {.components = 4, .plain_cmyk = true},
        {.components = 4, .progressive = true},
    };
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        struct buf buf = {0};
        write_jpeg(&buf, 64, 48, &kinds[k]);
        const struct image *image = open_good(*state, &buf);
        assert_int_equal(image->kind, IMAGE_JPEG);
        assert_int_equal(image->components, kinds[k].components);
        assert_int_equal(image->orientation, 1);
        assert_int_equal(image->adobe_inverted, kinds[k].components == 4 && !kinds[k].plain_cmyk);
        if (kinds[k].components == 3 && !kinds[k].rgb)
            assert_int_equal(image->dpi, 150);
        assert_false(image->has_alpha);
        struct image_pixels pixels = decode_good(image);
        assert_int_equal(pixels.channels, 3);
        assert_null(pixels.alpha);
        assert_true(is_near(&pixels, 5, 5, 255, 0, 0));
        assert_true(is_near(&pixels, 60, 5, 255, 255, 255));
        assert_true(is_near(&pixels, 5, 44, 0, 0, 255));
        /* The Adobe marker says that three components are RGB. */
        assert_int_equal(image_jpeg_passes(image), kinds[k].components == 3);
        image_pixels_free(&pixels);
        buf_free(&buf);
    }
    struct buf buf = {0};
    write_jpeg(&buf, 20, 20, &(struct jpeg_options){.components = 1});
    const struct image *image = open_good(*state, &buf);
    struct image_pixels pixels = decode_good(image);
    assert_int_equal(pixels.channels, 1);
    assert_true(pixels.rgb[0] < 12 && pixels.rgb[19] > 243);
    assert_true(image_jpeg_passes(image));
    image_pixels_free(&pixels);
    buf_free(&buf);
}

static void jpeg_orientations(void **state)
{
    /* Where the stored picture's red (top left), white (top right) and blue (bottom) corners are
     * seen, as x and y in quarters: EXIF 2.3, figure of tag 0x0112. */
    static const struct {
        int red[2], white[2], blue[2];
    } seen[9] = {{{0}, {0}, {0}},          {{0, 0}, {3, 0}, {0, 3}}, {{3, 0}, {0, 0}, {3, 3}},
                 {{3, 3}, {0, 3}, {3, 0}}, {{0, 3}, {3, 3}, {0, 0}}, {{0, 0}, {0, 3}, {3, 0}},
                 {{3, 0}, {3, 3}, {0, 0}}, {{3, 3}, {3, 0}, {0, 3}}, {{0, 3}, {0, 0}, {3, 3}}};
    for (int o = 1; o <= 8; o++) {
        for (int little = 0; little < 2; little++) {
            struct buf buf = {0};
            struct jpeg_options options = {.components = 3, .orientation = o, .little = little};
            write_jpeg(&buf, 64, 32, &options);
            const struct image *image = open_good(*state, &buf);
            assert_int_equal(image->orientation, o);
            assert_int_equal(image->width, o >= 5 ? 32 : 64);
            assert_int_equal(image->height, o >= 5 ? 64 : 32);
            assert_int_equal(image->raw_width, 64);
            struct image_pixels pixels = decode_good(image);
            uint32_t w = pixels.width - 1, h = pixels.height - 1;
#define AT(corner) (uint32_t)seen[o].corner[0] * w / 3, (uint32_t)seen[o].corner[1] * h / 3
            assert_true(is_near(&pixels, AT(red), 255, 0, 0));
            assert_true(is_near(&pixels, AT(white), 255, 255, 255));
            assert_true(is_near(&pixels, AT(blue), 0, 0, 255));
#undef AT
            assert_true(image_jpeg_passes(image));
            image_pixels_free(&pixels);
            buf_free(&buf);
        }
    }
}

static void jpeg_cut_anywhere_is_refused(void **state)
{
    for (int progressive = 0; progressive < 2; progressive++) {
        struct buf buf = {0};
        struct jpeg_options options = {
            .components = 3, .progressive = progressive, .orientation = 6};
        write_jpeg(&buf, 33, 21, &options);
        for (size_t len = 0; len < buf.len; len++) {
            char *cut = malloc(len + 1);
            const struct image *image;
            const char *reason = NULL;
            memcpy(cut, buf.data, len);
            enum image_error error =
                image_open((struct slice){cut, len}, "cut.jpg", *state, &image, &reason);
            assert_int_equal(error, len < 3 ? IMAGE_NOT_KNOWN : IMAGE_DAMAGED);
            free(cut);
        }
        buf_free(&buf);
    }
}

/* An end marker put behind half of the data: libjpeg only warns and fills up with grey. */
static void jpeg_with_missing_data_is_damaged(void **state)
{
    struct buf buf = {0};
    write_jpeg(&buf, 200, 200, &(struct jpeg_options){.components = 3});
    buf.len = buf.len * 3 / 4;
    buf_put(&buf, "\xff\xd9", 2);
    const struct image *image = open_good(*state, &buf);
    struct image_pixels pixels;
    const char *reason = NULL;
    assert_int_equal(image_decode(image, &pixels, &reason), IMAGE_DAMAGED);
    assert_non_null(reason);
    assert_null(pixels.rgb);
    assert_false(image_jpeg_passes(image));
    buf_free(&buf);
}

/* Whatever a changed byte does, nothing breaks: refused, damaged or decoded. */
static void jpeg_with_changed_bytes(void **state)
{
    struct buf buf = {0};
    struct jpeg_options options = {.components = 3, .progressive = true, .orientation = 3};
    size_t decoded = 0, refused = 0;
    write_jpeg(&buf, 40, 24, &options);
    for (size_t i = 0; i < buf.len; i++) {
        const struct image *image;
        const char *reason = NULL;
        char *copy = malloc(buf.len);
        memcpy(copy, buf.data, buf.len);
        copy[i] = (char)(copy[i] ^ (i % 3 == 0 ? 0xff : 1 << i % 8));
        struct arena_mark mark = arena_mark_get(*state);
        if (image_open((struct slice){copy, buf.len}, "x", *state, &image, &reason) == IMAGE_OK) {
            struct image_pixels pixels;
            image_jpeg_passes(image);
            if ((uint64_t)image->width * image->height < 1000000) {
                decoded += image_decode(image, &pixels, &reason) == IMAGE_OK;
                image_pixels_free(&pixels);
            }
        } else {
            assert_non_null(reason);
            refused++;
        }
        arena_reset(*state, mark);
        free(copy);
    }
    assert_true(decoded > 0 && refused > 0);
    buf_free(&buf);
}

static void jpeg_limits_and_profiles(void **state)
{
    struct buf buf = {0};
    write_jpeg(&buf, 16, 16,
               &(struct jpeg_options){.components = 3, .profile = SLICE_LIT("Display P3")});
    assert_true(open_good(*state, &buf)->has_profile);
    buf_clear(&buf);
    write_jpeg(&buf, 16, 16, &(struct jpeg_options){.components = 3});
    assert_false(open_good(*state, &buf)->has_profile);
    /* The frame header says 65,000 by 65,000. */
    char *frame = memmem(buf.data, buf.len, "\xff\xc0", 2);
    assert_non_null(frame);
    memcpy(frame + 5, "\xfd\xe8\xfd\xe8", 4);
    const char *reason = open_bad(*state, buf_slice(&buf), IMAGE_OVER_LIMIT);
    assert_non_null(strstr(reason, "65000 by 65000"));
    memcpy(frame + 5, "\0\0\0\x10", 4); /* the height would come later (DNL) */
    open_bad(*state, buf_slice(&buf), IMAGE_DAMAGED);
    memcpy(frame + 5, "\0\x10\0\x10", 4);
    frame[4] = 12; /* bits a sample */
    open_bad(*state, buf_slice(&buf), IMAGE_NOT_SUPPORTED);
    frame[4] = 8;
    frame[9] = 2; /* components */
    open_bad(*state, buf_slice(&buf), IMAGE_NOT_SUPPORTED);
    frame[9] = 3;
    frame[1] = (char)0xc3; /* lossless */
    open_bad(*state, buf_slice(&buf), IMAGE_NOT_SUPPORTED);
    frame[1] = (char)0xc0;
    open_good(*state, &buf);
    /* Thousands of scans. */
    buf.len -= 2;
    for (int i = 0; i < 200; i++)
        buf_put(&buf, "\xff\xda\0\x08\1\1\0\0\x3f\0", 10);
    buf_put(&buf, "\xff\xd9", 2);
    open_bad(*state, buf_slice(&buf), IMAGE_DAMAGED);
    buf_free(&buf);
}

/* --- WebP ------------------------------------------------------------------------------------- */

static void put_webp(struct buf *buf, bool with_alpha)
{
    uint8_t rgba[8 * 4 * 4], *bytes = NULL;
    for (size_t i = 0; i < sizeof rgba; i++)
        rgba[i] = (uint8_t)(i % 4 == 3 && !with_alpha ? 255 : i * 2);
    size_t len = WebPEncodeLosslessRGBA(rgba, 8, 4, 8 * 4, &bytes);
    buf_put(buf, bytes, len);
    WebPFree(bytes);
}

static void webp_with_and_without_alpha(void **state)
{
    for (int alpha = 0; alpha < 2; alpha++) {
        struct buf buf = {0};
        put_webp(&buf, alpha);
        const struct image *image = open_good(*state, &buf);
        assert_int_equal(image->kind, IMAGE_WEBP);
        assert_int_equal(image->has_alpha, alpha);
        struct image_pixels pixels = decode_good(image);
        assert_int_equal(pixels.width, 8);
        assert_int_equal(pixels.rgb[3 * 9 + 1], (9 * 4 + 1) * 2);
        assert_int_equal(pixels.alpha != NULL, alpha);
        if (alpha)
            assert_int_equal(pixels.alpha[9], (9 * 4 + 3) * 2);
        image_pixels_free(&pixels);
        buf_free(&buf);
    }
}

/* Cut anywhere it is refused; changed anywhere it is decoded or refused. whole: what may be left of
 * it without harm. */
static void cut_or_change(void **state, struct buf buf, size_t whole)
{
    for (size_t i = 0; i < 2 * buf.len; i++) {
        size_t len = i < buf.len ? i : buf.len;
        char *copy = malloc(len + 1);
        const struct image *image;
        const char *reason = NULL;
        struct image_pixels pixels = {0};
        memcpy(copy, buf.data, len);
        if (i >= buf.len)
            copy[i - buf.len] = (char)(copy[i - buf.len] ^ 0x55);
        if (image_open((struct slice){copy, len}, "x", *state, &image, &reason) == IMAGE_OK) {
            assert_true(len >= whole);
            image_decode(image, &pixels, &reason);
            image_pixels_free(&pixels);
        } else {
            assert_non_null(reason);
        }
        free(copy);
    }
}

static void webp_cut_or_changed(void **state)
{
    struct buf buf = {0};
    put_webp(&buf, true);
    cut_or_change(state, buf, buf.len);
    buf_free(&buf);
}

/* --- GIF -------------------------------------------------------------------------------------- */

static int write_bytes(GifFileType *gif, const GifByteType *bytes, int len)
{
    buf_put(gif->UserData, bytes, (size_t)len);
    return len;
}

/* On a canvas of 8 by 9: count pictures of 4 by 9 at its right edge, whose pixels are 0, 1, 2, 3,
 * 0 ...; 3 is clear. */
static void put_gif(struct buf *buf, bool interlaced, int count)
{
    GifColorType colours[] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}};
    ColorMapObject *map = GifMakeMapObject(4, colours);
    int error;
    GifFileType *gif = EGifOpen(buf, write_bytes, &error);
    GraphicsControlBlock control = {.TransparentColor = 3};
    GifByteType packed[4], row[4] = {0, 1, 2, 3};
    EGifSetGifVersion(gif, true);
    assert_int_equal(EGifPutScreenDesc(gif, 8, 9, 2, 0, map), GIF_OK);
    for (int i = 0; i < count; i++) {
        EGifGCBToExtension(&control, packed);
        EGifPutExtension(gif, GRAPHICS_EXT_FUNC_CODE, 4, packed);
        assert_int_equal(EGifPutImageDesc(gif, 4, 0, 4, 9, interlaced, NULL), GIF_OK);
        for (int y = 0; y < 9; y++) {
            row[0] = (GifByteType)(y % 3);
            assert_int_equal(EGifPutLine(gif, row, 4), GIF_OK);
        }
    }
    assert_int_equal(EGifCloseFile(gif, &error), GIF_OK);
    GifFreeMapObject(map);
}

static void gif_first_picture(void **state)
{
    static const uint8_t order[] = {0, 8, 4, 2, 6, 1, 3, 5, 7}; /* of rows in four passes */
    for (int interlaced = 0; interlaced < 2; interlaced++) {
        struct buf buf = {0};
        put_gif(&buf, interlaced, 1 + interlaced);
        const struct image *image = open_good(*state, &buf);
        assert_int_equal(image->kind, IMAGE_GIF);
        assert_int_equal(image->frames, 1 + interlaced);
        struct image_pixels pixels = decode_good(image);
        assert_int_equal(pixels.width, 8);
        assert_int_equal(pixels.height, 9);
        assert_int_equal(pixels.alpha[0], 0); /* beside the picture */
        assert_int_equal(pixels.alpha[7], 0); /* the clear colour */
        assert_int_equal(pixels.rgb[3 * 6 + 2], 9);
        for (size_t i = 0; i < 9; i++) {
            size_t y = interlaced ? order[i] : i;
            assert_int_equal(pixels.alpha[y * 8 + 4], 255);
            assert_int_equal(pixels.rgb[3 * (y * 8 + 4)], 1 + 3 * (i % 3));
        }
        image_pixels_free(&pixels);
        buf_free(&buf);
    }
}

static void gif_cut_or_changed(void **state)
{
    struct buf buf = {0};
    put_gif(&buf, true, 1);
    cut_or_change(state, buf, buf.len - 1); /* the trailer may be missing */
    buf_free(&buf);
}

/* --- Others ----------------------------------------------------------------------------------- */

static void other_formats_are_named(void **state)
{
    static const struct {
        struct slice bytes;
        const char *named;
    } cases[] = {
        {{"BM\0\0\0\0", 6}, "BMP"},
        {{"II*\0\10\0\0\0", 8}, "TIFF"},
        {{"MM\0*\0\0\0\10", 8}, "TIFF"},
        {{"\0\0\0\x20"
          "ftypavif\0\0\0\0",
          16},
         "AVIF"},
        {{"\0\0\0\x20"
          "ftypheic\0\0\0\0",
          16},
         "HEIC"},
        {{"\xff\x0a\1\2", 4}, "JPEG XL"},
        {{"\0\0\0\x0cjP  \r\n", 10}, "JPEG 2000"},
        {{"%PDF-1.7\n", 9}, "PDF"},
        {{"8BPS\0\1", 6}, "Photoshop"},
        {{" <svg xmlns='x'/>", 17}, "SVG"},
        {{"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- c --><svg/>", 42}, "SVG"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *reason = open_bad(*state, cases[i].bytes, IMAGE_NOT_SUPPORTED);
        if (!strstr(reason, cases[i].named) || !strstr(reason, ": save it"))
            fail_msg("%s: %s", cases[i].named, reason);
    }
    assert_string_equal(open_bad(*state, SLICE_EMPTY, IMAGE_NOT_KNOWN), "the file is empty");
    open_bad(*state, SLICE_LIT("just text"), IMAGE_NOT_KNOWN);
    open_bad(*state, SLICE_LIT("<html></html>"), IMAGE_NOT_KNOWN);
    assert_non_null(
        strstr(open_bad(*state, SLICE_LIT("\x89PNG\n\x1a\n\0"), IMAGE_DAMAGED), "text"));
}

static void write_and_read_back(void **state)
{
    static const uint8_t rgb[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    static const uint8_t alpha[] = {0, 100, 200, 255};
    for (int channels = 1; channels <= 3; channels += 2) {
        for (int with_alpha = 0; with_alpha < 2; with_alpha++) {
            struct image_pixels pixels = {2, 2, channels, (uint8_t *)rgb,
                                          with_alpha ? (uint8_t *)alpha : NULL};
            struct buf buf = {0}, again = {0};
            assert_true(image_write_png(&pixels, false, &buf));
            assert_true(image_write_png(&pixels, false, &again));
            assert_int_equal(buf.len, again.len);
            assert_memory_equal(buf.data, again.data, buf.len);
            assert_null(memmem(buf.data, buf.len, "tIME", 4));
            struct image_pixels back = decode_good(open_good(*state, &buf));
            assert_int_equal(back.channels, channels);
            assert_memory_equal(back.rgb, rgb, (size_t)channels * 4);
            if (with_alpha)
                assert_memory_equal(back.alpha, alpha, 4);
            else
                assert_null(back.alpha);
            image_pixels_free(&back);
            buf_free(&buf);
            buf_free(&again);
        }
    }
}

static void opaque_alpha_is_dropped(void **state)
{
    static const uint8_t grey[] = {9, 9}, alpha[] = {255, 255};
    struct image_pixels pixels = {2, 1, 1, (uint8_t *)grey, (uint8_t *)alpha};
    struct buf buf = {0};
    assert_true(image_write_png(&pixels, false, &buf));
    const struct image *image = open_good(*state, &buf);
    assert_true(image->has_alpha);
    struct image_pixels back = decode_good(image);
    assert_null(back.alpha);
    image_pixels_free(&back);
    buf_free(&buf);
}

static void qr_codes(void **state)
{
    uint32_t side = 0;
    const bool *modules = NULL;
    assert_true(image_qr(SLICE_LIT("https://example.org/a"), *state, &side, &modules));
    assert_int_equal(side, 25); /* version 2 holds 26 bytes at level M */
    /* The finder pattern: seven dark, a light ring, three by three dark. */
    static const char *const finder[7] = {"#######", "#     #", "# ### #", "# ### #",
                                          "# ### #", "#     #", "#######"};
    for (uint32_t y = 0; y < 7; y++)
        for (uint32_t x = 0; x < 7; x++) {
            assert_int_equal(modules[y * side + x], finder[y][x] == '#');
            assert_int_equal(modules[y * side + side - 1 - x], finder[y][x] == '#');
        }
    char text[IMAGE_QR_MOST + 1];
    memset(text, 'a', sizeof text);
    assert_true(image_qr((struct slice){text, IMAGE_QR_MOST}, *state, &side, &modules));
    assert_int_equal(side, 69); /* version 13 holds 331 bytes at level M */
    assert_false(image_qr((struct slice){text, IMAGE_QR_MOST + 1}, *state, &side, &modules));
    assert_false(image_qr(SLICE_EMPTY, *state, &side, &modules));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(png_of_every_kind),
        TEST(png_cut_anywhere_is_refused),
        TEST(png_with_a_changed_byte_is_refused),
        TEST(png_with_bad_pixels_is_damaged),
        TEST(png_limits),
        TEST(png_bombs),
        TEST(jpeg_of_every_kind),
        TEST(jpeg_orientations),
        TEST(jpeg_cut_anywhere_is_refused),
        TEST(jpeg_with_missing_data_is_damaged),
        TEST(jpeg_with_changed_bytes),
        TEST(jpeg_limits_and_profiles),
        TEST(webp_with_and_without_alpha),
        TEST(webp_cut_or_changed),
        TEST(gif_first_picture),
        TEST(gif_cut_or_changed),
        TEST(other_formats_are_named),
        TEST(write_and_read_back),
        TEST(opaque_alpha_is_dropped),
        TEST(qr_codes),
    };
    return cmocka_run_group_tests_name("image", tests, NULL, NULL);
}
