#include "layout/block/block.h"

#include "layout/block/callout.h"
#include "layout/block/contact.h"
#include "layout/block/descriptions.h"
#include "layout/block/figure.h"
#include "layout/block/figures.h"
#include "layout/block/lines.h"
#include "layout/block/list.h"
#include "layout/block/masthead.h"
#include "layout/block/nested.h"
#include "layout/block/notes.h"
#include "layout/block/printed.h"
#include "layout/block/sheet.h"
#include "layout/block/table.h"
#include "layout/par/par.h"

/* A title of more lines than this is no heading but an accident: it may go on overleaf. */
#define HEADING_LINES_WHOLE 8
#define TITLE_FIT_PERCENT   98

/* True if the text below node ends in a colon: it leads to what follows. */
static bool is_lead_in(const struct node *node)
{
    while (node->last)
        node = node->last;
    return node->kind == NODE_TEXT && slice_ends(slice_trim(node->text), ":");
}

/* True if that leads to a list, a table or a picture. */
static bool leads_to_block(const struct node *node)
{
    const struct node *next = printed_next(node);
    return next && next->kind != NODE_PARAGRAPH && next->kind != NODE_HEADING && is_lead_in(node);
}

/* True if what stood before a block leads to the next one, too. */
static bool leads_on(const struct node *node)
{
    return node->kind == NODE_HEADING || node->kind == NODE_NOTE || leads_to_block(node);
}

static void set_paragraph(struct galley *galley, const struct node *node, const struct flow *flow)
{
    if (leads_to_block(node))
        galley_begin_lead(galley);
    block_set_inline(galley, node, flow);
    const struct node *next = printed_next(node);
    bool leads = next && is_lead_in(node);
    if (leads && next->kind == NODE_LIST && flow->gap > galley->layout->style->space_item)
        galley_space(galley, galley->layout->style->space_lead_in);
    else
        galley_space(galley, flow->gap);
    if (leads_to_block(node))
        galley_keep(galley, GALLEY_LEAD_IN);
}

/* A picture shows what the text above it says: a step of a list and its picture are one. */
static void keep_with_picture(struct galley *galley, const struct node *node)
{
    const struct node *next = printed_next(node);
    if (!next || (next->kind != NODE_FIGURE && next->kind != NODE_FIGURES))
        return;
    if (node->parent->kind == NODE_ITEM)
        galley_keep(galley, GALLEY_LEAD_IN);
    else if (node->kind != NODE_FIGURE)
        galley_keep(galley, GALLEY_PICTURE);
}

static void keep_lines_together(struct galley *galley, size_t first, uint32_t lines)
{
    int32_t penalty = lines > HEADING_LINES_WHOLE ? GALLEY_WHOLE : PAGEBREAK_FORBID;
    for (size_t i = galley_first_box(galley, first); i < galley->count; i++)
        if (galley->items[i].kind == PAGEBREAK_PENALTY)
            galley->items[i].penalty = penalty;
}

/* A title that misses a line less by a hair is set that much smaller. */
static void fit_title(struct galley *galley, const struct node *node, struct par_params params,
                      struct par *par)
{
    params.text.size = params.text.size / 100 * TITLE_FIT_PERCENT;
    struct par tighter = par_set(galley->layout, node, &params);
    if (tighter.count < par->count)
        *par = tighter;
}

static void add_heading_rule(struct galley *galley, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit bottom = galley->items[galley->count - 1].height;
    galley_add_item(galley, frame_rule(0, 0, flow->measure, style->rule_thin, style->rule), flow->x,
                    bottom - style->rule_thin);
}

static void set_heading(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    int level = node->u.heading.level;
    if (level < flow->heading_level)
        level = flow->heading_level;
    struct par_params params = flow_params(flow, &style->heading[level]);
    params.balance = true;
    struct par par = par_set(galley->layout, node, &params);
    if (level == 1 && par.count > 1)
        fit_title(galley, node, params, &par);
    if (galley->keep_lines < GALLEY_HEADING_LINES)
        galley->keep_lines = 0;    /* the section before had its lines */
    galley->below_heading = false; /* two headings stand as far apart as the lower asks for */
    galley_space(galley, style->space_heading[level]);
    if (level > 1)
        galley_begin_lead(galley);
    size_t first = galley->count;
    block_add_lines(galley, &par, flow->x);
    if (level >= style->heading_ruled)
        add_heading_rule(galley, flow);
    keep_lines_together(galley, first, par.count);
    galley_space_heading(galley, style->space_after_heading[level]);
    galley_keep(galley, PAGEBREAK_FORBID);
    galley->keep_lines = GALLEY_HEADING_LINES;
}

