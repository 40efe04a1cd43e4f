/* Faces: coverage, fallback, shaping and subsetting, by HarfBuzz (the only folder that touches
 * it). A font_set belongs to one thread and is kept across the leaflets of a batch; it owns the
 * faces and a cache of shaped words. Layers 3 and up; style/ names families by string.
 *
 * Faces are numbered by their place in the manifest (then theme fonts), never by the order of use,
 * so outputs do not depend on what was built before. Widths and offsets are in font units; layout/
 * scales them (1/1024 pt = units * size / units_per_em, rounded). */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/slice.h"

struct font_set;
struct inputs;

/* Bits of a style. */
enum { FONT_REGULAR = 0, FONT_BOLD = 1, FONT_ITALIC = 2, FONT_MONO = 4 };

/* The built-in manifest is fonts/manifest, compiled in (out/obj/gen/font_manifest.inc, a C string).
 * One face a line, "#" comments: `family|style|package|path|scripts`, style one of regular,
 * bold, italic, bold-italic; path relative to the font folders, which are searched in this order:
 * /usr/share/fonts/truetype, /usr/share/fonts, /usr/local/share/fonts. The first family is the
 * text family, "Noto Sans Mono" the family of code; every other line is a fallback, in order. */
/* The files are opened through the inputs, which are borrowed and told whatever a leaflet uses,
 * also of a face that an earlier one opened. */
struct font_set *font_set_new(struct inputs *inputs);
void font_set_free(struct font_set *set);

/* Makes the set use a clinic's own faces for text: absolute paths by style (NULL: none; regular
 * must be there). Replaces an earlier theme family; NULL paths: back to the default. Returns NULL,
 * or a reason ("not a TrueType or OpenType font") and in *wrong (unless NULL) whose; the default
 * family is in use then. */
const char *font_set_theme(struct font_set *set, const char *regular, const char *bold,
                           const char *italic, const char *bold_italic, int *wrong);

#define FONT_FACE_NONE 0xffffu

/* The face for a grapheme cluster: the style's own face if it covers all code points (ignorable
 * ones aside), else the first fallback that does (bold preferred for bold), else FONT_FACE_NONE.
 * Constant time for repeated characters. */
uint16_t font_face_for(struct font_set *set, unsigned style, struct slice cluster);
/* The package whose installation would give the text face, when it is not installed; else NULL. */
const char *font_set_missing_package(struct font_set *set);

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
};

/* Shapes one run: a single face, direction, script (ISO 15924) and language. Words are cached by
 * (face, rtl, script, lang, text): pass words, not lines; the result is owned by the set and valid
 * until font_set_trim (or font_set_theme with other paths). Default-ignorable characters give no
 * glyph: they belong to the cluster before them. */
struct font_shape font_shape(struct font_set *set, uint16_t face, struct slice text, bool rtl,
                             const char *script, const char *lang);
/* A leaflet is done: what the next one uses is told to the inputs anew. Drops the cache when it has
 * grown past a fixed size. */
void font_set_trim(struct font_set *set);

/* Vertical metrics of a face in font units; y up. */
struct font_metrics {
    int32_t units_per_em;
    int32_t ascender, descender; /* descender is negative */
    int32_t x_height, cap_height;
    int32_t underline_position, underline_thickness;
    int32_t italic_angle; /* degrees * 64 */
    int16_t bounding_box[4];
    bool cff;
    const char *postscript_name;
    const char *family;
    const char *path; /* of the file */
};
const struct font_metrics *font_metrics_get(struct font_set *set, uint16_t face);
/* Nominal advance of a glyph in font units. */
int32_t font_glyph_advance(struct font_set *set, uint16_t face, uint16_t gid);

/* A subset for embedding: glyphs renumbered without gaps where possible. */
struct font_subset {
    struct buf data;   /* TrueType file (glyf), or the bare CFF table when cff */
    uint16_t *new_gid; /* [glyph_count of the face]; 0 for unused. What a PDF's text shows: of a
                          CID-keyed CFF font the CID, else the new glyph number */
    uint32_t glyph_count;
    bool cff;
};
/* used[gid] marks the glyphs (gid 0 is always kept). Returns false on failure. Free with
 * font_subset_free. */
bool font_subset_make(struct font_set *set, uint16_t face, const bool *used, uint32_t used_count,
                      struct font_subset *out);
void font_subset_free(struct font_subset *subset);
uint32_t font_glyph_count(struct font_set *set, uint16_t face);
/* A subset as a whole OpenType font that keeps cmap and layout for a set of code points: for the
 * EPUB. */
bool font_subset_text(struct font_set *set, uint16_t face, const uint32_t *code_points,
                      uint32_t count, struct buf *out);

#endif
