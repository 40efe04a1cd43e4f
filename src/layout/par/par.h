/* Paragraphs: from the inline content of one block to set lines. Bidirectional text, face fallback,
 * shaping, line breaking, links, inline pictures. Lines hold frame items whose boxes are relative
 * to the line: x from the left edge of the measure, y from the line's top. Results live in the
 * layout's arena. Only layout/ includes it. */
#ifndef LAYOUT_PAR_PAR_H
#define LAYOUT_PAR_PAR_H

#include "base/diag.h"
#include "frame/frame.h"
#include "layout/layout.h"

enum par_align { PAR_START, PAR_CENTRE, PAR_END };

struct par_params {
    struct style_text text; /* of plain text in the block */
    unit measure;
    bool justified;
    bool hyphenate;
    bool balance;         /* headings */
    bool preformatted;    /* code blocks: lines end at \n; spaces keep their width; a line that
                             is too long breaks at spaces or graphemes, continuation indented */
    enum par_align align; /* start and end follow the paragraph's direction */
    bool rtl;             /* base direction of the block (node dir resolved by the caller) */
};

struct par_line {
    struct frame_item *items; /* logical order; LINK areas after the text they cover */
    uint32_t count;
    unit height;               /* leading, or more if a picture needs it */
    unit baseline;             /* from the line's top */
    unit width;                /* natural width of what is set (for tables and tests) */
    const struct node **notes; /* footnotes first called in this line, in order */
    uint32_t note_count;
};

struct par {
    struct par_line *lines;
    uint32_t count;
    unit width; /* of the widest line */
};

/* Everything one layout run shares; made by layout.c. */
struct layout {
    const struct doc *doc;
    const struct style *style;
    const struct layout_tools *tools;
    struct diag_list *diags;
    struct frames *frames;     /* its arena owns lines and items */
    struct arena scratch;      /* mark/reset around a block */
    struct par_memory *memory; /* par.c's own (hyphenators), NULL at first; par_memory_free */
};

/* Sets the inline children of block (of NODE_TEXT kind itself too), print media. */
void par_set(struct layout *layout, const struct node *block, const struct par_params *params,
             struct par *out);

/* Smallest and largest useful widths of a block's inline content: the widest unbreakable piece, and
 * the width on one line (forced breaks obeyed): for table columns. */
void par_widths(struct layout *layout, const struct node *block, const struct par_params *params,
                unit *smallest, unit *largest);

/* Sets a short label (a list number, page foot, icon letter): one line, one style; node is the id
 * carried by the items. Same result form. */
void par_set_label(struct layout *layout, struct slice text, const struct style_text *style,
                   bool rtl, const char *lang, uint32_t node, struct par *out);

/* The size of an image node whose picture is not empty: its wanted width (a part of the measure, or
 * absolute), else its natural one, made smaller in proportion until it is no wider than the measure
 * and no higher than most. */
void par_picture_size(const struct node *node, unit measure, unit most, unit *width, unit *height);

void par_memory_free(struct par_memory *memory);

#endif
