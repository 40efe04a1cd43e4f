/* The inner types of fonts*.c only. */
#ifndef PDF_FONT_PARTS_H
#define PDF_FONT_PARTS_H

#include "base/arena.h"
#include "pdf/font/fonts.h"

/* A glyph's text in ToUnicode: 0 unknown, a code point, or MAP_LIST + an index into lists. */
#define MAP_LIST 0x80000000u
/* Characters of a cluster that are looked at; longer ones always need ActualText. */
#define CLUSTER_MOST 16u
/* The text of a glyph that adds nothing to its neighbours': WORD JOINER, invisible. PDF/A-2,
 * 6.2.11.7.2, wants a text for every glyph. */
#define MAP_NOTHING 0x2060u

struct pdf_text {
    uint32_t count;
    uint32_t points[CLUSTER_MOST];
};

struct face_use {
    bool *used;    /* by glyph; NULL: face not in use */
    uint32_t *map; /* by glyph */
    uint16_t *widths;
    uint32_t glyph_count;
    uint32_t object;
    uint32_t spaces[2]; /* the glyph of spaces in runs left to right, and right to left; 0: none */
    struct font_subset subset;
    bool made;
};

struct pdf_fonts {
    struct font_set *set;
    const struct frames *frames;
    struct arena arena;
    struct face_use *faces;
    uint32_t face_count;
    struct pdf_text *lists;
    size_t list_cap;
    uint32_t list_count;
    uint32_t *page_start; /* by page: the number of items on the pages before */
    uint8_t *needs;       /* a bit an item: NEEDS ActualText */
};

/* True for the space of a face that sets right to left only. */
bool pdf_fonts_is_rtl_space(const struct face_use *face, uint32_t glyph);

/* The text of a glyph by the map. */
struct pdf_text pdf_fonts_text(const struct pdf_fonts *fonts, const struct face_use *face,
                               uint32_t glyph);

#endif