/* The lead and the subtitle keep with the title as a paragraph of their own size. */
static void set_display(struct galley *galley, const struct node *node, const struct flow *flow,
                        const struct style_text *text)
{
    struct par_params params = flow_params(flow, text);
    params.balance = node->kind == NODE_SUBTITLE;
    block_set_par(galley, node, &params, flow->x);
    galley_space(galley, galley->layout->style->space_heading[2]);
}

static void set_quote(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    galley_space(galley, flow->gap);
    size_t bar = galley_open_ground(galley, flow_x(flow, 0, style->quote_bar), style->quote_bar,
                                    style->rule);
    struct flow inner = flow_inset(flow, style->indent_quote, 0);
    block_set_children(galley, node, &inner);
    galley_close_ground(galley, bar);
    galley_drop_space(galley);
    galley_space(galley, flow->gap);
}

/* Lines of code that would go on below themselves want a wider column. */
static bool is_cramped(struct galley *galley, const struct node *code,
                       const struct par_params *params)
{
    unit smallest = 0, largest = 0;
    if (galley->layout->style->columns > 1)
        par_widths(galley->layout, code, params, &smallest, &largest);
    return largest > params->measure;
}

static void set_code(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    galley_space_shifted(galley, flow->gap, flow_cap_top(&style->body));
    size_t ground = galley_open_ground(galley, flow->x, flow->measure, style->code_tint);
    galley_open_padding(galley, style->code_pad);
    struct flow inner = flow_inset(flow, style->code_pad, style->code_pad);
    inner.rtl = node->dir == NODE_DIR_RTL; /* code runs left to right in any text */
    struct par_params params = flow_params(&inner, &style->code);
    params.preformatted = true;
    galley->layout->frames->cramped |= is_cramped(galley, node, &params);
    block_set_par(galley, node, &params, inner.x);
    galley_close_padding(galley, style->code_pad);
    galley_close_ground(galley, ground);
    galley_space(galley, flow->gap);
}

static void set_break(struct galley *galley, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit width = style->break_width < flow->measure ? style->break_width : flow->measure;
    galley_space(galley, style->space_block);
    galley_add_box(galley, style->break_height, -1);
    galley_add_item(galley, frame_rule(0, 0, width, style->rule_head, style->rule),
                    flow->x + (flow->measure - width) / 2,
                    (style->break_height - style->rule_head) / 2);
    galley_space(galley, style->space_block);
}

static void set_web_addresses(struct galley *galley, const struct node *node,
                              const struct flow *flow)
{
    struct flow inner = flow_aside(flow, &galley->layout->style->about, flow->gap);
    block_set_children(galley, node, &inner);
}

/* ---- all blocks ---- */

/* Sets the blocks from first on. */
static void set_from(struct galley *galley, const struct node *first, const struct flow *flow)
{
    const struct node *parent = first ? first->parent : NULL;
    bool sections = parent && parent->kind == NODE_DOCUMENT;
    unit column = sections ? sheet_of_sections(galley, parent, flow) : 0;
    for (const struct node *child = first, *next; child; child = next) {
        struct sheet_row row;
        bool beside = column > 0 && sheet_row_of(galley, child, flow, &row);
        next = beside ? row.end : printed_next(child);
        if (beside) {
            sheet_set_row(galley, &row, flow, column);
        } else {
            block_set(galley, child, flow);
            keep_with_picture(galley, child);
        }
        if (beside || !leads_on(child))
            galley_end_lead(galley);
    }
}

/* True for what names the leaflet and sums it up: it spans the columns. */
static bool is_span(const struct node *node)
{
    return node->kind == NODE_MASTHEAD || node->kind == NODE_SUBTITLE || node->kind == NODE_LEAD ||
           node->kind == NODE_NOTE || (node->kind == NODE_HEADING && node->u.heading.level == 1);
}

