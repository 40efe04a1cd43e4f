/* The inside of the paragraph setter: what par.c and the files par_*.c share. Only they include
 * it.
 *
 * A block goes through four steps, each filling lists of struct par_work:
 *   gather   inline tree         -> text and spans (one span a TEXT node: its attributes)
 *   shape    text and spans      -> chunks (a word or a space of one span, level, script and face)
 *   items    chunks              -> boxes, glue and penalties for layout/linebreak.h
 *   lines    chosen breakpoints  -> pieces in visual order -> frame items
 * The lists live on the heap in struct par_memory and are used again for the next block; only
 * lines and items go to the frames' arena. */
#ifndef LAYOUT_PAR_PARTS_H
#define LAYOUT_PAR_PARTS_H

#include "layout/par/linebreak.h"
#include "layout/par/par.h"
#include "text/hyphen.h"

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
    const struct font_glyph *glyphs; /* the font set's */
    uint32_t glyph_count;
    uint16_t face;
    uint8_t level;
    uint8_t kind;
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
};

/* Own flags of analysed bytes, beside those of text/text.h. */
enum {
    PAR_HYPHEN = 64,     /* a hyphen may stand before this byte */
    PAR_EMERGENCY = 128, /* the piece is too wide for a line and breaks before this byte */
};

struct par_face {
    bool known;
    struct font_shape space; /* of U+0020; count 0: the face has none */
    const struct font_metrics *metrics;
    unit size;      /* of factor */
    int64_t factor; /* size / units per em, 32 fraction bits */
};

/* The face of a style, and whether it has all of printable ASCII. */
struct par_main_face {
    bool known, ascii;
    uint16_t face;
};

struct par_dictionary {
    const char *lang;
    struct hyphenator *hyphenator;
};

#define PAR_STYLES       8u
#define PAR_SHRINK_PARTS 3  /* a space may shrink by a third */
#define PAR_TAB_COLUMNS  4u /* tab stops of preformatted text */

struct par_work {
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
    bool breaks_inside; /* some chunk has a soft hyphen, PAR_HYPHEN or PAR_EMERGENCY in it */
    struct linebreak_item *items;
    size_t item_count, item_cap;
    struct par_ref *refs;
    size_t ref_cap;
    uint32_t *breaks; /* items at which lines end */
    size_t break_count, break_cap;
    bool *continued; /* [break_count]: preformatted: the line goes on from the one before */
    size_t continued_cap;
    uint32_t overfull;        /* lines too wide whatever was done */
    struct par_piece *pieces; /* of one line */
    size_t piece_count, piece_cap;
    uint32_t *order; /* visual order of the pieces */
    size_t order_cap;
    uint8_t *levels;
    size_t level_cap;
    struct frame_item *frame_items; /* of one line */
    size_t frame_count, frame_cap;
};

struct par_memory {
    struct par_work work;
    struct par_main_face mains[PAR_STYLES];
    struct par_face *faces;
    size_t face_cap;
    struct par_dictionary *dictionaries;
    size_t dictionary_count, dictionary_cap;
    uint32_t *missing; /* code points reported */
    size_t missing_count, missing_cap;
};

/* par.c: the memory, made on first use. */
struct par_memory *par_memory_get(struct layout *layout);

/* par_gather.c: fills text and spans from the inline content of block, or from a label. */
void par_gather(struct layout *layout, struct par_work *work, const struct node *block);
void par_gather_label(struct layout *layout, struct par_work *work, struct slice text,
                      uint32_t node);

/* par_shape.c: analyses the text (into scratch) and fills chunks. */
void par_shape(struct layout *layout, struct par_work *work);
/* Shapes bytes of one chunk again (a part of a word); width and glyphs are set. */
void par_shape_part(struct layout *layout, const struct par_work *work, struct par_chunk *part);
/* The glyph of the hyphen that ends a line after a chunk. */
void par_shape_hyphen(struct layout *layout, const struct par_work *work,
                      const struct par_chunk *after, struct par_chunk *hyphen);
struct par_main_face par_main_face(struct layout *layout, unsigned style);
struct par_face *par_face_get(struct layout *layout, uint16_t face, unit size);
/* font units to 1/1024 pt by a par_face's factor. */
static inline unit par_scale(const struct par_face *face, int64_t units)
{
    return (unit)((units * face->factor + ((int64_t)1 << 31)) >> 32);
}

/* par_hyphen.c: marks PAR_HYPHEN by the dictionaries of the spans' languages. */
void par_hyphenate(struct layout *layout, struct par_work *work);
void par_hyphenators_free(struct par_memory *memory);

/* par_items.c: fills items and refs. */
void par_items(struct layout *layout, struct par_work *work);

/* Items [first, end) that no line end can part. */
struct par_extent {
    size_t first, end;
    uint32_t boxes;
    int64_t width;
};
/* The piece from item *index on, which moves past the breakpoint that ends it; false at the end. */
bool par_piece_next(const struct par_work *work, size_t *index, struct par_extent *out);
/* The first byte of its chunk that a box shows. */
uint32_t par_item_from(const struct par_work *work, size_t item);

/* Marks PAR_EMERGENCY in pieces wider than measure, reports them; true if there were any. */
bool par_emergency(struct layout *layout, struct par_work *work, unit measure);

/* par_lines.c: sets the lines between the chosen breaks. */
void par_lines(struct layout *layout, struct par_work *work, struct par *out);
/* The indent of the rest of a line of code that was too long: two ems, in a narrow column less. */
static inline unit par_continuation_indent(const struct par_params *params)
{
    unit indent = 2 * params->text.size;
    return indent < params->measure / 4 ? indent : params->measure / 4;
}

/* par_draw.c: the frame items of the placed pieces. */
void par_draw(struct layout *layout, struct par_work *work, struct par_line *line);

/* par_report.c: diagnostics, each character once a document. */
void par_report_missing(struct layout *layout, const struct par_work *work, uint32_t span,
                        uint32_t place, uint32_t code_point);
void par_report_overfull(struct layout *layout, const struct par_work *work, uint32_t span,
                         uint32_t start, uint32_t end, bool broken);
void par_report_hyphenation(struct layout *layout, const struct par_work *work, uint32_t span);

#endif
