/* The chunks of a PNG (ISO/IEC 15948, 11): what the picture is, and what of the file must not be
 * published. Layers 2 and up. */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* Header and wholeness, for image_open: fills the image but for path, bytes, digest. */
enum image_error image_png_open(struct slice bytes, struct arena *arena, struct image *image,
                                const char **reason);

/* Appends the file with its pixels untouched, but without texts, times, XMP and EXIF; the colour
 * profile is kept if wanted. */
void image_png_strip(const struct image *image, bool profile, struct buf *out);

/* Appends the embedded colour profile (11.3.2.3); false: none, or it cannot be unpacked. */
bool image_png_profile(const struct image *image, struct buf *out);

/* What a PDF needs to hold the pixels as they are in the file: it knows the same compression and
 * the same filters of rows (ISO 32000-1, 7.4.4.4). */
struct image_png_parts {
    int depth;            /* bits a sample */
    int channels;         /* of the rows: 1, of grey or of the palette, or 3 */
    struct slice palette; /* of red, green, blue; empty: none. Borrowed */
};
/* The parts of a PNG with plain_rows and without alpha, which image_open has taken; the compressed
 * rows are appended to rows unless NULL. */
void image_png_parts(struct slice bytes, struct buf *rows, struct image_png_parts *parts);
