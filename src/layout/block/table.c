#include "layout/block/table.h"

#include "base/mem.h"
#include "layout/block/lines.h"
#include "layout/block/printed.h"
#include "layout/block/table_fit.h"
#include "layout/block/table_rows.h"
#include "layout/par/par.h"

/* Header rows higher than this share of the page are not repeated. */
#define HEAD_PERCENT 40

/* As wide as the text around it; that of a table in the margins begins where the table does. */
static void set_caption(struct galley *galley, const struct node *caption,
                        const struct table *table)
{
    struct flow inner = flow_turn(galley->layout, &table->flow, caption);
    if (table->part && table->part->width > inner.measure) {
        inner.x = table->part->x;
        inner.measure = table->part->width;
    }
    inner.text = galley->layout->style->caption;
    inner.justified = false;
    block_set_inline(galley, caption, &inner);
    galley_space(galley, galley->layout->style->table_caption_gap);
    galley_keep(galley, PAGEBREAK_FORBID);
}

/* Header rows that are repeated at the top of every page on which the table goes on. */
static void open_head(struct galley *galley, size_t first)
{
    first = galley_first_box(galley, first);
    int64_t height = galley_height(galley, first);
    if (first == galley->count || height > galley->layout->style->text_height / 100 * HEAD_PERCENT)
        return;
    *MEM_PUSH(galley->heads, galley->head_count, galley->head_cap) =
        (struct galley_head){(uint32_t)first, (uint32_t)galley->count, (unit)height, galley->carry};
    galley->head = (uint32_t)galley->head_count;
}

static const struct node *skip_rows(const struct node *row, uint32_t count)
{
    while (row && count-- > 0)
        row = table_next_row(row);
    return row;
}

static void set_rows(struct galley *galley, const struct table *table)
{
    bool was_header = false;
    uint32_t done = 0, count;
    size_t head_first = galley->count;
    for (const struct node *row = table_first_row(table->node); row; row = skip_rows(row, count)) {
        count = table_tied_rows(row);
        if (table_is_head(row)) {
            table_set_rows(galley, table, row, count, false);
            galley_keep(galley, PAGEBREAK_FORBID);
            was_header = true;
            continue;
        }
        if (done == 0 && was_header)
            open_head(galley, head_first);
        if (done == 1 || done + count == table->body_rows)
            galley_keep(galley, GALLEY_EDGE_ROW);
        table_set_rows(galley, table, row, count, done == 0 && !was_header);
        done += count;
    }
    galley->head = 0;
}

static void set_parts(struct galley *galley, struct table *table)
{
    size_t begin = galley->count;
    for (uint32_t i = 0; i < table->part_count; i++) {
        table->part = &table->parts[i];
        set_rows(galley, table);
        galley_space(galley, galley->layout->style->space_paragraph);
    }
    if (table->part_count > 1)
        galley_read_across(galley, begin);
}

static void count_cells(struct table *table)
{
    for (const struct node *row = table_first_row(table->node); row; row = table_next_row(row)) {
        for (const struct node *cell = row->first; cell; cell = cell->next)
            if (cell->u.cell.column + 1 > table->columns)
                table->columns = cell->u.cell.column + 1;
        table->rows++;
        table->body_rows += !table_is_head(row);
    }
}

/* The rows and columns are counted, and the columns given their widths. */
static void prepare(struct galley *galley, const struct flow *flow, struct table *table)
{
    const struct style *style = galley->layout->style;
    table->flow = *flow;
    table->flow.justified = false;
    table->pad = style->table_cell_pad_y;
    table->columns = table->node->u.table.columns;
    count_cells(table);
    if (table->columns > 0)
        table_fit(galley, table);
}

void block_set_table(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    struct arena *scratch = &galley->layout->scratch;
    struct arena_mark mark = arena_mark_get(scratch);
    struct table table = {.node = node};
    prepare(galley, flow, &table);
    galley_space(galley, style->space_block);
    const struct node *caption = printed_child(node, NODE_CAPTION);
    if (caption)
        set_caption(galley, caption, &table);
    set_parts(galley, &table);
    galley_space(galley, style->space_block);
    arena_reset(scratch, mark);
}
