#include "layout/block/descriptions.h"

#include "layout/block/lines.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"
#include "layout/par/par.h"

static struct par_params term_params(const struct flow *flow)
{
    struct par_params params = flow_params(flow, &flow->text);
    params.text.face |= FONT_BOLD;
    return params;
}

static unit term_column(struct galley *galley, const struct node *list, const struct flow *flow)
{
    struct par_params params = term_params(flow);
    unit most = flow->measure / 100 * galley->layout->style->term_percent, column = 0;
    unit gap = galley->layout->style->term_gap;
    for (const struct node *entry = printed_first(list); entry; entry = printed_next(entry)) {
        const struct node *term = printed_child(entry, NODE_TERM);
        unit smallest = 0, largest = 0;
        if (term)
            par_widths(galley->layout, term, &params, &smallest, &largest);
        if (largest + gap <= most && largest + gap > column)
            column = largest + gap;
    }
    return column > 0 ? column : most;
}

/* Beside its description if it fits there, else above it. */
static void set_term(struct galley *galley, const struct node *term, const struct flow *flow,
                     unit column)
{
    struct par_params params = term_params(flow);
    struct par par = par_set(galley->layout, term, &params);
    if (par.count == 1 && par.width + galley->layout->style->term_gap <= column &&
        par.lines[0].note_count == 0) {
        galley_wait_label(galley, &par.lines[0], flow->x);
    } else {
        block_add_lines(galley, &par, flow->x);
        galley_keep(galley, PAGEBREAK_FORBID);
    }
}

static void set_entry(struct galley *galley, const struct node *entry, const struct flow *flow,
                      unit column)
{
    for (const struct node *child = printed_first(entry); child; child = printed_next(child)) {
        struct flow turned = flow_turn(galley->layout, flow, child);
        if (child->kind == NODE_TERM) {
            set_term(galley, child, &turned, column);
        } else {
            struct flow inner = flow_inset(&turned, column, 0);
            block_set_children(galley, child, &inner);
        }
    }
    galley_flush_labels(galley);
}

static void set_description_list(struct galley *galley, const struct node *list,
                                 const struct flow *flow)
{
    unit column = term_column(galley, list, flow);
    for (const struct node *entry = printed_first(list); entry; entry = printed_next(entry)) {
        set_entry(galley, entry, flow, column);
        galley_drop_space(galley);
        galley_space(galley, flow->gap);
    }
}

void block_set_descriptions(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    bool own_words = node->kind == NODE_DESCRIPTION_LIST && node->parent->kind != NODE_ABOUT;
    struct flow inner = own_words ? *flow : flow_aside(flow, &style->about, style->space_aside);
    if (node->kind == NODE_DESCRIPTION_LIST)
        set_description_list(galley, node, &inner);
    else
        block_set_children(galley, node, &inner);
    galley_space(galley, style->space_block);
}
