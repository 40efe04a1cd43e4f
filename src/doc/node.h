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

/* clang-format off */
/* The one list of kinds: X(SYMBOL, "name of the dump"). Comments: allowed children. "inline" = the
 * kinds from NODE_TEXT on. */
#define NODE_KINDS(X)                                                                              \
    X(NODE_DOCUMENT, "document")          /* root: blocks */                                       \
    X(NODE_MASTHEAD, "masthead")          /* PARAGRAPH (clinic), PARAGRAPH (tagline), */           \
                                          /* FIGURE (logo)?, DRAFT_MARK? */                        \
    X(NODE_DRAFT_MARK, "draft-mark")      /* inline: the word DRAFT in the masthead */             \
    X(NODE_LEAD, "lead")                  /* inline: the summary */                                \
    X(NODE_SUBTITLE, "subtitle")          /* inline */                                             \
    X(NODE_HEADING, "heading")            /* inline; level 1 to 6; only the title is of level 1 */ \
    X(NODE_PARAGRAPH, "paragraph")        /* inline */                                             \
    X(NODE_LIST, "list")                  /* ITEM */                                               \
    X(NODE_ITEM, "item")                  /* blocks; its label (bullet, number, task box) */       \
                                          /* shows the ITEM's own id */                            \
    X(NODE_QUOTE, "quote")                /* blocks */                                             \
    X(NODE_CODE_BLOCK, "code-block")      /* TEXT, line ends as \n */                              \
    X(NODE_BREAK, "break")                /* thematic break: nothing */                            \
    X(NODE_PAGE_BREAK, "page-break")      /* on paper a new page begins: nothing */                \
    X(NODE_TABLE, "table")                /* CAPTION?, TABLE_HEAD?, TABLE_BODY? */                 \
    X(NODE_CAPTION, "caption")            /* inline: first child of a TABLE, last of a FIGURE */   \
    X(NODE_TABLE_HEAD, "table-head")      /* ROW */                                                \
    X(NODE_TABLE_BODY, "table-body")      /* ROW */                                                \
    X(NODE_ROW, "row")                    /* CELL */                                               \
    X(NODE_CELL, "cell")                  /* inline, or PARAGRAPHs and LISTs of such */            \
    X(NODE_CALLOUT, "callout")            /* CALLOUT_LABEL, blocks */                              \
    X(NODE_CALLOUT_LABEL, "callout-label") /* ICON, inline */                                      \
    X(NODE_FIGURE, "figure")              /* IMAGE | QR_CODE, CAPTION? */                          \
    X(NODE_FIGURES, "figures")            /* FIGURE: several, which stand side by side */          \
    X(NODE_NOTE, "note")                  /* footnote: blocks; stands after */                     \
                                          /* the top-level block with its first ref */             \
    X(NODE_CONTACT, "contact")            /* HEADING, blocks, FIGURE (QR)? */                      \
    X(NODE_ABOUT, "about")                /* HEADING, DESCRIPTION_LIST */                          \
    X(NODE_DESCRIPTION_LIST, "description-list") /* DESCRIPTION_ENTRY */                           \
    X(NODE_DESCRIPTION_ENTRY, "description-entry") /* TERM, DESCRIPTION: "Reference | SK-014" */   \
    X(NODE_TERM, "term")                  /* inline */                                             \
    X(NODE_DESCRIPTION, "description")    /* blocks or inline: PARAGRAPHs or a LIST */             \
    X(NODE_WEB_ADDRESSES, "web-addresses") /* print only: HEADING, LIST (ordered) */               \
                                           /* of ITEMs with addresses */                           \
    /* inline */                                                                                   \
    X(NODE_TEXT, "text")                  /* text */                                               \
    X(NODE_LINE_BREAK, "line-break")      /* a forced line end */                                  \
    X(NODE_EMPHASIS, "emphasis")                                                                   \
    X(NODE_STRONG, "strong")                                                                       \
    X(NODE_STRIKE, "strike")                                                                       \
    X(NODE_CODE, "code")                  /* TEXT */                                               \
    X(NODE_KEYBOARD, "keyboard")          /* <kbd> */                                              \
    X(NODE_SUBSCRIPT, "subscript")                                                                 \
    X(NODE_SUPERSCRIPT, "superscript")                                                             \
    X(NODE_ABBREVIATION, "abbreviation")  /* inline; expansion */                                  \
    X(NODE_SPAN, "span")                  /* lang and/or dir */                                    \
    X(NODE_ISOLATE, "isolate")            /* <bdi> */                                              \
    X(NODE_LINK, "link")                  /* inline */                                             \
    X(NODE_NOTE_REF, "note-ref")          /* a footnote's number; text holds it ("1") */           \
    X(NODE_IMAGE, "image")                /* inline picture, or the child of a FIGURE */           \
    X(NODE_ICON, "icon")                  /* a callout's icon; alt holds the kind's word */        \
                                          /* when the label does not */                            \
    X(NODE_QR_CODE, "qr-code")            /* qr_address holds the address; alt says so in words */
