#include "layout/page/pagecost.h"

#include <assert.h>

/* The cost of a choice of breaks is the sum of the costs of its pages, as in Knuth & Plass 1981
 * ("demerits"), with the page in the place of the line. Where pages have columns, each column costs
 * what a page would, but for the paper, of which there is one sheet:
 *
 *   COST_PAGE                                for every page: paper
 *
 *   COST_SHRINK  * r^3                       spaces shrunk by the share r of what they may
 *
 *   COST_STRETCH * r^3                       spaces stretched by the share r, where that fills
 *                                            the page
 *
 *   COST_STRETCH + COST_UNDERFULL * u^2      a page that stays short by the share u of its
 *                                            height; a leaflet's pages are ragged at the foot, so
 *                                            this is allowed
 *
 *   COST_EARLY + COST_EARLY_SHARE * u        more if what comes up to the next good place to break
 *                                            would have found room: white space should have a
 *                                            reason that the eye can see; EARLY_BESIDE times that
 *                                            for a column beside which the next one goes on
 *
 *   COST_PENALTY * penalty                   of the break that ends it
 *
 *   COST_NOTE_SPLIT + COST_NOTE_LINE * n     a footnote goes on overleaf with n lines; more than
 *                                            NOTE_LINES_COUNTED are no worse
 *
 *   COST_NEAR_EMPTY * (1 + missing share)    the last of several pages is filled by less than
 *                                            NEAR_EMPTY of its height
 *
 *   COST_TAIL_ALONE * missing share          on the last of several pages less text than TAIL_TEXT
 *                                            stands above what stands at its foot
 *
 *   COST_UNEVEN * u^2                        the columns of a page that ends for good (the last, or
 *                                            where the writer asks for a new one) differ by the
 *                                            share u of its height; twice where the second is the
 *                                            longer one
 *
 * The last page is neither stretched nor short, nor are columns that are to be even. What must not
 * be has a price beyond all of these together, and is looked at only when there is no other way (a
 * second pass):
 *
 *   COST_NOTE_LATE    a footnote does not begin on the page of its call
 *   COST_FORBIDDEN    a break at a forbidden penalty
 *   COST_OVERFULL     a unit of height by which a page is too full
 */
#define COST_PAGE        3000
#define COST_SHRINK      1000
#define COST_STRETCH     300
#define COST_UNDERFULL   10000
#define COST_EARLY       800
#define COST_EARLY_SHARE 4000
#define EARLY_BESIDE     3
#define COST_PENALTY     10
#define COST_NOTE_SPLIT  1500
#define COST_NOTE_LINE   100
#define COST_NEAR_EMPTY  6000
#define COST_TAIL_ALONE  6000
#define COST_UNEVEN      20000

#define COST_NOTE_LATE INT64_C(10000000000)
#define COST_FORBIDDEN INT64_C(100000000000)
#define COST_OVERFULL  INT64_C(100000000)

/* Shares are in 1/1024. */
#define SHARE_ONE  1024
#define NEAR_EMPTY 154 /* 15 % */
#define TAIL_TEXT  154

/* A place up to this penalty is a good one. */
#define PENALTY_GOOD 50

/* A footnote that fills a page and more goes on overleaf wherever it begins. */
#define NOTE_LINES_COUNTED 8

/* A split footnote keeps this many lines together on either side. */
#define NOTE_LINES_LEAST 2

/* ---- preparation ---- */

static uint32_t count_notes(const struct pagebreak_list *list)
{
    uint32_t notes = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct pagebreak_item *item = &list->items[i];
        if (item->note_count > 0 && item->first_note + item->note_count > notes)
            notes = item->first_note + item->note_count;
    }
    return notes;
}

