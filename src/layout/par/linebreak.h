/* Optimal line breaking: Knuth & Plass, "Breaking Paragraphs into Lines" (1981), total fit over
 * boxes, glue and penalties, for ragged and for justified setting. Pure arithmetic on integers: no
 * text, no fonts. Only layout/ includes it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/unit.h"

enum linebreak_kind { LINEBREAK_BOX, LINEBREAK_GLUE, LINEBREAK_PENALTY };

/* A legal breakpoint is a GLUE that follows a BOX, or a PENALTY below
 * LINEBREAK_FORBID. Glue and penalties after a break vanish up to the next box. The list must end
 * with a PENALTY of LINEBREAK_FORCE. */
struct linebreak_item {
    unit width, stretch, shrink; /* PENALTY: width is added when the line breaks there */
    int32_t penalty;
    /* How far the item hangs out of the measure: a BOX where a line begins or ends with it, a
     * PENALTY with a width where the line ends in its hyphen. */
    uint16_t hang_start, hang_end;
    uint8_t kind;
    bool flagged; /* PENALTY: a hyphen */
};

#define LINEBREAK_FORBID 1000000
#define LINEBREAK_FORCE  (-1000000)
/* A penalty that no line within its measure costs as much as, and one that is less than a line
 * wider than its measure: the place is taken only where nothing else fits. */
#define LINEBREAK_AVOID     120000
#define LINEBREAK_LAST_MEAN 160000

#define LINEBREAK_WHOLE 1000

/* How far a line that ends at the item hangs out of its measure there. */
unit linebreak_end_hang(const struct linebreak_item *items, size_t index);

struct linebreak_params {
    unit measure;       /* width of every line but the first */
    unit measure_first; /* width of the first line */
    unit give; /* ragged: the least that the end of a line gives, 0: a part of the measure */
    int32_t expansion; /* justified: how far the glyphs of a line may be made wider or narrower,
                          in 1/LINEBREAK_WHOLE of their width */
    bool justified;
    bool balance; /* headings: as even as possible, never one word alone on the last line,
                     in the smallest possible number of lines */
};

/* True if a line may end at the item. */
bool linebreak_is_legal(const struct linebreak_item *items, size_t index);

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
