/* What a page costs that ends at one place and started at another: the cost function of page
 * breaking, with its preparation. A page is a row of regions, one for each column of text: most of
 * the cost is that of each region. Only page/ includes it. */
#pragma once

#include "base/arena.h"
#include "layout/page/vertical_list.h"

/* Sums of heights, stretch and shrink from the start of the list. */
struct page_sums {
    int64_t natural, stretch, shrink;
};

/* A place where a page, or one of its columns, may end; the first stands before the list. */
struct page_place {
    uint32_t item;
    uint32_t box_start;     /* first box after it */
    uint32_t box_end;       /* one past the last box before it */
    uint32_t notes;         /* footnotes called before it */
    uint32_t next_good;     /* the next good place with more boxes before it, 0: none */
    struct page_sums start; /* before box_start */
    struct page_sums end;   /* after box_end - 1 */
    int64_t cost;           /* of its penalty */
    unit foot;              /* taken at the foot of a page that ends here */
    unit carry;             /* taken at the top of a page that starts here */
    bool forced;
};

/* A list with its places and footnotes, as the cost function sees it. Arrays are in the arena of
 * pagecost_prepare. */
struct page_costs {
    const struct pagebreak_list *list;
    bool emergency; /* second pass: everything is allowed, at its price */
    uint32_t note_count;
    int64_t tail; /* the height before list->tail */
    struct page_place *places;
    uint32_t place_count;
    uint32_t *note_start; /* [note_count + 1] first line of each footnote */
    int64_t *note_height; /* [lines + 1] sums of line heights, with the spaces above notes */
};

/* Where a region stands. */
struct page_region {
    unit height;
    bool opens; /* the first of its page */
    bool ends;  /* on a page that ends for good: neither stretched nor short */
};

/* How a region from one place to another comes out. */
struct page_fit {
    int64_t cost;
    int64_t level, filled; /* height of its text; with its footnotes */
    uint32_t note_line;    /* set up to here */
    int32_t ratio;         /* as in pagebreak.h */
    bool overfull;
    bool dead; /* no place after further boxes can be reached either */
};

/* Finds the places of a list that ends by force. */
struct page_costs pagecost_prepare(const struct pagebreak_list *list, struct arena *arena,
                                   bool emergency);

/* A region that starts at `from`, with footnotes set up to `line` before, and ends at `to`. False:
 * it cannot be. */
bool pagecost_fit(const struct page_costs *costs, const struct page_place *from, uint32_t line,
                  const struct page_place *to, const struct page_region *region,
                  struct page_fit *out);

/* What it costs at the least. */
int64_t pagecost_least(const struct page_place *to, const struct page_region *region);
/* True if its text is too high, and that of any with further boxes. */
bool pagecost_is_dead(const struct page_place *from, const struct page_place *to,
                      const struct page_region *region);

/* What a page costs beside its regions that starts at `from` and ends for good at `to`. second:
 * NULL where all stands in the first column. */
int64_t pagecost_end(const struct page_costs *costs, const struct page_place *from,
                     const struct page_place *to, const struct page_fit *first,
                     const struct page_fit *second);

/* True for the place at which the list ends. */
bool pagecost_is_last(const struct page_costs *costs, const struct page_place *place);

/* Footnote lines that are left after the last page of text take pages of their own: where the first
 * of them ends, and the cost of them all. */
uint32_t pagecost_fit_rest(const struct page_costs *costs, uint32_t line);
int64_t pagecost_rest(const struct page_costs *costs, uint32_t line);

/* About what the footnotes will cost that are called before a place and not set yet, from `line`
 * on: a page for a page of them. */
int64_t pagecost_pending(const struct page_costs *costs, uint32_t line,
                         const struct page_place *to);

/* The footnote that a line belongs to; note_count for the end of all lines. */
uint32_t pagecost_note_of(const struct page_costs *costs, uint32_t line);
