/* Glyphs that are made of others of a face. Types only. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* A glyph that shows others of the face, each moved by so many font units: for text that only
 * several glyphs show, or that a glyph shows beside its usual text. Anchored, its box reaches the
 * baseline, by points without ink, and is not empty where it has no parts: PDFium passes over a
 * glyph without an outline, and takes those whose boxes stand above one another for two lines. */
struct font_part {
    uint16_t gid;
    int16_t x, y;
};
struct font_composite {
    const struct font_part *parts;
    uint32_t count;
    uint16_t advance;
    bool anchored;
};
