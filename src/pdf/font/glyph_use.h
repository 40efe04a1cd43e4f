/* Which glyphs the faces of one PDF show and what text they stand for. Types only. */
#pragma once

#include "base/arena.h"
#include "base/hash.h"
#include "font/font.h"
#include "frame/frame.h"
#include "pdf/font/cluster.h"

/* A glyph's text in ToUnicode: 0 unknown, a code point, or MAP_LIST + an index into lists. */
#define MAP_LIST 0x80000000u
/* The text of a glyph that adds nothing to its neighbours': WORD JOINER, invisible. PDF/A-2,
 * 6.2.11.7.2, wants a text for every glyph. */
#define MAP_NOTHING 0x2060u

/* The text of a blank glyph after each space of right-to-left text: COMBINING GRAPHEME JOINER,
 * invisible. pdf.js keeps a space for what follows only if the pen does not move back to it, which
 * it does not ask of a mark; its search passes over marks. The others leave out what stands beyond
 * the page, as this one does. */
#define MAP_AFTER_SPACE 0x034fu

/* A glyph that is made of those of the face (pdf/font/shapes.h). */
struct pdf_made {
    struct font_composite shape;
    struct pdf_text text;
};

struct face_use {
    bool *used;            /* by glyph: in the subset; NULL: face not in use */
    uint32_t *map;         /* by glyph; 0 in a subset: shown as a part of made ones only */
    uint16_t *widths;      /* by glyph, made ones behind the others: as in /W, 1/1000 em */
    struct pdf_made *made; /* on the heap */
    uint32_t made_count;
    size_t made_cap;
    uint32_t glyph_count;      /* of the face itself: what is above it is glyph 0 */
    uint32_t object;           /* number of the Type 0 font */
    struct font_subset subset; /* its new_gid: the two-byte codes in text */
};

struct pdf_fonts {
    struct font_set *set;
    const struct frames *frames;
    struct arena arena;
    struct face_use *faces;
    uint32_t face_count; /* one more than the greatest number in use */
    struct pdf_text *lists;
    size_t list_cap;
    uint32_t list_count;
    struct map shapes;
    uint32_t *page_start; /* by page: the number of items on the pages before */
    uint8_t *runs;        /* by item: enum pdf_run */
};
