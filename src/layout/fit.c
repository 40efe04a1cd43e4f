#include "layout/fit.h"

#include "layout/once.h"
#include "layout/sections.h"
#include "style/density.h"

/* From the roomiest to the densest. Spaces give way first, then margins, then leading and type:
 * the reader misses them in this order. */
static const struct style_density ladder[] = {
    {UNIT_PT(14), 100, 100, 100, 70, 0, 0, 1},
    {UNIT_PT(13.5), 100, 100, 100, 70, 0, 0, 1},
    {UNIT_PT(13), 100, 100, 100, 0, 0, 0, 1},
    {UNIT_PT(13), 98, 85, 100, 75, 0, UNIT_MM(25), 1},
    {UNIT_PT(13), 95, 75, 90, 75, UNIT_MM(15), UNIT_MM(23), 1},
    {UNIT_PT(12.5), 97, 75, 90, 75, UNIT_MM(15), UNIT_MM(23), 1},
    {UNIT_PT(12.5), 94, 65, 85, 75, UNIT_MM(15), UNIT_MM(22), 1},
    {UNIT_PT(12), 97, 65, 80, 75, UNIT_MM(15), UNIT_MM(22), 1},
    {UNIT_PT(12), 94, 60, 75, 75, UNIT_MM(15), UNIT_MM(20), 1},
    {UNIT_PT(12), 92, 50, 70, 75, UNIT_MM(15), UNIT_MM(20), 1},
};
#define LADDER       (sizeof ladder / sizeof *ladder)
#define LADDER_HOUSE 2u /* the first that is not larger than the house's */

/* What a leaflet gives to save a page of its own accord: nothing that a reader sees alone. */
static const struct style_density tighter[] = {
    {0, 98, 88, 100, 0, 0, UNIT_MM(26), 1},
    {0, 96, 78, 90, 0, UNIT_MM(15), UNIT_MM(24), 1},
    {0, 94, 68, 85, 0, UNIT_MM(15), UNIT_MM(22), 1},
};
#define TIGHTER (sizeof tighter / sizeof *tighter)

/* How much denser pages can become by that. In long leaflets a page more or less is no matter. */
#define GIVEN_PERCENT   14
#define PAGES_TIGHTENED 8u

/* A layout that may be chosen. */
struct attempt {
    struct style style;
    struct frames *frames;
    struct arena arena; /* of diags */
    struct diag_list diags;
};

/* In a style that is in place. */
static void attempt_set(const struct fit_subject *subject, struct attempt *out)
{
    out->diags.arena = &out->arena;
    out->frames =
        layout_once(subject->doc, &out->style, subject->tools, subject->memory, &out->diags);
}

/* False, and nothing made: the page is too narrow for the columns. */
static bool attempt_make(const struct fit_subject *subject, const struct style_density *density,
                         struct attempt *out)
{
    *out = (struct attempt){.style = *subject->style};
    if (density && !style_set_density(subject->style, density, &out->style))
        return false;
    attempt_set(subject, out);
    return true;
}

static void attempt_drop(struct attempt *attempt)
{
    frames_free(attempt->frames);
    diag_free(&attempt->diags);
    arena_free(&attempt->arena);
}

/* Tells what the chosen one tells. */
static struct frames *attempt_choose(struct attempt *attempt, struct diag_list *diags)
{
    struct frames *frames = attempt->frames;
    diag_merge(diags, &attempt->diags);
    attempt->frames = NULL;
    attempt_drop(attempt);
    return frames;
}

static int in_tenths(unit length, unit of)
{
    return (int)(((int64_t)length * 10 + of / 2) / of);
}

static void name_setting(struct attempt *attempt)
{
    const struct style *style = &attempt->style;
    int size = in_tenths(style->body.size, UNIT_PT(1));
    int leading = in_tenths(style->body.leading, UNIT_PT(1));
    attempt->frames->setting = arena_format(
        &attempt->frames->arena, "%d.%d/%d.%d pt, %slines of %d mm", size / 10, size % 10,
        leading / 10, leading % 10, style->columns > 1 ? "two columns, " : "",
        in_tenths(style->measure, UNIT_MM(10)));
}

/* Pages that a reader would call empty spoil what a turned page wins. */
#define TURNED_PART 3

