/* Total-fit line breaking after D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines",
 * Software: Practice and Experience 11 (1981), 1119-1184 ("K&P"), with the constants of plain TeX
 * (The TeXbook, chapter 14 and appendix B).
 *
 * THE COST FUNCTION. A choice of breakpoints costs the sum over its lines of
 *
 *     demerits = (LINE_PENALTY + badness)^2  +- penalty^2  + extras          (TeXbook, page 98)
 *
 * where the penalty is that of the item at which the line ends (minus for a negative one).
 *
 * Justified: badness = 100 r^3, r = the part of the stretch or shrink that the line uses, a shrink
 * half as much again (gaps of 0.8 of a space show as much as gaps of 1.6); beyond RATIO_MOST it
 * grows no more. Extras: LOOSE_DEMERITS for gaps above 1.6 of a space; ADJACENT_DEMERITS when the
 * fitness classes of two lines differ by more than one (K&P, "More bells and whistles": tight below
 * -1/2, decent to 1/2, loose to 1, very loose above), DOUBLE_HYPHEN_DEMERITS for two lines ending
 * in flagged penalties, and FINAL_HYPHEN_DEMERITS when a last line follows a flagged one. These
 * weights, and the penalty of a hyphen, are measured (tests/bench/lines.py).
 *
 * The characters at a line's edges may hang out of the measure: the line's natural width is less by
 * it. Justified, its glyphs give as well, before the spaces do (H. T. Thanh, "Micro-typographic
 * extensions to the TeX typesetting system", 2000): all of it adds EXPANSION_RATIO to r.
 *
 * Ragged: spaces keep their width and the line's end stretches instead, as K&P set ragged right
 * ("Further applications") and plain TeX's \raggedright (rightskip 0pt plus 2em) does. badness =
 * 100 r^3 with r = slack / give: a RAGGED_PARTSth of the measure, about three ems in a leaflet's
 * 148 mm, but in a narrow column no less than what params say. The cube keeps the worst line short
 * of the others in check; K&P's fitness classes say nothing about ragged lines and are left out.
 * In a column that is not narrow a line of less than FILLED tenths of the measure costs
 * UNFILLED_DEMERITS.
 *
 * Last lines (before a penalty of LINEBREAK_FORCE) may be short at no cost: K&P's finishing glue.
 * But a last line without any space, shorter than a SHORT_PARTSth of the measure, is a single
 * word alone: SHORT_DEMERITS.
 *
 * Balanced (headings, ragged): each line costs BALANCE_LINE, so that the fewest lines win, plus
 * the square of its slack in 1/1024 of the measure, the last line included: as the sum of the
 * slacks is nearly given, their squares are least when the lines are equal. A last line of a
 * single word costs BALANCE_SHORT: less than a line, more than any unevenness of a heading.
 *
 * Overfull: a line wider than its measure (shrink used up) is a choice only when no legal
 * breakpoint inside it could make it narrower; it costs OVERFULL and its excess. Everything else
 * that is too wide is not a choice at all. So a solution always exists.
 *
 * TIES. Among equal costs the line that starts earliest wins, then the lower fitness class.
 *
 * Overflow: a leaflet's source has at most SOURCE_LIMIT bytes (2^26), a list fewer than 2^27
 * items, and no line costs more than 2^37 (OVERFULL, EXCESS_MOST, LINEBREAK_LAST_MEAN^2): totals
 * stay below 2^63. */
#include "layout/par/linebreak.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define LINE_PENALTY           10
#define ADJACENT_DEMERITS      10000
#define DOUBLE_HYPHEN_DEMERITS 30000
#define LOOSE_DEMERITS         100000
#define FINAL_HYPHEN_DEMERITS  5000
#define RAGGED_PARTS           10
#define FILLED                 7 /* of FILLED_PARTS */
#define FILLED_PARTS           10
#define UNFILLED_DEMERITS      40000000
#define SHORT_PARTS            2
#define SHORT_DEMERITS         250000
#define BALANCE_LINE           10000000000
#define BALANCE_SHORT          100000000
#define OVERFULL               40000000000
#define EXCESS_MOST            1000000000
/* Ratios are fixed-point numbers with 10 fraction bits; RATIO_MOST is 10. */
#define RATIO_ONE  1024
#define RATIO_MOST (10 * RATIO_ONE)
/* What the whole give of a line's glyphs counts as: enough to use no more of it than helps. */
#define EXPANSION_RATIO (RATIO_ONE / 8)
/* Gaps above 1.6 of the space, which stretches by half. */
#define LOOSE_RATIO   (EXPANSION_RATIO + RATIO_ONE * 6 / 5)
#define SHRINK_WEIGHT 3 /* halves */
/* Breakpoints that compete for one line; more (some 15 do in ordinary text) lose the costliest. */
#define ACTIVE_MOST 256

