/* Writers of test pictures, by libpng and libjpeg. */
#pragma once

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>
#include <zlib.h>

#include "base/buf.h"

static inline void put_be32(struct buf *buf, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_put_char(buf, (char)(value >> shift));
}

static inline void put_chunk(struct buf *buf, const char *type, const void *data, size_t len)
{
    put_be32(buf, (uint32_t)len);
    size_t start = buf->len;
    buf_put(buf, type, 4);
    buf_put(buf, data, len);
    put_be32(buf, (uint32_t)crc32(0, (const Bytef *)buf->data + start, (uInt)(len + 4)));
}

static inline void put_signature(struct buf *buf)
{
    buf_put(buf, "\x89PNG\r\n\x1a\n", 8);
}

static inline void put_header(struct buf *buf, uint32_t width, uint32_t height, int depth, int type)
{
    struct buf header = {0};
    put_be32(&header, width);
    put_be32(&header, height);
    const char rest[5] = {(char)depth, (char)type, 0, 0, 0};
    buf_put(&header, rest, 5);
    put_signature(buf);
    put_chunk(buf, "IHDR", header.data, header.len);
    buf_free(&header);
}

static inline void on_png_write(png_structp png, png_bytep from, png_size_t len)
{
    buf_put(png_get_io_ptr(png), from, len);
}

/* A PNG of a type and depth by libpng. Sample s of row y, column x is (x * 40 + y * 20 + s * 60) in
 * 8 bits, shortened to the depth; palette entry i is (i * 50, i * 30, i * 10). */
static inline uint8_t sample(uint32_t x, uint32_t y, int s)
{
    return (uint8_t)(x * 40 + y * 20 + (uint32_t)s * 60);
}

static inline void write_png(struct buf *buf, uint32_t width, uint32_t height, int depth, int type,
                             bool interlaced, bool transparent)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    static const int channels_of[7] = {1, 0, 3, 1, 2, 0, 4};
    int channels = channels_of[type];
    png_set_write_fn(png, buf, on_png_write, NULL);
    png_set_IHDR(png, info, width, height, depth, type,
                 interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
    if (type == PNG_COLOR_TYPE_PALETTE) {
        png_color palette[4];
        png_byte alphas[2] = {0, 128};
        for (png_byte i = 0; i < 4; i++)
            palette[i] = (png_color){(png_byte)(i * 50), (png_byte)(i * 30), (png_byte)(i * 10)};
        png_set_PLTE(png, info, palette, 4);
        if (transparent)
            png_set_tRNS(png, info, alphas, 2, NULL);
    } else if (transparent) {
        unsigned times = depth == 16 ? 257 : 1;
        png_color_16 key = {
            0, (png_uint_16)(sample(0, 0, 0) * times), (png_uint_16)(sample(0, 0, 1) * times),
            (png_uint_16)(sample(0, 0, 2) * times), (png_uint_16)(sample(0, 0, 0) * times)};
        png_set_tRNS(png, info, NULL, 0, &key);
    }
    png_set_pHYs(png, info, 11811, 11811, PNG_RESOLUTION_METER); /* 300 dpi */
    png_write_info(png, info);
    png_bytepp rows = calloc(height, sizeof *rows);
    for (uint32_t y = 0; y < height; y++) {
        rows[y] = calloc((size_t)width * (size_t)channels, 2);
        for (uint32_t x = 0; x < width; x++) {
            for (int s = 0; s < channels; s++) {
                size_t at = (size_t)x * (size_t)channels + (size_t)s;
                uint8_t value = sample(x, y, s);
                if (type == PNG_COLOR_TYPE_PALETTE)
                    value = (uint8_t)((x + y) % 4);
                if (depth == 16)
                    rows[y][2 * at] = rows[y][2 * at + 1] = value;
                else if (depth == 8)
                    rows[y][at] = value;
                else if (type == PNG_COLOR_TYPE_PALETTE)
                    rows[y][at * (size_t)depth / 8] |=
                        (uint8_t)(value << (8 - depth - (int)(at * (size_t)depth % 8)));
                else
                    rows[y][at * (size_t)depth / 8] |=
                        (uint8_t)((value >> (8 - depth))
                                  << (8 - depth - (int)(at * (size_t)depth % 8)));
            }
        }
    }
    png_write_image(png, rows);
    png_write_end(png, NULL);
    for (uint32_t y = 0; y < height; y++)
        free(rows[y]);
    free(rows);
    png_destroy_write_struct(&png, &info);
}

