#include "layout/block/table_amount.h"

#include "layout/block/printed.h"
#include "layout/par/par.h"

/* Wider than any amount. */
#define MEASURE_WIDE UNIT_PT(20000)

bool table_is_amount(const struct table *table, const struct node *cell)
{
    const struct table_axis *axis = &table->axes[cell->u.cell.column];
    return cell->u.cell.amount && cell->u.cell.columns < 2 && axis->left + axis->right > 0;
}

/* On one line, from its left edge on. */
static struct par set_line(struct layout *layout, const struct node *cell,
                           const struct par_params *params)
{
    struct par_params line = *params;
    line.measure = MEASURE_WIDE;
    line.align = params->rtl ? PAR_END : PAR_START;
    return par_set(layout, cell, &line);
}

/* The TEXT below a cell that holds byte point - 1 of its text (or the first, of point 0), and what
 * point is in it. */
static const struct node *find_text(const struct node *cell, uint32_t *point)
{
    for (const struct node *at = cell; at; at = node_next(at, cell)) {
        if (at->kind != NODE_TEXT || !printed_is(at) || at->text.len == 0)
            continue;
        if (*point <= at->text.len)
            return at;
        *point -= (uint32_t)at->text.len;
    }
    return NULL;
}

/* Where byte `local` of a run's text begins, or its end. */
static unit place_in_run(const struct frame_item *run, size_t local)
{
    for (uint32_t i = 0; i < run->u.glyphs.count && local < run->u.glyphs.text.len; i++)
        if (run->u.glyphs.glyphs[i].cluster >= local)
            return run->box.x + run->u.glyphs.glyphs[i].x;
    return run->box.x + run->box.width;
}

/* The place of the axis in the line of a cell; its end if the line does not show it. */
static unit find_axis(const struct par_line *line, const struct node *cell)
{
    uint32_t point = cell->u.cell.point;
    const struct node *text = find_text(cell, &point);
    for (uint32_t i = 0; text && i < line->count; i++) {
        const struct frame_item *run = &line->items[i];
        if (run->kind != FRAME_GLYPHS || run->node != text->id || run->rtl)
            continue;
        size_t from = (size_t)(run->u.glyphs.text.ptr - text->text.ptr);
        if (point >= from && point <= from + run->u.glyphs.text.len)
            return place_in_run(run, point - from);
    }
    return line->width;
}

void table_amount_measure(struct layout *layout, const struct node *cell,
                          const struct par_params *params, struct table_axis *axis)
{
    struct arena_mark mark = arena_mark_get(&layout->frames->arena);
    struct arena_mark lines = arena_mark_get(&layout->lines);
    struct par par = set_line(layout, cell, params);
    if (par.count == 1) {
        unit left = find_axis(&par.lines[0], cell), right = par.lines[0].width - left;
        axis->left = left > axis->left ? left : axis->left;
        axis->right = right > axis->right ? right : axis->right;
    }
    arena_reset(&layout->lines, lines);
    arena_reset(&layout->frames->arena, mark);
}

struct par table_amount_set(struct layout *layout, const struct table *table,
                            const struct node *cell, const struct par_params *params)
{
    const struct table_axis *axis = &table->axes[cell->u.cell.column];
    struct par par = set_line(layout, cell, params);
    unit spare = params->measure - axis->left - axis->right;
    bool at_right = (params->align == PAR_END) != params->rtl;
    for (uint32_t i = 0; i < par.count; i++) {
        struct par_line *line = &par.lines[i];
        unit move = (at_right ? spare : 0) + axis->left - find_axis(line, cell);
        for (uint32_t j = 0; j < line->count; j++)
            frame_move(&line->items[j], move, 0);
    }
    return par;
}