/* First sizes of the two lists: a paragraph of ordinary length. */
#define ACTIVE_START  64
#define PASSIVE_START 256

#define COST_NONE INT64_MAX

enum fitness { FITNESS_TIGHT, FITNESS_DECENT, FITNESS_LOOSE, FITNESS_VERY_LOOSE, FITNESS_COUNT };

/* Totals of all items before a point. spaces: glue that is a legal breakpoint. */
struct line_sums {
    int64_t width, stretch, shrink;
    uint32_t spaces;
};

/* A breakpoint at which a line may start (K&P's active node). */
struct active_break {
    struct line_sums start; /* after the glue and penalties that vanish */
    unit hang;              /* of the box that begins the line */
    int64_t cost;
    uint32_t passive;
    uint8_t fitness;
    bool flagged;
    bool first; /* the paragraph's beginning */
    bool fresh; /* no legal breakpoint since then that would leave less to a line */
};

/* A breakpoint that is remembered for tracing the solution back. */
struct passive_break {
    uint32_t item;
    uint32_t previous;
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
    int64_t inverse; /* RATIO_ONE / width, 24 fraction bits */
    int64_t give;    /* RATIO_ONE / what a ragged line's end gives, the same */
    bool wide;       /* a column of ordinary text: its ragged lines are to be filled */
};

struct line_search {
    const struct linebreak_item *items;
    uint32_t count;
    bool justified, balance;
    int32_t expansion;
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
};

/* One line as the cost function sees it. */
struct tried_line {
    int64_t natural, stretch, shrink;
    int64_t give; /* of the glyphs, both ways */
    uint32_t spaces;
    const struct line_measure *measure;
    uint8_t previous_fitness;
    bool previous_flagged;
};

static int64_t square(int64_t value)
{
    return value * value;
}

static struct line_measure measure_make(unit width, unit give)
{
    struct line_measure measure = {.width = width > 0 ? width : 1};
    int64_t part = measure.width / RAGGED_PARTS;
    measure.inverse = ((int64_t)RATIO_ONE << 24) / measure.width;
    measure.wide = part >= give;
    measure.give =
        measure.wide ? measure.inverse * RAGGED_PARTS : ((int64_t)RATIO_ONE << 24) / give;
    return measure;
}

/* part / whole as a fixed-point ratio, at most RATIO_MOST; part >= 0. */
static int64_t ratio(int64_t part, int64_t whole)
{
    if (part == 0)
        return 0;
    if (whole <= 0 || part / RATIO_MOST * RATIO_ONE >= whole)
        return RATIO_MOST;
    while (part > ((int64_t)1 << 50)) {
        part /= 2;
        whole /= 2;
    }
    int64_t result = part * RATIO_ONE / (whole > 0 ? whole : 1);
    return result < RATIO_MOST ? result : RATIO_MOST;
}

/* 100 r^3. */
static int64_t badness(int64_t r)
{
    return 100 * r * r * r / ((int64_t)RATIO_ONE * RATIO_ONE * RATIO_ONE);
}

/* slack / measure in 1/1024; 0 <= slack <= measure. */
static int64_t slack_ratio(const struct line_measure *measure, int64_t slack)
{
    return slack * measure->inverse >> 24;
}

unit linebreak_end_hang(const struct linebreak_item *items, size_t index)
{
    const struct linebreak_item *item = &items[index];
    if (item->kind == LINEBREAK_PENALTY && item->width > 0)
        return item->hang_end;
    return index > 0 && item[-1].kind == LINEBREAK_BOX ? item[-1].hang_end : 0;
}

static struct line_ending ending_make(const struct line_search *search, uint32_t index)
{
    const struct linebreak_item *item = &search->items[index];
    struct line_ending ending = {0, false, false, 0, 0};
    if (item->kind == LINEBREAK_PENALTY) {
        ending.width = item->width;
        ending.forced = item->penalty <= LINEBREAK_FORCE;
        ending.flagged = item->flagged;
        if (!ending.forced)
            ending.demerits = item->penalty < 0 ? -square(item->penalty) : square(item->penalty);
    }
    ending.width -= linebreak_end_hang(search->items, index);
    ending.least = ending.demerits + (search->balance ? BALANCE_LINE : square(LINE_PENALTY));
    return ending;
}

