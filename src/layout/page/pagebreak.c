#include "layout/page/pagebreak.h"

#include <assert.h>

#include "base/mem.h"
#include "layout/page/pagecost.h"

/* What of a page is filled at the end of a way. Which of the first page matters: its second column
 * is lower by what spans both. */
enum way_page { PAGE_FULL, PAGE_HALF, FIRST_PAGE_HALF };

/* The best way to a place with the footnotes set as far as line `note_line`. */
struct way {
    uint32_t place;
    uint32_t middle; /* the place where the first column ends, if this step is a page that ends
                        for good and has two; else 0 */
    enum way_page page;
    uint32_t before;    /* the way one step earlier */
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
    uint32_t since; /* the last forced place, or 0 */
};

/* Ways kept to one place. They differ in how far the footnotes are set: of 1,242 real texts none
 * has more than 3, and of 60 made of long notes none more than 8, while a paragraph that calls a
 * thousand notes would have thousands. In columns they differ in the page, too. */
#define WAYS_MOST(list) ((list)->columns == 1 ? 8u : 24u)

/* Enters a way to a place, or betters the one with the same footnotes set; where there are too many
 * the one with the worst prospect goes. */
static void offer_way(struct way_search *search, size_t first, struct way way)
{
    size_t worst = first;
    for (size_t i = first; i < search->way_count; i++) {
        if (search->ways[i].note_line == way.note_line && search->ways[i].page == way.page) {
            if (way.cost < search->ways[i].cost)
                search->ways[i] = way;
            return;
        }
        if (search->ways[i].prospect > search->ways[worst].prospect)
            worst = i;
    }
    if (search->way_count - first < WAYS_MOST(search->costs->list))
        *MEM_PUSH(search->ways, search->way_count, search->way_cap) = way;
    else if (way.prospect < search->ways[worst].prospect)
        search->ways[worst] = way;
}

/* The region that continues a way. */
static struct page_region region_after(const struct page_costs *costs, enum way_page page)
{
    unit lower = page == FIRST_PAGE_HALF ? costs->list->head : 0;
    return (struct page_region){.height = costs->list->height - lower, .opens = page == PAGE_FULL};
}

static enum way_page page_after(const struct page_costs *costs, const struct way *way)
{
    if (costs->list->columns == 1 || way->page != PAGE_FULL)
        return PAGE_FULL;
    return way->place == 0 ? FIRST_PAGE_HALF : PAGE_HALF;
}

/* Enters a way that goes on from another by a step to a place. */
static void offer_step(struct way_search *search, size_t first, struct way way)
{
    const struct page_costs *costs = search->costs;
    const struct page_place *to = &costs->places[way.place];
    if (pagecost_is_last(costs, to))
        way.cost += pagecost_rest(costs, way.note_line);
    way.prospect = way.cost + pagecost_pending(costs, way.note_line, to);
    offer_way(search, first, way);
}

/* True if a step from a way costs as much as one that is known and leads as far: as for nearly all
 * starts of a page that ends at a place, where no footnotes or columns tell ways apart. */
static bool cannot_win(const struct way_search *search, size_t first, const struct way *from,
                       const struct page_place *to, const struct page_region *region)
{
    const struct page_costs *costs = search->costs;
    return costs->note_count == 0 && costs->list->columns == 1 && search->way_count > first &&
           from->cost + pagecost_least(to, region) >= search->ways[first].cost;
}

/* Extends a live way by a region. False: no later place can continue it. */
static bool extend(struct way_search *search, size_t first, uint32_t live, uint32_t place)
{
    const struct page_costs *costs = search->costs;
    const struct way *from = &search->ways[live]; /* until one is offered */
    const struct page_place *start = &costs->places[from->place], *to = &costs->places[place];
    struct page_region region = region_after(costs, from->page);
    region.ends = pagecost_is_last(costs, to);
    struct page_fit fit;
    if (cannot_win(search, first, from, to, &region)) {
        fit.dead = pagecost_is_dead(start, to, &region);
    } else if (pagecost_fit(costs, start, from->note_line, to, &region, &fit)) {
        int64_t end = region.ends ? pagecost_end(costs, start, to, &fit, NULL) : 0;
        offer_step(search, first,
                   (struct way){.place = place,
                                .page = page_after(costs, from),
                                .before = live,
                                .note_line = fit.note_line,
                                .cost = from->cost + fit.cost + end});
    }
    bool box_follows = region.ends || costs->places[place + 1].box_end > to->box_end;
    return !to->forced && !(fit.dead && box_follows);
}

/* True if a column can hold what stands between two places, whatever else it must hold: so what is
 * less can stand there, too. */
