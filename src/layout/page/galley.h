/* The galley: the leaflet as one long column before it is broken into pages. A vertical list of
 * boxes (lines, table rows, pictures), spaces and penalties, as in vertical_list.h,
 * with the frame items that each box shows. Built by block/, read by page.c. Its arrays
 * are on the heap (galley_free); the frame items are in the arena of the lines. Only layout/
 * includes it.
 *
 * Between two boxes the list collects what is asked for: the largest space and the strongest
 * penalty win. x runs from the left edge of the column, y from the top of a box. */
#pragma once

#include "layout/par/context.h"
#include "layout/page/vertical_list.h"
#include "layout/par/paragraph.h"

/* Strengths of "do not break here"; PAGEBREAK_FORBID is the strongest. */
enum {
    GALLEY_FREE = 0,
    GALLEY_HYPHEN = 60,     /* a page that ends within a word; worth a line left empty */
    GALLEY_EDGE_ITEM = 300, /* one item of a list alone on a page */
    GALLEY_PICTURE = 600,   /* a picture away from the text above it */
    GALLEY_EDGE_ROW = 1000, /* one or two rows of a table alone under its header, or overleaf */
    GALLEY_LEAD_IN = 3000,  /* a list, table or picture away from the line that leads to it */
    GALLEY_WHOLE = 9000,    /* inside what is whole when it fits on a page */
};

/* Limits of what a space may do to fill or to save a page, in percent of its size. */
#define GALLEY_STRETCH_PERCENT 30
#define GALLEY_SHRINK_PERCENT  25

/* So many rows of a table are too few to stand alone. */
#define GALLEY_EDGE_ROWS 2

/* A heading keeps with this many lines of what follows. */
#define GALLEY_HEADING_LINES 2

/* Frame items at a place in a box. */
struct galley_piece {
    const struct frame_item *items;
    uint32_t count;
    unit x, y;
    unit flexible; /* one item that is lower by up to this, and narrower in proportion, as the
                      spaces of its page are */
    bool right;    /* it keeps its right edge */
    bool low;      /* it keeps its low edge, that of its flexible box */
};

/* A ground behind the boxes of items [first, end): tint, bar or outline; one fill on each page. */
struct galley_ground {
    uint32_t first, end;
    unit x, width;
    uint32_t colour;
    unit radius, stroke; /* as in frame.h */
};

/* What is repeated where a table goes on: a line at x that says so, and below it the header rows,
 * items [first, end). height: of all; above: the padding of the boxes around the table. carry_id is
 * the index + 1. */
struct galley_head {
    uint32_t first, end;
    unit height, above;
    struct par_line line;
    unit x;
};

/* The lines of a table row that may go on overleaf, or the parts of a table that is too wide, items
 * [first, end): as they stand on a page they are not as they are read, by nodes. */
struct galley_sliced {
    uint32_t first, end;
};

/* What stands on pages turned on their side: behind the break at item `first`, up to that at item
 * `end`. */
struct galley_turned {
    uint32_t first, end;
};

/* A footnote: lines [first_line, first_line + count) of galley.note_lines. */
struct galley_note {
    uint32_t first_line, line_count;
};

/* A box of a footnote in the galley of footnotes. */
struct galley_note_line {
    uint32_t item;
    unit height; /* with the space above */
};

/* A label that waits for the first line of its block. */
struct galley_label {
    struct par_line line;
    unit x;
};

#define GALLEY_LABELS 64 /* on one line; more begin a new one */

struct galley {
    struct layout *layout;
    struct pagebreak_item *items;
    uint32_t *first_piece; /* [count]: of each item; they end where the next item's begin */
    size_t count, cap, first_piece_cap;
    struct galley_piece *pieces;
    size_t piece_count, piece_cap;
    struct galley_ground *grounds;
    size_t ground_count, ground_cap;
    struct galley_head *heads;
    size_t head_count, head_cap;
    struct galley_sliced *sliced;
    size_t sliced_count, sliced_cap;
    struct galley_turned *turned;
    size_t turned_count, turned_cap;
    bool all_turned; /* all stands on one turned page */

    /* Footnotes, in the order of their calls. Their boxes are in a galley of their own. */
    struct galley *foot; /* NULL: this is the galley of footnotes */
    struct galley_note *notes;
    size_t note_count, note_cap;
    struct galley_note_line *note_lines;
    size_t note_line_count, note_line_cap;
    const struct node **called; /* called, not yet set */
    size_t called_count, called_cap;
    uint8_t *note_met; /* [node_count + 1] called or set; shared by both galleys */

    /* What is asked for before the next box. */
    unit space;
    int32_t penalty;
    bool new_page;
    bool turn_back;     /* what was added last stands on turned pages */
    bool space_off;     /* at the top of a container: no space */
    bool below_heading; /* the space is the heading's, whatever comes asks for */
    int keep_lines;     /* lines that a heading still wants near it */
    struct galley_label labels[GALLEY_LABELS];
    uint32_t label_count;

