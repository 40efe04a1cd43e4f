/* The display list between layout and the writers: pages of positioned items. Immutable once laid
 * out; owned by the layout's arena. Items stand in LOGICAL (reading) order on each page and carry
 * the id of the node they show (0: an artifact). Layers 3 and up.
 *
 * Origin of boxes at the page's top left, x right, y down. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/unit.h"
#include "doc/doc.h"

struct image;

struct frame_box {
    unit x, y, width, height;
};

enum frame_kind { FRAME_GLYPHS, FRAME_RULE, FRAME_IMAGE, FRAME_FILL, FRAME_LINK };

/* What an artifact is (ISO 32000-1, 14.8.2.2.2); FRAME_CONTENT where node is not 0. */
enum frame_artifact { FRAME_CONTENT, FRAME_LAYOUT, FRAME_PAGE_FOOT, FRAME_WATERMARK };

/* A glyph of a run: its origin is box.x + x and baseline - up. In logical order of clusters. Small:
 * nothing of a leaflet takes as much memory. */
struct frame_glyph {
    unit x; /* from box.x, offset included */
    uint16_t gid;
    uint16_t cluster; /* byte offset in the run's text */
};
#define FRAME_RUN_MOST UINT16_MAX /* bytes of a run's text */

struct frame_item {
    uint8_t kind;         /* enum frame_kind */
    uint8_t artifact;     /* enum frame_artifact */
    bool rtl;             /* GLYPHS: a right-to-left run */
    bool actual;          /* GLYPHS: the glyphs do not spell the text (hyphen at a line end: text is
                             empty): needs ActualText */
    uint16_t face;        /* GLYPHS */
    uint32_t node;        /* the most specific node shown: TEXT, ITEM (its label), IMAGE, LINK … */
    struct frame_box box; /* GLYPHS: the line's height, the run's advance */
    union {
        struct {
            const struct frame_glyph *glyphs;
            const unit *ups; /* how far each stands above the baseline; NULL: none does */
            uint32_t count;
            unit size;
            unit baseline; /* y on the page */
            uint32_t colour;
            struct slice text; /* the characters of the run, in logical order */
            /* parts of the advances of its first and last glyph: no reader takes them for a space
             */
            unit room_before, room_after;
            int16_t expanded; /* how much wider the glyphs are drawn, in thousandths */
            int32_t turn;     /* degrees anticlockwise about the origin; watermark only */
        } glyphs;
        struct {
            unit thickness; /* a line along the box's longer side, in its middle */
            uint32_t colour;
        } rule;
        struct {
            const struct image *image;
        } image;
        struct {
            uint32_t colour;
            unit radius; /* of the corners */
            unit stroke; /* 0: filled; else the outline's thickness, inside the box */
        } fill;
        /* LINK: an active area; node is the LINK or NOTE_REF, whose u.link tells the goal */
    } u;
};

/* How far a glyph of a run stands above its baseline. */
static inline unit frame_glyph_up(const struct frame_item *run, uint32_t glyph)
{
    return run->u.glyphs.ups ? run->u.glyphs.ups[glyph] : 0;
}

struct frame_page {
    struct frame_item *items;
    uint32_t count;
    uint32_t second; /* the first item of its second column; count: it has one column */
    unit used;       /* height of its text, footnotes included; of columns the mean */
    unit gap;        /* left free above what stands at its foot */
    bool turned;     /* on its side: width and height change places */
};

/* Where a node first shows: page from 1 (0: nowhere) and the top of its box. */
struct frame_place {
    uint32_t page;
    unit y;
};

struct frames {
    struct arena arena;
    unit page_width, page_height;
    struct frame_page *pages;
    uint32_t page_count;
    struct frame_place *places; /* [node_count + 1]: the page map, also for block nodes (that of
                                   their first content) */
    uint32_t node_count;
    uint32_t narrow_tables; /* that pages turned on their side would hold better */
    bool cramped;           /* some of its blocks would stand better in a wider column */
    const char *setting;    /* how it was set to fit, for the dump; NULL: as the style says */
};

/* The size of a page (from 0). */
unit frames_width(const struct frames *frames, uint32_t page);
unit frames_height(const struct frames *frames, uint32_t page);

/* A horizontal rule; a filled box. Both are artifacts of the layout. */
struct frame_item frame_rule(unit x, unit y, unit width, unit thickness, uint32_t colour);
struct frame_item frame_fill(struct frame_box box, uint32_t colour);

/* Moves an item to the right and down. */
void frame_move(struct frame_item *item, unit x, unit y);

/* Items while their number is not known: of a line or a page that is made. On the heap; the owner
 * frees list.items. */
struct frame_list {
    struct frame_item *items;
    size_t count, cap;
};

/* Adds an item; the result is valid until the next is added. */
struct frame_item *frame_list_add(struct frame_list *list, struct frame_item item);
/* Adds copies, moved by x and y. */
void frame_list_copy(struct frame_list *list, const struct frame_item *items, uint32_t count,
                     unit x, unit y);
/* A copy of all items in the arena. */
struct frame_item *frame_list_keep(const struct frame_list *list, struct arena *arena);

void frames_free(struct frames *frames);
/* Fills places from the items (a block's place is its first descendant's). */
void frames_map(struct frames *frames, const struct doc *doc);
