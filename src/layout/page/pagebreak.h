/* Optimal page breaking over a whole document: total fit over a vertical list, after Plass,
 * "Optimal pagination techniques" (1981), and the line-breaking of Knuth & Plass applied to pages,
 * with footnotes as insertions. Pure arithmetic: no nodes, no fonts. Only layout/ includes it. */
#ifndef LAYOUT_PAGE_PAGEBREAK_H
#define LAYOUT_PAGE_PAGEBREAK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

enum pagebreak_kind { PAGEBREAK_BOX, PAGEBREAK_GLUE, PAGEBREAK_PENALTY };

/* Heights in 1/1024 pt. A break may be at a GLUE that follows a BOX, or at a PENALTY below
 * PAGEBREAK_FORBID; glue after a break vanishes up to the next box. The list must end with a
 * PENALTY of PAGEBREAK_FORCE. */
struct pagebreak_item {
    int32_t height; /* PENALTY: taken at the page's foot when the break is here (the padding of a
                       box that goes on overleaf) */
    int32_t stretch, shrink; /* GLUE; shrink is at most height */
    int32_t penalty;         /* PENALTY */
    uint8_t kind;
    /* BOX: footnotes called in it, note[first_note .. first_note + note_count) */
    uint32_t first_note, note_count;
    /* GLUE or PENALTY: if a page starts right after a break here, this much is taken by the
     * repeated header rows of the table that goes on (0: none). Stands on the item at which the
     * break is. */
    int32_t carry;
    uint32_t carry_id; /* which header (for the caller), 0: none */
};

/* A footnote: lines of equal standing, so that a long one can be split between lines. */
struct pagebreak_note {
    const int32_t *lines; /* heights */
    uint32_t line_count;
    int32_t space_above; /* between notes */
};

#define PAGEBREAK_FORBID 10000
#define PAGEBREAK_FORCE  (-10000)

struct pagebreak_params {
    int32_t height;    /* of the text area */
    int32_t note_rule; /* taken above the first note of a page (rule and its space) */
};

struct pagebreak_page {
    uint32_t first, end; /* items [first, end) are on the page; item end is the break, first - 1
                            the one before. The final penalty for both: a page of the rest of the
                            footnotes only */
    int32_t ratio;       /* glue set ratio in 1/1024: > 0 stretch, < 0 shrink (never < -1024) */
    uint32_t carry_id;   /* repeated header at the top, 0: none */
    uint32_t note_first, note_first_line; /* the first note (and its line) set on this page */
    uint32_t note_end, note_end_line;     /* one past: notes [note_first, note_end) whole, and of
                                             note_end the lines before note_end_line */
    bool overfull;
};

struct pagebreak_result {
    struct pagebreak_page *pages;
    uint32_t count;
    int64_t cost;
};

/* Finds the optimum in time linear in the number of items for a bounded page height. All costs
 * and limits are named constants at the top of pagebreak.c. */
void pagebreak_find(const struct pagebreak_item *items, uint32_t count,
                    const struct pagebreak_note *notes, const struct pagebreak_params *params,
                    struct arena *arena, struct pagebreak_result *out);

/* Cost of given breaks (item indices, the last is the final penalty): for exhaustive tests.
 * INT64_MAX: a page without a box, or not a place to break. */
int64_t pagebreak_cost(const struct pagebreak_item *items, uint32_t count,
                       const struct pagebreak_note *notes, const struct pagebreak_params *params,
                       const uint32_t *breaks, uint32_t break_count, struct arena *scratch);

#endif
