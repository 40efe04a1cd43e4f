#include "layout/block/sheet.h"

#include "layout/block/figure.h"
#include "layout/block/lines.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"

#define ROWS_LEAST     2          /* one alone is no sheet */
#define GAP            UNIT_MM(6) /* lines to picture */
#define COLUMN_PERCENT 42         /* of the measure, at most */
#define COLUMN_LEAST   UNIT_MM(32)
#define TEXT_LEAST     15  /* widths of an em that the lines keep */
#define FEW_BYTES      420 /* about a dozen lines beside a picture */
#define NODE_BYTES     10  /* a node counts for so many: it may begin a line */
#define PAGE_PART      4   /* of the page's height: how high a picture may be */
#define SLIM           2   /* times as high as wide: it needs all the height that it can have */

/* ---- what a row is */

static unit column_most(const struct flow *flow)
{
    return flow->measure / 100 * COLUMN_PERCENT;
}

static bool is_few_lines_kind(const struct node *node)
{
    return node->kind == NODE_PARAGRAPH || node->kind == NODE_LIST || node->kind == NODE_ITEM ||
           node->kind == NODE_HEADING || node_is_inline(node->kind);
}

/* Counts the bytes of a block; more than FEW_BYTES: too many, or what is no line of text. */
static size_t count_bytes(const struct node *block, size_t bytes)
{
    for (const struct node *at = block; at && bytes <= FEW_BYTES; at = node_next(at, block))
        bytes += is_few_lines_kind(at) ? at->text.len + NODE_BYTES : FEW_BYTES + 1;
    return bytes;
}

static bool size_in_row(const struct galley *galley, const struct node *figure,
                        const struct flow *flow, unit *w, unit *h)
{
    return figure_size_print(figure, flow, column_most(flow),
                             galley->layout->style->page_height / PAGE_PART, w, h);
}

/* A picture whose writer wants it wider than the column, or that is slim, stands alone. */
static bool may_stand_beside(const struct galley *galley, const struct node *figure,
                             const struct flow *flow)
{
    unit w, h;
    int32_t wanted = figure->first->u.image.width;
    bool wide = wanted < 0 ? -wanted > COLUMN_PERCENT + 8 : wanted > column_most(flow);
    return !wide && size_in_row(galley, figure, flow, &w, &h) && h <= SLIM * w;
}

static bool ends_section(const struct node *node)
{
    return node->kind == NODE_HEADING || node->kind == NODE_CONTACT || node->kind == NODE_ABOUT ||
           node->kind == NODE_WEB_ADDRESSES || node->kind == NODE_PAGE_BREAK ||
           node->kind == NODE_BREAK;
}

/* Sees to the blocks from first to the end of the step or section. */
static bool find_row(const struct galley *galley, const struct node *first, bool section,
                     const struct flow *flow, struct sheet_row *row)
{
    size_t bytes = 0, blocks = 0;
    *row = (struct sheet_row){.first = first};
    const struct node *at = first;
    for (; at && !(section && at != first && ends_section(at)); at = printed_next(at)) {
        if (at->kind == NODE_NOTE)
            continue; /* set at the foot of the page */
        if (at->kind == NODE_FIGURE && row->figure)
            return false;
        if (at->kind == NODE_FIGURE)
            row->figure = at;
        else if ((bytes = count_bytes(at, bytes)) > FEW_BYTES)
            return false;
        blocks += at->kind != NODE_FIGURE && at->kind != NODE_HEADING;
    }
    row->end = at;
    return row->figure && blocks > 0 && may_stand_beside(galley, row->figure, flow);
}

bool sheet_row_of(const struct galley *galley, const struct node *start, const struct flow *flow,
                  struct sheet_row *row)
{
    if (start->kind == NODE_ITEM)
        return printed_child(start, NODE_FIGURE) &&
               find_row(galley, printed_first(start), false, flow, row);
    return start->kind == NODE_HEADING && start->u.heading.level > 1 &&
           find_row(galley, start, true, flow, row);
}