static uint8_t fitness_of(int64_t r, bool shrinks)
{
    if (r <= RATIO_ONE / 2)
        return FITNESS_DECENT;
    if (shrinks)
        return FITNESS_TIGHT;
    return r <= RATIO_ONE ? FITNESS_LOOSE : FITNESS_VERY_LOOSE;
}

/* How far the glyphs of a line give, wider or narrower. */
static int64_t expansion_of(const struct line_search *search, int64_t natural)
{
    return search->expansion > 0 && natural > 0 ? natural * search->expansion / LINEBREAK_WHOLE : 0;
}

/* How far a line is wider than its measure at the least; 0: it fits. */
static int64_t line_excess(const struct line_search *search, const struct tried_line *line)
{
    int64_t least = line->natural;
    if (search->justified)
        least -= line->shrink + line->give;
    return least > line->measure->width ? least - line->measure->width : 0;
}

static int64_t short_cost(const struct line_search *search, const struct tried_line *line)
{
    if (line->spaces > 0)
        return 0;
    if (search->balance)
        return BALANCE_SHORT;
    return line->natural * SHORT_PARTS < line->measure->width ? SHORT_DEMERITS : 0;
}

static int64_t hyphen_cost(const struct tried_line *line, const struct line_ending *ending)
{
    if (!line->previous_flagged)
        return 0;
    if (ending->forced)
        return FINAL_HYPHEN_DEMERITS;
    return ending->flagged ? DOUBLE_HYPHEN_DEMERITS : 0;
}

/* What the use of a justified line's give counts as: that of the glyphs first, then that of the
 * spaces. */
static int64_t line_ratio(const struct tried_line *line, int64_t slack)
{
    int64_t rest = slack < 0 ? -slack : slack, glyphs = 0;
    if (line->give > 0) {
        int64_t used = rest < line->give ? rest : line->give;
        glyphs = used * EXPANSION_RATIO / line->give;
        rest -= used;
    }
    int64_t spaces =
        slack < 0 ? ratio(rest * SHRINK_WEIGHT, 2 * line->shrink) : ratio(rest, line->stretch);
    return glyphs + spaces < RATIO_MOST ? glyphs + spaces : RATIO_MOST;
}

/* The cost function of the file's head for one line; *fitness is its class. */
static int64_t line_cost(const struct line_search *search, const struct tried_line *line,
                         const struct line_ending *ending, uint8_t *fitness)
{
    *fitness = FITNESS_DECENT;
    int64_t cost = ending->demerits + hyphen_cost(line, ending);
    if (ending->forced)
        cost += short_cost(search, line);
    int64_t excess = line_excess(search, line);
    if (excess > 0)
        return cost + OVERFULL + (excess < EXCESS_MOST ? excess : EXCESS_MOST) +
               (search->balance ? BALANCE_LINE : 0);
    int64_t slack = line->measure->width - line->natural;
    if (search->balance)
        return cost + BALANCE_LINE + square(slack_ratio(line->measure, slack));
    int64_t r = 0;
    if (!search->justified) {
        r = ending->forced ? 0 : slack * line->measure->give >> 24;
        if (!ending->forced && line->measure->wide &&
            slack * FILLED_PARTS > line->measure->width * (FILLED_PARTS - FILLED))
            cost += UNFILLED_DEMERITS;
    } else {
        if (slack < 0 || !ending->forced)
            r = line_ratio(line, slack);
        *fitness = fitness_of(r, slack < 0);
        if (slack > 0 && r > LOOSE_RATIO)
            cost += LOOSE_DEMERITS;
        if (abs(*fitness - line->previous_fitness) > 1)
            cost += ADJACENT_DEMERITS;
    }
    return cost + square(LINE_PENALTY + badness(r));
}

static unit most_hang(const struct linebreak_item *items, uint32_t count)
{
    unit most = 0;
    for (uint32_t i = 0; i < count; i++)
        most = items[i].hang_end > most ? items[i].hang_end : most;
    return most;
}

