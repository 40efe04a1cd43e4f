#include "layout/page/pagebreak.h"

#include <assert.h>

#include "base/mem.h"
#include "layout/page/pagecost.h"

/* The best way to a place with the footnotes set as far as line `note_line`. */
struct way {
    uint32_t place;
    uint32_t before;    /* the way one page earlier */
    uint32_t note_line; /* footnote lines are counted through the whole document */
    int64_t cost;
    int64_t prospect; /* with what the notes will cost that are called and not set yet */
};

struct way_search {
    const struct page_costs *costs;
    struct way *ways;
    size_t way_count, way_cap;
    uint32_t *live; /* ways that later places may continue */
    size_t live_count, live_cap;
};

/* Ways kept to one place. They differ in how far the footnotes are set: of 1,242 real texts none
 * has more than 3, and of 60 made of long notes none more than 8, while a paragraph that calls a
 * thousand notes would have thousands. */
#define WAYS_MOST 8u

/* Enters a way to a place, or betters the one with the same footnotes set; where there are too many
 * the one with the worst prospect goes. */
static void offer_way(struct way_search *search, size_t first, struct way way)
{
    size_t worst = first;
    for (size_t i = first; i < search->way_count; i++) {
        if (search->ways[i].note_line == way.note_line) {
            if (way.cost < search->ways[i].cost)
                search->ways[i] = way;
            return;
        }
        if (search->ways[i].prospect > search->ways[worst].prospect)
            worst = i;
    }
    if (search->way_count - first < WAYS_MOST)
        *MEM_PUSH(search->ways, search->way_count, search->way_cap) = way;
    else if (way.prospect < search->ways[worst].prospect)
        search->ways[worst] = way;
}

/* Extends every live way to one place; live[] loses those that no later place can continue. */
static void reach_place(struct way_search *search, uint32_t place)
{
    const struct page_costs *costs = search->costs;
    const struct page_place *to = &costs->places[place];
    bool last = to->item + 1 == costs->list->count;
    bool box_follows = last || costs->places[place + 1].box_end > to->box_end;
    size_t first = search->way_count, kept = 0;
    for (size_t i = 0; i < search->live_count; i++) {
        struct way from = search->ways[search->live[i]];
        struct page_fit fit;
        if (pagecost_fit(costs, &costs->places[from.place], from.note_line, to, &fit)) {
            int64_t rest = last ? pagecost_rest(costs, fit.note_line) : 0;
            int64_t cost = from.cost + fit.cost + rest;
            offer_way(search, first,
                      (struct way){.place = place,
                                   .before = search->live[i],
                                   .note_line = fit.note_line,
                                   .cost = cost,
                                   .prospect = cost + pagecost_pending(costs, fit.note_line, to)});
        }
        if (!to->forced && !(fit.dead && box_follows))
            search->live[kept++] = search->live[i];
    }
    search->live_count = kept;
    for (size_t way = first; way < search->way_count; way++)
        *MEM_PUSH(search->live, search->live_count, search->live_cap) = (uint32_t)way;
}

/* The best way to the end, or UINT32_MAX. */
static uint32_t find_best(struct way_search *search)
{
    *MEM_PUSH(search->ways, search->way_count, search->way_cap) = (struct way){0};
    *MEM_PUSH(search->live, search->live_count, search->live_cap) = 0;
    uint32_t place_count = search->costs->place_count, best = UINT32_MAX;
    for (uint32_t place = 1; place < place_count && search->live_count > 0; place++)
        reach_place(search, place);
    for (size_t i = 0; i < search->live_count; i++) {
        uint32_t way = search->live[i];
        if (search->ways[way].place + 1 == place_count &&
            (best == UINT32_MAX || search->ways[way].cost < search->ways[best].cost))
            best = way;
    }
    return best;
}

static void note_range(const struct page_costs *costs, uint32_t from, uint32_t end,
                       struct pagebreak_page *page)
{
    page->note_first = pagecost_note_of(costs, from);
    page->note_first_line = from - costs->note_start[page->note_first];
    page->note_end = pagecost_note_of(costs, end);
    page->note_end_line = end - costs->note_start[page->note_end];
}

static void write_page(const struct page_costs *costs, const struct way *from, const struct way *to,
                       struct pagebreak_page *page)
{
    const struct page_place *start = &costs->places[from->place];
    struct page_fit fit;
    pagecost_fit(costs, start, from->note_line, &costs->places[to->place], &fit);
    page->first = from->place == 0 ? 0 : start->item + 1;
    page->end = costs->places[to->place].item;
    page->ratio = fit.ratio;
    page->overfull = fit.overfull;
    page->carry_id = from->place == 0 ? 0 : costs->list->items[start->item].carry_id;
    note_range(costs, from->note_line, fit.note_line, page);
}

static void write_rest(const struct page_costs *costs, uint32_t line, struct pagebreak_page *page)
{
    for (; line < costs->note_start[costs->note_count]; page++) {
        uint32_t split = pagecost_fit_rest(costs, line);
        page->first = page->end = costs->list->count - 1;
        note_range(costs, line, split, page);
        line = split;
    }
}

static void write_result(const struct way_search *search, uint32_t best, struct arena *arena,
                         struct pagebreak_result *out)
{
    const struct page_costs *costs = search->costs;
    const struct way *ways = search->ways;
    uint32_t count = 0, rest = 0;
    for (uint32_t way = best; way != 0; way = ways[way].before)
        count++;
    for (uint32_t line = ways[best].note_line; line < costs->note_start[costs->note_count]; rest++)
        line = pagecost_fit_rest(costs, line);
    out->pages = ARENA_ARRAY(arena, (size_t)count + rest, struct pagebreak_page);
    out->count = count + rest;
    out->cost = ways[best].cost;
    write_rest(costs, ways[best].note_line, out->pages + count);
    for (uint32_t way = best; way != 0; way = ways[way].before)
        write_page(costs, &ways[ways[way].before], &ways[way], &out->pages[--count]);
}

/* Searches among all ways; false: there is none. */
static bool search_once(const struct page_costs *costs, struct arena *arena,
                        struct pagebreak_result *out)
{
    struct way_search search = {.costs = costs};
    uint32_t best = find_best(&search);
    if (best != UINT32_MAX)
        write_result(&search, best, arena, out);
    mem_free(search.ways);
    mem_free(search.live);
    return best != UINT32_MAX;
}

struct pagebreak_result pagebreak_find(const struct pagebreak_list *list, struct arena *arena)
{
    struct pagebreak_result result = {0};
    bool found = false;
    for (int emergency = 0; emergency < 2 && !found; emergency++) {
        struct arena scratch = {0};
        struct page_costs costs = pagecost_prepare(list, &scratch, emergency);
        found = search_once(&costs, arena, &result);
        arena_free(&scratch);
    }
    assert(found);
    return result;
}

int64_t pagebreak_cost(const struct pagebreak_list *list, const uint32_t *breaks,
                       uint32_t break_count, struct arena *scratch)
{
    struct page_costs costs = pagecost_prepare(list, scratch, true);
    int64_t cost = 0;
    uint32_t line = 0, from = 0;
    for (uint32_t i = 0; i < break_count; i++) {
        uint32_t to = from + 1;
        while (to < costs.place_count && costs.places[to].item < breaks[i])
            to++;
        struct page_fit fit;
        if (to == costs.place_count || costs.places[to].item != breaks[i] ||
            !pagecost_fit(&costs, &costs.places[from], line, &costs.places[to], &fit))
            return INT64_MAX;
        cost += fit.cost;
        line = fit.note_line;
        from = to;
    }
    return cost + pagecost_rest(&costs, line);
}
