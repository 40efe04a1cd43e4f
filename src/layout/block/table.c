#include "layout/block/table.h"

#include <string.h>

#include "base/mem.h"
#include "layout/block/lines.h"
#include "layout/block/printed.h"
#include "layout/block/table_fit.h"
#include "layout/block/table_list.h"
#include "layout/block/table_rows.h"
#include "layout/page/marks.h"
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

/* "Table 3" of a caption that begins so by leafset's own words, or nothing. */
static struct slice name_of(const struct table *table, struct arena *arena)
{
    const struct node *caption = printed_child(table->node, NODE_CAPTION);
    if (!caption || !caption->first || !caption->first->generated)
        return SLICE_EMPTY;
    struct slice name = slice_trim(node_text(caption->first, NODE_MEDIA_PRINT, arena));
    while (name.len > 0 && strchr(".:", name.ptr[name.len - 1]))
        name = slice_trim(slice_sub(name, 0, name.len - 1));
    return name;
}

/* What is repeated at the top of every page on which the table goes on. */
static void open_head(struct galley *galley, const struct table *table, size_t first)
{
    struct layout *layout = galley->layout;
    const struct table_part *part = table->part;
    /* below the paddings of containers; what a turned page holds less is no space on it */
    struct galley_head head = {.above =
                                   galley->carry - (layout->style->text_height - galley->height)};
    head.line = page_marks_continued(layout, name_of(table, &layout->scratch));
    head.x = table->flow.rtl ? part->x + part->width - head.line.width : part->x;
    first = galley_first_box(galley, first);
    int64_t height = galley_height(galley, first);
    bool low = height <= galley->height / 100 * HEAD_PERCENT;
    head.first = (uint32_t)(low ? first : galley->count);
    head.end = (uint32_t)galley->count;
    head.height = head.line.height + (low ? (unit)height : 0);
    *MEM_PUSH(galley->heads, galley->head_count, galley->head_cap) = head;
    galley->head = (uint32_t)galley->head_count;
}

static const struct node *skip_rows(const struct node *row, uint32_t count)
{
    while (row && count-- > 0)
        row = node_next_row(row);
    return row;
}

/* No page ends so that few rows stand alone before or behind its end. */
static void keep_edges(struct galley *galley, const struct table *table, uint32_t done)
{
    if (done > 0 && (done <= GALLEY_EDGE_ROWS || table->body_rows - done <= GALLEY_EDGE_ROWS))
        galley_keep(galley, GALLEY_EDGE_ROW);
}

static void set_rows(struct galley *galley, const struct table *table)
{
    uint32_t done = 0, count;
    size_t first = galley->count;
    bool headed = false;
    for (const struct node *row = node_first_row(table->node); row; row = skip_rows(row, count)) {
        count = table_tied_rows(row);
        if (node_is_head_row(row)) {
            table_set_rows(galley, table, row, count, false);
            galley_keep(galley, PAGEBREAK_FORBID);
            headed = true;
            continue;
        }
        if (done == 0 && headed)
            open_head(galley, table, first);
        keep_edges(galley, table, done);
        table_set_rows(galley, table, row, count, done == 0 && !headed);
        if (done == 0 && !headed)
            open_head(galley, table, galley->count);
        done += count;
    }
    galley->head = 0;
}

/* What takes up to half a page is whole. begin: with the caption. */
static void keep_low(struct galley *galley, size_t begin)
{
    if (galley_height(galley, begin) <= galley->height / 2)
        galley_keep_whole(galley, begin);
}

static void set_parts(struct galley *galley, struct table *table, size_t begin)
{
    size_t first = galley->count;
    for (uint32_t i = 0; i < table->part_count; i++) {
        table->part = &table->parts[i];
        set_rows(galley, table);
        keep_low(galley, begin);
        galley_space(galley, galley->layout->style->space_paragraph);
        begin = galley->count;
    }
    if (table->part_count > 1)
        galley_read_across(galley, first);
}

static void count_cells(struct table *table)
{
    for (const struct node *row = node_first_row(table->node); row; row = node_next_row(row)) {
        for (const struct node *cell = row->first; cell; cell = cell->next)
            if (cell->u.cell.column + 1 > table->columns)
                table->columns = cell->u.cell.column + 1;
        table->rows++;
        table->body_rows += !node_is_head_row(row);
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
    if (table.turned)
        galley_begin_turned(galley);
    const struct node *caption = printed_child(node, NODE_CAPTION);
    galley_space_shifted(galley, style->space_block, caption ? 0 : -table.pad);
    size_t begin = galley->count;
    if (caption)
        set_caption(galley, caption, &table);
    if (table.listed)
        table_list_set(galley, &table);
    else
        set_parts(galley, &table, begin);
    if (table.turned)
        galley_end_turned(galley);
    galley_space(galley, style->space_block);
    arena_reset(scratch, mark);
}
