#include "layout/block/contact.h"

#include "layout/block/figure.h"
#include "layout/block/lines.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"
#include "layout/par/par.h"

#define BESIDE_LEAST 15 /* ems */

static const struct node *find_qr_figure(const struct node *contact)
{
    for (const struct node *child = printed_first(contact); child; child = printed_next(child))
        if (child->kind == NODE_FIGURE && child->first && child->first->kind == NODE_QR_CODE)
            return child;
    return NULL;
}

/* The QR code, and below it what it is for. */
struct code {
    struct fitted_picture picture;
    struct par caption;
    struct flow column;
    unit height;
};

static struct code fit_code(struct galley *galley, const struct node *figure,
                            const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    struct code code = {.picture = figure_fit(galley, figure, flow->measure / 3, flow->measure)};
    code.column = *flow;
    code.column.x = flow_x(flow, flow->measure - code.picture.width, code.picture.width);
    code.column.measure = code.picture.width;
    if (code.picture.count == 0)
        return code;
    code.caption = figure_caption(galley, figure, &code.column);
    code.height = code.picture.height;
    if (code.caption.count > 0)
        code.height += style->space_item + par_height(&code.caption);
    return code;
}

/* Puts the code beside the text, its top at that of the first line, on the box added last, so
 * that it comes after the text in the order of the page. */
static void place_code(struct galley *galley, const struct code *code, size_t first)
{
    unit above = galley->items[galley_first_box(galley, first)].height; /* the padding */
    unit height = (unit)galley_height(galley, first) - above;
    if (height < code->height) {
        galley_drop_space(galley);
        galley_keep(galley, PAGEBREAK_FORBID);
        galley_add_box(galley, code->height - height, -1);
        height = code->height;
    }
    unit top = galley->items[galley->count - 1].height - height, x = code->column.x;
    galley_add_piece(galley, code->picture.items, code->picture.count, x, top);
    block_place_par(galley, &code->caption, x, top + code->height - par_height(&code->caption));
    galley_forbid_breaks(galley, first);
}

/* Beside it lines hold some 30 letters, or it stands below them. */
static bool stands_beside(const struct code *code, const struct flow *text)
{
    return code->picture.count > 0 && text->measure >= BESIDE_LEAST * text->text.size;
}

static void set_contact_inside(struct galley *galley, const struct node *node,
                               const struct flow *flow, size_t first, unit padding)
{
    const struct node *figure = find_qr_figure(node);
    struct code code = {0};
    struct flow text = *flow;
    if (figure)
        code = fit_code(galley, figure, flow);
    if (code.picture.count > 0)
        text = flow_inset(flow, 0, code.picture.width + galley->layout->style->contact_gap);
    bool beside = stands_beside(&code, &text);
    for (const struct node *child = node->first; child; child = child->next)
        if (child != figure || code.picture.count == 0)
            block_set(galley, child, beside ? &text : flow);
    galley_flush_labels(galley);
    if (code.picture.count == 0)
        return;
    int64_t room = galley->height - padding;
    if (beside && galley_height(galley, first) <= room)
        place_code(galley, &code, first);
    else
        block_set(galley, figure, flow);
}

void block_set_contact(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit padding = style->contact_pad;
    galley_space(galley, style->space_heading[2]);
    size_t first = galley->count;
    size_t outline = galley_open_ground(galley, flow->x, flow->measure, style->brand);
    galley->grounds[outline].radius = style->contact_radius;
    galley->grounds[outline].stroke = style->contact_stroke;
    bool rigid = galley->rigid;
    galley_open_padding(galley, padding);
    galley->rigid = true;
    struct flow inner = flow_inset(flow, padding, padding);
    inner = flow_aside(&inner, &style->contact, 0);
    set_contact_inside(galley, node, &inner, first, padding);
    galley_close_padding(galley, padding);
    galley->rigid = rigid;
    galley_close_ground(galley, outline);
    galley_keep_whole(galley, first);
    galley_space(galley, style->space_block);
}