static void sum_notes(struct page_costs *costs, struct arena *arena)
{
    costs->note_count = count_notes(costs->list);
    costs->note_start = ARENA_ARRAY(arena, (size_t)costs->note_count + 1, uint32_t);
    for (uint32_t n = 0; n < costs->note_count; n++)
        costs->note_start[n + 1] = costs->note_start[n] + costs->list->notes[n].line_count;
    costs->note_height =
        ARENA_ARRAY(arena, (size_t)costs->note_start[costs->note_count] + 1, int64_t);
    for (uint32_t n = 0; n < costs->note_count; n++)
        for (uint32_t line = 0; line < costs->list->notes[n].line_count; line++) {
            uint32_t at = costs->note_start[n] + line;
            costs->note_height[at + 1] = costs->note_height[at] +
                                         costs->list->notes[n].lines[line] +
                                         (line == 0 ? costs->list->notes[n].space_above : 0);
        }
}

static bool is_place(const struct page_costs *costs, uint32_t i)
{
    const struct pagebreak_item *item = &costs->list->items[i];
    if (item->kind == PAGEBREAK_GLUE)
        return i > 0 && costs->list->items[i - 1].kind == PAGEBREAK_BOX;
    return item->kind == PAGEBREAK_PENALTY &&
           (item->penalty < PAGEBREAK_FORBID || costs->emergency);
}

static int64_t penalty_cost(const struct pagebreak_item *item)
{
    if (item->kind != PAGEBREAK_PENALTY || item->penalty <= PAGEBREAK_FORCE)
        return 0;
    return item->penalty >= PAGEBREAK_FORBID ? COST_FORBIDDEN
                                             : (int64_t)item->penalty * COST_PENALTY;
}

static void add_sums(struct page_sums *sums, const struct pagebreak_item *item)
{
    if (item->kind == PAGEBREAK_PENALTY)
        return;
    sums->natural += item->height;
    if (item->kind == PAGEBREAK_GLUE) {
        sums->stretch += item->stretch;
        sums->shrink += item->shrink;
    }
}

static void find_next_good(struct page_costs *costs)
{
    uint32_t good = 0;
    for (uint32_t place = costs->place_count; place-- > 1;) {
        struct page_place *own = &costs->places[place];
        bool usable = own->cost <= (int64_t)PENALTY_GOOD * COST_PENALTY;
        if (good > 0 && costs->places[good].box_end == own->box_end)
            own->next_good = costs->places[good].next_good;
        else
            own->next_good = good;
        good = usable ? place : good;
    }
}

/* The places from *open on have waited for a box, at which their pages start. */
static void start_at_box(struct page_costs *costs, uint32_t *open, uint32_t box,
                         const struct page_sums *sums)
{
    for (; *open < costs->place_count; ++*open) {
        costs->places[*open].box_start = box;
        costs->places[*open].start = *sums;
    }
}

static void find_places(struct page_costs *costs, struct arena *arena)
{
    uint32_t count = 1;
    for (uint32_t i = 0; i < costs->list->count; i++)
        count += is_place(costs, i);
    costs->places = ARENA_ARRAY(arena, count, struct page_place);
    costs->place_count = 1;
    struct page_sums sums = {0}, after_box = {0};
    uint32_t box_end = 0, notes = 0, forced_end = 0;
    uint32_t open = 0; /* places from `open` on wait for their next box */
    for (uint32_t i = 0; i < costs->list->count; i++) {
        const struct pagebreak_item *item = &costs->list->items[i];
        if (i == costs->list->tail)
            costs->tail = after_box.natural;
        if (item->kind == PAGEBREAK_BOX)
            start_at_box(costs, &open, i, &sums);
        bool forced = item->kind == PAGEBREAK_PENALTY && item->penalty <= PAGEBREAK_FORCE;
        bool nothing = forced && i + 1 < costs->list->count && box_end == forced_end;
        forced_end = forced ? box_end : forced_end;
        if (is_place(costs, i) && !nothing) {
            costs->places[costs->place_count++] =
                (struct page_place){.item = i,
                                    .box_end = box_end,
                                    .notes = notes,
                                    .end = after_box,
                                    .cost = penalty_cost(item),
                                    .carry = item->carry,
                                    .forced = forced,
                                    .foot = item->kind == PAGEBREAK_PENALTY ? item->height : 0};
        }
        add_sums(&sums, item);
        if (item->kind == PAGEBREAK_BOX) {
            box_end = i + 1;
            after_box = sums;
            if (item->note_count > 0)
                notes = item->first_note + item->note_count;
        }
    }
    start_at_box(costs, &open, costs->list->count, &sums);
}

