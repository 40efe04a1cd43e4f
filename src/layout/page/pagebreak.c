#include "layout/page/pagebreak.h"

#include <assert.h>

/* The cost of a choice of breaks is the sum of the costs of its pages, as in Knuth & Plass 1981
 * ("demerits"), with the page in the place of the line:
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
 *                                            reason that the eye can see
 *
 *   COST_PENALTY * penalty                   of the break that ends it
 *
 *   COST_NOTE_SPLIT + COST_NOTE_LINE * n     a footnote goes on overleaf with n lines; more than
 *                                            NOTE_LINES_COUNTED are no worse
 *
 *   COST_NEAR_EMPTY * (1 + missing share)    the last of several pages is filled by less than
 *                                            NEAR_EMPTY of its height
 *
 * The last page is neither stretched nor short. What must not be has a price beyond all of these
 * together, and is looked at only when there is no other way (a second pass):
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
#define COST_PENALTY     10
#define COST_NOTE_SPLIT  1500
#define COST_NOTE_LINE   100
#define COST_NEAR_EMPTY  6000

#define COST_NOTE_LATE INT64_C(10000000000)
#define COST_FORBIDDEN INT64_C(100000000000)
#define COST_OVERFULL  INT64_C(100000000)

/* Shares are in 1/1024. */
#define SHARE_ONE  1024
#define NEAR_EMPTY 154 /* 15 % */

/* A place up to this penalty is a good one. */
#define PENALTY_GOOD 50

/* A footnote that fills a page and more goes on overleaf wherever it begins. */
#define NOTE_LINES_COUNTED 8

/* A split footnote keeps this many lines together on either side. */
#define NOTE_LINES_LEAST 2

/* Sums of heights, stretch and shrink from the start of the list. */
struct sums {
    int64_t natural, stretch, shrink;
};

/* A place where a page may end; the first stands before the list. */
struct place {
    uint32_t item;
    uint32_t box_start; /* first box after it */
    uint32_t box_end;   /* one past the last box before it */
    uint32_t notes;     /* footnotes called before it */
    uint32_t next_good; /* the next good place with more boxes before it, 0: none */
    struct sums start;  /* before box_start */
    struct sums end;    /* after box_end - 1 */
    int64_t cost;       /* of its penalty */
    int32_t foot;       /* taken at the foot of a page that ends here */
    int32_t carry;      /* taken at the top of a page that starts here */
    bool forced;
};

/* The best way to a place with the footnotes set as far as line `note_line`. */
struct way {
    uint32_t place;
    uint32_t before;    /* the way one page earlier */
    uint32_t note_line; /* footnote lines are counted through the whole document */
    int64_t cost;
};

struct breaker {
    const struct pagebreak_item *items;
    const struct pagebreak_note *notes;
    const struct pagebreak_params *params;
    struct arena *arena;
    bool emergency; /* second pass: everything is allowed, at its price */
    uint32_t count, note_count;
    struct place *places;
    uint32_t place_count;
    uint32_t *note_start; /* [note_count + 1] first line of each footnote */
    int64_t *note_height; /* [lines + 1] sums of line heights, with the spaces above notes */
    struct way *ways;
    size_t way_count, way_cap;
};

/* How a page from one place to another comes out. */
struct fit {
    int64_t cost;
    uint32_t note_line; /* set up to here */
    int32_t ratio;
    bool overfull;
    bool dead; /* no place after further boxes can be reached either */
};

/* ---- preparation ---- */

static uint32_t count_notes(const struct pagebreak_item *items, uint32_t count)
{
    uint32_t notes = 0;
    for (uint32_t i = 0; i < count; i++)
        if (items[i].note_count > 0 && items[i].first_note + items[i].note_count > notes)
            notes = items[i].first_note + items[i].note_count;
    return notes;
}

static void sum_notes(struct breaker *b)
{
    b->note_count = count_notes(b->items, b->count);
    b->note_start = ARENA_ARRAY(b->arena, (size_t)b->note_count + 1, uint32_t);
    for (uint32_t n = 0; n < b->note_count; n++)
        b->note_start[n + 1] = b->note_start[n] + b->notes[n].line_count;
    b->note_height = ARENA_ARRAY(b->arena, (size_t)b->note_start[b->note_count] + 1, int64_t);
    for (uint32_t n = 0; n < b->note_count; n++)
        for (uint32_t line = 0; line < b->notes[n].line_count; line++) {
            uint32_t at = b->note_start[n] + line;
            b->note_height[at + 1] = b->note_height[at] + b->notes[n].lines[line] +
                                     (line == 0 ? b->notes[n].space_above : 0);
        }
}

