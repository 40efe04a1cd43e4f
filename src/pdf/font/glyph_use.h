/* Which glyphs the faces of one PDF show and what text they stand for. Types only. */
#pragma once

#include "base/arena.h"
#include "font/font.h"
#include "frame/frame.h"
#include "pdf/font/cluster.h"

/* A glyph's text in ToUnicode: 0 unknown, a code point, or MAP_LIST + an index into lists. */
#define MAP_LIST 0x80000000u
/* The text of a glyph that adds nothing to its neighbours': WORD JOINER, invisible. PDF/A-2,
 * 6.2.11.7.2, wants a text for every glyph. */
#define MAP_NOTHING 0x2060u

struct face_use {
    bool *used;           /* by glyph; NULL: face not in use */
    uint32_t *map;        /* by glyph */
    uint16_t *widths;     /* by glyph: as in /W, 1/1000 em */
    uint32_t glyph_count; /* others are never shown */
    uint32_t object;      /* number of the Type 0 font */
    uint32_t spaces[2]; /* the glyph of spaces in runs left to right, and right to left; 0: none */
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
    uint32_t *page_start; /* by page: the number of items on the pages before */
    bool *needs;          /* by item: needs ActualText */
};
