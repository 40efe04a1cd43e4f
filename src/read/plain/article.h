/* What a plain article is made of, lines and segments, before it becomes a tree. Only plain/. */
#pragma once

#include "base/source.h"
#include "read/plain/starts.h"

/* A line without the white space around it and without its bullet or number. */
struct plain_line {
    uint32_t offset, len;
    uint32_t lead;   /* bytes of the bullet or number before offset */
    uint32_t indent; /* columns before the line */
    uint32_t width;  /* code points of the whole line, indent included */
    struct plain_start start;
    bool opens;  /* stands at the start or behind a blank line */
    bool page;   /* first of a page: a form feed stands before it */
    bool spaced; /* columns: a tab or three blanks stand inside, or it begins with a bar */
    bool joined; /* goes on where the line before it ends */
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

/* Consecutive lines that are one text. A block (blank lines part blocks) holds one or more. */
struct plain_segment {
    enum plain_kind kind;
    enum plain_role role;
    uint32_t first, count;         /* lines, from 0 in struct plain_article */
    uint32_t number;               /* PLAIN_NUMBER */
    enum node_numbering numbering; /* PLAIN_NUMBER */
    char delimiter;                /* PLAIN_NUMBER, as in a list */
    uint32_t indent;    /* PLAIN_BULLET: columns before the bullet, more for one of inner lists */
    char task;          /* PLAIN_BULLET, a box to tick: as in struct bullet */
    bool opens;         /* first of its block */
    bool alone;         /* the only segment of its block, and one line */
    bool broken;        /* its line ends are kept */
    bool starts_list;   /* first item of a numbered list */
    const char *reason; /* why it became what it is; for the dump of the tree */
};

struct plain_article {
    const struct source *source;
    struct plain_line *lines;
    struct plain_segment *segments;
    uint32_t line_count, segment_count;
    size_t line_cap, segment_cap;
};

/* The source from offset to its end as lines without the blank ones; no segments yet. Line ends
 * are those of struct source, form feeds, vertical tabs, and U+2028 and U+2029. Free with
 * plain_free. */
void plain_read_lines(const struct source *source, uint32_t offset, struct plain_article *out);
void plain_free(struct plain_article *article);

/* The text of a line without its bullet or number. */
struct slice plain_line_text(const struct plain_article *article, uint32_t line);

/* The text of a segment's line (from 0). */
struct slice plain_text(const struct plain_article *article, const struct plain_segment *segment,
                        uint32_t line);

/* A bullet or number that makes no item is part of the words. */
void plain_restore_start(struct plain_line *line);
