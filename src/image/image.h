/* Pictures: PNG by libpng, JPEG by libjpeg-turbo (the only folder that touches them), QR codes by
 * libqrencode. An image's header is checked when it is opened; pixels are decoded only when
 * asked for. Images live in the caller's arena and borrow the file's bytes. Layers 2 and up. */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/slice.h"

#define IMAGE_MAX_SIDE   20000u
#define IMAGE_MAX_PIXELS (64u * 1000u * 1000u)
#define IMAGE_MAX_BYTES  (64u * 1024u * 1024u)

enum image_kind { IMAGE_PNG, IMAGE_JPEG };
enum image_error {
    IMAGE_OK,
    IMAGE_NOT_KNOWN,
    IMAGE_DAMAGED,
    IMAGE_OVER_LIMIT,
    IMAGE_NOT_SUPPORTED
};

struct image {
    enum image_kind kind;
    uint32_t width, height; /* pixels as shown (after EXIF orientation) */
    uint32_t raw_width, raw_height;
    int orientation; /* EXIF 1 to 8; 1 for PNG */
    int components;  /* of the file: 1 grey, 3 colour, 4 CMYK */
    uint32_t dpi;    /* from pHYs or JFIF; 0: not stated (set at 96) */
    bool has_alpha;
    bool adobe_inverted; /* Adobe CMYK */
    bool has_profile;    /* an ICC profile other than sRGB is embedded */
    struct slice bytes;  /* the file */
    const char *path;    /* as the user wrote it; for messages */
    uint8_t md5[16];     /* of bytes: equal pictures are embedded once */
};

/* Reads a picture from its bytes (which must outlive the image): checks signature, header, limits
 * and, cheaply, that the file is whole (PNG: chunk walk with CRCs to IEND; JPEG: to EOI). On
 * failure *image is NULL, *reason says why in words for the writer of the leaflet. */
enum image_error image_open(struct slice bytes, const char *path, struct arena *arena,
                            const struct image **image, const char **reason);

/* Pixels, 8 bits a sample, upright, row by row without padding. rgb has width*height*channels
 * bytes (1 or 3), alpha width*height bytes or NULL. 16-bit, palette, interlaced, grey, CMYK come
 * out as 8-bit grey or RGB; ICC profiles are not applied but for CMYK's plain conversion
 * (has_profile tells). Owned by the caller, image_pixels_free. */
struct image_pixels {
    uint32_t width, height;
    int channels;
    uint8_t *rgb;
    uint8_t *alpha;
};
enum image_error image_decode(const struct image *image, struct image_pixels *out,
                              const char **reason);
void image_pixels_free(struct image_pixels *pixels);

/* True if the JPEG can be passed through to a PDF or EPUB as it is: baseline or progressive, 8
 * bits, 1 or 3 components, orientation 1, and libjpeg decodes it without a warning. */
bool image_jpeg_passes(const struct image *image);

/* Re-encodes upright pixels as PNG (deterministic settings, no time chunk): for EPUB pictures
 * whose file readers may not show (CMYK, 16-bit, rotated). */
bool image_write_png(const struct image_pixels *pixels, struct buf *out);

/* More bytes would make modules too small to be read from paper (version 13: 69 by 69). */
#define IMAGE_QR_MOST 331u

/* A QR code (error correction M) of a text: side modules, modules[y * side + x] true is dark; in
 * the arena. False when the text is longer than IMAGE_QR_MOST. No quiet zone. */
bool image_qr(struct slice text, struct arena *arena, uint32_t *side, const bool **modules);

#endif
