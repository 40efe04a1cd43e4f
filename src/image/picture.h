/* A picture: what its file's header says, its pixels, and the limits of both. Layers 2 and up; the
 * functions but image_pixels_free are for the other files of image/. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/slice.h"

#define IMAGE_MAX_SIDE   20000u
#define IMAGE_MAX_PIXELS (64u * 1000u * 1000u)
#define IMAGE_MAX_BYTES  (64u * 1024u * 1024u)

enum image_kind { IMAGE_PNG, IMAGE_JPEG, IMAGE_WEBP, IMAGE_GIF };
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
    uint32_t frames; /* of a GIF: how many pictures it shows in turn */
    bool has_alpha;
    bool adobe_inverted;  /* Adobe CMYK */
    bool common_frame;    /* a baseline or progressive JPEG */
    bool has_profile;     /* an ICC profile is embedded */
    bool plain_rows;      /* a PNG whose rows a PDF can hold: not interlaced, at most 8 bits */
    struct slice bytes;   /* the file */
    const char *path;     /* as the user wrote it; for messages */
    struct digest digest; /* of bytes: equal pictures are embedded once */
};

/* Pixels, 8 bits a sample, upright, row by row without padding. rgb has width*height*channels
 * bytes (1 or 3), alpha width*height bytes or NULL. 16-bit, palette, interlaced, grey, CMYK come
 * out as 8-bit grey or RGB; ICC profiles are not applied but for CMYK's plain conversion. Owned by
 * the caller, image_pixels_free. */
struct image_pixels {
    uint32_t width, height;
    int channels;
    uint8_t *rgb;
    uint8_t *alpha;
};
void image_pixels_free(struct image_pixels *pixels);

/* Big-endian numbers; the caller checks the bounds. */
uint32_t image_be32(const uint8_t *bytes);
uint32_t image_be16(const uint8_t *bytes);

/* Says why a picture is refused; returns error. */
enum image_error image_refuse(enum image_error error, const char *words, const char **reason);

/* IMAGE_OK, or why a picture of this size is refused. */
enum image_error image_check_size(uint32_t width, uint32_t height, struct arena *arena,
                                  const char **reason);