static bool has_low_page(const struct attempt *attempt)
{
    const struct frames *frames = attempt->frames;
    for (uint32_t i = 0; i + 1 < frames->page_count; i++) {
        unit lost = frames->pages[i].turned ? frames->page_height - frames->page_width : 0;
        if (frames->pages[i].used < (attempt->style.text_height - lost) / TURNED_PART)
            return true;
    }
    return false;
}

/* Tables in parts because the page is too narrow stand better on turned pages of their own, as long
 * as these take no further sheet of paper, nor more than `most` pages. */
static bool attempt_turn(const struct fit_subject *subject, struct attempt *attempt, uint32_t most)
{
    if (attempt->frames->narrow_tables == 0)
        return false;
    struct attempt turned = {.style = attempt->style};
    turned.style.turns = true;
    attempt_set(subject, &turned);
    if (attempt->frames->setting)
        name_setting(&turned);
    uint32_t count = turned.frames->page_count, sheets = (attempt->frames->page_count + 1) / 2;
    bool better = count <= most && (count + 1) / 2 <= sheets && !has_low_page(&turned);
    attempt_drop(better ? attempt : &turned);
    if (better) {
        *attempt = turned;
        attempt->diags.arena = &attempt->arena;
    }
    return better;
}

/* True if the leaflet may be set so: columns are taken only where nothing in them wants more room,
 * and where they cost no message beyond the `said` of one column. */
static bool attempt_may(const struct attempt *attempt, size_t said)
{
    return attempt->style.columns == 1 ||
           (!attempt->frames->cramped && attempt->diags.count <= said);
}

/* The first of the settings [first, end) that fits on so many pages; `densest` comes after them
 * all, and is chosen if no other is. said: as in attempt_may. */
static struct frames *choose_roomiest(const struct fit_subject *subject, uint32_t pages,
                                      const struct style_density *first,
                                      const struct style_density *end, struct attempt *densest,
                                      size_t said, struct diag_list *diags)
{
    for (; first < end; first++) {
        struct attempt attempt;
        if (!attempt_make(subject, first, &attempt))
            continue;
        name_setting(&attempt);
        if (attempt.frames->page_count <= pages && attempt_may(&attempt, said)) {
            attempt_drop(densest);
            attempt_turn(subject, &attempt, pages);
            return attempt_choose(&attempt, diags);
        }
        attempt_drop(&attempt);
    }
    attempt_turn(subject, densest, pages);
    return attempt_choose(densest, diags);
}

/* What pages lose to blocks that stay whole: columns have twice as many ends. */
#define FILLED_PERCENT 97
#define FILLED_COLUMNS 95

/* By how much text a layout is too long for so many pages: by all that these could not hold were
 * they full, or, where that is not the trouble, by what stands on the others. */
static int64_t height_beyond(const struct attempt *attempt, uint32_t pages)
{
    bool columns = attempt->style.columns > 1;
    int64_t used = 0, beyond = 0, line = attempt->style.body.leading / (columns ? 2 : 1);
    for (uint32_t i = 0; i < attempt->frames->page_count; i++) {
        used += attempt->frames->pages[i].used;
        beyond += i >= pages ? attempt->frames->pages[i].used : 0;
    }
    int64_t filled = columns ? FILLED_COLUMNS : FILLED_PERCENT;
    int64_t over = used - (int64_t)attempt->style.text_height * pages * filled / 100;
    return over < line || over > beyond ? beyond : over;
}

static unsigned lines_beyond(const struct attempt *attempt, uint32_t pages)
{
    int64_t over = height_beyond(attempt, pages) * attempt->style.columns;
    int64_t leading = attempt->style.body.leading, lines = (over + leading - 1) / leading;
    return lines > 0 ? (unsigned)lines : 1;
}

static void tell_too_few(const struct fit_subject *subject, const struct attempt *attempt,
                         struct diag_list *diags)
{
    const struct meta_fit *fit = &subject->doc->meta.fit;
    unsigned lines = lines_beyond(attempt, (uint32_t)fit->pages);
    int size = in_tenths(attempt->style.body.size, UNIT_PT(1));
    const char *longest =
        sections_longest(attempt->frames, subject->doc, attempt->style.body.leading, diags->arena);
    struct span span = fit->span;
    if (!span.source && subject->doc->source) /* an option asked for it */
        span = (struct span){subject->doc->source, 0, 0};
    diag_add(diags, DIAG_CODE_PAGES_TOO_FEW, span,
             arena_format(diags->arena, "shorten it, or write fit: %u%s",
                          attempt->frames->page_count, longest),
             "the leaflet does not fit on %d page%s: in %s of %d.%d points it is about %u line%s "
             "too long",
             fit->pages, fit->pages == 1 ? "" : "s",
             attempt->style.columns > 1 ? "two columns" : "text", size / 10, size % 10, lines,
             lines == 1 ? "" : "s");
}

