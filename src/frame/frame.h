/* The display list between layout and the writers: pages of positioned items. Immutable once laid
 * out; owned by the layout's arena. Items stand in LOGICAL (reading) order on each page and carry
 * the id of the node they show (0: an artifact). Layers 3 and up.
 *
 * Boxes: 1/1024 pt, origin at the page's top left, x right, y down. */
#ifndef FRAME_FRAME_H
#define FRAME_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/slice.h"
#include "doc/doc.h"

struct image;

struct frame_box {
    int32_t x, y, width, height;
};

enum frame_kind { FRAME_GLYPHS, FRAME_RULE, FRAME_IMAGE, FRAME_FILL, FRAME_LINK };

/* What an artifact is (ISO 32000-1, 14.8.2.2.2); FRAME_CONTENT where node is not 0. */
enum frame_artifact { FRAME_CONTENT, FRAME_LAYOUT, FRAME_PAGE_FOOT, FRAME_WATERMARK };

/* A glyph of a run: its origin is box.x + x and baseline - y. In logical order of clusters. */
struct frame_glyph {
    uint16_t gid;
    int32_t x;        /* from box.x, 1/1024 pt, offset included */
    int32_t y;        /* up, 1/1024 pt */
    uint32_t cluster; /* byte offset in the run's text */
};

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
            uint32_t count;
            int32_t size;
            int32_t baseline; /* y on the page */
            uint32_t colour;
            struct slice text; /* the characters of the run, in logical order */
            int32_t turn;      /* degrees anticlockwise about the origin; watermark only */
        } glyphs;
        struct {
            int32_t thickness; /* a line along the box's longer side, in its middle */
            uint32_t colour;
        } rule;
        struct {
            const struct image *image;
        } image;
        struct {
            uint32_t colour;
            int32_t radius; /* of the corners */
            int32_t stroke; /* 0: filled; else the outline's thickness, inside the box */
        } fill;
        /* LINK: an active area; node is the LINK or NOTE_REF, whose u.link tells the goal */
    } u;
};

struct frame_page {
    struct frame_item *items;
    uint32_t count;
};

/* Where a node first shows: page from 1 (0: nowhere) and the top of its box. */
struct frame_place {
    uint32_t page;
    int32_t y;
};

struct frames {
    struct arena arena;
    int32_t page_width, page_height;
    struct frame_page *pages;
    uint32_t page_count;
    struct frame_place *places; /* [node_count + 1]: the page map, also for block nodes (that of
                                   their first content) */
    uint32_t node_count;
};

void frames_free(struct frames *frames);
/* Fills places from the items (a block's place is its first descendant's). */
void frames_map(struct frames *frames, const struct doc *doc);
/* Stable text of all items for people and tests; positions in pt with one decimal. face_name maps
 * a face number to its PostScript name. */
void frames_dump(const struct frames *frames, const char *(*face_name)(void *, uint16_t),
                 void *context, struct buf *out);
/* What page breaks should not do: a paragraph's last line alone on a page, its first line alone, a
 * heading without two lines of what follows. Counted from the frames. */
struct frame_breaks {
    uint32_t widows, orphans, stranded;
};
void frames_count_breaks(const struct frames *frames, const struct doc *doc,
                         struct frame_breaks *out);
/* A page a line group: number, the first and last words, how full (percent), notes; at the end
 * "widows 0, orphans 0, stranded 0". */
void frames_dump_pages(const struct frames *frames, const struct doc *doc, struct buf *out);

#endif