static bool holds(const struct page_costs *costs, const struct page_place *from,
                  const struct page_place *to)
{
    int64_t least = to->end.natural - from->start.natural - (to->end.shrink - from->start.shrink);
    return least <= costs->list->height || to->box_end - from->box_start <= 1;
}

/* Extends a way by a page that ends for good, its columns evened: the first ends in the middle, or,
 * if that is the page's end, holds all. */
static void extend_evenly(struct way_search *search, size_t first, uint32_t before, uint32_t middle,
                          uint32_t place)
{
    const struct page_costs *costs = search->costs;
    const struct way from = search->ways[before];
    const struct page_place *start = &costs->places[from.place], *to = &costs->places[place];
    const struct page_region column = {costs->list->height, true, true};
    struct page_region other = region_after(costs, page_after(costs, &from));
    other.ends = true;
    bool two = middle < place;
    struct page_fit fit, rest = {0};
    if (!pagecost_fit(costs, start, from.note_line, &costs->places[middle], &column, &fit))
        return;
    if (two && !pagecost_fit(costs, &costs->places[middle], fit.note_line, to, &other, &rest))
        return;
    offer_step(search, first,
               (struct way){.place = place,
                            .middle = two ? middle : 0,
                            .before = before,
                            .note_line = two ? rest.note_line : fit.note_line,
                            .cost = from.cost + fit.cost + rest.cost +
                                    pagecost_end(costs, start, to, &fit, two ? &rest : NULL)});
}

/* Extends a way by all such pages. False: two columns do not hold what is left. */
static bool extend_to_end(struct way_search *search, size_t first, uint32_t before, uint32_t place)
{
    const struct page_costs *costs = search->costs;
    uint32_t from = search->ways[before].place;
    const struct page_place *start = &costs->places[from], *to = &costs->places[place];
    bool held = false, more = true;
    for (uint32_t middle = from + 1; middle <= place && more; middle++) {
        const struct page_place *end = &costs->places[middle];
        extend_evenly(search, first, before, middle, place);
        bool fits = holds(costs, start, end);
        held = held || (fits && (middle == place || holds(costs, end, to)));
        more = fits || middle == place || costs->places[middle + 1].box_end == end->box_end;
    }
    return held;
}

/* Reaches a forced place from the full pages before it, latest first. */
static void end_page(struct way_search *search, uint32_t place)
{
    size_t first = search->way_count;
    bool held = true;
    for (size_t i = first; held && i-- > 0 && search->ways[i].place >= search->since;)
        if (search->ways[i].page == PAGE_FULL)
            held = extend_to_end(search, first, (uint32_t)i, place);
    search->live_count = 0;
    search->since = place;
}

/* Extends every live way to one place; live[] loses those that no later place can continue. */
static void reach_place(struct way_search *search, uint32_t place)
{
    size_t first = search->way_count, kept = 0;
    if (search->costs->list->columns > 1 && search->costs->places[place].forced)
        end_page(search, place);
    for (size_t i = 0; i < search->live_count; i++)
        if (extend(search, first, search->live[i], place))
            search->live[kept++] = search->live[i];
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
                       struct pagebreak_region *region)
{
    region->note_first = pagecost_note_of(costs, from);
    region->note_first_line = from - costs->note_start[region->note_first];
    region->note_end = pagecost_note_of(costs, end);
    region->note_end_line = end - costs->note_start[region->note_end];
}

/* Writes a region between two places; returns the footnote line up to which it sets. */
static uint32_t write_region(const struct page_costs *costs, uint32_t from, uint32_t line,
                             uint32_t to, const struct page_region *place,
                             struct pagebreak_region *out)
{
    const struct page_place *start = &costs->places[from];
    struct page_fit fit;
    pagecost_fit(costs, start, line, &costs->places[to], place, &fit);
    out->column = !place->opens;
    out->first = from == 0 ? 0 : start->item + 1;
    out->end = costs->places[to].item;
    out->ratio = fit.ratio;
    out->overfull = fit.overfull;
    out->carry_id = from == 0 ? 0 : costs->list->items[start->item].carry_id;
    note_range(costs, line, fit.note_line, out);
    return fit.note_line;
}

static uint32_t regions_of(const struct way *way)
{
    return way->middle > 0 ? 2 : 1;
}

static void write_step(const struct page_costs *costs, const struct way *from, const struct way *to,
                       struct pagebreak_region *out)
{
    struct page_region region = region_after(costs, from->page);
    region.ends = costs->places[to->place].forced &&
                  (costs->list->columns > 1 || pagecost_is_last(costs, &costs->places[to->place]));
    uint32_t end = to->middle > 0 ? to->middle : to->place;
    uint32_t line = write_region(costs, from->place, from->note_line, end, &region, out);
    if (to->middle == 0)
        return;
    region = region_after(costs, page_after(costs, from));
    region.ends = true;
    write_region(costs, to->middle, line, to->place, &region, out + 1);
}

