/* What stands before and after the text: masthead, contact box, "About this leaflet". */
#include "font/font.h"
#include "layout/block/block.h"

#define MASTHEAD_GAP UNIT_MM(5) /* under the rule; beside the logo */

#define CONTACT_STROKE UNIT_PT(1)
#define CONTACT_RADIUS UNIT_MM(1.2)
#define CONTACT_GAP    UNIT_MM(5) /* text to QR code */

/* Terms take at most this share of the measure; longer ones stand above their description. */
#define TERM_PERCENT 45
#define TERM_GAP     UNIT_MM(5)

/* ---- masthead ---- */

/* The lines of the masthead's text column, or those of one child. */
struct masthead {
    const struct node *node;
    struct flow column;
    struct picture logo;
    unit text_height;
};

static const struct style_text *masthead_text(const struct style *style, const struct node *child)
{
    if (child->kind == NODE_DRAFT_MARK)
        return &style->label;
    return child->previous ? &style->masthead_line : &style->masthead_name;
}

static struct par set_masthead_line(struct galley *galley, const struct masthead *head,
                                    const struct node *child)
{
    const struct style *style = galley->layout->style;
    struct flow flow = block_turn(galley, &head->column, child);
    struct par_params params = block_params(galley->layout, &flow);
    params.text = *masthead_text(style, child);
    if (child->kind == NODE_DRAFT_MARK)
        params.text.colour = style->callout[CALLOUT_WARNING].label;
    params.justified = params.hyphenate = false;
    struct par par;
    par_set(galley->layout, child, &params, &par);
    return par;
}

static unit par_height(const struct par *par)
{
    unit height = 0;
    for (uint32_t i = 0; i < par->count; i++)
        height += par->lines[i].height;
    return height;
}

static void place_par(struct galley *galley, const struct par *par, unit x, unit y)
{
    for (uint32_t i = 0; i < par->count; i++) {
        galley_add_piece(galley, par->lines[i].items, par->lines[i].count, x, y);
        if (par->lines[i].note_count > 0)
            galley_add_notes(galley, par->lines[i].notes, par->lines[i].note_count);
        y += par->lines[i].height;
    }
}

static const struct frame_item *brand_rule(struct galley *galley, unit width)
{
    const struct style *style = galley->layout->style;
    struct frame_item *item = galley_new_items(galley, 1);
    *item = (struct frame_item){.kind = FRAME_FILL, .artifact = FRAME_LAYOUT};
    item->box = (struct frame_box){0, 0, width, style->masthead_rule};
    item->u.fill.colour = style->brand;
    return item;
}

/* All of the masthead is one box: name, tagline and draft mark at the start, logo at the end. */
static void place_masthead(struct galley *galley, const struct masthead *head,
                           const struct par *pars, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit top = style->masthead_rule + MASTHEAD_GAP;
    unit inner = head->text_height > head->logo.height ? head->text_height : head->logo.height;
    unit height = top + inner > style->masthead_height ? top + inner : style->masthead_height;
    unit y = top + (inner - head->text_height) / 2;
    galley_add_box(galley, height, -1);
    galley_add_piece(galley, brand_rule(galley, flow->measure), 1, flow->x, 0);
    uint32_t next = 0;
    for (const struct node *child = head->node->first; child; child = child->next) {
        if (!block_is_printed(child))
            continue;
        if (child->kind == NODE_FIGURE) {
            unit x = flow->rtl ? flow->x : flow->x + flow->measure - head->logo.width;
            galley_add_piece(galley, head->logo.items, head->logo.count, x,
                             top + (inner - head->logo.height) / 2);
            continue;
        }
        place_par(galley, &pars[next], head->column.x, y);
        y += par_height(&pars[next++]);
    }
}

void block_set_masthead(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    struct masthead head = {.node = node};
    uint32_t count = 0;
    for (const struct node *child = node->first; child; child = child->next) {
        if (child->kind == NODE_FIGURE && block_is_printed(child))
            head.logo = figure_fit(galley, child, flow->measure * 2 / 5, style->masthead_logo);
        count++;
    }
    head.column = block_inset(flow, 0, head.logo.width > 0 ? head.logo.width + MASTHEAD_GAP : 0);
    struct par *pars = ARENA_ARRAY(&galley->layout->frames->arena, count, struct par);
    count = 0;
    for (const struct node *child = node->first; child; child = child->next)
        if (child->kind != NODE_FIGURE && block_is_printed(child)) {
            pars[count] = set_masthead_line(galley, &head, child);
            head.text_height += par_height(&pars[count++]);
        }
    place_masthead(galley, &head, pars, flow);
    galley_keep(galley, PAGEBREAK_FORBID);
    galley_space(galley, style->space_block);
}

/* ---- contact box ---- */

static const struct node *find_qr_figure(const struct node *contact)
{
    for (const struct node *child = contact->first; child; child = child->next)
        if (child->kind == NODE_FIGURE && block_is_printed(child) && child->first &&
            child->first->kind == NODE_QR_CODE && !child->first->next)
            return child;
    return NULL;
}

/* Puts the code beside the text, its top at that of the first line, on the box added last, so
 * that it comes after the text in the order of the page. */
