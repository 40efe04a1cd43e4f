#include "layout/par/par.h"

#include "base/mem.h"
#include "layout/par/gather.h"
#include "layout/par/hyphen.h"
#include "layout/par/items.h"
#include "layout/par/lines.h"
#include "layout/par/memory.h"
#include "layout/par/report.h"
#include "layout/par/shape.h"
#include "layout/par/store.h"

/* What the end of a ragged line gives in a narrow column, in halves of an em. */
#define RAGGED_EMS 5

static void add_break(struct par_work *work, uint32_t item)
{
    *MEM_PUSH(work->breaks, work->break_count, work->break_cap) = item;
}

/* Breaks items [first, end), the last of which forces a line end. */
static void break_items(struct par_work *work, size_t first, size_t end,
                        const struct linebreak_params *params)
{
    struct linebreak_result result = linebreak_find(work->items + first, (uint32_t)(end - first),
                                                    params, &work->layout->scratch);
    for (uint32_t i = 0; i < result.count; i++)
        add_break(work, (uint32_t)first + result.breaks[i]);
    work->overfull += result.overfull;
}

/* Pictures among the words do not give, nor letters that are all as wide as one another. */
static int32_t find_expansion(const struct par_work *work)
{
    if (!work->params.justified || work->analysis.base_rtl || work->wide)
        return 0;
    for (size_t i = 0; i < work->span_count; i++)
        if (work->spans[i].kind == PAR_SPAN_OBJECT)
            return 0;
    return work->layout->style->expansion;
}

/* Running text is broken as a whole; each line of code by itself, so that its indent stays and
 * what does not fit goes on indented. */
static void find_breaks(struct par_work *work)
{
    const struct par_params *params = &work->params;
    work->expansion = find_expansion(work);
    struct linebreak_params lines = {.measure = params->measure,
                                     .measure_first = params->measure,
                                     .give = params->text.size * RAGGED_EMS / 2,
                                     .hang_most = work->hang_most,
                                     .expansion = work->expansion,
                                     .justified = params->justified,
                                     .balance = params->balance};
    work->break_count = 0;
    work->overfull = 0;
    if (!params->preformatted) {
        if (par_store_get_breaks(work, &lines))
            return;
        break_items(work, 0, work->item_count, &lines);
        par_store_put_breaks(&work->layout->memory->store, work, &lines);
        return;
    }
    lines.justified = lines.balance = false;
    lines.measure -= par_continuation_indent(params);
    for (size_t first = 0, i = 0; i < work->item_count; i++) {
        if (!par_is_forced(work, i))
            continue;
        break_items(work, first, i + 1, &lines);
        first = i + 1;
    }
}

static void tell_parted(const struct par_work *work)
{
    for (size_t i = 0; i < work->break_count; i++) {
        if (par_is_parted(work, work->breaks[i])) {
            par_report_parted(work, work->breaks[i]);
            return;
        }
    }
}

static struct par_work *start(struct layout *layout, const struct par_params *params)
{
    struct par_work *work = &layout->memory->work;
    work->layout = layout;
    work->params = *params;
    work->stored = NULL;
    if (params->preformatted)
        work->params.justified = work->params.hyphenate = work->params.balance = false;
    return work;
}

static void make_items(struct par_work *work)
{
    par_shape(work);
    if (work->params.hyphenate)
        par_hyphenate(work);
    par_items(work);
}

/* What had to be told is told again in each attempt to set the leaflet, so it is not kept. */
static void make_block(struct par_work *work, const struct node *block)
{
    struct par_memory *memory = work->layout->memory;
    unsigned reports = memory->reports;
    par_gather(work, block);
    if (par_store_get(&memory->store, work, block))
        return;
    make_items(work);
    if (memory->reports == reports)
        par_store_put(&memory->store, work, block);
}