/* clang-format on */
enum node_kind {
#define X(symbol, name) symbol,
    NODE_KINDS(X)
#undef X
        NODE_KIND_COUNT
};

/* clang-format off */
/* The labels of all kinds of blocks, and of all that stand inside them, for a switch that treats
 * them alike; the last colon is the user's: NODE_CASE_BLOCKS: break; */
#define NODE_CASE_BLOCKS                                                                           \
    case NODE_DOCUMENT: case NODE_MASTHEAD: case NODE_DRAFT_MARK: case NODE_LEAD:                  \
    case NODE_SUBTITLE: case NODE_HEADING: case NODE_PARAGRAPH: case NODE_LIST: case NODE_ITEM:    \
    case NODE_QUOTE: case NODE_CODE_BLOCK: case NODE_BREAK:                  \
    case NODE_PAGE_BREAK: case NODE_TABLE: case NODE_CAPTION:    \
    case NODE_TABLE_HEAD: case NODE_TABLE_BODY: case NODE_ROW: case NODE_CELL:                     \
    case NODE_CALLOUT: case NODE_CALLOUT_LABEL: case NODE_FIGURE: case NODE_FIGURES: case NODE_NOTE: \
    case NODE_CONTACT: case NODE_ABOUT: case NODE_DESCRIPTION_LIST: case NODE_DESCRIPTION_ENTRY:   \
    case NODE_TERM: case NODE_DESCRIPTION: case NODE_WEB_ADDRESSES
#define NODE_CASE_INLINES                                                                          \
    case NODE_TEXT: case NODE_LINE_BREAK: case NODE_EMPHASIS: case NODE_STRONG:                    \
    case NODE_STRIKE: case NODE_CODE: case NODE_KEYBOARD: case NODE_SUBSCRIPT:                     \
    case NODE_SUPERSCRIPT: case NODE_ABBREVIATION: case NODE_SPAN: case NODE_ISOLATE:              \
    case NODE_LINK: case NODE_NOTE_REF: case NODE_IMAGE: case NODE_ICON: case NODE_QR_CODE
/* clang-format on */

struct doc_leaflet; /* doc/leaflet.h */

enum node_direction { NODE_DIR_INHERIT, NODE_DIR_LTR, NODE_DIR_RTL, NODE_DIR_AUTO };
enum node_media { NODE_MEDIA_ALL, NODE_MEDIA_PRINT, NODE_MEDIA_EPUB };
/* NATURAL: the writer says nothing, and it is the start. */
enum node_align { NODE_ALIGN_NATURAL, NODE_ALIGN_START, NODE_ALIGN_CENTRE, NODE_ALIGN_END };
/* How the items of an ordered list count. */
enum node_numbering {
    NODE_DECIMAL,
    NODE_LOWER_LETTERS,
    NODE_UPPER_LETTERS,
    NODE_LOWER_ROMAN,
    NODE_UPPER_ROMAN
};
enum node_task { NODE_TASK_NONE, NODE_TASK_OPEN, NODE_TASK_DONE };

