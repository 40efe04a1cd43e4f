#include "layout/block/table_cell.h"

#include "base/mem.h"
#include "layout/block/fill_in.h"
#include "layout/block/nested.h"
#include "layout/block/table_amount.h"
#include "layout/par/par.h"

static bool holds_blocks(const struct node *cell)
{
    return cell->first && !node_is_inline(cell->first->kind);
}

struct par_params table_cell_params(struct layout *layout, const struct table *table,
                                    const struct node *cell)
{
    struct flow flow = flow_turn(layout, &table->flow, cell);
    struct par_params params =
        flow_params(&flow, node_is_head_row(cell->parent) ? &table->head : &table->text);
    bool leads = table->listed && cell->u.cell.column == 0;
    params.text.face |= cell->u.cell.header || leads ? FONT_BOLD : FONT_REGULAR;
    params.overfull_told = table->overfull_told;
    params.parts = table->parted;
    params.hyphenate = table->hyphenate;
    switch (table->listed ? NODE_ALIGN_START : cell->u.cell.align) {
    case NODE_ALIGN_NATURAL:
    case NODE_ALIGN_START: params.align = PAR_START; break;
    case NODE_ALIGN_CENTRE: params.align = PAR_CENTRE; break;
    case NODE_ALIGN_END: params.align = PAR_END; break;
    }
    /* the end of a cell is that of its table, also where a number in it runs left to right */
    if (flow.rtl != table->flow.rtl && params.align != PAR_CENTRE)
        params.align = params.align == PAR_START ? PAR_END : PAR_START;
    return params;
}

void table_cell_widths(struct galley *galley, const struct table *table, const struct node *cell,
                       unit *smallest, unit *largest)
{
    struct par_params params = table_cell_params(galley->layout, table, cell);
    if (!holds_blocks(cell)) {
        par_widths(galley->layout, cell, &params, smallest, largest);
        return;
    }
    for (const struct node *at = cell; at; at = node_next(at, cell)) {
        unit least = 0, most = 0, indent = 0;
        if (at->kind != NODE_PARAGRAPH)
            continue;
        for (const struct node *up = at->parent; up != cell; up = up->parent)
            indent += up->kind == NODE_ITEM ? galley->layout->style->indent_list : 0;
        par_widths(galley->layout, at, &params, &least, &most);
        if (indent > 0 && least < FLOW_LEAST_EMS * params.text.size)
            least = FLOW_LEAST_EMS * params.text.size; /* else the labels have no room */
        most = most > least ? most : least;
        *smallest = least + indent > *smallest ? least + indent : *smallest;
        *largest = most + indent > *largest ? most + indent : *largest;
    }
}

/* Of the first words; of what has none, about that of words as high. */
static unit find_baseline(const struct frame_list *list, unit height, unit above)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == FRAME_GLYPHS)
            return list->items[i].u.glyphs.baseline;
    return height * 3 / 4 + above;
}

/* A box of the cell's own galley, and the space above it, as a line. */
static struct par_line make_line(const struct galley *inner, size_t item, unit above)
{
    struct frame_list list = {0};
    uint32_t end =
        item + 1 < inner->count ? inner->first_piece[item + 1] : (uint32_t)inner->piece_count;
    for (uint32_t i = inner->first_piece[item]; i < end; i++) {
        const struct galley_piece *piece = &inner->pieces[i];
        frame_list_copy(&list, piece->items, piece->count, piece->x, piece->y + above);
    }
    unit height = inner->items[item].height;
    struct par_line line = {.items = frame_list_keep(&list, &inner->layout->lines),
                            .count = (uint32_t)list.count,
                            .height = height + above,
                            .baseline = find_baseline(&list, height, above)};
    mem_free(list.items);
    return line;
}

static struct par collect_lines(const struct galley *inner, struct arena *arena)
{
    struct par par = {.lines = ARENA_ARRAY(arena, inner->count, struct par_line)};
    unit above = 0;
    for (size_t i = 0; i < inner->count; i++) {
        const struct pagebreak_item *item = &inner->items[i];
        if (item->kind == PAGEBREAK_GLUE)
            above += item->height;
        if (item->kind != PAGEBREAK_BOX)
            continue;
        par.lines[par.count++] = make_line(inner, i, above);
        above = 0;
    }
    return par;
}

/* Sets the blocks into a galley of their own, which waits with the footnotes. */
static struct par set_blocks(struct galley *galley, const struct table *table,
                             const struct node *cell, const struct par_params *params)
{
    struct arena *arena = &galley->layout->lines;
    struct flow flow = flow_turn(galley->layout, &table->flow, cell);
    struct galley inner = {.layout = galley->layout,
                           .height = galley->height,
                           .note_met = galley->note_met,
                           .space_off = true};
    flow.x = 0;
    flow.measure = params->measure;
    flow.text = params->text;
    flow.gap = galley->layout->style->space_item;
    block_set_children(&inner, cell, &flow);
    galley_flush_labels(&inner);
    struct par par = collect_lines(&inner, arena);
    if (par.count > 0 && inner.called_count > 0) {
        const struct node **notes = ARENA_ARRAY(arena, inner.called_count, const struct node *);
        for (size_t i = 0; i < inner.called_count; i++) {
            notes[i] = inner.called[i];
            inner.note_met[notes[i]->id] = 0; /* called anew from its row */
        }
        par.lines[0].notes = notes;
        par.lines[0].note_count = (uint32_t)inner.called_count;
    }
    inner.foot = galley; /* whose note_met it has borrowed */
    galley_free(&inner);
    return par;
}

struct par table_cell_set(struct galley *galley, const struct table *table, const struct node *cell,
                          unit width)
{
    struct par_params params = table_cell_params(galley->layout, table, cell);
    params.measure = width;
    if (table_is_amount(table, cell))
        return table_amount_set(galley->layout, table, cell, &params);
    if (holds_blocks(cell))
        return set_blocks(galley, table, cell, &params);
    struct par par = par_set(galley->layout, cell, &params);
    if (params.align == PAR_START)
        fill_in_rows(galley, &par, width);
    return par;
}
