/* Shaping by HarfBuzz, with a cache of shaped words. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

struct font_set;

/* Digits all as wide as one another, for columns of numbers, or as wide as each asks for. */
enum font_figures { FONT_PROPORTIONAL, FONT_TABULAR };

/* One shaped glyph. x_offset and y_offset displace it from the pen (y up); the glyphs of a run
 * are in LOGICAL order of their clusters also right to left (inside one cluster: as HarfBuzz
 * gives them, left to right); cluster is the byte offset in the shaped text. */
struct font_glyph {
    uint16_t gid;
    int16_t advance; /* font units; may be 0 for marks */
    int16_t x_offset, y_offset;
    uint32_t cluster;
};

struct font_shape {
    const struct font_glyph *glyphs;
    uint32_t count;
    int32_t advance; /* sum, font units */
    bool rises;      /* some have a y_offset */
};

/* The number of a pair of script (ISO 15924) and language (NULL: none); lasts as the set does. */
size_t font_locale(struct font_set *set, const char *script, const char *lang);

/* Shapes one run: a single face, direction, script and language, with figures of that kind where
 * the face has them (OpenType pnum, tnum). Words are cached by all of these and the text: pass
 * words, not lines; the result is owned by the set and valid until font_set_trim (or font_set_theme
 * with other paths). Default-ignorable characters give no glyph: they belong to the cluster before
 * them. */
struct font_shape font_shape(struct font_set *set, uint16_t face, struct slice text, bool rtl,
                             size_t locale, enum font_figures figures);

/* Widens [*bottom, *top] (font units, y up, from the baseline) to what glyphs of a face cover. */
void font_shape_ink(struct font_set *set, uint16_t face, const struct font_glyph *glyphs,
                    uint32_t count, int32_t *top, int32_t *bottom);

/* Empties the cache: always, or when it has grown past a fixed size. Within font/ only. */
void font_shapes_clear(struct font_set *set);
void font_shapes_trim(struct font_set *set);