    /* The first gap above what leads to the next block (headings, "Take these:"), 0: nothing leads
     * to it; and the penalty asked for there. */
    uint32_t lead;
    int32_t lead_penalty;
    bool lead_begins;

    /* Containers that are open. */
    unit height;      /* of the text area of its pages */
    bool rigid;       /* spaces neither stretch nor shrink, and have a penalty before them */
    size_t tail;      /* the first item of what stands at the foot of the last page, 0: nothing */
    unit span;        /* height of what spans the columns at the top of the first page */
    unit carry, feet; /* paddings at the top and foot of what goes on overleaf */
    uint32_t head;    /* carry_id of the table that is open, 0: none */
};

/* foot: the galley of footnotes, initialised first; NULL for that galley itself. */
void galley_init(struct galley *galley, struct layout *layout, struct galley *foot);
/* Makes room for running text of so many bytes, so that a long one is not copied as it grows. */
void galley_reserve(struct galley *galley, size_t bytes);
void galley_free(struct galley *galley);
/* The list ends where the content does. */
void galley_end(struct galley *galley);

/* What is added from here on stands at the foot of the last page, if it has room there. */
void galley_begin_tail(struct galley *galley);

/* What has been added spans the columns of the first page; what comes next, so far below it, is in
 * the first of them. Its spaces must be rigid. */
void galley_end_span(struct galley *galley, unit space);

/* The next box begins what leads to the block after it. Asked again it goes on. */
void galley_begin_lead(struct galley *galley);
/* What comes next is led to by nothing. */
void galley_end_lead(struct galley *galley);

/* What is added in between stands on turned pages of their own, with what leads to it. Only where
 * layout->turned is set, in no container, below other content. */
void galley_begin_turned(struct galley *galley);
void galley_end_turned(struct galley *galley);
/* The height that turned pages hold less than upright ones. */
unit galley_lost(const struct galley *galley);
/* Takes the breaks around turned pages away, or sets them again. */
void galley_join_pages(struct galley *galley, bool join);

/* Asks for space before the next box; the largest wins. */
void galley_space(struct galley *galley, unit space);
/* The space below a heading, in place of what the next block asks for; shift moves it where a block
 * does not begin as lines do, by the white above their capitals: an edge lies lower, words with
 * padding above them higher. */
void galley_space_heading(struct galley *galley, unit space);
void galley_space_shifted(struct galley *galley, unit space, unit shift);
/* Asks that no page ends before the next box. */
void galley_keep(struct galley *galley, int32_t penalty);
/* Asks that a page ends before the next box, if there is one before it. */
void galley_new_page(struct galley *galley);
/* Forgets the spaces asked for. */
void galley_drop_space(struct galley *galley);

/* Adds a box; pieces and footnotes added next belong to it. Labels that wait are put on its
 * baseline; baseline < 0: the box is not content (padding), they go on waiting. */
void galley_add_box(struct galley *galley, unit height, unit baseline);
void galley_add_piece(struct galley *galley, const struct frame_item *items, uint32_t count, unit x,
                      unit y);
/* A piece of one item. */
void galley_add_item(struct galley *galley, struct frame_item item, unit x, unit y);
/* Adds a box that may be lower by `give`, as the spaces of its page are, and in it pictures of one
 * item each that are lower by up to their own. What is added next stands at its low edge. */
struct galley_picture {
    const struct frame_item *item;
    unit x, y, give;
    bool right, low; /* as in galley_piece */
};
void galley_add_flexible(struct galley *galley, unit height, unit give, unit baseline,
                         const struct galley_picture *pictures, uint32_t count);
/* A label for the first line of what comes next; one without height shows nothing. */
void galley_wait_label(struct galley *galley, const struct par_line *line, unit x);
/* Puts labels that still wait into a box of their own. */
void galley_flush_labels(struct galley *galley);

/* A tint from the next box on; returns its index for galley_close_ground. */
size_t galley_open_ground(struct galley *galley, unit x, unit width, uint32_t colour);
void galley_close_ground(struct galley *galley, size_t ground);

/* Padding above and below the content of a box; a page break inside repeats it. */
void galley_open_padding(struct galley *galley, unit padding);
void galley_close_padding(struct galley *galley, unit padding);

/* The first box among the items from first on; their count if there is none. */
size_t galley_first_box(const struct galley *galley, size_t first);
/* Height of what stands from the first box on, spaces in their natural size. */
int64_t galley_height(const struct galley *galley, size_t first);
/* Keeps the items from first on together if they fit on a page. */
void galley_keep_whole(struct galley *galley, size_t first);
/* The same for what hangs on the place of the last box: a break would lose it. */
void galley_forbid_breaks(struct galley *galley, size_t first);

/* The items from first on are read by their nodes, not as they stand. No such ranges overlap. */
void galley_read_across(struct galley *galley, size_t first);

/* New items, which live until the pages are made. */
struct frame_item *galley_new_items(struct galley *galley, uint32_t count);