static void place_qr(struct galley *galley, const struct picture *code, size_t first,
                     const struct flow *flow)
{
    size_t text = first;
    while (galley->items[text].kind != PAGEBREAK_BOX)
        text++;
    unit above = galley->items[text].height; /* the padding */
    unit height = (unit)galley_height(galley, first, galley->count) - above;
    if (height < code->height) {
        galley_drop_space(galley);
        galley_keep(galley, PAGEBREAK_FORBID);
        galley_add_box(galley, code->height - height, -1);
        height = code->height;
    }
    unit last = galley->items[galley->count - 1].height;
    galley_add_piece(galley, code->items, code->count,
                     flow->rtl ? flow->x : flow->x + flow->measure - code->width, last - height);
}

static void set_contact_text(struct galley *galley, const struct node *node,
                             const struct node *beside, const struct flow *flow)
{
    for (const struct node *child = node->first; child; child = child->next)
        if (child != beside)
            block_set(galley, child, flow);
}

static void set_contact_inside(struct galley *galley, const struct node *node,
                               const struct flow *flow, size_t first, unit padding)
{
    const struct node *figure = find_qr_figure(node);
    struct picture code = {0};
    struct flow text = *flow;
    if (figure)
        code = figure_fit(galley, figure, flow->measure / 3, flow->measure);
    if (code.count > 0)
        text = block_inset(flow, 0, code.width + CONTACT_GAP);
    set_contact_text(galley, node, code.count > 0 ? figure : NULL, &text);
    galley_flush_labels(galley);
    int64_t room = galley->layout->style->text_height - padding;
    if (code.count == 0)
        return;
    if (galley_height(galley, first, galley->count) <= room)
        place_qr(galley, &code, first, flow);
    else
        block_set(galley, figure, flow); /* the box goes on overleaf */
}

void block_set_contact(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit padding = style->callout_gap;
    galley_space(galley, style->space_h2);
    size_t first = galley->count;
    size_t outline = galley_open_ground(galley, (struct galley_ground){.x = flow->x,
                                                                       .width = flow->measure,
                                                                       .colour = style->brand,
                                                                       .radius = CONTACT_RADIUS,
                                                                       .stroke = CONTACT_STROKE});
    bool rigid = galley->rigid;
    galley_open_padding(galley, padding, padding);
    galley->rigid = true;
    struct flow inner = block_inset(flow, padding, padding);
    inner.text = style->contact;
    inner.gap = style->space_item / 2;
    inner.heading_level = 3;
    inner.justified = false;
    set_contact_inside(galley, node, &inner, first, padding);
    galley_close_padding(galley, padding, padding);
    galley->rigid = rigid;
    galley_close_ground(galley, outline);
    galley_keep_whole(galley, first);
    galley_space(galley, style->space_block);
}

/* ---- "About this leaflet" ---- */

static struct par_params term_params(struct galley *galley, const struct flow *flow)
{
    struct par_params params = block_params(galley->layout, flow);
    params.text.face |= FONT_BOLD;
    params.justified = params.hyphenate = false;
    return params;
}

static const struct node *child_of(const struct node *entry, enum node_kind kind)
{
    for (const struct node *child = entry->first; child; child = child->next)
        if (child->kind == kind && block_is_printed(child))
            return child;
    return NULL;
}

static unit term_column(struct galley *galley, const struct node *list, const struct flow *flow)
{
    struct par_params params = term_params(galley, flow);
    unit most = flow->measure / 100 * TERM_PERCENT, column = 0;
    for (const struct node *entry = list->first; entry; entry = entry->next) {
        const struct node *term = child_of(entry, NODE_TERM);
        unit smallest = 0, largest = 0;
        if (term && block_is_printed(entry))
            par_widths(galley->layout, term, &params, &smallest, &largest);
        if (largest + TERM_GAP <= most && largest + TERM_GAP > column)
            column = largest + TERM_GAP;
    }
    return column > 0 ? column : most;
}

static void set_entry(struct galley *galley, const struct node *entry, const struct flow *flow,
                      unit column)
{
    struct par_params params = term_params(galley, flow);
    for (const struct node *child = entry->first; child; child = child->next) {
        if (!block_is_printed(child))
            continue;
        struct flow turned = block_turn(galley, flow, child);
        struct par par = {0};
        params.rtl = turned.rtl;
        if (child->kind == NODE_TERM)
            par_set(galley->layout, child, &params, &par);
        if (child->kind != NODE_TERM) {
            struct flow inner = block_inset(&turned, column, 0);
            block_set_children(galley, child, &inner);
        } else if (par.count == 1 && par.width + TERM_GAP <= column &&
                   par.lines[0].note_count == 0) {
            galley_wait_label(galley, &par.lines[0], flow->x);
        } else {
            galley_add_lines(galley, &par, flow->x);
            galley_keep(galley, PAGEBREAK_FORBID);
        }
    }
    galley_flush_labels(galley);
}

static void set_description_list(struct galley *galley, const struct node *list,
                                 const struct flow *flow)
{
    unit column = term_column(galley, list, flow);
    for (const struct node *entry = list->first; entry; entry = entry->next) {
        if (!block_is_printed(entry))
            continue;
        set_entry(galley, entry, flow, column);
        galley_drop_space(galley);
        galley_space(galley, flow->gap);
    }
}

void block_set_descriptions(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    struct flow inner = *flow;
    inner.text = style->about;
    inner.gap = style->space_item / 2;
    inner.heading_level = 3;
    inner.justified = false;
    if (node->kind == NODE_DESCRIPTION_LIST)
        set_description_list(galley, node, &inner);
    else
        block_set_children(galley, node, &inner);
    galley_space(galley, style->space_block);
}
