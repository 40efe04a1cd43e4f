/* Total-fit line breaking after D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines",
 * Software: Practice and Experience 11 (1981), 1119-1184 ("K&P"). What a line costs is written down
 * in linecost.c.
 *
 * TIES. Among equal costs the line that starts earliest wins, then the lower fitness class. */
#include "layout/par/linebreak.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "layout/par/linecost.h"

/* Breakpoints that compete for one line; more (some 15 do in ordinary text) lose the costliest. */
#define ACTIVE_MOST 256

/* First sizes of the two lists: a paragraph of ordinary length. */
#define ACTIVE_START  64
#define PASSIVE_START 256

#define COST_NONE INT64_MAX

/* Totals of all items before a point. spaces: places between words or, in scripts that part none,
 * between letters. */
struct line_sums {
    int64_t width, stretch, shrink;
    uint32_t spaces;
};

/* A breakpoint at which a line may start (K&P's active node). */
struct active_break {
    struct line_sums start;             /* after the glue and penalties that vanish */
    int64_t reach;                      /* start.width and hang */
    const struct line_measure *measure; /* of the line */
    unit hang;                          /* of the box that begins the line */
    int64_t cost;
    uint32_t passive;
    uint8_t fitness;
    uint8_t hyphens; /* lines in a row that end with one, up to here */
    bool first;      /* the paragraph's beginning */
    bool fresh;      /* no legal breakpoint since then that would leave less to a line */
};

/* A breakpoint that is remembered for tracing the solution back. */
struct passive_break {
    uint32_t item;
    uint32_t previous;
};

struct line_search {
    const struct linebreak_item *items;
    uint32_t count;
    struct line_rules rules;
    unit hang_most; /* at a line's end */
    struct line_measure measure, measure_first;
    struct line_sums sums;       /* before the current item */
    struct line_sums after;      /* at the start of a line after a break in [.., after_end) */
    uint32_t after_end;          /* the first item that does not vanish */
    unit after_hang;             /* of that item */
    struct active_break *active; /* [active_head .. active_end), by place in the list */
    uint32_t active_head, active_end;
    size_t active_cap;
    struct passive_break *passive;
    size_t passive_count, passive_cap;
    int64_t least_cost; /* of the starts in the list */
    bool overfull;      /* a line too wide was tried */
};

unit linebreak_end_hang(const struct linebreak_item *items, size_t index)
{
    const struct linebreak_item *item = &items[index];
    if (item->kind == LINEBREAK_PENALTY && item->width > 0)
        return item->hang_end;
    return index > 0 && item[-1].kind == LINEBREAK_BOX ? item[-1].hang_end : 0;
}

static struct line_ending ending_at(const struct line_search *search, uint32_t index)
{
    return linecost_ending(&search->rules, &search->items[index],
                           linebreak_end_hang(search->items, index));
}

static struct line_search search_make(const struct linebreak_item *items, uint32_t count,
                                      const struct linebreak_params *params)
{
    assert(count > 0 && items[count - 1].kind == LINEBREAK_PENALTY &&
           items[count - 1].penalty <= LINEBREAK_FORCE);
    bool justified = params->justified && !params->balance;
    return (struct line_search){
        .items = items,
        .count = count,
        .rules = {justified, params->balance, justified ? params->expansion : 0},
        .hang_most = params->hang_most,
        .least_cost = COST_NONE,
        .measure = linecost_measure(params->measure, params->give),
        .measure_first = linecost_measure(params->measure_first, params->give)};
}

static inline void sums_add(struct line_sums *sums, const struct linebreak_item *item)
{
    sums->width += item->width;
    sums->stretch += item->stretch;
    sums->shrink += item->shrink;
}

/* True for glue at which a line may end, and for such a place without any. */
static inline bool is_space(const struct linebreak_item *items, size_t index)
{
    const struct linebreak_item *item = &items[index];
    if (item->kind == LINEBREAK_PENALTY)
        return item->penalty == 0 && item->width == 0;
    return linebreak_is_legal(items, index);
}

/* Makes search->after the totals at the start of a line after a break at the current item: glue
 * and penalties vanish up to the next box or forced break (K&P, "The algorithm itself"). All breaks
 * in one run of such items share them, so the run is walked once. */
static void find_after(struct line_search *search, uint32_t index)
{
    if (index < search->after_end)
        return;
    search->after = search->sums;
    uint32_t i = index;
    for (; i < search->count; i++) {
        const struct linebreak_item *item = &search->items[i];
        if (item->kind == LINEBREAK_BOX)
            break;
        if (item->kind == LINEBREAK_PENALTY && item->penalty <= LINEBREAK_FORCE && i > index)
            break;
        if (item->kind == LINEBREAK_GLUE)
            sums_add(&search->after, item);
        search->after.spaces += is_space(search->items, i);
    }
    search->after_end = i;
    search->after_hang = i < search->count ? search->items[i].hang_start : 0;
}

