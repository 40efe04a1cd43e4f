/* The structure tree while it is planned and written. Types only. */
#pragma once

#include "base/arena.h"
#include "doc/doc.h"
#include "frame/frame.h"

/* The standard structure types in use (ISO 32000-1, 14.8.4): X(SYMBOL, "name"). */
#define TAG_TYPES(X)                                                                               \
    X(ROOT, "StructTreeRoot")                                                                      \
    X(DOCUMENT, "Document")                                                                        \
    X(DIV, "Div")                                                                                  \
    X(SECT, "Sect")                                                                                \
    X(P, "P")                                                                                      \
    X(H1, "H1")                                                                                    \
    X(H2, "H2")                                                                                    \
    X(H3, "H3")                                                                                    \
    X(H4, "H4")                                                                                    \
    X(H5, "H5")                                                                                    \
    X(H6, "H6")                                                                                    \
    X(L, "L")                                                                                      \
    X(LI, "LI")                                                                                    \
    X(LBL, "Lbl")                                                                                  \
    X(LBODY, "LBody")                                                                              \
    X(QUOTE, "BlockQuote")                                                                         \
    X(CODE, "Code")                                                                                \
    X(TABLE, "Table")                                                                              \
    X(CAPTION, "Caption")                                                                          \
    X(THEAD, "THead")                                                                              \
    X(TBODY, "TBody")                                                                              \
    X(TR, "TR")                                                                                    \
    X(TH, "TH")                                                                                    \
    X(TD, "TD")                                                                                    \
    X(FIGURE, "Figure")                                                                            \
    X(NOTE, "Note")                                                                                \
    X(REFERENCE, "Reference")                                                                      \
    X(LINK, "Link")                                                                                \
    X(SPAN, "Span")

enum tag_type {
#define X(symbol, name) TAG_##symbol,
    TAG_TYPES(X)
#undef X
};

struct tag_element {
    const struct node *node;
    uint32_t parent, next, first, last; /* elements; 0: none */
    uint8_t type;
    bool primary;                  /* the first element of its node: bears its language */
    uint32_t box;                  /* FIGURE: its place in boxes + 1 */
    uint32_t page;                 /* of its first mark, from 1; 0: none */
    uint32_t mark, mark_count;     /* its part of sorted_marks, when writing */
    uint32_t object, object_count; /* the same of sorted_objects */
};

/* A marked-content sequence; its MCID is its place among those of its page. */
struct tag_mark {
    uint32_t element, page, node, mcid;
};

/* An annotation of an element. */
struct tag_object {
    uint32_t element, page, number;
};

/* Which elements a node has. */
struct tag_node {
    uint32_t own;   /* of what the node itself shows: an item's label */
    uint32_t inner; /* parent of its children's */
};

struct tags {
    struct arena arena;
    const struct doc *doc;
    const struct frames *frames;
    uint8_t *shown;         /* by node: SHOWN_ bits */
    struct tag_node *nodes; /* by node */
    struct tag_element *elements;
    size_t element_cap;
    uint32_t element_count; /* with element 0, the root */
    struct tag_mark *marks;
    size_t mark_cap;
    uint32_t mark_count;
    struct tag_object *objects;
    size_t object_cap;
    uint32_t object_count;
    struct frame_box *boxes;
    size_t box_cap;
    uint32_t box_count;
    int open_levels[8]; /* headings that are open above the current one, while planning */
    int open_count;
};

enum { SHOWN_BELOW = 1, SHOWN_ITSELF = 2 };
