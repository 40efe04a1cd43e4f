#include "layout/block/masthead.h"

#include "layout/block/figure.h"
#include "layout/block/lines.h"
#include "layout/block/printed.h"
#include "layout/par/par.h"

/* The lines of the masthead's text column, or those of one child. */
struct masthead {
    const struct node *node;
    struct flow column;
    struct fitted_picture logo;
    unit text_height;
};

static const struct style_text *masthead_text(const struct style *style, const struct node *child)
{
    if (child->kind == NODE_DRAFT_MARK)
        return &style->callout[CALLOUT_WARNING].label;
    return child->previous ? &style->masthead_line : &style->masthead_name;
}

static struct par set_masthead_line(struct galley *galley, const struct masthead *head,
                                    const struct node *child)
{
    struct flow flow = flow_turn(galley->layout, &head->column, child);
    struct par_params params = flow_params(&flow, masthead_text(galley->layout->style, child));
    return par_set(galley->layout, child, &params);
}

/* All of the masthead is one box: name, tagline and draft mark at the start, logo at the end. */
static void place_masthead(struct galley *galley, const struct masthead *head,
                           const struct par *pars, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit top = style->masthead_rule + style->masthead_gap;
    unit inner = head->text_height > head->logo.height ? head->text_height : head->logo.height;
    unit height = top + inner > style->masthead_height ? top + inner : style->masthead_height;
    unit y = top + (inner - head->text_height) / 2;
    struct frame_box rule = {0, 0, flow->measure, style->masthead_rule};
    galley_add_box(galley, height, -1);
    galley_add_item(galley, frame_fill(rule, style->brand), flow->x, 0);
    uint32_t next = 0;
    for (const struct node *child = printed_first(head->node); child; child = printed_next(child)) {
        if (child->kind == NODE_FIGURE) {
            galley_add_piece(galley, head->logo.items, head->logo.count,
                             flow_x(flow, flow->measure - head->logo.width, head->logo.width),
                             top + (inner - head->logo.height) / 2);
            continue;
        }
        block_place_par(galley, &pars[next], head->column.x, y);
        y += par_height(&pars[next++]);
    }
}

void block_set_masthead(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    struct masthead head = {.node = node};
    uint32_t count = 0;
    for (const struct node *child = printed_first(node); child; child = printed_next(child)) {
        if (child->kind == NODE_FIGURE)
            head.logo = figure_fit(galley, child, flow->measure * 2 / 5, style->masthead_logo);
        count++;
    }
    head.column =
        flow_inset(flow, 0, head.logo.width > 0 ? head.logo.width + style->masthead_gap : 0);
    struct par *pars = ARENA_ARRAY(&galley->layout->frames->arena, count, struct par);
    count = 0;
    for (const struct node *child = printed_first(node); child; child = printed_next(child))
        if (child->kind != NODE_FIGURE) {
            pars[count] = set_masthead_line(galley, &head, child);
            head.text_height += par_height(&pars[count++]);
        }
    place_masthead(galley, &head, pars, flow);
    galley_keep(galley, PAGEBREAK_FORBID);
    galley_space(galley, style->space_block);
}
