/* What md4c is given in the place of bytes of the body, so that it reads forms that Markdown does
 * not know: a marker of its own for the marker of a list, bars for tabs. What md4c then gives as
 * text after all is the bytes that it stands for (text.h): no edit can lose a word. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "doc/node.h"

/* How the item of an ordered list is labelled whose marker was replaced. */
struct md_label {
    uint32_t number;
    enum node_numbering numbering;
    char delimiter; /* as in the list (doc/node.h) */
};

/* A line that says something of what stands above or below it: a comment in the copy, so that the
 * blocks around it are as they would be without it. Where md4c finds it inside text it says
 * nothing, and prints. */
enum md_mark_kind {
    MD_MARK_PAGE_BREAK,
    MD_MARK_BOX,
    MD_MARK_BOX_END,
    MD_MARK_ROW_HEADERS,
    MD_MARK_LEFT_OUT
};

struct md_mark {
    enum md_mark_kind kind;
    enum callout_kind callout; /* of a box */
    uint32_t start, end;       /* its line, as source offsets; of a box its title */
    struct slice title;
    const struct md_mark *opening; /* of what ends a box: what begins it */
    enum diag_code code;           /* what is told of it where it is left out: */
    const char *message, *hint;    /* message NULL: nothing */
};

/* Bytes start to end of the body; both the same: `ours` is put before them. */
struct md_edit {
    uint32_t start, end;
    struct slice ours;
    const struct md_label *label; /* of a list's marker, or NULL */
    const struct md_mark *mark;   /* of a line that is a comment in the copy, or NULL */
};

/* In the order of the body; none overlaps another. The array is its owner's, all else the
 * arena's. */
struct md_edits {
    struct arena *arena;
    struct md_edit *all;
    size_t count, cap;
};

/* The bytes of ours are borrowed. */
struct md_edit *md_edit_add(struct md_edits *edits, uint32_t start, uint32_t end,
                            struct slice ours);
/* So many blanks in the place of bytes start to end. */
void md_edit_blanks(struct md_edits *edits, uint32_t start, uint32_t end, uint32_t count);
/* An empty line before the line at `start`, in the quotes that `prefix` opens. */
void md_edit_empty_line(struct md_edits *edits, uint32_t start, struct slice prefix);