struct page_costs pagecost_prepare(const struct pagebreak_list *list, struct arena *arena,
                                   bool emergency)
{
    assert(list->count > 0 && list->items[list->count - 1].kind == PAGEBREAK_PENALTY &&
           list->items[list->count - 1].penalty <= PAGEBREAK_FORCE && list->height > 0);
    struct page_costs costs = {.list = list, .emergency = emergency};
    sum_notes(&costs, arena);
    find_places(&costs, arena);
    find_next_good(&costs);
    costs.places[0].forced = true;
    return costs;
}

/* ---- one page ---- */

/* Height of the footnote lines [from, end), from on top: no space above it. */
static int64_t notes_height(const struct page_costs *costs, uint32_t from, uint32_t end,
                            uint32_t note)
{
    if (from >= end)
        return 0;
    int64_t height = costs->note_height[end] - costs->note_height[from];
    return from == costs->note_start[note] ? height - costs->list->notes[note].space_above : height;
}

uint32_t pagecost_note_of(const struct page_costs *costs, uint32_t line)
{
    uint32_t low = 0, high = costs->note_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (costs->note_start[middle + 1] <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The end of the longest run of lines from `from` that fits into room. */
static uint32_t lines_that_fit(const struct page_costs *costs, uint32_t from, uint32_t end,
                               uint32_t note, int64_t room)
{
    uint32_t low = from, high = end;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (notes_height(costs, from, middle, note) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* How far the footnotes must go on a page: those called on it begin there with
 * NOTE_LINES_LEAST lines, one that is only continued goes on by as many. */
static uint32_t lines_required(const struct page_costs *costs, const struct page_place *from,
                               uint32_t line, const struct page_place *to)
{
    uint32_t end = costs->note_start[to->notes];
    uint32_t base = line;
    if (to->notes > from->notes && costs->note_start[to->notes - 1] > base)
        base = costs->note_start[to->notes - 1];
    return end - base < NOTE_LINES_LEAST ? end : base + NOTE_LINES_LEAST;
}

/* Moves a split so that no single line goes overleaf, if that is possible. */
static uint32_t avoid_single_line(const struct page_costs *costs, uint32_t split, uint32_t least)
{
    uint32_t note = pagecost_note_of(costs, split);
    bool inside = split > costs->note_start[note];
    return inside && costs->note_start[note + 1] - split == 1 && split > least ? split - 1 : split;
}

static int64_t cube(int64_t cost, int64_t share)
{
    return cost * share * share * share / ((int64_t)SHARE_ONE * SHARE_ONE * SHARE_ONE);
}

/* True if the region could go on to the next good place in its natural size, notes and all. */
static bool is_early(const struct page_costs *costs, const struct page_place *from, uint32_t line,
                     const struct page_place *to, unit room)
{
    if (to->next_good == 0 || to->forced)
        return false;
    const struct page_place *next = &costs->places[to->next_good];
    uint32_t end = costs->note_start[next->notes];
    int64_t height = from->carry + next->end.natural - from->start.natural + next->foot;
    if (line < end)
        height +=
            notes_height(costs, line, end, pagecost_note_of(costs, line)) + costs->list->note_rule;
    return height <= room;
}

static int64_t early_cost(const struct page_costs *costs, const struct page_region *region,
                          int64_t left)
{
    bool beside = region->opens && costs->list->columns > 1;
    return (COST_EARLY + COST_EARLY_SHARE * left / region->height) * (beside ? EARLY_BESIDE : 1);
}

/* The space that a region has left (< 0: must be won by shrinking) becomes cost and ratio. */
static void set_spaces(const struct page_region *region, int64_t left, const struct page_sums *body,
                       struct page_fit *out)
{
    if (left < 0) {
        assert(body->shrink > 0); /* or it would not fit */
        int64_t share = (-left * SHARE_ONE + body->shrink - 1) / body->shrink;
        out->ratio = (int32_t)-share;
        out->cost += cube(COST_SHRINK, share);
    } else if (!region->ends && left > 0 && left <= body->stretch) {
        int64_t share = left * SHARE_ONE / body->stretch;
        out->ratio = (int32_t)share;
        out->cost += cube(COST_STRETCH, share);
    } else if (!region->ends && left > 0) {
        int64_t share = left * SHARE_ONE / region->height;
        out->cost += COST_STRETCH + COST_UNDERFULL * share * share / (SHARE_ONE * SHARE_ONE);
    }
}

static int64_t near_empty_cost(const struct page_costs *costs, int64_t filled)
{
    int64_t share = filled * SHARE_ONE / costs->list->height;
    if (share >= NEAR_EMPTY)
        return 0;
    return COST_NEAR_EMPTY + COST_NEAR_EMPTY * (NEAR_EMPTY - share) / NEAR_EMPTY;
}

/* Contact box and the like alone on a page look as if they belonged to another leaflet. */
static int64_t tail_alone_cost(const struct page_costs *costs, const struct page_place *from)
{
    int64_t text = costs->tail - from->start.natural;
    int64_t share = text > 0 ? text * SHARE_ONE / costs->list->height : 0;
    if (costs->list->tail == 0 || share >= TAIL_TEXT)
        return 0;
    return COST_TAIL_ALONE * (TAIL_TEXT - share) / TAIL_TEXT;
}

/* by: how much longer the first column is. */
static int64_t uneven_cost(const struct page_costs *costs, int64_t by)
{
    int64_t share = by * SHARE_ONE / costs->list->height;
    return COST_UNEVEN * share * share / (SHARE_ONE * SHARE_ONE) * (by < 0 ? 2 : 1);
}

static int64_t split_cost(uint32_t lines)
{
    return COST_NOTE_SPLIT +
           COST_NOTE_LINE * (int64_t)(lines < NOTE_LINES_COUNTED ? lines : NOTE_LINES_COUNTED);
}

/* Chooses how many footnote lines a page takes beside a body; false: they do not fit. */
static bool fit_notes(const struct page_costs *costs, const struct page_place *from, uint32_t line,
                      const struct page_place *to, int64_t room, const struct page_sums *body,
                      int64_t *height, struct page_fit *out)
{
    uint32_t end = costs->note_start[to->notes];
    uint32_t note = pagecost_note_of(costs, line);
    int64_t beside = room - body->natural - costs->list->note_rule;
    uint32_t split = end;
    if (notes_height(costs, line, end, note) > beside + body->shrink) {
        uint32_t least = lines_required(costs, from, line, to);
        split = lines_that_fit(costs, line, end, note, beside);
        if (split < least)
            split = lines_that_fit(costs, line, end, note, beside + body->shrink);
        if (split < least && !costs->emergency)
            return false;
        out->cost += split < least ? COST_NOTE_LATE : 0;
        split = avoid_single_line(costs, split, split < least ? line : least);
        out->cost += split_cost(end - split);
    }
    *height = split > line ? notes_height(costs, line, split, note) + costs->list->note_rule : 0;
    out->note_line = split;
    return true;
}

bool pagecost_is_last(const struct page_costs *costs, const struct page_place *place)
{
    return place->item + 1 == costs->list->count;
}

int64_t pagecost_least(const struct page_place *to, const struct page_region *region)
{
    return (region->opens ? COST_PAGE : 0) + to->cost;
}

/* By how much a region's text is too high however it shrinks, what is at its foot included. */
static int64_t excess_of(const struct page_place *from, const struct page_place *to,
                         const struct page_region *region)
{
    int64_t height = to->foot;
    if (from->box_start < to->box_end)
        height += to->end.natural - from->start.natural - (to->end.shrink - from->start.shrink);
    return height - ((int64_t)region->height - from->carry);
}

bool pagecost_is_dead(const struct page_place *from, const struct page_place *to,
                      const struct page_region *region)
{
    /* a box is higher than any foot */
    return from->box_start < to->box_end && excess_of(from, to, region) > to->foot;
}

bool pagecost_fit(const struct page_costs *costs, const struct page_place *from, uint32_t line,
                  const struct page_place *to, const struct page_region *region,
                  struct page_fit *out)
{
    bool empty = from->box_start >= to->box_end;
    *out = (struct page_fit){.cost = pagecost_least(to, region), .note_line = line};
    if (empty && !(from->forced && pagecost_is_last(costs, to)))
        return false;
    struct page_sums body = {to->foot, 0, 0};
    if (!empty)
        body = (struct page_sums){to->end.natural - from->start.natural + to->foot,
                                  to->end.stretch - from->start.stretch,
                                  to->end.shrink - from->start.shrink};
    int64_t room = (int64_t)region->height - from->carry;
    int64_t excess = excess_of(from, to, region);
    int64_t notes = 0;
    bool pending = line < costs->note_start[to->notes];
    out->level = from->carry + body.natural;
    if (excess > 0) {
        out->dead = excess > to->foot; /* as in pagecost_is_dead */
        out->overfull = true;
        out->ratio = body.shrink > 0 ? -SHARE_ONE : 0;
        out->cost += COST_OVERFULL * excess + (pending ? COST_NOTE_LATE : 0);
        return costs->emergency;
    }
    if (pending && !fit_notes(costs, from, line, to, room, &body, &notes, out)) {
        out->dead = to->foot == 0;
        return false;
    }
    out->filled = out->level + notes;
    int64_t left = room - body.natural - notes;
    set_spaces(region, left, &body, out);
    if (!region->ends && left > 0 && is_early(costs, from, line, to, region->height))
        out->cost += early_cost(costs, region, left);
    return true;
}

int64_t pagecost_end(const struct page_costs *costs, const struct page_place *from,
                     const struct page_place *to, const struct page_fit *first,
                     const struct page_fit *second)
{
    int64_t head = from == costs->places ? costs->list->head : 0, cost = 0;
    int64_t filled = first->filled, other = head + (second ? second->filled : 0);
    if (first->overfull || (second && second->overfull))
        return 0;
    if (costs->list->columns > 1)
        cost += uneven_cost(costs, first->level - head - (second ? second->level : 0));
    if (pagecost_is_last(costs, to) && from != costs->places)
        cost +=
            near_empty_cost(costs, other > filled ? other : filled) + tail_alone_cost(costs, from);
    return cost;
}

uint32_t pagecost_fit_rest(const struct page_costs *costs, uint32_t line)
{
    uint32_t end = costs->note_start[costs->note_count];
    uint32_t split = lines_that_fit(costs, line, end, pagecost_note_of(costs, line),
                                    (int64_t)costs->list->height - costs->list->note_rule);
    return split > line ? split : line + 1;
}

int64_t pagecost_rest(const struct page_costs *costs, uint32_t line)
{
    int64_t cost = 0;
    for (; line < costs->note_start[costs->note_count]; line = pagecost_fit_rest(costs, line))
        cost += COST_PAGE + COST_NOTE_SPLIT;
    return cost;
}

int64_t pagecost_pending(const struct page_costs *costs, uint32_t line, const struct page_place *to)
{
    uint32_t end = costs->note_start[to->notes];
    if (line >= end)
        return 0;
    int64_t height = costs->note_height[end] - costs->note_height[line];
    return COST_NOTE_SPLIT + COST_PAGE * height / costs->list->height;
}
