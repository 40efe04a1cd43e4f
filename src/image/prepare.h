/* Pictures as they are published: the file itself without its private data where that shows right,
 * else pixels made fewer and encoded anew. What comes out depends on the arguments alone. Layers 2
 * and up. */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* E-readers refuse larger pictures, or run out of memory: whatever is wished, one for the screen
 * has no more. */
#define IMAGE_SCREEN_PIXELS 5600000u
#define IMAGE_SCREEN_BYTES  (5u * 1000 * 1000)

enum image_use { IMAGE_FOR_PRINT, IMAGE_FOR_SCREEN };

/* What a picture is wanted for. */
struct image_wish {
    enum image_use use;
    uint32_t width, height; /* pixels, upright: more than these would not be seen */
    bool original;          /* no pixel may be changed but for the limits of the screen */
    size_t small;           /* bytes: a file no larger gains nothing by fewer pixels */
};

/* What is done with it, as the file's header tells. No padding: it is compared as bytes. */
struct image_plan {
    uint32_t width, height; /* as shown */
    uint32_t passes;        /* the file, unless its pixels turn out to need help */
    uint32_t opaque;        /* on white, should it have clear parts */
    uint32_t original;
    uint32_t most_bytes; /* 0: no limit */
};

/* A picture ready to be put into a file. */
struct image_form {
    enum image_kind kind;   /* JPEG or PNG */
    uint32_t width, height; /* pixels as stored */
    int orientation;        /* EXIF; 1 but for a JPEG for print, which is turned when it is drawn */
    int channels;           /* 1 or 3 */
    bool limited;           /* the limits of the screen took pixels that were wished */
    struct buf bytes;       /* a JPEG, or a PNG; for print the PNG has plain_rows and no alpha … */
    struct buf mask;        /* … which is a grey PNG of its own; empty: all is opaque */
    struct buf profile;     /* ICC; empty: the colours are those of sRGB */
};

struct image_plan image_plan(const struct image *image, const struct image_wish *wish);

/* Does what was planned; on failure *reason, a literal, says why and nothing is to be freed. The
 * caller frees *form with image_form_free. decoded: the image's pixels as image_decode_stored gives
 * them; NULL: they are decoded here. */
enum image_error image_prepare(const struct image *image, const struct image_plan *plan,
                               const struct image_pixels *decoded, struct image_form *form,
                               const char **reason);
/* The picture's pixels as a screen shows them: upright, on white, in the colours of sRGB, made
 * fewer where it has more than width by height. On failure as image_prepare. The caller frees *out
 * with image_pixels_free. */
enum image_error image_show(const struct image *image, uint32_t width, uint32_t height,
                            const struct image_pixels *decoded, struct image_pixels *out,
                            const char **reason);

void image_form_free(struct image_form *form);
