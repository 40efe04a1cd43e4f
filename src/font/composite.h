/* Glyphs that are made of others of a face. Types only. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* A glyph that shows others of the face, each moved by so many font units: for text that only
 * several glyphs show, or that a glyph shows beside its usual text. A speck of it is all but
 * invisible, as it lies on the edge of what the parts show elsewhere: for readers that pass over a
 * glyph without any outline. */
struct font_part {
    uint16_t gid;
    int16_t x, y;
};
struct font_composite {
    const struct font_part *parts;
    uint32_t count;
    uint16_t advance;
    bool speck;
};
