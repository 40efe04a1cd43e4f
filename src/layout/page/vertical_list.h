/* The list that page breaking works on, after Knuth & Plass: boxes, glue and penalties from top to
 * bottom, with footnotes as insertions. Pure numbers: no nodes, no fonts. Types only; only layout/
 * includes it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/unit.h"

enum pagebreak_kind { PAGEBREAK_BOX, PAGEBREAK_GLUE, PAGEBREAK_PENALTY };

/* A break may be at a GLUE that follows a BOX, or at a PENALTY below
 * PAGEBREAK_FORBID; glue after a break vanishes up to the next box. The list must end with a
 * PENALTY of PAGEBREAK_FORCE. */
struct pagebreak_item {
    unit height; /* PENALTY: taken at the page's foot when the break is here (the padding of a
                       box that goes on overleaf) */
    unit stretch, shrink; /* GLUE; shrink is at most height */
    int32_t penalty;      /* PENALTY */
    uint8_t kind;
    /* BOX: footnotes called in it, note[first_note .. first_note + note_count) */
    uint32_t first_note, note_count;
    /* GLUE or PENALTY: if a page starts right after a break here, this much is taken by the
     * repeated header rows of the table that goes on (0: none). Stands on the item at which the
     * break is. */
    unit carry;
    uint32_t carry_id; /* which header (for the caller), 0: none */
};

/* A footnote: lines of equal standing, so that a long one can be split between lines. */
struct pagebreak_note {
    const unit *lines; /* heights */
    uint32_t line_count;
    unit space_above; /* between notes */
};

#define PAGEBREAK_FORBID 10000
#define PAGEBREAK_FORCE  (-10000)

/* A whole list, with what it is broken to. */
struct pagebreak_list {
    const struct pagebreak_item *items;
    uint32_t count;
    const struct pagebreak_note *notes;
    unit height;      /* of the text area */
    unit note_rule;   /* taken above the first note of a page (rule and its space) */
    uint32_t tail;    /* the first item of what stands at the foot of the last page, 0: nothing */
    uint32_t columns; /* on a page: 1 or 2 regions, filled in turn */
    unit head;        /* height at the top of the first region that spans the columns of its page */
};