struct jpeg_options {
    int components; /* 1, 3, 4 */
    bool progressive, ycck, rgb, plain_cmyk, arithmetic;
    int orientation; /* 0: no EXIF */
    bool little;
    struct slice profile;
};

/* Left half red (or dark), right half white; bottom quarter blue where there is colour. */
static inline void jpeg_pixel(uint32_t x, uint32_t y, uint32_t width, uint32_t height,
                              uint8_t rgb[3])
{
    bool bottom = y >= height * 3 / 4, left = x < width / 2;
    rgb[0] = bottom ? 0 : 255;
    rgb[1] = bottom || left ? 0 : 255;
    rgb[2] = bottom || !left ? 255 : 0;
}

static inline void put_exif(struct jpeg_compress_struct *jpeg, int orientation, bool little)
{
    static const JOCTET big_bytes[] = "Exif\0\0MM\0*\0\0\0\10\0\2\1\17\0\2\0\0\0\1\0\0\0\0"
                                      "\1\22\0\3\0\0\0\1\0\0\0\0\0\0\0\0";
    static const JOCTET little_bytes[] = "Exif\0\0II*\0\10\0\0\0\2\0\17\1\2\0\1\0\0\0\0\0\0\0"
                                         "\22\1\3\0\1\0\0\0\0\0\0\0\0\0\0\0";
    JOCTET bytes[sizeof big_bytes - 1];
    memcpy(bytes, little ? little_bytes : big_bytes, sizeof bytes);
    bytes[little ? 36 : 37] = (JOCTET)orientation;
    jpeg_write_marker(jpeg, JPEG_APP0 + 1, bytes, sizeof bytes);
}

static inline void write_jpeg(struct buf *buf, uint32_t width, uint32_t height,
                              const struct jpeg_options *options)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long len = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &len);
    jpeg.image_width = width;
    jpeg.image_height = height;
    jpeg.input_components = options->components;
    jpeg.in_color_space = options->components == 1   ? JCS_GRAYSCALE
                          : options->components == 4 ? JCS_CMYK
                                                     : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    if (options->ycck)
        jpeg_set_colorspace(&jpeg, JCS_YCCK);
    if (options->rgb)
        jpeg_set_colorspace(&jpeg, JCS_RGB);
    if (options->plain_cmyk)
        jpeg.write_Adobe_marker = FALSE;
    jpeg.arith_code = options->arithmetic;
    jpeg_set_quality(&jpeg, 95, TRUE);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = 150;
    if (options->progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (options->orientation)
        put_exif(&jpeg, options->orientation, options->little);
    if (options->profile.len > 0) {
        struct buf marker = {0};
        buf_put(&marker, "ICC_PROFILE\0\1\1", 14);
        buf_put_slice(&marker, options->profile);
        jpeg_write_marker(&jpeg, JPEG_APP0 + 2, (const JOCTET *)marker.data, (unsigned)marker.len);
        buf_free(&marker);
    }
    uint8_t *row = malloc((size_t)width * 4);
    for (uint32_t y = 0; y < height; y++) {
        for (uint32_t x = 0; x < width; x++) {
            uint8_t rgb[3], *to = row + (size_t)x * (size_t)options->components;
            jpeg_pixel(x, y, width, height, rgb);
            if (options->components == 1) {
                *to = rgb[1];
            } else if (options->components == 3) {
                memcpy(to, rgb, 3);
            } else {
                /* Adobe stores light; without its marker the file stores ink. */
                for (int i = 0; i < 3; i++)
                    to[i] = options->plain_cmyk ? (uint8_t)(255 - rgb[i]) : rgb[i];
                to[3] = options->plain_cmyk ? 0 : 255;
            }
        }
        JSAMPROW rows[1] = {row};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    buf_put(buf, bytes, len);
    free(row);
    free(bytes);
}
