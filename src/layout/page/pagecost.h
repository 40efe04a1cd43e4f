/* What a page costs that ends at one place and started at another: the cost function of page
 * breaking, with its preparation. Only page/ includes it. */
#pragma once

#include "base/arena.h"
#include "layout/page/vertical_list.h"

/* Sums of heights, stretch and shrink from the start of the list. */
struct page_sums {
    int64_t natural, stretch, shrink;
};

/* A place where a page may end; the first stands before the list. */
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

/* How a page from one place to another comes out. */
struct page_fit {
    int64_t cost;
    uint32_t note_line; /* set up to here */
    int32_t ratio;      /* as in pagebreak.h */
    bool overfull;
    bool dead; /* no place after further boxes can be reached either */
};

/* Finds the places of a list that ends by force. */
struct page_costs pagecost_prepare(const struct pagebreak_list *list, struct arena *arena,
                                   bool emergency);

/* A page that starts at `from`, with footnotes set up to `line` before, and ends at `to`. False: it
 * cannot be. */
bool pagecost_fit(const struct page_costs *costs, const struct page_place *from, uint32_t line,
                  const struct page_place *to, struct page_fit *out);

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