static struct line_search search_make(const struct linebreak_item *items, uint32_t count,
                                      const struct linebreak_params *params)
{
    assert(count > 0 && items[count - 1].kind == LINEBREAK_PENALTY &&
           items[count - 1].penalty <= LINEBREAK_FORCE);
    return (struct line_search){.items = items,
                                .count = count,
                                .balance = params->balance,
                                .justified = params->justified && !params->balance,
                                .hang_most = most_hang(items, count),
                                .expansion =
                                    params->justified && !params->balance ? params->expansion : 0,
                                .measure = measure_make(params->measure, params->give),
                                .measure_first = measure_make(params->measure_first, params->give)};
}

static void sums_add(struct line_sums *sums, const struct linebreak_item *item)
{
    sums->width += item->width;
    sums->stretch += item->stretch;
    sums->shrink += item->shrink;
}

bool linebreak_is_legal(const struct linebreak_item *items, size_t index)
{
    const struct linebreak_item *item = &items[index];
    if (item->kind == LINEBREAK_GLUE)
        return index > 0 && item[-1].kind == LINEBREAK_BOX;
    return item->kind == LINEBREAK_PENALTY && item->penalty < LINEBREAK_FORBID;
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
        if (item->kind == LINEBREAK_GLUE) {
            sums_add(&search->after, item);
            search->after.spaces += linebreak_is_legal(search->items, i);
        }
    }
    search->after_end = i;
    search->after_hang = i < search->count ? search->items[i].hang_start : 0;
}

static void step(struct line_search *search, uint32_t index)
{
    const struct linebreak_item *item = &search->items[index];
    if (item->kind == LINEBREAK_PENALTY)
        return;
    sums_add(&search->sums, item);
    search->sums.spaces += item->kind == LINEBREAK_GLUE && linebreak_is_legal(search->items, index);
}

/* The best lines that end at one breakpoint, by fitness class. */
struct best_lines {
    int64_t least;
    int64_t cost[FITNESS_COUNT];
    uint32_t passive[FITNESS_COUNT];
};

static struct tried_line line_make(const struct line_search *search,
                                   const struct active_break *active,
                                   const struct line_ending *ending)
{
    struct tried_line line = {
        .natural = search->sums.width - active->start.width - active->hang + ending->width,
        .stretch = search->sums.stretch - active->start.stretch,
        .shrink = search->sums.shrink - active->start.shrink,
        .spaces = search->sums.spaces - active->start.spaces,
        .measure = active->first ? &search->measure_first : &search->measure,
        .previous_fitness = active->fitness,
        .previous_flagged = active->flagged,
    };
    if (line.natural < 0)
        line.natural = 0; /* an empty line between two forced breaks */
    line.give = expansion_of(search, line.natural);
    return line;
}

static void best_offer(struct best_lines *best, const struct line_search *search,
                       const struct active_break *active, const struct line_ending *ending)
{
    struct tried_line line = line_make(search, active, ending);
    uint8_t fitness;
    int64_t cost = active->cost + line_cost(search, &line, ending, &fitness);
    if (cost < best->cost[fitness]) {
        best->cost[fitness] = cost;
        best->passive[fitness] = active->passive;
        if (cost < best->least)
            best->least = cost;
    }
}

/* Starts leave in the order in which they came, unless the first line is wider than the others:
 * those before it then move up. */
static void active_drop(struct line_search *search, uint32_t place)
{
    struct active_break *head = &search->active[search->active_head];
    memmove(head + 1, head, (place - search->active_head) * sizeof *head);
    search->active_head++;
}

static void active_add(struct line_search *search, const struct active_break *new)
{
    uint32_t count = search->active_end - search->active_head;
    if (search->active_end == search->active_cap && search->active_head >= count) {
        memcpy(search->active, search->active + search->active_head, count * sizeof *new);
        search->active_head = 0;
        search->active_end = count;
    }
    *MEM_PUSH(search->active, search->active_end, search->active_cap) = *new;
}

/* What glyphs of a natural width can be narrowed to. */
static int64_t least_width(const struct line_search *search, int64_t natural)
{
    return natural - expansion_of(search, natural);
}

/* Tries all lines that end at the current item and drops the starts from which no further line
 * can fit. The inmost loop: a line is looked at closely only if it can still win. */