/* Sets what spans the columns; returns what comes next. */
static const struct node *set_span(struct galley *galley, const struct node *document)
{
    const struct style *style = galley->layout->style;
    const struct node *first = printed_first(document), *node = first;
    galley->rigid = true;
    for (; node && is_span(node); node = printed_next(node)) {
        unit most = node->kind == NODE_LEAD ? style->span_measure : style->text_width;
        struct flow flow = flow_of_span(galley->layout, most);
        block_set(galley, node, &flow);
    }
    if (node != first)
        galley_end_span(galley, style->space_block);
    galley->layout->frames->cramped |= galley->span > style->text_height / 2;
    galley->rigid = false;
    return node;
}

static void set_document(struct galley *galley, const struct node *node, const struct flow *flow)
{
    bool columns = galley->layout->style->columns > 1;
    set_from(galley, columns ? set_span(galley, node) : printed_first(node), flow);
}

void block_set(struct galley *galley, const struct node *node, const struct flow *outer)
{
    const struct style *style = galley->layout->style;
    if (!printed_is(node))
        return;
    struct flow turned = flow_turn(galley->layout, outer, node);
    const struct flow *flow = &turned;
    switch (node->kind) {
    case NODE_DOCUMENT: set_document(galley, node, flow); break;
    case NODE_MASTHEAD: block_set_masthead(galley, node, flow); break;
    case NODE_LEAD: set_display(galley, node, flow, &style->lead); break;
    case NODE_SUBTITLE: set_display(galley, node, flow, &style->subtitle); break;
    case NODE_HEADING: set_heading(galley, node, flow); break;
    case NODE_PARAGRAPH: set_paragraph(galley, node, flow); break;
    case NODE_LIST: block_set_list(galley, node, flow); break;
    case NODE_QUOTE: set_quote(galley, node, flow); break;
    case NODE_CODE_BLOCK: set_code(galley, node, flow); break;
    case NODE_BREAK: set_break(galley, flow); break;
    case NODE_PAGE_BREAK: galley_new_page(galley); break;
    case NODE_TABLE: block_set_table(galley, node, flow); break;
    case NODE_CALLOUT: block_set_callout(galley, node, flow); break;
    case NODE_FIGURE: block_set_figure(galley, node, flow); break;
    case NODE_FIGURES: block_set_figures(galley, node, flow); break;
    case NODE_NOTE: break; /* set at the foot of the page of its call */
    case NODE_CONTACT:
        galley_begin_tail(galley);
        block_set_contact(galley, node, flow);
        break;
    case NODE_ABOUT:
        galley_begin_tail(galley);
        block_set_descriptions(galley, node, flow);
        break;
    case NODE_DESCRIPTION_LIST: block_set_descriptions(galley, node, flow); break;
    case NODE_WEB_ADDRESSES:
        galley_begin_tail(galley);
        set_web_addresses(galley, node, flow);
        break;
    case NODE_ITEM: /* the following stand only in blocks that set them themselves; should one
                       stray, its words are set all the same */
    case NODE_TABLE_HEAD:
    case NODE_TABLE_BODY:
    case NODE_ROW:
    case NODE_DESCRIPTION_ENTRY: block_set_children(galley, node, flow); break;
    case NODE_DRAFT_MARK:
    case NODE_CAPTION:
    case NODE_CELL:
    case NODE_CALLOUT_LABEL:
    case NODE_TERM:
    case NODE_DESCRIPTION:
    NODE_CASE_INLINES:
        set_paragraph(galley, node, flow);
        break;
    case NODE_KIND_COUNT: break;
    }
}

void block_set_children(struct galley *galley, const struct node *parent, const struct flow *flow)
{
    if (parent->first && node_is_inline(parent->first->kind)) {
        block_set_inline(galley, parent, flow);
        galley_space(galley, flow->gap);
        return;
    }
    set_from(galley, printed_first(parent), flow);
}

void block_set_document(struct galley *galley)
{
    struct flow flow = flow_of_page(galley->layout);
    block_set(galley, galley->layout->doc->root, &flow);
    notes_set_uncalled(galley);
    galley_end(galley);
}
