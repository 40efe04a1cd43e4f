/* Optimal page breaking over a whole document: total fit over a vertical list, after Plass,
 * "Optimal pagination techniques" (1981), and the line-breaking of Knuth & Plass applied to pages,
 * with footnotes as insertions. A page is a row of regions, one for each of its columns, which are
 * filled in turn; on a page that ends for good they are evened. Pure arithmetic: no nodes, no
 * fonts. Only layout/ includes it. */
#pragma once

#include "base/arena.h"
#include "layout/page/vertical_list.h"

struct pagebreak_region {
    uint32_t page, column; /* from 0 */
    uint32_t first, end;   /* items [first, end) are in it; item end is the break, first - 1 the one
                              before. The final penalty for both: the rest of the footnotes only */
    int32_t ratio;         /* glue set ratio in 1/1024: > 0 stretch, < 0 shrink (never < -1024) */
    uint32_t carry_id;     /* repeated header at the top, 0: none */
    uint32_t note_first, note_first_line; /* the first note (and its line) set in it */
    uint32_t note_end, note_end_line;     /* one past: notes [note_first, note_end) whole, and of
                                             note_end the lines before note_end_line */
    bool overfull;
};

struct pagebreak_result {
    struct pagebreak_region *regions;
    uint32_t count, page_count;
    int64_t cost;
};

/* Finds the optimum in time linear in the number of items for a bounded page height. The costs
 * are in pagecost.c. */
struct pagebreak_result pagebreak_find(const struct pagebreak_list *list, struct arena *arena);

/* Cost of given breaks (item indices, the last is the final penalty), each the end of a region: for
 * exhaustive tests. INT64_MAX: a region without a box, or not a place to break. */
int64_t pagebreak_cost(const struct pagebreak_list *list, const uint32_t *breaks,
                       uint32_t break_count, struct arena *scratch);