static bool is_place(const struct breaker *b, uint32_t i)
{
    const struct pagebreak_item *item = &b->items[i];
    if (item->kind == PAGEBREAK_GLUE)
        return i > 0 && b->items[i - 1].kind == PAGEBREAK_BOX;
    return item->kind == PAGEBREAK_PENALTY && (item->penalty < PAGEBREAK_FORBID || b->emergency);
}

static int64_t penalty_cost(const struct pagebreak_item *item)
{
    if (item->kind != PAGEBREAK_PENALTY || item->penalty <= PAGEBREAK_FORCE)
        return 0;
    return item->penalty >= PAGEBREAK_FORBID ? COST_FORBIDDEN
                                             : (int64_t)item->penalty * COST_PENALTY;
}

static void add_sums(struct sums *sums, const struct pagebreak_item *item)
{
    if (item->kind == PAGEBREAK_PENALTY)
        return;
    sums->natural += item->height;
    if (item->kind == PAGEBREAK_GLUE) {
        sums->stretch += item->stretch;
        sums->shrink += item->shrink;
    }
}

static void find_next_good(struct breaker *b)
{
    uint32_t good = 0;
    for (uint32_t place = b->place_count; place-- > 1;) {
        struct place *own = &b->places[place];
        bool usable = own->cost <= (int64_t)PENALTY_GOOD * COST_PENALTY;
        if (good > 0 && b->places[good].box_end == own->box_end)
            own->next_good = b->places[good].next_good;
        else
            own->next_good = good;
        good = usable ? place : good;
    }
}

