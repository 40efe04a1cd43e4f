#include "layout/block/descriptions.h"

#include "layout/block/lines.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"
#include "layout/par/par.h"

/* Descriptions beside their terms hold some 18 letters. */
#define BESIDE_LEAST 8

static struct par_params term_params(const struct flow *flow)
{
    struct par_params params = flow_params(flow, &flow->text);
    params.text.face |= FONT_BOLD;
    return params;
}

/* The width of the terms with their gap, of at most a share of the measure; 0: so little is left
 * beside them that they stand above. */
static unit term_column(struct galley *galley, const struct node *list, const struct flow *flow,
                        int percent)
{
    struct par_params params = term_params(flow);
    unit most = flow->measure / 100 * percent, column = 0;
    unit gap = galley->layout->style->term_gap;
    for (const struct node *entry = printed_first(list); entry; entry = printed_next(entry)) {
        const struct node *term = printed_child(entry, NODE_TERM);
        unit smallest = 0, largest = 0;
        if (term)
            par_widths(galley->layout, term, &params, &smallest, &largest);
        if (largest + gap <= most && largest + gap > column)
            column = largest + gap;
    }
    column = column > 0 ? column : most;
    return flow->measure - column < BESIDE_LEAST * flow->text.size ? 0 : column;
}

/* Beside its description if it fits there, else above it; at the list's start, also where its own
 * words run the other way. */
static void set_term(struct galley *galley, const struct node *term, const struct flow *flow,
                     unit column)
{
    struct flow turned = flow_turn(galley->layout, flow, term);
    struct par_params params = term_params(&turned);
    params.align = turned.rtl == flow->rtl ? PAR_START : PAR_END;
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
        if (child->kind == NODE_TERM) {
            set_term(galley, child, flow, column);
        } else {
            struct flow inner = flow_inset(flow, column, 0);
            inner = flow_turn(galley->layout, &inner, child);
            block_set_children(galley, child, &inner);
        }
    }
    galley_flush_labels(galley);
}

static void set_entries(struct galley *galley, const struct node *first, const struct node *end,
                        const struct flow *flow, unit column)
{
    for (const struct node *entry = first; entry != end; entry = printed_next(entry)) {
        set_entry(galley, entry, flow, column);
        galley_drop_space(galley);
        galley_space(galley, flow->gap);
    }
}

static void set_description_list(struct galley *galley, const struct node *list,
                                 const struct flow *flow)
{
    int percent = galley->layout->style->term_percent;
    set_entries(galley, printed_first(list), NULL, flow, term_column(galley, list, flow, percent));
}

/* ---- two columns */

#define COLUMNS_SAVE 2  /* lines, or it stays one column */
#define COLUMN_TERMS 55 /* percent of a column */

static const struct node *find_middle(const struct node *list)
{
    size_t count = 0;
    for (const struct node *entry = printed_first(list); entry; entry = printed_next(entry))
        count++;
    const struct node *middle = printed_first(list);
    for (size_t i = 0; i < (count + 1) / 2; i++)
        middle = printed_next(middle);
    return middle;
}

/* Entries in a galley of their own, which has the footnotes of the other. */
static void set_aside(struct galley *galley, struct galley *aside, const struct node *first,
                      const struct node *end, const struct flow *flow)
{
    galley_init(aside, galley->layout, galley->foot);
    set_entries(aside, first, end, flow, term_column(galley, first->parent, flow, COLUMN_TERMS));
}

static void place_aside(struct galley *galley, const struct galley *aside)
{
    unit y = 0;
    for (size_t i = 0; i < aside->count; i++) {
        size_t end = i + 1 < aside->count ? aside->first_piece[i + 1] : aside->piece_count;
        for (size_t p = aside->first_piece[i]; p < end; p++) {
            const struct galley_piece *piece = &aside->pieces[p];
            galley_add_piece(galley, piece->items, piece->count, piece->x, y + piece->y);
        }
        y += aside->items[i].kind == PAGEBREAK_PENALTY ? 0 : aside->items[i].height;
    }
}

/* Sets a list in two columns that are one box; false where that saves no room. */
static bool set_columns(struct galley *galley, const struct node *list, const struct flow *flow)
{
    const struct node *middle = find_middle(list);
    unit gap = galley->layout->style->term_gap, width = (flow->measure - gap) / 2;
    if (!middle || !galley->foot)
        return false;
    struct flow start = flow_inset(flow, 0, width + gap), end = flow_inset(flow, width + gap, 0);
    struct galley whole, first, second;
    set_aside(galley, &whole, printed_first(list), NULL, flow);
    set_aside(galley, &first, printed_first(list), middle, &start);
    set_aside(galley, &second, middle, NULL, &end);
    int64_t height = galley_height(&first, 0), other = galley_height(&second, 0);
    height = other > height ? other : height;
    bool saves = height + COLUMNS_SAVE * flow->text.leading <= galley_height(&whole, 0) &&
                 height <= galley->height / 2;
    if (saves) {
        galley_add_box(galley, (unit)height, -1);
        place_aside(galley, &first);
        place_aside(galley, &second);
    }
    galley_free(&whole);
    galley_free(&first);
    galley_free(&second);
    return saves;
}

void block_set_descriptions(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    bool in_contact = node->parent->kind == NODE_CONTACT;
    bool own_words = node->kind == NODE_DESCRIPTION_LIST && node->parent->kind != NODE_ABOUT;
    struct flow inner = own_words ? *flow : flow_aside(flow, &style->about, style->space_aside);
    bool columns = style->compact && !own_words && node->kind == NODE_DESCRIPTION_LIST;
    if (node->kind == NODE_DESCRIPTION_LIST && !(columns && set_columns(galley, node, &inner)))
        set_description_list(galley, node, &inner);
    if (node->kind != NODE_DESCRIPTION_LIST)
        block_set_children(galley, node, &inner);
    galley_space(galley, in_contact ? flow->gap : style->space_block);
}