/* The rest of the footnotes goes into the columns that follow. */
static void write_rest(const struct page_costs *costs, uint32_t line,
                       struct pagebreak_region *region)
{
    for (; line < costs->note_start[costs->note_count]; region++) {
        uint32_t split = pagecost_fit_rest(costs, line);
        region->first = region->end = costs->list->count - 1;
        region->column = (region[-1].column + 1) % costs->list->columns;
        note_range(costs, line, split, region);
        line = split;
    }
}

static void number_pages(struct pagebreak_result *out)
{
    for (uint32_t i = 0; i < out->count; i++) {
        out->page_count += out->regions[i].column == 0;
        out->regions[i].page = out->page_count - 1;
    }
}

static void write_result(const struct way_search *search, uint32_t best, struct arena *arena,
                         struct pagebreak_result *out)
{
    const struct page_costs *costs = search->costs;
    const struct way *ways = search->ways;
    uint32_t count = 0, rest = 0;
    for (uint32_t way = best; way != 0; way = ways[way].before)
        count += regions_of(&ways[way]);
    for (uint32_t line = ways[best].note_line; line < costs->note_start[costs->note_count]; rest++)
        line = pagecost_fit_rest(costs, line);
    out->regions = ARENA_ARRAY(arena, (size_t)count + rest, struct pagebreak_region);
    out->count = count + rest;
    out->cost = ways[best].cost;
    uint32_t end = count;
    for (uint32_t way = best; way != 0; way = ways[way].before) {
        count -= regions_of(&ways[way]);
        write_step(costs, &ways[ways[way].before], &ways[way], &out->regions[count]);
    }
    write_rest(costs, ways[best].note_line, out->regions + end);
    number_pages(out);
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

/* The place of a break, after another; place_count: there is none. */
static uint32_t find_place(const struct page_costs *costs, uint32_t after, uint32_t item)
{
    uint32_t place = after + 1;
    while (place < costs->place_count && costs->places[place].item < item)
        place++;
    bool found = place < costs->place_count && costs->places[place].item == item;
    return found ? place : costs->place_count;
}

/* A page given by its places: of its one or two regions. */
struct given_page {
    const struct page_place *from, *middle, *to; /* middle NULL: one region */
    bool ends;
};

/* The cost of a given page; *line: the footnotes set before it, and then with it. */
static int64_t given_cost(const struct page_costs *costs, const struct given_page *page,
                          uint32_t *line)
{
    unit head = page->from == costs->places ? costs->list->head : 0;
    const struct page_region column = {costs->list->height, true, page->ends};
    const struct page_region other = {costs->list->height - head, false, page->ends};
    const struct page_place *end = page->middle ? page->middle : page->to;
    struct page_fit fit, rest = {0};
    if (!pagecost_fit(costs, page->from, *line, end, &column, &fit))
        return INT64_MAX;
    *line = fit.note_line;
    if (page->middle && !pagecost_fit(costs, end, *line, page->to, &other, &rest))
        return INT64_MAX;
    *line = page->middle ? rest.note_line : *line;
    int64_t cost = fit.cost + rest.cost;
    if (page->ends)
        cost += pagecost_end(costs, page->from, page->to, &fit, page->middle ? &rest : NULL);
    return cost;
}

int64_t pagebreak_cost(const struct pagebreak_list *list, const uint32_t *breaks,
                       uint32_t break_count, struct arena *scratch)
{
    struct page_costs costs = pagecost_prepare(list, scratch, true);
    int64_t cost = 0;
    uint32_t line = 0, from = 0;
    for (uint32_t i = 0; i < break_count; i++) {
        uint32_t to = find_place(&costs, from, breaks[i]);
        bool two = list->columns > 1 && to < costs.place_count && !costs.places[to].forced;
        uint32_t middle = to;
        if (two)
            to = find_place(&costs, to, breaks[++i]);
        if (to == costs.place_count)
            return INT64_MAX;
        const struct page_place *end = &costs.places[to];
        const struct given_page page = {
            &costs.places[from], two ? &costs.places[middle] : NULL, end,
            list->columns > 1 ? end->forced : pagecost_is_last(&costs, end)};
        int64_t own = given_cost(&costs, &page, &line);
        if (own == INT64_MAX)
            return INT64_MAX;
        cost += own;
        from = to;
    }
    return cost + pagecost_rest(&costs, line);
}
