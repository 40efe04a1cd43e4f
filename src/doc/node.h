/* The document tree: what a leaflet says, never how it looks. Built by read/, then immutable; all
 * later phases borrow it. Nodes and their texts live in the document's arena. Layers 2 and up.
 *
 * The tree is complete: masthead, title, summary, contact box, "About this leaflet", callout
 * labels and list numbers are in it in reading order, so that layout, pdf and epub only walk it.
 * Backends switch over enum node_kind without default (-Wswitch-enum), so a new kind cannot
 * vanish silently. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/source.h"

struct image; /* image/image.h */

/* Comments: allowed children. "inline" = the kinds from NODE_TEXT on. */
enum node_kind {
    NODE_DOCUMENT,      /* root: blocks */
    NODE_MASTHEAD,      /* PARAGRAPH (clinic), PARAGRAPH (tagline), FIGURE (logo)?, DRAFT_MARK? */
    NODE_DRAFT_MARK,    /* inline: the word DRAFT in the masthead */
    NODE_LEAD,          /* inline: the summary */
    NODE_SUBTITLE,      /* inline */
    NODE_HEADING,       /* inline; level 1 to 6; the title is the only level 1 */
    NODE_PARAGRAPH,     /* inline */
    NODE_LIST,          /* ITEM */
    NODE_ITEM,          /* blocks; its label (bullet, number, task box) shows the ITEM's own id */
    NODE_QUOTE,         /* blocks */
    NODE_CODE_BLOCK,    /* TEXT, line ends as \n */
    NODE_BREAK,         /* thematic break: nothing */
    NODE_TABLE,         /* CAPTION?, TABLE_HEAD?, TABLE_BODY? */
    NODE_CAPTION,       /* inline: first child of a TABLE, last of a FIGURE */
    NODE_TABLE_HEAD,    /* ROW */
    NODE_TABLE_BODY,    /* ROW */
    NODE_ROW,           /* CELL */
    NODE_CELL,          /* inline */
    NODE_CALLOUT,       /* CALLOUT_LABEL, blocks */
    NODE_CALLOUT_LABEL, /* ICON, inline */
    NODE_FIGURE,        /* IMAGE | QR_CODE, CAPTION? */
    NODE_NOTE,          /* footnote: blocks; stands after the top-level block with its first ref */
    NODE_CONTACT,       /* HEADING, blocks, FIGURE (QR)? */
    NODE_ABOUT,         /* HEADING, DESCRIPTION_LIST */
    NODE_DESCRIPTION_LIST,  /* DESCRIPTION_ENTRY */
    NODE_DESCRIPTION_ENTRY, /* TERM, DESCRIPTION: one row, "Reference | SK-014" */
    NODE_TERM,              /* inline */
    NODE_DESCRIPTION,       /* blocks or inline: PARAGRAPHs or a LIST */
    NODE_WEB_ADDRESSES,     /* print only: HEADING, LIST (ordered) of ITEMs with addresses */
    /* inline */
    NODE_TEXT,       /* text */
    NODE_LINE_BREAK, /* a forced line end */
    NODE_EMPHASIS,
    NODE_STRONG,
    NODE_STRIKE,
    NODE_CODE,     /* TEXT */
    NODE_KEYBOARD, /* <kbd> */
    NODE_SUBSCRIPT,
    NODE_SUPERSCRIPT,
    NODE_ABBREVIATION, /* inline; expansion */
    NODE_SPAN,         /* lang and/or dir */
    NODE_ISOLATE,      /* <bdi> */
    NODE_LINK,         /* inline */
    NODE_NOTE_REF,     /* a footnote's number; text holds it ("1") */
    NODE_IMAGE,        /* inline picture, or the child of a FIGURE */
    NODE_ICON,         /* a callout's icon; alt holds the kind's word when the label does not */
    NODE_QR_CODE,      /* qr_address holds the address; alt says so in words */
    NODE_KIND_COUNT
};

/* clang-format off */
/* The labels of all kinds of blocks, and of all that stand inside them, for a switch that treats
 * them alike; the last colon is the user's: NODE_CASE_BLOCKS: break; */
#define NODE_CASE_BLOCKS                                                                           \
    case NODE_DOCUMENT: case NODE_MASTHEAD: case NODE_DRAFT_MARK: case NODE_LEAD:                  \
    case NODE_SUBTITLE: case NODE_HEADING: case NODE_PARAGRAPH: case NODE_LIST: case NODE_ITEM:    \
    case NODE_QUOTE: case NODE_CODE_BLOCK: case NODE_BREAK: case NODE_TABLE: case NODE_CAPTION:    \
    case NODE_TABLE_HEAD: case NODE_TABLE_BODY: case NODE_ROW: case NODE_CELL:                     \
    case NODE_CALLOUT: case NODE_CALLOUT_LABEL: case NODE_FIGURE: case NODE_NOTE:                  \
    case NODE_CONTACT: case NODE_ABOUT: case NODE_DESCRIPTION_LIST: case NODE_DESCRIPTION_ENTRY:   \
    case NODE_TERM: case NODE_DESCRIPTION: case NODE_WEB_ADDRESSES
