#include "layout/block/flow.h"

struct flow flow_of_page(const struct layout *layout)
{
    const struct style *style = layout->style;
    const struct node *root = layout->doc->root;
    return (struct flow){.measure = style->measure,
                         .rtl = root->dir == NODE_DIR_RTL,
                         .text = style->body,
                         .gap = style->space_paragraph,
                         .justified = style->justified,
                         .heading_level = 1};
}

struct flow flow_of_span(const struct layout *layout, unit most)
{
    const struct style *style = layout->style;
    struct flow flow = flow_of_page(layout);
    flow.measure = most < style->text_width ? most : style->text_width;
    if (flow.rtl)
        flow.x = style->measure - flow.measure;
    return flow;
}

struct flow flow_inset(const struct flow *flow, unit start, unit end)
{
    unit least = FLOW_LEAST_EMS * flow->text.size;
    if (flow->measure - start - end < least)
        end = 0;
    if (flow->measure - start < least)
        start = flow->measure > least ? flow->measure - least : 0;
    struct flow inner = *flow;
    inner.x += flow->rtl ? end : start;
    inner.measure -= start + end;
    return inner;
}

/* The direction that a text has by its first strong character (UAX #9, P2 and P3). */
static bool is_rtl_by_content(struct layout *layout, const struct node *node)
{
    struct arena_mark mark = arena_mark_get(&layout->scratch);
    struct text_analysis analysis;
    text_analyse(layout->tools->text, node_text(node, NODE_MEDIA_PRINT, &layout->scratch),
                 TEXT_AUTO, node_lang(node), &layout->scratch, &analysis);
    bool rtl = analysis.base_rtl;
    arena_reset(&layout->scratch, mark);
    return rtl;
}

struct flow flow_turn(struct layout *layout, const struct flow *flow, const struct node *node)
{
    struct flow turned = *flow;
    switch (node->dir) {
    case NODE_DIR_INHERIT: break;
    case NODE_DIR_LTR: turned.rtl = false; break;
    case NODE_DIR_RTL: turned.rtl = true; break;
    case NODE_DIR_AUTO: turned.rtl = is_rtl_by_content(layout, node); break;
    }
    return turned;
}

struct flow flow_aside(const struct flow *flow, const struct style_text *text, unit gap)
{
    struct flow inner = *flow;
    inner.text = *text;
    inner.gap = gap;
    inner.heading_level = 3;
    inner.justified = false;
    return inner;
}

unit flow_x(const struct flow *flow, unit offset, unit width)
{
    return flow->x + (flow->rtl ? flow->measure - width - offset : offset);
}

unit flow_cap_top(const struct style_text *text)
{
    return (text->leading - text->size * 7 / 10) / 2;
}

struct par_params flow_params(const struct flow *flow, const struct style_text *text)
{
    return (struct par_params){.text = *text, .measure = flow->measure, .rtl = flow->rtl};
}
