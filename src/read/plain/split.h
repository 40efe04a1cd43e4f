/* What a plain article is made of, lines and segments, before it becomes a tree. Only plain/. */
#pragma once

#include "base/source.h"

enum plain_kind {
    PLAIN_TEXT,   /* lines of running text */
    PLAIN_BULLET, /* one item: its first line begins with a bullet */
    PLAIN_NUMBER, /* one item: its first line begins with a number */
    PLAIN_MARKS,  /* one line of nothing but marks, such as ***** */
};

/* What a segment becomes. */
enum plain_role {
    PLAIN_PARAGRAPH,
    PLAIN_TITLE,
    PLAIN_SECTION,    /* a heading */
    PLAIN_SUBSECTION, /* a numbered heading */
    PLAIN_ITEM,       /* of a numbered list */
    PLAIN_INSIDE,     /* belongs to the numbered item before it */
};

/* Consecutive lines of one kind. A segment is never longer than its block (blank lines part
 * blocks), but a block may hold several: text and then bullets, items of a list. */
struct plain_segment {
    enum plain_kind kind;
    enum plain_role role;
    uint32_t first, count; /* lines, from 0 in struct plain_article */
    uint32_t number;       /* PLAIN_NUMBER */
    char delimiter;        /* PLAIN_NUMBER: . or ) */
    uint32_t indent;       /* PLAIN_BULLET: columns before the bullet */
    bool opens;            /* first of its block */
    bool alone;            /* the only segment of its block, and one line */
    bool starts_list;      /* first item of a numbered list */
    const char *reason;    /* why it became what it is; for the dump of the tree */
};

/* A line without the white space around it and without its bullet or number. */
struct plain_line {
    uint32_t offset, len;
    uint32_t lead; /* bytes of the bullet or number before offset */
};

struct plain_article {
    const struct source *source;
    struct plain_line *lines;
    struct plain_segment *segments;
    uint32_t line_count, segment_count;
    size_t line_cap, segment_cap;
};

/* Parts the source from offset to its end into lines and segments. Free with plain_free. */
void plain_split(const struct source *source, uint32_t offset, struct plain_article *out);
void plain_free(struct plain_article *article);

/* The text of a segment's line (from 0). */
struct slice plain_text(const struct plain_article *article, const struct plain_segment *segment,
                        uint32_t line);
