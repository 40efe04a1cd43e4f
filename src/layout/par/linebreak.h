/* Optimal line breaking: Knuth & Plass, "Breaking Paragraphs into Lines" (1981), total fit over
 * boxes, glue and penalties, for ragged and for justified setting. Pure arithmetic on integers: no
 * text, no fonts. Only layout/ includes it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "layout/par/line_items.h"

/* How far a line that ends at the item hangs out of its measure there. */
unit linebreak_end_hang(const struct linebreak_item *items, size_t index);

struct linebreak_params {
    unit measure;       /* width of every line but the first */
    unit measure_first; /* width of the first line */
    unit give;      /* ragged: the least that the end of a line gives, 0: a part of the measure */
    unit hang_most; /* no item's hang_end is more */
    int32_t expansion; /* justified: how far the glyphs of a line may be made wider or narrower,
                          in 1/LINEBREAK_WHOLE of their width */
    bool justified;
    bool balance; /* headings: as even as possible, never one word alone on the last line,
                     in the smallest possible number of lines */
};

/* True if a line may end at the item. */
static inline bool linebreak_is_legal(const struct linebreak_item *items, size_t index)
{
    const struct linebreak_item *item = &items[index];
    if (item->kind == LINEBREAK_GLUE)
        return index > 0 && item[-1].kind == LINEBREAK_BOX;
    return item->kind == LINEBREAK_PENALTY && item->penalty < LINEBREAK_FORBID;
}

/* Chosen breakpoints: indices of the items at which lines end, the last is the final penalty. */
struct linebreak_result {
    uint32_t *breaks;
    uint32_t count;
    int64_t cost;      /* total demerits of the choice */
    uint32_t overfull; /* lines wider than the measure (no way to avoid them) */
};

/* Finds the optimum; linear in the number of items for a bounded line length; memory from the
 * arena. (Of more than 256 breakpoints that compete for one line, which no real measure has, the
 * costliest are given up.) The cost function is written down, with its sources, in linecost.c. */
struct linebreak_result linebreak_find(const struct linebreak_item *items, uint32_t count,
                                       const struct linebreak_params *params, struct arena *arena);

/* Demerits of a given choice by the same cost function: for tests against exhaustive search. */
int64_t linebreak_cost(const struct linebreak_item *items, uint32_t count,
                       const struct linebreak_params *params, const uint32_t *breaks,
                       uint32_t break_count);
