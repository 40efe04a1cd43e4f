#include "layout/block/contact.h"

#include "layout/block/figure.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"

static const struct node *find_qr_figure(const struct node *contact)
{
    for (const struct node *child = printed_first(contact); child; child = printed_next(child))
        if (child->kind == NODE_FIGURE && child->first && child->first->kind == NODE_QR_CODE &&
            !child->first->next)
            return child;
    return NULL;
}

/* Puts the code beside the text, its top at that of the first line, on the box added last, so
 * that it comes after the text in the order of the page. */
static void place_qr(struct galley *galley, const struct fitted_picture *code, size_t first,
                     const struct flow *flow)
{
    unit above = galley->items[galley_first_box(galley, first)].height; /* the padding */
    unit height = (unit)galley_height(galley, first) - above;
    if (height < code->height) {
        galley_drop_space(galley);
        galley_keep(galley, PAGEBREAK_FORBID);
        galley_add_box(galley, code->height - height, -1);
        height = code->height;
    }
    unit last = galley->items[galley->count - 1].height;
    galley_add_piece(galley, code->items, code->count,
                     flow_x(flow, flow->measure - code->width, code->width), last - height);
}

static void set_contact_inside(struct galley *galley, const struct node *node,
                               const struct flow *flow, size_t first, unit padding)
{
    const struct node *figure = find_qr_figure(node);
    struct fitted_picture code = {0};
    struct flow text = *flow;
    if (figure)
        code = figure_fit(galley, figure, flow->measure / 3, flow->measure);
    if (code.count > 0)
        text = flow_inset(flow, 0, code.width + galley->layout->style->contact_gap);
    for (const struct node *child = node->first; child; child = child->next)
        if (child != figure || code.count == 0)
            block_set(galley, child, &text);
    galley_flush_labels(galley);
    int64_t room = galley->layout->style->text_height - padding;
    if (code.count == 0)
        return;
    if (galley_height(galley, first) <= room)
        place_qr(galley, &code, first, flow);
    else
        block_set(galley, figure, flow); /* the box goes on overleaf */
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
    inner = flow_aside(&inner, &style->contact, style->space_aside);
    set_contact_inside(galley, node, &inner, first, padding);
    galley_close_padding(galley, padding);
    galley->rigid = rigid;
    galley_close_ground(galley, outline);
    galley_keep_whole(galley, first);
    galley_space(galley, style->space_block);
}
