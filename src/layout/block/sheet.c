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
    galley->layout->frames->cramped |= rows >= ROWS_LEAST;
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

/* Puts the picture and its caption beside the lines, which end `height` below the row's top. By
 * what it reaches further down it may be made smaller. */
static void place_picture(struct galley *galley, const struct sheet_row *row, unit height,
                          const struct flow *flow, const struct flow *column)
{
    const struct style *style = galley->layout->style;
    struct fitted_picture picture = figure_fit_print(galley, row->figure, flow, column->measure,
                                                     style->page_height / PAGE_PART);
    struct par caption = figure_caption(galley, row->figure, column);
    unit words = caption.count > 0 ? style->space_item + par_height(&caption) : 0;
    unit y = flow_cap_top(&style->body) - height, x = flow_x(column, 0, picture.width);
    unit rest = y + picture.height + words, give = figure_give(row->figure, &picture);
    unit end = rest; /* of the caption, from the top of the box added last */
    unit lower = give < rest ? give : rest;
    if (lower > 0) {
        /* without a caption right below it, it may give more: as much as others on its page */
        const struct galley_picture one = {picture.items, x,    y, words > 0 ? lower : give,
                                           column->rtl,   false};
        galley_add_flexible(galley, rest, lower, -1, &one, 1);
        end = 0;
    } else {
        galley_add_box(galley, rest > 0 ? rest : 0, -1);
        galley_add_piece(galley, picture.items, picture.count, x, y);
    }
    block_place_par(galley, &caption, column->x, end - par_height(&caption));
}

static void set_blocks(struct galley *galley, const struct sheet_row *row, size_t first,
                       const struct flow *flow, unit width)
{
    struct flow lines = flow_inset(flow, 0, width + GAP), column = *flow;
    column.x = flow_x(flow, flow->measure - width, width);
    column.measure = width;
    for (const struct node *at = row->first; at != row->end; at = printed_next(at))
        if (at != row->figure)
            block_set(galley, at, &lines);
    galley_flush_labels(galley);
    galley_drop_space(galley);
    galley_keep(galley, PAGEBREAK_FORBID);
    place_picture(galley, row, (unit)galley_height(galley, first), flow, &column);
    galley_read_across(galley, first);
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
    set_blocks(galley, row, first, flow, width);
    galley_forbid_breaks(galley, first);
    galley->rigid = rigid;
    galley->keep_lines = 0;
    galley->penalty = GALLEY_FREE;
    galley_space(galley, style->space_block);
}