#define NODE_CASE_INLINES                                                                          \
    case NODE_TEXT: case NODE_LINE_BREAK: case NODE_EMPHASIS: case NODE_STRONG:                    \
    case NODE_STRIKE: case NODE_CODE: case NODE_KEYBOARD: case NODE_SUBSCRIPT:                     \
    case NODE_SUPERSCRIPT: case NODE_ABBREVIATION: case NODE_SPAN: case NODE_ISOLATE:              \
    case NODE_LINK: case NODE_NOTE_REF: case NODE_IMAGE: case NODE_ICON: case NODE_QR_CODE
/* clang-format on */

enum node_direction { NODE_DIR_INHERIT, NODE_DIR_LTR, NODE_DIR_RTL, NODE_DIR_AUTO };
enum node_media { NODE_MEDIA_ALL, NODE_MEDIA_PRINT, NODE_MEDIA_EPUB };
enum node_align { NODE_ALIGN_START, NODE_ALIGN_CENTRE, NODE_ALIGN_END };
enum node_task { NODE_TASK_NONE, NODE_TASK_OPEN, NODE_TASK_DONE };

/* GitHub's alert kinds. CALLOUT_KINDS is the one list: X(SYMBOL, "tag", word). word is the
 * boilerplate word (text/words.h) of its label; style and icon come from style/. */
#define CALLOUT_KINDS(X)                                                                           \
    X(NOTE, "note", WORD_NOTE)                                                                     \
    X(TIP, "tip", WORD_TIP)                                                                        \
    X(IMPORTANT, "important", WORD_IMPORTANT)                                                      \
    X(WARNING, "warning", WORD_WARNING)                                                            \
    X(CAUTION, "caution", WORD_CAUTION)
enum callout_kind {
#define X(symbol, tag, word) CALLOUT_##symbol,
    CALLOUT_KINDS(X)
#undef X
        CALLOUT_KIND_COUNT
};

/* From byte text on, the text of a TEXT node corresponds 1:1 to source bytes from offset source
 * on, up to the next entry. A TEXT node without a map corresponds 1:1 from span.offset on. */
struct text_map {
    uint32_t text;
    uint32_t source;
};

struct node {
    uint32_t id; /* from 1 in document order of creation; 0 is never a node */
    enum node_kind kind;
    struct node *parent, *first, *last, *next, *previous;
    struct span span; /* the construct with its markup; generated: SPAN_NONE, or what it repeats */
    const char *lang; /* BCP 47, or NULL: as the parent */
    enum node_direction dir;
    enum node_media media;
    bool generated;    /* made by leafset (boilerplate, settings), not written in the leaflet */
    struct slice text; /* TEXT, NOTE_REF, and CODE_BLOCK's info string */
    const struct text_map *map;
    uint32_t map_count;
    union {
        struct {
            int level;
            const char *anchor; /* unique in the document, ASCII-safe fragment */
        } heading;
        struct {
            bool ordered;
            bool tight;
            uint32_t start;
            char delimiter; /* '.' or ')' */
        } list;
        struct {
            uint32_t number; /* in an ordered list: the number that is printed */
            enum node_task task;
        } item;
        struct {
            uint32_t columns;
            const enum node_align *aligns; /* [columns] */
        } table;
        struct {
            enum node_align align;
            bool header;     /* th: in TABLE_HEAD */
            uint32_t column; /* from 0 */
        } cell;
        struct {
            enum callout_kind kind;
        } callout;
        struct {
            struct slice href;         /* as it will stand in the outputs; never empty */
            const struct node *target; /* in-document link: the HEADING or NOTE */
            struct slice title;
            bool wordless; /* written without words; its TEXT is the address in their place */
        } link;
        struct {
            uint32_t number;              /* from 1, in the order of first reference */
            const struct node *first_ref; /* NOTE: its first NOTE_REF */
        } note;
        struct {
            const struct node *note;
            uint32_t occurrence; /* from 1: the n-th reference to the same note */
        } note_ref;
        struct {
            const struct image *image; /* NULL if it could not be read (an error was given) */
            const char *alt;           /* "" : decorative */
            int32_t width;             /* wanted width in 1/1024 pt, 0: natural; < 0: percent */
            bool undescribed;          /* its writer gave no alt, not even an empty one */
        } image;                       /* IMAGE, ICON and QR_CODE (alt) */
        struct {
            const char *expansion; /* never NULL */
        } abbreviation;
    } u;
    struct slice qr_address; /* QR_CODE */
    const char *reason;      /* plain text: why the block became what it is; NULL elsewhere */
};

bool node_is_inline(enum node_kind kind);
/* True for a TEXT of the leaflet's own words: written by its author, and no code. */
bool node_is_prose(const struct node *node);
/* "heading", "callout-label": the names of the dump. */
const char *node_kind_name(enum node_kind kind);

/* The language in force at a node: its own or the nearest ancestor's. Never NULL below a root
 * with a lang. */
const char *node_lang(const struct node *node);

/* Steps through the tree in reading order without recursion: the next node in pre-order below
 * root, or NULL. node_skip steps over node's children. */
const struct node *node_next(const struct node *node, const struct node *root);
const struct node *node_skip(const struct node *node, const struct node *root);

/* All text below node in reading order, NOTE_REFs left out, LINE_BREAKs as a space; nodes of
 * another medium are left out (media ALL: everything). In the arena. */
struct slice node_text(const struct node *node, enum node_media media, struct arena *arena);

/* The source place of byte pos of a TEXT node's text. */
struct span node_text_span(const struct node *text, size_t pos, size_t len);
