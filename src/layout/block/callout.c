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
    struct style_text text = look->label;
    text.colour = look->ink;
    struct par_line sign =
        par_set_label(galley->layout, slice_from(look->sign), &text, false, "en", 0);
    uint32_t count = 1 + sign.count;
    struct frame_item *items = galley_new_items(galley, count);
    items[0] = frame_fill((struct frame_box){0, 0, side, side}, look->icon);
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

/* Where the words begin: the label and the text share an edge, beside the icon. */
static unit icon_column(const struct style *style)
{
    return style->icon_side + style->icon_gap;
}

static void set_label(struct galley *galley, const struct node *label,
                      const struct style_callout *look, const struct flow *flow)
{
    unit side = galley->layout->style->icon_side;
    struct par_params params = flow_params(flow, &look->label);
    struct par par = par_set(galley->layout, label, &params);
    struct par_line icon = make_icon(galley, look, printed_child(label, NODE_ICON), side);
    icon.baseline = par.count > 0 ? par.lines[0].baseline - (par.lines[0].height - side) / 2 : 0;
    galley_wait_label(galley, &icon, flow_x(flow, -icon_column(galley->layout->style), side));
    block_add_lines(galley, &par, flow->x);
    galley_flush_labels(galley);
    galley_keep(galley, PAGEBREAK_FORBID);
}

/* The label on a ground of its own, inside the line around the callout. */
static void set_head(struct galley *galley, const struct node *label,
                     const struct style_callout *look, const struct flow *outer,
                     const struct flow *inner)
{
    unit padding = galley->layout->style->callout_head_pad;
    galley_add_box(galley, look->frame, -1);
    galley_keep(galley, PAGEBREAK_FORBID);
    size_t ground = galley_open_ground(galley, outer->x + look->frame,
                                       outer->measure - 2 * look->frame, look->head);
    galley_add_box(galley, padding, -1);
    galley->space_off = true;
    galley_keep(galley, PAGEBREAK_FORBID);
    set_label(galley, label, look, inner);
    galley_add_box(galley, padding, -1);
    galley_close_ground(galley, ground);
    galley_keep(galley, PAGEBREAK_FORBID);
}

static void set_inside(struct galley *galley, const struct node *callout,
                       const struct style_callout *look, const struct flow *outer)
{
    const struct style *style = galley->layout->style;
    struct flow inner = flow_inset(
        outer, style->callout_bar + style->callout_gap + icon_column(style), style->callout_pad);
    const struct node *label = printed_child(callout, NODE_CALLOUT_LABEL);
    bool head = label && look->head != look->tint;
    if (head)
        set_head(galley, label, look, outer, &inner);
    if (head && !printed_next(label)) {
        galley_add_box(galley, look->frame, -1);
        return;
    }
    galley_open_padding(galley, style->callout_pad);
    struct flow signs = flow_inset(outer, style->callout_bar + style->callout_gap,
                                   style->callout_pad); /* lists of signs: below the icon */
    for (const struct node *child = printed_first(callout); child; child = printed_next(child)) {
        if (child != label) {
            block_set(galley, child, look->bullet && child->kind == NODE_LIST ? &signs : &inner);
        } else if (!head) {
            set_label(galley, child, look, &inner);
            galley_space(galley, style->space_item);
        }
    }
    galley_close_padding(galley, style->callout_pad);
}

static void set_framed(struct galley *galley, const struct node *callout,
                       const struct style_callout *look, const struct flow *flow)
{
    size_t tint = galley_open_ground(galley, flow->x, flow->measure, look->tint);
    size_t frame = galley_open_ground(galley, flow->x, flow->measure, look->line);
    galley->grounds[frame].stroke = look->frame;
    set_inside(galley, callout, look, flow);
    galley_close_ground(galley, frame);
    galley_close_ground(galley, tint);
}

static void set_barred(struct galley *galley, const struct node *callout,
                       const struct style_callout *look, const struct flow *flow)
{
    unit width = galley->layout->style->callout_bar;
    size_t tint = galley_open_ground(galley, flow->x, flow->measure, look->tint);
    size_t bar = galley_open_ground(galley, flow_x(flow, 0, width), width, look->line);
    set_inside(galley, callout, look, flow);
    galley_close_ground(galley, bar);
    galley_close_ground(galley, tint);
}

void block_set_callout(struct galley *galley, const struct node *callout, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    const struct style_callout *look = &style->callout[callout->u.callout.kind];
    galley_space_shifted(galley, style->space_block, flow_cap_top(&style->body));
    size_t first = galley->count;
    if (look->frame > 0)
        set_framed(galley, callout, look, flow);
    else
        set_barred(galley, callout, look, flow);
    galley_keep_whole(galley, first);
    galley_space(galley, style->space_block);
}