/* Three levels of care after the NHS service manual's care cards, GitHub's alert kinds, and the two
 * lists of what to do and what not. CALLOUT_KINDS is the one list: X(SYMBOL, "tag", word). word is
 * the boilerplate word (text/words.h) of its label; style and icon come from style/. */
#define CALLOUT_KINDS(X)                                                                           \
    X(EMERGENCY, "emergency", WORD_EMERGENCY)                                                      \
    X(URGENT, "urgent", WORD_URGENT)                                                               \
    X(ROUTINE, "routine", WORD_ROUTINE)                                                            \
    X(NOTE, "note", WORD_NOTE)                                                                     \
    X(TIP, "tip", WORD_TIP)                                                                        \
    X(IMPORTANT, "important", WORD_IMPORTANT)                                                      \
    X(WARNING, "warning", WORD_WARNING)                                                            \
    X(CAUTION, "caution", WORD_CAUTION)                                                            \
    X(DO, "do", WORD_DO)                                                                           \
    X(DONT, "dont", WORD_DONT)
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
    struct slice text; /* TEXT, NOTE_REF, and CODE_BLOCK's info string */
    const struct text_map *map;
    uint32_t map_count;
    bool generated; /* made by leafset (boilerplate, settings), not written in the leaflet */
    union {
        struct {
            int level;
            const char *anchor; /* unique in the document, ASCII-safe fragment */
        } heading;
        struct {
            bool ordered;
            bool tight;
            uint32_t start;
            enum node_numbering numbering;
            char delimiter; /* '.' or ')'; '(' stands for both brackets; '\0': none */
        } list;
        struct {
            uint32_t number; /* in an ordered list: the number that is printed */
            enum node_task task;
        } item;
        struct {
            uint32_t columns;
            const enum node_align *aligns; /* [columns] as the writer has them */
            bool row_headers; /* the writer says that the first column heads the rows */
        } table;
        struct {
            enum node_align align;
            bool header;            /* th: in TABLE_HEAD, or the head of its row */
            bool amount;            /* its column holds amounts, aligned at */
            uint32_t point;         /* this byte of its text, where it is one */
            uint32_t column;        /* from 0 */
            uint32_t columns, rows; /* that it spans; 0: one */
        } cell;
        struct {
            enum callout_kind kind;
        } callout;
        struct {
            struct slice href;         /* as it will stand in the outputs; never empty */
            const struct node *target; /* in-document link: the HEADING or NOTE */
            struct slice title;
            bool wordless; /* written without words; its TEXT is the address in their place */
            bool nowhere;  /* a page of a site that is not known: its words are shown, as no link */
            const struct doc_leaflet
                *leaflet;        /* where href is the PDF of another leaflet, or NULL */
            struct slice online; /* and that leaflet on the web; empty: it is not known there */
        } link;
        struct {
            uint32_t number;              /* from 1, in the order of first reference */
            const struct node *first_ref; /* NOTE: its first NOTE_REF */
        } note;
        struct {
            const struct node *note;
            uint32_t occurrence;     /* from 1: the n-th reference to the same note */
            const struct node *next; /* the next reference to it, or NULL */
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

/* Steps through the rows of a table, the header's and those of all bodies: the first, and the one
 * after a row; or NULL. */
struct node *node_first_row(const struct node *table);
struct node *node_next_row(const struct node *row);
bool node_is_head_row(const struct node *row);

/* All text below node in reading order, NOTE_REFs left out, LINE_BREAKs as a space; nodes of
 * another medium are left out (media ALL: everything). In the arena. */
struct slice node_text(const struct node *node, enum node_media media, struct arena *arena);

/* The first of a map's entries that begins after byte pos of its text; count: none does. */
uint32_t node_map_after(const struct text_map *map, size_t count, size_t pos);
/* The source place of byte pos of a TEXT node's text. */
struct span node_text_span(const struct node *text, size_t pos, size_t len);