static inline void step(struct line_search *search, uint32_t index)
{
    const struct linebreak_item *item = &search->items[index];
    search->sums.spaces += is_space(search->items, index);
    if (item->kind != LINEBREAK_PENALTY)
        sums_add(&search->sums, item);
}

/* The best lines that end at one breakpoint, by fitness class; after those of no or of one hyphen
 * those of LINECOST_HYPHENS in a row. */
#define BEST_COUNT (2 * LINECOST_COUNT)
struct best_lines {
    int64_t least;
    int64_t cost[BEST_COUNT];
    uint32_t passive[BEST_COUNT];
};

/* The lines in a row that end with a hyphen, after one more. */
static uint8_t hyphens_after(const struct line_ending *ending, uint8_t before)
{
    if (!ending->flagged)
        return 0;
    return before < LINECOST_HYPHENS ? before + 1 : LINECOST_HYPHENS;
}

static struct tried_line line_make(const struct line_search *search,
                                   const struct active_break *active,
                                   const struct line_ending *ending)
{
    struct tried_line line = {
        .natural = search->sums.width - active->reach + ending->width,
        .stretch = search->sums.stretch - active->start.stretch,
        .shrink = search->sums.shrink - active->start.shrink,
        .spaces = search->sums.spaces - active->start.spaces,
        .measure = active->measure,
        .previous_fitness = active->fitness,
        .hyphens = active->hyphens,
    };
    if (line.natural < 0)
        line.natural = 0; /* an empty line between two forced breaks */
    line.give = linecost_give(&search->rules, line.natural);
    return line;
}

static inline void best_take(struct best_lines *best, uint32_t at, int64_t cost, uint32_t passive)
{
    if (cost >= best->cost[at])
        return;
    best->cost[at] = cost;
    best->passive[at] = passive;
    if (cost < best->least)
        best->least = cost;
}

static void best_offer(struct best_lines *best, struct line_search *search,
                       const struct active_break *active, const struct line_ending *ending)
{
    struct tried_line line = line_make(search, active, ending);
    uint8_t fitness;
    int64_t cost = linecost_of(&search->rules, &line, ending, &fitness);
    uint32_t at = fitness;
    search->overfull = search->overfull || cost - ending->demerits >= LINECOST_OVERFULL;
    if (ending->flagged && active->hyphens + 1 >= LINECOST_HYPHENS)
        at += LINECOST_COUNT;
    best_take(best, at, cost + active->cost, active->passive);
}

/* Starts leave in the order in which they came, unless the first line is wider than the others:
 * those before it then move up. */
static void active_drop(struct line_search *search, uint32_t place)
{
    struct active_break *head = &search->active[search->active_head];
    int64_t cost = search->active[place].cost;
    if (place > search->active_head)
        memmove(head + 1, head, (place - search->active_head) * sizeof *head);
    search->active_head++;
    if (cost > search->least_cost)
        return;
    search->least_cost = COST_NONE;
    for (uint32_t i = search->active_head; i < search->active_end; i++)
        if (search->active[i].cost < search->least_cost)
            search->least_cost = search->active[i].cost;
}

static inline void active_add(struct line_search *search, const struct active_break *new)
{
    if (search->active_end == search->active_cap) {
        uint32_t count = search->active_end - search->active_head;
        if (search->active_head >= count) {
            memcpy(search->active, search->active + search->active_head, count * sizeof *new);
            search->active_head = 0;
            search->active_end = count;
        }
    }
    *MEM_PUSH(search->active, search->active_end, search->active_cap) = *new;
    if (new->cost < search->least_cost)
        search->least_cost = new->cost;
}

static void active_clear(struct line_search *search)
{
    search->active_head = search->active_end = 0;
    search->least_cost = COST_NONE;
}

/* What glyphs of a natural width can be narrowed to. */
static int64_t least_width(const struct line_search *search, int64_t natural)
{
    return natural - linecost_give(&search->rules, natural);
}

/* The last starts are fresh, if any is, until a legal breakpoint leaves less to a line. */
static void age_starts(struct line_search *search, uint32_t first)
{
    for (uint32_t i = search->active_end; i-- > first && search->active[i].fresh;)
        search->active[i].fresh = search->active[i].start.width == search->after.width;
}

/* Tries all lines that end at the current item and drops the starts from which no further line
 * can fit. The inmost loop: a line is looked at closely only if it can still win; where ragged
 * lines are not filled any more, those from later starts are shorter still. */