static void try_lines(struct line_search *search, const struct line_ending *ending,
                      struct best_lines *best)
{
    int64_t margin = search->justified ? ADJACENT_DEMERITS : 0;
    int64_t limit = COST_NONE; /* a start of this cost or more cannot win */
    int64_t shrink = search->justified ? search->sums.shrink : 0;
    for (uint32_t i = search->active_head; i < search->active_end; i++) {
        struct active_break *active = &search->active[i];
        int64_t natural = search->sums.width - active->start.width - active->hang;
        int64_t width = least_width(search, natural + ending->width);
        int64_t bare = least_width(search, natural - search->hang_most);
        int64_t measure = active->first ? search->measure_first.width : search->measure.width;
        if (search->justified)
            measure += shrink - active->start.shrink;
        if ((width <= measure || active->fresh) && active->cost < limit) {
            best_offer(best, search, active, ending);
            limit = best->least + margin - ending->least;
        }
        if (bare > measure)
            active_drop(search, i);
        else
            active->fresh = active->fresh && active->start.width == search->after.width;
    }
    if (ending->forced)
        search->active_head = search->active_end = 0;
}

/* True if an earlier start does at least as well as the new one on every continuation: the same
 * totals, no higher cost, no hyphen or the same, and more spaces. It then stands in for it. Texts
 * of zero width would otherwise make the search quadratic. */
static bool is_dominated(const struct line_search *search, const struct active_break *new)
{
    for (uint32_t i = search->active_end; i-- > search->active_head;) {
        const struct active_break *old = &search->active[i];
        if (old->start.width != new->start.width)
            return false;
        if (old->hang == new->hang && old->start.stretch == new->start.stretch &&
            old->start.shrink == new->start.shrink && old->cost <= new->cost &&
            old->fitness == new->fitness && (!old->flagged || new->flagged) &&
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
                      const struct best_lines *best, uint8_t fitness)
{
    struct active_break new = {.start = search->after,
                               .hang = search->after_hang,
                               .cost = best->cost[fitness],
                               .passive = (uint32_t)search->passive_count,
                               .fitness = fitness,
                               .flagged = ending->flagged && !ending->forced,
                               .fresh = true};
    bool last = index + 1 == search->count;
    if (!last && is_dominated(search, &new))
        return;
    *MEM_PUSH(search->passive, search->passive_count, search->passive_cap) =
        (struct passive_break){index, best->passive[fitness]};
    active_add(search, &new);
    if (search->active_end - search->active_head > ACTIVE_MOST)
        drop_costliest(search);
}

static void try_break(struct line_search *search, uint32_t index)
{
    struct line_ending ending = ending_make(search, index);
    struct best_lines best = {.least = COST_NONE};
    for (int i = 0; i < FITNESS_COUNT; i++)
        best.cost[i] = COST_NONE;
    find_after(search, index);
    try_lines(search, &ending, &best);
    if (best.least == COST_NONE)
        return; /* a hyphen that fits nowhere: an earlier start goes on */
    for (int i = 0; i < FITNESS_COUNT; i++) {
        /* A class that is worse by ADJACENT_DEMERITS cannot win (TeX: The Program, 836). */
        if (best.cost[i] == best.least ||
            (best.cost[i] != COST_NONE && best.cost[i] - ADJACENT_DEMERITS < best.least))
            add_start(search, index, &ending, &best, (uint8_t)i);
    }
}

/* The cheapest of the lines that end at the final penalty. */
static const struct active_break *search_run(struct line_search *search)
{
    MEM_RESERVE(search->active, search->active_cap, ACTIVE_START);
    MEM_RESERVE(search->passive, search->passive_cap, PASSIVE_START);
    *MEM_PUSH(search->passive, search->passive_count, search->passive_cap) =
        (struct passive_break){0, 0};
    active_add(search, &(struct active_break){.hang = search->items[0].hang_start,
                                              .fitness = FITNESS_DECENT,
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
    struct active_break start = {
        .hang = search->items[0].hang_start, .fitness = FITNESS_DECENT, .first = true};
    int64_t total = 0;
    uint32_t from = 0;
    *overfull = 0;
    for (uint32_t i = 0; i < break_count; i++) {
        struct line_search before = *search;
        for (uint32_t j = from; j < breaks[i]; j++)
            step(search, j);
        struct line_ending ending = ending_make(search, breaks[i]);
        struct tried_line line = line_make(search, &start, &ending);
        if (line_excess(search, &line) > 0) {
            ++*overfull;
            before.after_end = 0;
            if (breaks_inside(&before, &start.start, from, breaks[i]))
                return COST_NONE;
        }
        total += line_cost(search, &line, &ending, &start.fitness);
        search->after_end = 0;
        find_after(search, breaks[i]);
        step(search, breaks[i]);
        start.start = search->after;
        start.hang = search->after_hang;
        start.flagged = ending.flagged && !ending.forced;
        start.first = false;
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