struct par par_set(struct layout *layout, const struct node *block, const struct par_params *params)
{
    struct par par = {0};
    struct arena_mark mark = arena_mark_get(&layout->scratch);
    struct par_work *work = start(layout, params);
    make_block(work, block);
    if (work->chunk_count > 0) {
        if (par_emergency(work, params->measure - par_continuation_indent(params))) {
            work->stored = NULL;
            par_items(work);
        }
        find_breaks(work);
        tell_parted(work);
        par = par_lines(work);
    }
    arena_reset(&layout->scratch, mark);
    return par;
}

unit par_height(const struct par *par)
{
    unit height = 0;
    for (uint32_t i = 0; i < par->count; i++)
        height += par->lines[i].height;
    return height;
}

/* The widest line when lines end only where they must. */
static unit widest_line(const struct par_work *work)
{
    int64_t most = 0, line = 0;
    for (size_t i = 0; i < work->item_count; i++) {
        const struct linebreak_item *item = &work->items[i];
        if (par_is_forced(work, i))
            line = 0;
        else if (item->kind != LINEBREAK_PENALTY)
            line += item->width;
        if (line > most)
            most = line;
    }
    return (unit)(most < INT32_MAX ? most : INT32_MAX);
}

void par_widths(struct layout *layout, const struct node *block, const struct par_params *params,
                unit *smallest, unit *largest)
{
    struct arena_mark mark = arena_mark_get(&layout->scratch);
    struct par_work *work = start(layout, params);
    int64_t least = 0;
    make_block(work, block);
    int64_t whole = 0; /* of the pieces that belong together */
    struct par_extent piece;
    for (size_t i = 0; par_piece_next(work, &i, &piece);) {
        whole += piece.width;
        if (whole > least)
            least = whole;
        if (params->parts || !par_is_parted(work, i - 1))
            whole = 0;
        else if (i < work->item_count && work->items[i].kind == LINEBREAK_GLUE)
            whole += work->items[i].width;
    }
    *smallest = (unit)(least < INT32_MAX ? least : INT32_MAX);
    *largest = widest_line(work);
    arena_reset(&layout->scratch, mark);
}

/* One line whatever its width: the caller knows its place. */
struct par_line par_set_label(struct layout *layout, struct slice text,
                              const struct style_text *style, bool rtl, const char *lang,
                              uint32_t node)
{
    struct par_line line = {0};
    struct arena_mark mark = arena_mark_get(&layout->scratch);
    struct par_params params = {.text = *style, .rtl = rtl, .align = PAR_START};
    struct par_work *work = start(layout, &params);
    par_gather_label(work, text, lang, node);
    make_items(work);
    if (work->chunk_count > 0) {
        work->break_count = 0;
        work->overfull = 0;
        add_break(work, (uint32_t)work->item_count - 1);
        work->params.measure = widest_line(work);
        line = par_lines(work).lines[0];
    }
    arena_reset(&layout->scratch, mark);
    return line;
}

void par_centre_label(struct layout *layout, const struct style_text *style,
                      const struct par_line *label)
{
    struct font_set *fonts = layout->tools->fonts;
    const struct font_metrics *letters =
        font_metrics_get(fonts, font_face_for(fonts, style->face, NULL, SLICE_LIT("x")));
    for (uint32_t i = 0; i < label->count; i++) {
        struct frame_item *item = &label->items[i];
        const struct font_metrics *sign =
            item->kind == FRAME_GLYPHS ? font_metrics_get(fonts, item->face) : NULL;
        if (!sign || !letters || letters->x_height <= 0 || item->u.glyphs.count != 1)
            continue;
        unit *up = ARENA_ARRAY(&layout->frames->arena, 1, unit);
        int64_t size = item->u.glyphs.size;
        int32_t middle = font_glyph_middle(fonts, item->face, item->u.glyphs.glyphs[0].gid);
        *up =
            frame_glyph_up(item, 0) + (unit)(size * letters->x_height / 2 / letters->units_per_em -
                                             size * middle / sign->units_per_em);
        item->u.glyphs.ups = up;
    }
}
