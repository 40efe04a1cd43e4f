#include "layout/block/callout.h"

#include "layout/block/lines.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"
#include "layout/par/par.h"

/* A figure with a text alternative is content, else the label beside it says all. */
static void mark_items(struct frame_item *items, uint32_t count, const struct node *icon)
{
    bool speaks = icon && icon->u.image.alt && icon->u.image.alt[0] != '\0';
    for (uint32_t i = 0; i < count; i++) {
        items[i].node = speaks ? icon->id : 0;
        items[i].artifact = speaks ? FRAME_CONTENT : FRAME_LAYOUT;
    }
}

/* The icon's ground and sign in a square of this side, as a label without text. */
static struct par_line make_icon(struct galley *galley, const struct style_callout *look,
                                 const struct node *icon, unit side)
{
    struct style_text text = galley->layout->style->label;
    text.colour = galley->layout->style->icon_ink;
    text.face = FONT_BOLD;
    struct par_line sign =
        par_set_label(galley->layout, slice_from(look->sign), &text, false, "en", 0);
    uint32_t count = 1 + sign.count;
    struct frame_item *items = galley_new_items(galley, count);
    items[0] = frame_fill((struct frame_box){0, 0, side, side}, look->bar);
    items[0].u.fill.radius = look->round ? side / 2 : galley->layout->style->icon_radius;
    for (uint32_t i = 1; i < count; i++) {
        items[i] = sign.items[i - 1];
        /* the sign's cap height, about 7/10 of its size, is centred */
        frame_move(&items[i], (side - sign.width) / 2,
                   (side + text.size * 7 / 10) / 2 - sign.baseline);
    }
    mark_items(items, count, icon);
    return (struct par_line){.items = items, .count = count, .height = side, .width = side};
}

static void set_label(struct galley *galley, const struct node *label,
                      const struct style_callout *look, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit side = style->icon_side;
    struct flow beside = flow_inset(flow, side + style->icon_gap, 0);
    struct par_params params = flow_params(&beside, &style->label);
    params.text.colour = look->label;
    struct par par = par_set(galley->layout, label, &params);
    struct par_line icon = make_icon(galley, look, printed_child(label, NODE_ICON), side);
    icon.baseline = par.count > 0 ? par.lines[0].baseline - (par.lines[0].height - side) / 2 : 0;
    galley_wait_label(galley, &icon, flow_x(flow, 0, side));
    block_add_lines(galley, &par, beside.x);
    galley_flush_labels(galley);
    galley_space(galley, style->space_item);
    galley_keep(galley, PAGEBREAK_FORBID);
}

void block_set_callout(struct galley *galley, const struct node *callout, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    const struct style_callout *look = &style->callout[callout->u.callout.kind];
    galley_space(galley, style->space_block);
    size_t first = galley->count;
    size_t tint = galley_open_ground(galley, flow->x, flow->measure, look->tint);
    size_t bar = galley_open_ground(galley, flow_x(flow, 0, style->callout_bar), style->callout_bar,
                                    look->bar);
    galley_open_padding(galley, style->callout_pad);
    struct flow inner =
        flow_inset(flow, style->callout_bar + style->callout_gap, style->callout_pad);
    for (const struct node *child = printed_first(callout); child; child = printed_next(child)) {
        if (child->kind == NODE_CALLOUT_LABEL)
            set_label(galley, child, look, &inner);
        else
            block_set(galley, child, &inner);
    }
    galley_close_padding(galley, style->callout_pad);
    galley_close_ground(galley, bar);
    galley_close_ground(galley, tint);
    galley_keep_whole(galley, first);
    galley_space(galley, style->space_block);
}