/* ---- the column */

static unit sheet_column(const struct galley *galley, const struct node *parent,
                         const struct flow *flow)
{
    unit column = COLUMN_LEAST, most = column_most(flow);
    uint32_t rows = 0;
    for (const struct node *at = printed_first(parent); at; at = printed_next(at)) {
        struct sheet_row row;
        unit w, h;
        if (!sheet_row_of(galley, at, flow, &row) || !size_in_row(galley, row.figure, flow, &w, &h))
            continue;
        column = w > column ? w : column;
        rows++;
    }
    column = column > most ? most : column;
    bool narrow = flow->measure - column - GAP < TEXT_LEAST * flow->text.size;
    return narrow || rows < ROWS_LEAST ? 0 : column;
}

unit sheet_of_list(const struct galley *galley, const struct node *list, const struct flow *flow)
{
    return sheet_column(galley, list, flow);
}

unit sheet_of_sections(const struct galley *galley, const struct node *parent,
                       const struct flow *flow)
{
    return printed_child(parent, NODE_FIGURE) ? sheet_column(galley, parent, flow) : 0;
}

/* ---- a row */

/* Puts the picture and its caption beside the lines, on the box added last, so that they come where
 * they are read; returns how far down they reach from the row's top. */
static unit place_picture(struct galley *galley, const struct node *figure, size_t first,
                          const struct flow *flow, const struct flow *column)
{
    const struct style *style = galley->layout->style;
    unit last = galley->items[galley->count - 1].height;
    unit top = flow_cap_top(&style->body), above = (unit)galley_height(galley, first) - last;
    struct fitted_picture picture =
        figure_fit_print(galley, figure, flow, column->measure, style->page_height / PAGE_PART);
    struct par caption = figure_caption(galley, figure, column);
    galley_add_piece(galley, picture.items, picture.count, flow_x(column, 0, picture.width),
                     top - above);
    unit low = top + picture.height + (caption.count > 0 ? style->space_item : 0);
    block_place_par(galley, &caption, column->x, low - above);
    for (uint32_t i = 0; i < caption.count; i++)
        low += caption.lines[i].height;
    return low;
}

static unit set_blocks(struct galley *galley, const struct sheet_row *row, size_t first,
                       const struct flow *flow, unit width)
{
    struct flow lines = flow_inset(flow, 0, width + GAP), column = *flow;
    column.x = flow_x(flow, flow->measure - width, width);
    column.measure = width;
    unit low = 0;
    for (const struct node *at = row->first; at != row->end; at = printed_next(at)) {
        if (at == row->figure)
            low = place_picture(galley, at, first, flow, &column);
        else
            block_set(galley, at, &lines);
    }
    galley_flush_labels(galley);
    return low;
}

void sheet_set_row(struct galley *galley, const struct sheet_row *row, const struct flow *flow,
                   unit width)
{
    const struct style *style = galley->layout->style;
    galley_space(galley, row->first->kind == NODE_HEADING
                             ? style->space_heading[row->first->u.heading.level]
                             : style->space_block);
    bool rigid = galley->rigid;
    size_t first = galley->count;
    galley_add_box(galley, 0, -1); /* the row's top */
    galley_keep(galley, PAGEBREAK_FORBID);
    galley->rigid = galley->space_off = true;
    unit low = set_blocks(galley, row, first, flow, width);
    unit height = (unit)galley_height(galley, first);
    galley_drop_space(galley);
    if (height < low) {
        galley_keep(galley, PAGEBREAK_FORBID);
        galley_add_box(galley, low - height, -1);
    }
    galley_forbid_breaks(galley, first);
    galley->rigid = rigid;
    galley->keep_lines = 0;
    galley->penalty = GALLEY_FREE;
    galley_space(galley, style->space_block);
}