static void try_lines(struct line_search *search, const struct line_ending *ending,
                      struct best_lines *best)
{
    bool justified = search->rules.justified, expands = search->rules.expansion > 0;
    bool fill = !justified && !search->rules.balance && !ending->forced;
    bool rag = fill && !ending->flagged; /* as most lines: they cost their rag and no more */
    int64_t margin = (justified ? LINECOST_ADJACENT : 0) + (ending->flagged ? LINECOST_THIRD : 0);
    int64_t limit =
        COST_NONE; /* a line cannot win that costs this or more, the least of all aside */
    int64_t before = search->sums.width, ends = before + ending->width;
    int64_t ends_bare = before - search->hang_most, filled = search->measure.filled;
    for (uint32_t i = search->active_head; i < search->active_end; i++) {
        const struct active_break *active = &search->active[i];
        const struct line_measure *measure = active->measure;
        int64_t width = ends - active->reach, bare = ends_bare - active->reach;
        int64_t room = measure->width, least = active->cost;
        if (justified)
            room += search->sums.shrink - active->start.shrink;
        if (fill && width < measure->filled) {
            least += LINECOST_UNFILLED;
            if (width + active->hang < filled && !active->first &&
                search->least_cost >= limit - LINECOST_UNFILLED)
                break;
        }
        if (expands) {
            width = least_width(search, width);
            bare = least_width(search, bare);
        }
        if (least < limit && (width <= room || active->fresh)) {
            if (rag && active->hyphens == 0 && width >= 0 && width <= room)
                best_take(best, LINECOST_DECENT,
                          active->cost + ending->demerits + linecost_of_rag(measure, width),
                          active->passive);
            else
                best_offer(best, search, active, ending);
            limit = best->least + margin - ending->least;
        }
        if (bare > room)
            active_drop(search, i);
    }
    age_starts(search, search->active_head);
    if (ending->forced)
        active_clear(search);
}

/* True if an earlier start does at least as well as the new one on every continuation: the same
 * totals, no higher cost, no more hyphens, and more spaces. It then stands in for it. Texts
 * of zero width would otherwise make the search quadratic. */
static bool is_dominated(const struct line_search *search, const struct active_break *new)
{
    for (uint32_t i = search->active_end; i-- > search->active_head;) {
        const struct active_break *old = &search->active[i];
        if (old->start.width != new->start.width)
            return false;
        if (old->hang == new->hang && old->start.stretch == new->start.stretch &&
            old->start.shrink == new->start.shrink && old->cost <= new->cost &&
            old->fitness == new->fitness && old->hyphens <= new->hyphens &&
            (!old->first || search->measure.width == search->measure_first.width))
            return true;
    }
    return false;
}

/* Drops the costliest start (the latest of equals) but the newest, so that the list stays short
 * whatever the widths are. */
static void drop_costliest(struct line_search *search)
{
    uint32_t worst = search->active_head;
    for (uint32_t i = worst + 1; i + 1 < search->active_end; i++) {
        if (search->active[i].cost >= search->active[worst].cost)
            worst = i;
    }
    active_drop(search, worst);
}

static void add_start(struct line_search *search, uint32_t index, const struct line_ending *ending,
                      const struct best_lines *best, uint32_t at)
{
    uint8_t hyphens = at < LINECOST_COUNT ? 1 : LINECOST_HYPHENS;
    struct active_break new = {.start = search->after,
                               .reach = search->after.width + search->after_hang,
                               .measure = &search->measure,
                               .hang = search->after_hang,
                               .cost = best->cost[at],
                               .passive = (uint32_t)search->passive_count,
                               .fitness = at % LINECOST_COUNT,
                               .hyphens = hyphens_after(ending, hyphens - 1),
                               .fresh = true};
    bool last = index + 1 == search->count;
    if (!last && is_dominated(search, &new))
        return;
    *MEM_PUSH(search->passive, search->passive_count, search->passive_cap) =
        (struct passive_break){index, best->passive[at]};
    active_add(search, &new);
    if (search->active_end - search->active_head > ACTIVE_MOST)
        drop_costliest(search);
}

static void try_break(struct line_search *search, uint32_t index)
{
    struct line_ending ending = ending_at(search, index);
    struct best_lines best; /* passive[] is only looked at where there is a cost */
    best.least = COST_NONE;
    uint32_t count = ending.flagged ? BEST_COUNT : LINECOST_COUNT;
    bool classes = search->rules.justified; /* else all lines are decent */
    uint32_t first = classes ? 0 : LINECOST_DECENT, by = classes ? 1 : LINECOST_COUNT;
    for (uint32_t i = first; i < count; i += by)
        best.cost[i] = COST_NONE;
    find_after(search, index);
    try_lines(search, &ending, &best);
    if (best.least == COST_NONE)
        return; /* a hyphen that fits nowhere: an earlier start goes on */
    for (uint32_t i = first; i < count; i += by) {
        /* A class that is worse by LINECOST_ADJACENT cannot win (TeX: The Program, 836); one that
         * may yet save LINECOST_THIRD can. */
        int64_t margin = LINECOST_ADJACENT;
        if (ending.flagged && i < LINECOST_COUNT)
            margin += LINECOST_THIRD;
        if (best.cost[i] - margin < best.least)
            add_start(search, index, &ending, &best, i);
    }
}