static void find_places(struct breaker *b)
{
    uint32_t count = 1;
    for (uint32_t i = 0; i < b->count; i++)
        count += is_place(b, i);
    b->places = ARENA_ARRAY(b->arena, count, struct place);
    b->place_count = 1;
    struct sums sums = {0}, after_box = {0};
    uint32_t box_end = 0, notes = 0, forced_end = 0;
    uint32_t open = 0; /* places from `open` on wait for their next box */
    for (uint32_t i = 0; i < b->count; i++) {
        const struct pagebreak_item *item = &b->items[i];
        if (item->kind == PAGEBREAK_BOX)
            for (; open < b->place_count; open++) {
                b->places[open].box_start = i;
                b->places[open].start = sums;
            }
        bool forced = item->kind == PAGEBREAK_PENALTY && item->penalty <= PAGEBREAK_FORCE;
        bool nothing = forced && i + 1 < b->count && box_end == forced_end;
        forced_end = forced ? box_end : forced_end;
        if (is_place(b, i) && !nothing) {
            b->places[b->place_count++] =
                (struct place){.item = i,
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
    for (; open < b->place_count; open++) {
        b->places[open].box_start = b->count;
        b->places[open].start = sums;
    }
}

/* ---- one page ---- */

/* Height of the footnote lines [from, end), from on top: no space above it. */
static int64_t notes_height(const struct breaker *b, uint32_t from, uint32_t end, uint32_t note)
{
    if (from >= end)
        return 0;
    int64_t height = b->note_height[end] - b->note_height[from];
    return from == b->note_start[note] ? height - b->notes[note].space_above : height;
}

/* The footnote that line belongs to. */
static uint32_t note_of(const struct breaker *b, uint32_t line)
{
    uint32_t low = 0, high = b->note_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (b->note_start[middle + 1] <= line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The end of the longest run of lines from `from` that fits into room. */
static uint32_t lines_that_fit(const struct breaker *b, uint32_t from, uint32_t end, uint32_t note,
                               int64_t room)
{
    uint32_t low = from, high = end;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (notes_height(b, from, middle, note) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* How far the footnotes must go on a page: those called on it begin there with
 * NOTE_LINES_LEAST lines, one that is only continued goes on by as many. */
static uint32_t lines_required(const struct breaker *b, const struct place *from, uint32_t line,
                               const struct place *to)
{
    uint32_t end = b->note_start[to->notes];
    uint32_t base = line;
    if (to->notes > from->notes && b->note_start[to->notes - 1] > base)
        base = b->note_start[to->notes - 1];
    return end - base < NOTE_LINES_LEAST ? end : base + NOTE_LINES_LEAST;
}

/* Moves a split so that no single line goes overleaf, if that is possible. */
static uint32_t avoid_single_line(const struct breaker *b, uint32_t split, uint32_t least)
{
    uint32_t note = note_of(b, split);
    bool inside = split > b->note_start[note];
    return inside && b->note_start[note + 1] - split == 1 && split > least ? split - 1 : split;
}

static int64_t cube(int64_t cost, int64_t share)
{
    return cost * share * share * share / ((int64_t)SHARE_ONE * SHARE_ONE * SHARE_ONE);
}

/* True if the page could go on to the next good place in its natural size, notes and all. */
static bool is_early(const struct breaker *b, const struct place *from, uint32_t line,
                     const struct place *to)
{
    if (to->next_good == 0 || to->forced)
        return false;
    const struct place *next = &b->places[to->next_good];
    uint32_t end = b->note_start[next->notes];
    int64_t height = from->carry + next->end.natural - from->start.natural + next->foot;
    if (line < end)
        height += notes_height(b, line, end, note_of(b, line)) + b->params->note_rule;
    return height <= b->params->height;
}

/* The space that a page has left (< 0: must be won by shrinking) becomes cost and ratio. */
static void set_spaces(const struct breaker *b, int64_t left, const struct sums *body, bool last,
                       struct fit *out)
{
    if (left < 0) {
        int64_t share = (-left * SHARE_ONE + body->shrink - 1) / body->shrink;
        out->ratio = (int32_t)-share;
        out->cost += cube(COST_SHRINK, share);
    } else if (!last && left > 0 && left <= body->stretch) {
        int64_t share = left * SHARE_ONE / body->stretch;
        out->ratio = (int32_t)share;
        out->cost += cube(COST_STRETCH, share);
    } else if (!last && left > 0) {
        int64_t share = left * SHARE_ONE / b->params->height;
        out->cost += COST_STRETCH + COST_UNDERFULL * share * share / (SHARE_ONE * SHARE_ONE);
    }
}

static void charge_near_empty(const struct breaker *b, int64_t filled, struct fit *out)
{
    int64_t share = filled * SHARE_ONE / b->params->height;
    if (share < NEAR_EMPTY)
        out->cost += COST_NEAR_EMPTY + COST_NEAR_EMPTY * (NEAR_EMPTY - share) / NEAR_EMPTY;
}

static int64_t split_cost(uint32_t lines)
{
    return COST_NOTE_SPLIT +
           COST_NOTE_LINE * (int64_t)(lines < NOTE_LINES_COUNTED ? lines : NOTE_LINES_COUNTED);
}

/* Chooses how many footnote lines a page takes beside a body; false: they do not fit. */
static bool fit_notes(const struct breaker *b, const struct place *from, uint32_t line,
                      const struct place *to, int64_t room, const struct sums *body,
                      int64_t *height, struct fit *out)
{
    uint32_t end = b->note_start[to->notes];
    uint32_t note = note_of(b, line);
    int64_t beside = room - body->natural - b->params->note_rule;
    uint32_t split = end;
    if (notes_height(b, line, end, note) > beside + body->shrink) {
        uint32_t least = lines_required(b, from, line, to);
        split = lines_that_fit(b, line, end, note, beside);
        if (split < least)
            split = lines_that_fit(b, line, end, note, beside + body->shrink);
        if (split < least && !b->emergency)
            return false;
        out->cost += split < least ? COST_NOTE_LATE : 0;
        split = avoid_single_line(b, split, split < least ? line : least);
        out->cost += split_cost(end - split);
    }
    *height = split > line ? notes_height(b, line, split, note) + b->params->note_rule : 0;
    out->note_line = split;
    return true;
}

/* A page that starts at `from`, with footnotes set up to `line` before, and ends at `to`. False: it
 * cannot be. */
static bool fit_page(const struct breaker *b, const struct place *from, uint32_t line,
                     const struct place *to, struct fit *out)
{
    bool last = to->item + 1 == b->count;
    bool empty = from->box_start >= to->box_end;
    *out = (struct fit){.cost = COST_PAGE + to->cost, .note_line = line};
    if (empty && !(last && from->forced))
        return false;
    struct sums body = {to->foot, 0, 0};
    if (!empty)
        body = (struct sums){to->end.natural - from->start.natural + to->foot,
                             to->end.stretch - from->start.stretch,
                             to->end.shrink - from->start.shrink};
    int64_t room = (int64_t)b->params->height - from->carry;
    int64_t excess = body.natural - body.shrink - room;
    int64_t notes = 0;
    bool pending = line < b->note_start[to->notes];
    if (excess > 0) {
        out->dead = excess > to->foot; /* a box is higher than any foot */
        out->overfull = true;
        out->ratio = body.shrink > 0 ? -SHARE_ONE : 0;
        out->cost += COST_OVERFULL * excess + (pending ? COST_NOTE_LATE : 0);
        return b->emergency;
    }
    if (pending && !fit_notes(b, from, line, to, room, &body, &notes, out)) {
        out->dead = to->foot == 0;
        return false;
    }
    int64_t left = room - body.natural - notes;
    set_spaces(b, left, &body, last, out);
    if (!last && left > 0 && is_early(b, from, line, to))
        out->cost += COST_EARLY + COST_EARLY_SHARE * left / b->params->height;
    if (last && from != b->places)
        charge_near_empty(b, from->carry + body.natural + notes, out);
    return true;
}

/* Footnote lines that are left after the last page of text take pages of their own. */
static uint32_t fit_rest(const struct breaker *b, uint32_t line)
{
    uint32_t end = b->note_start[b->note_count];
    uint32_t split = lines_that_fit(b, line, end, note_of(b, line),
                                    (int64_t)b->params->height - b->params->note_rule);
    return split > line ? split : line + 1;
}

static int64_t rest_cost(const struct breaker *b, uint32_t line)
{
    int64_t cost = 0;
    for (; line < b->note_start[b->note_count]; line = fit_rest(b, line))
        cost += COST_PAGE + COST_NOTE_SPLIT;
    return cost;
}

/* ---- the search ---- */

/* Enters a way to a place, or betters the one with the same footnotes set. */
static void offer_way(struct breaker *b, size_t first, struct way way)
{
    for (size_t i = first; i < b->way_count; i++)
        if (b->ways[i].note_line == way.note_line) {
            if (way.cost < b->ways[i].cost)
                b->ways[i] = way;
            return;
        }
    if (b->way_count == b->way_cap) {
        size_t cap = b->way_cap * 2;
        struct way *ways = ARENA_ARRAY(b->arena, cap, struct way);
        for (size_t i = 0; i < b->way_count; i++)
            ways[i] = b->ways[i];
        b->ways = ways;
        b->way_cap = cap;
    }
    b->ways[b->way_count++] = way;
}

/* Extends every live way to one place; live[] loses those that no later place can continue. */
static uint32_t reach_place(struct breaker *b, uint32_t place, uint32_t *live, uint32_t live_count)
{
    const struct place *to = &b->places[place];
    bool last = to->item + 1 == b->count;
    bool box_follows = last || b->places[place + 1].box_end > to->box_end;
    size_t first = b->way_count;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < live_count; i++) {
        struct way from = b->ways[live[i]];
        struct fit fit;
        if (fit_page(b, &b->places[from.place], from.note_line, to, &fit)) {
            int64_t rest = last ? rest_cost(b, fit.note_line) : 0;
            offer_way(b, first,
                      (struct way){.place = place,
                                   .before = live[i],
                                   .note_line = fit.note_line,
                                   .cost = from.cost + fit.cost + rest});
        }
        if (!to->forced && !(fit.dead && box_follows))
            live[kept++] = live[i];
    }
    return kept;
}

static uint32_t append_live(struct arena *arena, uint32_t **live, uint32_t count, uint32_t *cap,
                            uint32_t way)
{
    if (count == *cap) {
        uint32_t *more = ARENA_ARRAY(arena, (size_t)*cap * 2, uint32_t);
        for (uint32_t i = 0; i < count; i++)
            more[i] = (*live)[i];
        *live = more;
        *cap *= 2;
    }
    (*live)[count] = way;
    return count + 1;
}

/* The best way to the end, or UINT32_MAX. */
static uint32_t search(struct breaker *b)
{
    uint32_t cap = 256, live_count = 1;
    uint32_t *live = ARENA_ARRAY(b->arena, cap, uint32_t);
    b->way_cap = (size_t)b->place_count + 64;
    b->ways = ARENA_ARRAY(b->arena, b->way_cap, struct way);
    b->ways[0] = (struct way){0};
    b->way_count = 1;
    b->places[0].forced = true;
    size_t first = 1;
    for (uint32_t place = 1; place < b->place_count && live_count > 0; place++) {
        first = b->way_count;
        live_count = reach_place(b, place, live, live_count);
        for (size_t way = first; way < b->way_count; way++)
            live_count = append_live(b->arena, &live, live_count, &cap, (uint32_t)way);
    }
    uint32_t best = UINT32_MAX;
    for (size_t way = first; way < b->way_count; way++)
        if (b->ways[way].place + 1 == b->place_count &&
            (best == UINT32_MAX || b->ways[way].cost < b->ways[best].cost))
            best = (uint32_t)way;
    return best;
}

/* ---- the result ---- */

static void note_range(const struct breaker *b, uint32_t from, uint32_t end,
                       struct pagebreak_page *page)
{
    page->note_first = note_of(b, from);
    page->note_first_line = from - b->note_start[page->note_first];
    page->note_end = note_of(b, end);
    page->note_end_line = end - b->note_start[page->note_end];
}

static void write_page(const struct breaker *b, const struct way *from, const struct way *to,
                       struct pagebreak_page *page)
{
    const struct place *start = &b->places[from->place];
    struct fit fit;
    fit_page(b, start, from->note_line, &b->places[to->place], &fit);
    page->first = from->place == 0 ? 0 : start->item + 1;
    page->end = b->places[to->place].item;
    page->ratio = fit.ratio;
    page->overfull = fit.overfull;
    page->carry_id = from->place == 0 ? 0 : b->items[start->item].carry_id;
    note_range(b, from->note_line, fit.note_line, page);
}

static void write_rest(const struct breaker *b, uint32_t line, struct pagebreak_page *page)
{
    for (; line < b->note_start[b->note_count]; page++) {
        uint32_t split = fit_rest(b, line);
        page->first = page->end = b->count - 1;
        note_range(b, line, split, page);
        line = split;
    }
}

static void write_result(const struct breaker *b, uint32_t best, struct arena *arena,
                         struct pagebreak_result *out)
{
    uint32_t count = 0, rest = 0;
    for (uint32_t way = best; way != 0; way = b->ways[way].before)
        count++;
    for (uint32_t line = b->ways[best].note_line; line < b->note_start[b->note_count]; rest++)
        line = fit_rest(b, line);
    out->pages = ARENA_ARRAY(arena, (size_t)count + rest, struct pagebreak_page);
    out->count = count + rest;
    out->cost = b->ways[best].cost;
    write_rest(b, b->ways[best].note_line, out->pages + count);
    for (uint32_t way = best; way != 0; way = b->ways[way].before)
        write_page(b, &b->ways[b->ways[way].before], &b->ways[way], &out->pages[--count]);
}

static struct breaker prepare(const struct pagebreak_item *items, uint32_t count,
                              const struct pagebreak_note *notes,
                              const struct pagebreak_params *params, struct arena *arena,
                              bool emergency)
{
    assert(count > 0 && items[count - 1].kind == PAGEBREAK_PENALTY &&
           items[count - 1].penalty <= PAGEBREAK_FORCE && params->height > 0);
    struct breaker b = {.items = items,
                        .notes = notes,
                        .params = params,
                        .arena = arena,
                        .emergency = emergency,
                        .count = count};
    sum_notes(&b);
    find_places(&b);
    find_next_good(&b);
    return b;
}

void pagebreak_find(const struct pagebreak_item *items, uint32_t count,
                    const struct pagebreak_note *notes, const struct pagebreak_params *params,
                    struct arena *arena, struct pagebreak_result *out)
{
    struct arena scratch = {0};
    struct breaker b = prepare(items, count, notes, params, &scratch, false);
    uint32_t best = search(&b);
    if (best == UINT32_MAX) {
        arena_free(&scratch);
        b = prepare(items, count, notes, params, &scratch, true);
        best = search(&b);
    }
    assert(best != UINT32_MAX);
    write_result(&b, best, arena, out);
    arena_free(&scratch);
}

int64_t pagebreak_cost(const struct pagebreak_item *items, uint32_t count,
                       const struct pagebreak_note *notes, const struct pagebreak_params *params,
                       const uint32_t *breaks, uint32_t break_count, struct arena *scratch)
{
    struct breaker b = prepare(items, count, notes, params, scratch, true);
    b.places[0].forced = true;
    int64_t cost = 0;
    uint32_t line = 0, from = 0;
    for (uint32_t i = 0; i < break_count; i++) {
        uint32_t to = from + 1;
        while (to < b.place_count && b.places[to].item < breaks[i])
            to++;
        struct fit fit;
        if (to == b.place_count || b.places[to].item != breaks[i] ||
            !fit_page(&b, &b.places[from], line, &b.places[to], &fit))
            return INT64_MAX;
        cost += fit.cost;
        line = fit.note_line;
        from = to;
    }
    return cost + rest_cost(&b, line);
}