/* One column and then two in each setting of the ladder, but for those larger than the size that
 * the theme chose; returns their count. one: false where one column is known not to fit. */
static size_t list_settings(const struct style *style, bool one,
                            struct style_density settings[2 * LADDER])
{
    size_t count = 0;
    for (size_t i = style->size_chosen ? LADDER_HOUSE : 0; i < LADDER; i++)
        for (uint32_t columns = one ? 1 : 2; columns <= 2; columns++) {
            settings[count] = ladder[i];
            settings[count].columns = columns;
            settings[count].size = style->size_chosen ? 0 : ladder[i].size;
            count++;
        }
    return count;
}

/* Where the densest setting in one column does not fit, that in two columns takes its place, if it
 * may be and is nearer to fitting. */
static void take_columns(const struct fit_subject *subject, const struct style_density *density,
                         struct attempt *densest)
{
    struct attempt columns;
    uint32_t pages = (uint32_t)subject->doc->meta.fit.pages;
    if (!attempt_make(subject, density, &columns))
        return;
    name_setting(&columns);
    bool nearer = columns.frames->page_count <= pages ||
                  height_beyond(&columns, pages) < height_beyond(densest, pages);
    bool better = nearer && attempt_may(&columns, densest->diags.count);
    attempt_drop(better ? densest : &columns);
    if (better) {
        *densest = columns;
        densest->diags.arena = &densest->arena;
    }
}

struct frames *fit_pages(const struct fit_subject *subject, struct diag_list *diags)
{
    struct style_density settings[2 * LADDER];
    size_t count = list_settings(subject->style, true, settings);
    uint32_t pages = (uint32_t)subject->doc->meta.fit.pages;
    struct attempt densest;
    attempt_make(subject, &settings[count - 2], &densest);
    name_setting(&densest);
    size_t said = densest.diags.count;
    bool one = densest.frames->page_count <= pages;
    if (!one)
        take_columns(subject, &settings[count - 1], &densest);
    if (densest.frames->page_count > pages) {
        tell_too_few(subject, &densest, diags);
        return attempt_choose(&densest, diags);
    }
    count = list_settings(subject->style, one, settings);
    const struct style_density *end = settings + count - (one ? 2 : 1); /* the densest is set */
    return choose_roomiest(subject, pages, settings, end, &densest, said, diags);
}

/* True if the pages before the last could take all of it, were they a little denser. Large print
 * stays as open as it is. */
static bool has_odd_page(const struct attempt *attempt)
{
    const struct frames *frames = attempt->frames;
    uint32_t count = frames->page_count;
    if (count < 2 || count > PAGES_TIGHTENED || attempt->style.size_chosen)
        return false;
    int64_t used = 0, room = (int64_t)attempt->style.text_height * (count - 1);
    for (uint32_t i = 0; i < count; i++)
        used += frames->pages[i].used;
    return used * 100 <= room * (100 + GIVEN_PERCENT);
}

struct frames *fit_freely(const struct fit_subject *subject, struct diag_list *diags)
{
    struct attempt own;
    attempt_make(subject, NULL, &own);
    if (attempt_turn(subject, &own, UINT32_MAX) || !has_odd_page(&own))
        return attempt_choose(&own, diags);
    uint32_t pages = own.frames->page_count - 1;
    for (size_t i = 0; i < TIGHTER; i++) {
        struct attempt attempt;
        if (attempt_make(subject, &tighter[i], &attempt) && attempt.frames->page_count <= pages) {
            name_setting(&attempt);
            attempt_turn(subject, &attempt, pages);
            attempt_drop(&own);
            return attempt_choose(&attempt, diags);
        }
        attempt_drop(&attempt);
    }
    return attempt_choose(&own, diags);
}