/* The cheapest of the lines that end at the final penalty. */
static const struct active_break *search_run(struct line_search *search)
{
    MEM_RESERVE(search->active, search->active_cap, ACTIVE_START);
    MEM_RESERVE(search->passive, search->passive_cap, PASSIVE_START);
    *MEM_PUSH(search->passive, search->passive_count, search->passive_cap) =
        (struct passive_break){0, 0};
    active_add(search, &(struct active_break){.reach = search->items[0].hang_start,
                                              .measure = &search->measure_first,
                                              .hang = search->items[0].hang_start,
                                              .fitness = LINECOST_DECENT,
                                              .first = true,
                                              .fresh = true});
    for (uint32_t i = 0; i < search->count; i++) {
        if (linebreak_is_legal(search->items, i))
            try_break(search, i);
        step(search, i);
    }
    assert(search->active_end > search->active_head);
    const struct active_break *best = &search->active[search->active_head];
    for (uint32_t i = search->active_head; i < search->active_end; i++) {
        if (search->active[i].cost < best->cost)
            best = &search->active[i];
    }
    return best;
}

/* True if a break at a legal item between the line's ends would have made it narrower. */
static bool breaks_inside(struct line_search *search, const struct line_sums *start, uint32_t from,
                          uint32_t to)
{
    struct line_search walk = *search;
    bool inside = false;
    for (uint32_t i = from; i < to && !inside; i++) {
        if (linebreak_is_legal(walk.items, i)) {
            find_after(&walk, i);
            inside = walk.after.width != start->width;
        }
        step(&walk, i);
    }
    return inside;
}

/* Cost of a given choice; COST_NONE if it is no choice. *overfull counts the lines. */
static int64_t walk_lines(struct line_search *search, const uint32_t *breaks, uint32_t break_count,
                          uint32_t *overfull)
{
    struct active_break start = {.reach = search->items[0].hang_start,
                                 .measure = &search->measure_first,
                                 .fitness = LINECOST_DECENT};
    int64_t total = 0;
    uint32_t from = 0;
    *overfull = 0;
    for (uint32_t i = 0; i < break_count; i++) {
        struct line_search before = *search;
        for (uint32_t j = from; j < breaks[i]; j++)
            step(search, j);
        struct line_ending ending = ending_at(search, breaks[i]);
        struct tried_line line = line_make(search, &start, &ending);
        if (linecost_excess(&search->rules, &line) > 0) {
            ++*overfull;
            before.after_end = 0;
            if (breaks_inside(&before, &start.start, from, breaks[i]))
                return COST_NONE;
        }
        total += linecost_of(&search->rules, &line, &ending, &start.fitness);
        search->after_end = 0;
        find_after(search, breaks[i]);
        step(search, breaks[i]);
        start.start = search->after;
        start.reach = search->after.width + search->after_hang;
        start.measure = &search->measure;
        start.hyphens = hyphens_after(&ending, start.hyphens);
        from = breaks[i] + 1;
    }
    return total;
}

struct linebreak_result linebreak_find(const struct linebreak_item *items, uint32_t count,
                                       const struct linebreak_params *params, struct arena *arena)
{
    struct line_search search = search_make(items, count, params);
    const struct active_break *end = search_run(&search);
    uint32_t last = end->passive;
    struct linebreak_result out = {.cost = end->cost};
    for (uint32_t i = last; i > 0; i = search.passive[i].previous)
        out.count++;
    out.breaks = ARENA_ARRAY(arena, out.count, uint32_t);
    uint32_t place = out.count;
    for (uint32_t i = last; i > 0; i = search.passive[i].previous)
        out.breaks[--place] = search.passive[i].item;
    mem_free(search.active);
    mem_free(search.passive);
    if (!search.overfull)
        return out;
    search = search_make(items, count, params);
    int64_t cost = walk_lines(&search, out.breaks, out.count, &out.overfull);
    assert(cost == out.cost);
    (void)cost;
    return out;
}

int64_t linebreak_cost(const struct linebreak_item *items, uint32_t count,
                       const struct linebreak_params *params, const uint32_t *breaks,
                       uint32_t break_count)
{
    struct line_search search = search_make(items, count, params);
    uint32_t overfull;
    return walk_lines(&search, breaks, break_count, &overfull);
}
