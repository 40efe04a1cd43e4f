/* The paragraph being set, as the steps of par/ hand it on.
 *
 * A block goes through four steps, each filling lists of struct par_work:
 *   gather   inline tree         -> text and spans (one span a TEXT node: its attributes)
 *   shape    text and spans      -> chunks (a word or a space of one span, level, script and face)
 *   items    chunks              -> boxes, glue and penalties for linebreak.h
 *   lines    chosen breakpoints  -> pieces in visual order -> frame items
 * The lists live on the heap in struct par_memory and are used again for the next block; only
 * lines and items go to the arena of the lines, glyphs to that of the frames. Types only; only par/
 * includes it. */
#pragma once

#include "base/buf.h"
#include "font/font.h"
#include "layout/par/context.h"
#include "layout/par/linebreak.h"
#include "layout/par/paragraph.h"
#include "text/text.h"

/* The attributes in force at a point of the inline tree. */
struct par_style {
    unsigned face; /* FONT_BOLD | FONT_ITALIC | FONT_MONO */
    unit size, rise;
    uint32_t colour;
    const char *lang;
    const struct node *link; /* the LINK or NOTE_REF around, or NULL */
    bool underline, strike;
};

enum par_span_kind {
    PAR_SPAN_TEXT,
    PAR_SPAN_CONTROL, /* bidi controls that only the analysis sees */
    PAR_SPAN_OBJECT,  /* an inline picture, U+FFFC */
    PAR_SPAN_END,     /* LINE_BREAK, U+2028 */
};

/* A run of the gathered text with one set of attributes. */
struct par_span {
    uint32_t start, len;
    enum par_span_kind kind;
    uint32_t id;             /* node id of the items */
    const struct node *node; /* TEXT, NOTE_REF, IMAGE, LINE_BREAK; NULL in a label */
    const char *text;        /* [len] that outlives the frames: the tree's own when possible */
    struct par_style style;
    unit object_width, object_height;
};

enum par_chunk_kind {
    PAR_CHUNK_WORD,
    PAR_CHUNK_SPACE, /* vanishes at a line end */
    PAR_CHUNK_TIE,   /* no-break space: stretches, never breaks */
    PAR_CHUNK_OBJECT,
    PAR_CHUNK_END, /* U+000A, U+2028 …: a line ends after it; nothing is drawn */
};

/* A part of the text that is shaped at once. Nothing is kept for characters without a face. */
struct par_chunk {
    uint32_t start, len;
    uint32_t span;
    unit width;
    const struct font_glyph *glyphs; /* the font set's, */
    struct font_glyph *own;          /* or these, in the scratch arena; NULL */
    uint32_t glyph_count;
    unit gap_before, gap_after; /* in its width: between it and ideographs (autospace.h) */
    uint16_t face;
    uint8_t level;
    uint8_t kind;
    bool rises;   /* some of its glyphs stand above or below the baseline */
    bool spreads; /* the place before it gives in justified text: no space parts its words */
    bool hyphens; /* of a word that may be hyphenated: no address, no code */
    bool wide;    /* in a piece that is wider than the line */
};

/* The chunk of a linebreak item; the item ends before byte to of the chunk. */
struct par_ref {
    uint32_t chunk, to;
};

/* A chunk, or the part of one, in a line. */
struct par_piece {
    struct par_chunk chunk; /* start, len, glyphs of the part; a hyphen has len 0 */
    unit x;                 /* from the left edge of the measure */
    bool trailing;          /* white space at the line end: hangs out of the measure */
    bool hyphen;
    bool stretches; /* a space of justified text */
    bool spreads;   /* the place before it gives, as in the chunk */
};

/* Own flags of analysed bytes, beside those of text/text.h. */
enum {
    PAR_HYPHEN = 64,     /* a hyphen may stand before this byte */
    PAR_EMERGENCY = 128, /* the piece is too wide for a line and breaks before this byte */
};

#define SOFT_HYPHEN 0x00adu
/* What a space between words gives, in parts of it, as in TeX's Computer Modern (3.33 plus 1.67
 * minus 1.11). */
#define PAR_STRETCH_PARTS 2
#define PAR_SHRINK_PARTS  3
/* What the place between two letters gives, in parts of an em, in scripts that part no words. */
#define PAR_SPREAD_PARTS 10
#define PAR_SPREAD_MOST  9 /* percent of an em that a line is spread by at most */
/* The space between a number and its unit, in percent of a word space; it gives nothing. */
#define PAR_UNIT_GAP_PERCENT 65
#define PAR_TAB_COLUMNS      4u /* tab stops of preformatted text */

struct par_work {
    struct layout *layout; /* the run that the block is set in */
    struct par_params params;
    const char *lang; /* of the block */
    struct buf text;
    struct par_span *spans;
    size_t span_count, span_cap;
    struct par_style *styles; /* by depth in the inline tree */
    size_t style_cap;
    struct text_analysis analysis;
    struct par_chunk *chunks;
    size_t chunk_count, chunk_cap;
    bool wide;          /* some may be of East Asia: wide marks are looked for */
    bool breaks_inside; /* some chunk has a soft hyphen, PAR_HYPHEN or PAR_EMERGENCY in it */
    struct linebreak_item *items;
    size_t item_count, item_cap;
    unit hang_most; /* that any of them hangs out at a line's end */
    struct par_ref *refs;
    size_t ref_cap;
    uint32_t *breaks; /* items at which lines end */
    size_t break_count, break_cap;
    uint32_t overfull;         /* lines too wide whatever was done */
    struct par_stored *stored; /* what is kept of the block, NULL: nothing (store.h) */
    int32_t expansion;         /* how far the glyphs of its lines give, 1/LINEBREAK_WHOLE */
    int32_t expanded;          /* how much wider those of the present line are made */
    bool decorated;            /* some of its text is in a link, or struck out */
    struct par_piece *pieces;  /* of one line */
    size_t piece_count, piece_cap;
    uint32_t *order; /* visual order of the pieces */
    size_t order_cap;
    uint8_t *levels;
    size_t level_cap;
    struct par_line *line;   /* being set */
    struct frame_list drawn; /* the items of that line */
};
