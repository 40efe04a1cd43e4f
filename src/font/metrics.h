/* Measures of faces and glyphs. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct font_set;

/* Vertical metrics of a face in font units; y up. */
struct font_metrics {
    int32_t units_per_em;
    int32_t ascender, descender; /* descender is negative */
    int32_t line_height;         /* what lines of it need as a rule; 0 of a face of signs */
    int32_t x_height, cap_height;
    int32_t underline_position, underline_thickness;
    int32_t italic_angle; /* degrees * 64 */
    int16_t bounding_box[4];
    bool cff;
    const char *postscript_name;
    const char *family; /* by the manifest; NULL for a theme's face */
    const char *path;   /* of the file */
};
const struct font_metrics *font_metrics_get(struct font_set *set, uint16_t face);
/* Nominal advance of a glyph in font units. */
int32_t font_glyph_advance(struct font_set *set, uint16_t face, uint16_t gid);
/* Half-way between the top and the foot of a glyph's outline, in font units above the baseline; 0:
 * it has none. */
int32_t font_glyph_middle(struct font_set *set, uint16_t face, uint16_t gid);
/* True if a glyph's outline reaches from the baseline, or all but, to a fiftieth of an em above it
 * at least. */
bool font_glyph_on_line(struct font_set *set, uint16_t face, uint16_t gid);
/* Where the ink of a glyph stands that is one em wide: in its left half (a closing bracket or a
 * stop of Chinese or Japanese), in its right half (an opening one), or in the middle half; OTHER:
 * it is wider, or the glyph not one em wide. */
enum font_ink { FONT_INK_OTHER, FONT_INK_LEFT, FONT_INK_RIGHT, FONT_INK_MIDDLE };
enum font_ink font_glyph_ink(struct font_set *set, uint16_t face, uint16_t gid);
/* How many glyphs a face has. */
uint32_t font_glyph_count(struct font_set *set, uint16_t face);
/* True for a character that takes no room of its own (category Mn). */
bool font_is_mark(uint32_t character);
