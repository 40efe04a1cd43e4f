/* Drawings: pixels that are numbers in a palette, and PNG files of them (ISO/IEC 15948). libpng
 * would look at each pixel several times, which takes longer than all else of a cover. Layers 2 and
 * up. */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

#define PALETTE_MOST 256

/* Colours, 0xRRGGBB, in the order in which they were asked for. Zero-initialise. */
struct palette {
    uint32_t colours[PALETTE_MOST];
    int count;
    struct {
        uint32_t colour; /* and bit 24: it is taken */
        uint8_t index;
    } slots[4 * PALETTE_MOST];
};

/* The number of a colour, which is added if it is new; -1: there are too many. */
int palette_find(struct palette *palette, uint32_t colour);

struct drawing {
    uint32_t width, height;
    uint8_t **rows; /* numbers of colours; of rows that are equal many may be one */
    struct palette palette;
};

/* Appends it as PNG. dpi: pixels an inch, for its size in print. */
void image_write_drawing(const struct drawing *drawing, unsigned dpi, struct buf *out);
