/* What a line costs: the arithmetic of linebreak.c, which chooses among lines by it. The function
 * is written down, with its sources, in linecost.c. Only linebreak.c includes it. */
#pragma once

#include "layout/par/line_items.h"

/* Ratios are fixed-point numbers with 10 fraction bits. */
#define LINECOST_RATIO 1024

#define LINECOST_LINE     10      /* for any line (TeX's \linepenalty) */
#define LINECOST_ADJACENT 10000   /* for two lines whose classes differ by more than one */
#define LINECOST_THIRD    1000000 /* for a third line in a row that ends with a hyphen */

#define LINECOST_UNFILLED 40000000    /* for a ragged line that holds too little */
#define LINECOST_OVERFULL 40000000000 /* for a line wider than its measure, and for no other */

enum linecost_fitness {
    LINECOST_TIGHT,
    LINECOST_DECENT,
    LINECOST_LOOSE,
    LINECOST_VERY_LOOSE,
    LINECOST_COUNT
};

/* More hyphens in a row are no worse than so many. */
#define LINECOST_HYPHENS 2

/* What rules all lines of a paragraph. */
struct line_rules {
    bool justified, balance;
    int32_t expansion; /* as in struct linebreak_params, 0 where lines are ragged */
};

/* What all lines ending at one breakpoint share. */
struct line_ending {
    unit width; /* of the hyphen, less what hangs out of the measure */
    bool forced;
    bool flagged;
    int64_t demerits; /* of the penalty */
    int64_t least;    /* no line ending here costs less */
};

struct line_measure {
    int64_t width;
    int64_t inverse; /* LINECOST_RATIO / width, 24 fraction bits */
    int64_t give;    /* LINECOST_RATIO / what a ragged line's end gives, the same */
    int64_t filled;  /* a ragged line of less costs LINECOST_UNFILLED; 0 in a narrow column */
};

/* One line as the cost function sees it. */
struct tried_line {
    int64_t natural, stretch, shrink;
    int64_t give; /* of the glyphs, both ways */
    uint32_t spaces;
    const struct line_measure *measure;
    uint8_t previous_fitness;
    uint8_t hyphens; /* lines in a row before it that end with one, at most LINECOST_HYPHENS */
};

/* A measure, with what the end of a ragged line gives at least. */
struct line_measure linecost_measure(unit width, unit give);
/* The cost function for one line; *fitness is its class. */
int64_t linecost_of(const struct line_rules *rules, const struct tried_line *line,
                    const struct line_ending *ending, uint8_t *fitness);
/* How far a line is wider than its measure at the least; 0: it fits. */
int64_t linecost_excess(const struct line_rules *rules, const struct tried_line *line);
/* What a line costs that ends at an item, width being that of the hyphen less what hangs out. */
struct line_ending linecost_ending(const struct line_rules *rules,
                                   const struct linebreak_item *item, unit hang);
/* How far glyphs of a width give, wider or narrower. */
static inline int64_t linecost_give(const struct line_rules *rules, int64_t natural)
{
    return rules->expansion > 0 && natural > 0 ? natural * rules->expansion / LINEBREAK_WHOLE : 0;
}
/* What the use of a line's give, as a ratio, costs: (LINE_PENALTY + badness)^2. */
static inline int64_t linecost_of_ratio(int64_t r)
{
    int64_t cubed = (int64_t)LINECOST_RATIO * LINECOST_RATIO * LINECOST_RATIO;
    int64_t cost = LINECOST_LINE + 100 * r * r * r / cubed; /* badness = 100 r^3 */
    return cost * cost;
}
/* What a ragged line within its measure costs, 0 <= natural <= measure: its rag, no more. */
static inline int64_t linecost_of_rag(const struct line_measure *measure, int64_t natural)
{
    return linecost_of_ratio((measure->width - natural) * measure->give >> 24) +
           (natural < measure->filled ? LINECOST_UNFILLED : 0);
}
