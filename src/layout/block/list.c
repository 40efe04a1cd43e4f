#include "layout/block/list.h"

#include "doc/label.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"
#include "layout/block/sheet.h"
#include "layout/par/par.h"

static const char *const bullets[] = {"\xe2\x80\xa2", "\xe2\x80\x93", "\xe2\x97\xa6",
                                      "\xe2\x96\xaa"}; /* • – ◦ ▪ */
#define BULLET_COUNT (sizeof bullets / sizeof bullets[0])

/* Of the page: a step with a picture that is higher may be broken. */
#define STEP_PERCENT 67

#define BOX_OPEN "\xe2\x98\x90" /* ☐ */
#define BOX_DONE "\xe2\x98\x91" /* ☑ */

static bool has_bullet(const struct node *item)
{
    return !item->parent->u.list.ordered && item->u.item.task == NODE_TASK_NONE;
}

/* How the callout looks that a list stands right in, if its bullets are signs; or NULL. */
static const struct style_callout *signs_of(struct galley *galley, const struct node *list)
{
    const struct node *box = list->parent;
    const struct style_callout *look =
        box->kind == NODE_CALLOUT ? &galley->layout->style->callout[box->u.callout.kind] : NULL;
    return look && look->bullet ? look : NULL;
}

static struct slice sign_or_label(struct galley *galley, const struct node *item,
                                  const struct flow *flow)
{
    const struct style_callout *look = signs_of(galley, item->parent);
    if (has_bullet(item))
        return slice_from(look ? look->bullet : bullets[(size_t)flow->list_depth % BULLET_COUNT]);
    struct arena *arena = &galley->layout->frames->arena;
    const char *box = item->u.item.task == NODE_TASK_DONE ? BOX_DONE : BOX_OPEN;
    if (!item->parent->u.list.ordered)
        return slice_from(box);
    struct slice label = label_text(item, arena);
    bool task = item->u.item.task != NODE_TASK_NONE;
    return task ? slice_from(arena_format(arena, "%.*s %s", SLICE_ARGS(label), box)) : label;
}

static struct par_line set_label(struct galley *galley, const struct node *item,
                                 const struct flow *flow)
{
    struct style_text text = flow->text;
    text.tabular = true;
    const struct style_callout *look = signs_of(galley, item->parent);
    if (has_bullet(item)) {
        text.colour = look ? look->line : galley->layout->style->brand;
        text.face |= FONT_BOLD;
    }
    struct par_line label = par_set_label(galley->layout, sign_or_label(galley, item, flow), &text,
                                          flow->rtl, node_lang(item), item->id);
    if (has_bullet(item) && !look)
        par_centre_label(galley->layout, &text, &label);
    return label;
}

static bool has_task(const struct node *list)
{
    const struct node *item = list->first;
    while (item && item->u.item.task == NODE_TASK_NONE)
        item = item->next;
    return item != NULL;
}

/* The width of the widest label. Of numbers the largest is, where no box stands beside one: digits
 * are as wide as one another. */
static unit widest_label(struct galley *galley, const struct node *list, const struct flow *flow)
{
    bool all = list->u.list.ordered && (list->u.list.numbering != NODE_DECIMAL || has_task(list));
    const struct node *largest = list->first;
    unit widest = 0;
    for (const struct node *item = list->first; item; item = item->next) {
        unit width = all ? set_label(galley, item, flow).width : 0;
        widest = width > widest ? width : widest;
        if (item->u.item.number > largest->u.item.number)
            largest = item;
    }
    return all ? widest : set_label(galley, largest, flow).width;
}

/* Width of the label column: that of the widest label, at least the style's. */
static unit label_column(struct galley *galley, const struct node *list, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    unit column = signs_of(galley, list) ? style->icon_side + style->icon_gap : style->indent_list;
    if (!list->first || has_bullet(list->first))
        return column;
    unit need = widest_label(galley, list, flow) +
                flow->text.size / 10 * galley->layout->style->list_label_gap;
    return need > column ? need : column;
}

/* Numbers and task boxes are set against the text, bullets near the start edge, signs below the
 * middle of their callout's icon. */
static unit label_x(struct galley *galley, const struct node *item, const struct flow *flow,
                    unit column, unit width)
{
    const struct style *style = galley->layout->style;
    unit gap = flow->text.size / 10 * style->list_label_gap;
    unit from_start = column - gap - width;
    if (has_bullet(item))
        from_start = signs_of(galley, item->parent)
                         ? (style->icon_side - width) / 2
                         : flow->text.size / 10 * style->list_bullet_inset;
    return flow_x(flow, from_start, width);
}

/* True if what stands last in an item is set apart from text by more than lines are. */
static bool ends_in_box(const struct node *item)
{
    const struct node *last = item;
    while (last && (last->kind == NODE_ITEM || last->kind == NODE_LIST))
        last = printed_last(last);
    return last &&
           (last->kind == NODE_FIGURE || last->kind == NODE_FIGURES || last->kind == NODE_TABLE ||
            last->kind == NODE_CALLOUT || last->kind == NODE_CODE_BLOCK);
}

static bool has_picture(const struct node *item)
{
    return printed_child(item, NODE_FIGURE) || printed_child(item, NODE_FIGURES);
}

/* A step and its picture stay on one page, all lines of the step if they leave room for others. */
static void keep_step(struct galley *galley, const struct node *item, size_t first)
{
    int64_t room = (int64_t)galley->height * STEP_PERCENT / 100;
    if (has_picture(item) && galley_height(galley, first) <= room)
        galley_keep_whole(galley, first);
}

/* The columns of a list: labels, and pictures beside the text (0: they stand below it). */
struct columns {
    unit label, picture;
};

static void set_item(struct galley *galley, const struct node *item, const struct flow *flow,
                     const struct columns *columns)
{
    struct par_line label = set_label(galley, item, flow);
    galley_wait_label(galley, &label, label_x(galley, item, flow, columns->label, label.width));
    struct flow inner = flow_inset(flow, columns->label, 0);
    inner.list_depth += !item->parent->u.list.ordered;
    inner.gap = item->parent->u.list.tight ? galley->layout->style->space_item : flow->gap;
    size_t first = galley->count;
    struct sheet_row row;
    if (columns->picture > 0 && sheet_row_of(galley, item, &inner, &row)) {
        sheet_set_row(galley, &row, &inner, columns->picture);
        return;
    }
    block_set_children(galley, item, &inner);
    galley_flush_labels(galley);
    keep_step(galley, item, first);
    if (!ends_in_box(item))
        galley_drop_space(galley);
}

void block_set_list(struct galley *galley, const struct node *list, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    struct columns columns = {.label = label_column(galley, list, flow)};
    struct flow inner = flow_inset(flow, columns.label, 0);
    columns.picture = sheet_of_list(galley, list, &inner);
    unit between = list->u.list.tight ? style->space_item : style->space_item_loose;
    for (const struct node *item = printed_first(list); item; item = printed_next(item)) {
        struct flow turned = flow_turn(galley->layout, flow, item);
        set_item(galley, item, &turned, &columns);
        galley_space(galley, between);
        bool edge = item == list->first || item->next == list->last;
        if (item->next && edge && !has_picture(item)) /* its picture is company */
            galley_keep(galley, GALLEY_EDGE_ITEM);
    }
    galley_space(galley, flow->gap);
}
