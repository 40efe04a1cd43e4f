#include "layout/block/table_list.h"

#include "layout/block/lines.h"
#include "layout/block/table_rows.h"
#include "layout/par/par.h"

/* Headers stand beside the cells where they take up no more than this part of the measure. */
#define LABELS_PERCENT 45

struct table_list {
    const struct table *table;
    const struct node *head;
    unit label_width, value_width;
    unit label_x, value_x;
    bool beside; /* the headers stand beside the cells, else above them */
    bool again;  /* they were shown before */
};

static const struct node *cell_of(const struct node *row, uint32_t column)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        if (cell->u.cell.column == column)
            return cell;
    return NULL;
}

static bool is_plain(const struct table *table)
{
    uint32_t heads = 0;
    for (const struct node *row = node_first_row(table->node); row; row = node_next_row(row)) {
        heads += node_is_head_row(row);
        for (const struct node *cell = row->first; cell; cell = cell->next)
            if (table_cell_rows(cell) > 1 || table_cell_columns(table, cell) > 1)
                return false;
    }
    return heads == 1 && node_is_head_row(node_first_row(table->node)) && table->body_rows > 0 &&
           table->columns > 1;
}

/* The width of the headers on one line, and what the longest words of all cells need. */
static void measure(struct galley *galley, const struct table *table, unit *labels, unit *word,
                    unit *value)
{
    *labels = *word = *value = 0;
    for (const struct node *row = node_first_row(table->node); row; row = node_next_row(row))
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            unit least = 0, most = 0;
            table_cell_widths(galley, table, cell, &least, &most);
            unit *widest = node_is_head_row(row) ? word : value;
            *widest = least > *widest ? least : *widest;
            if (node_is_head_row(row) && most > *labels)
                *labels = most;
        }
}

/* False: there is no room for every word. */
static bool share(struct galley *galley, const struct table *table, struct table_list *out)
{
    const struct flow *flow = &table->flow;
    unit gap = galley->layout->style->table_cell_pad_x, labels, word, value;
    measure(galley, table, &labels, &word, &value);
    unit rest = flow->measure - labels - gap;
    *out = (struct table_list){.table = table, .head = node_first_row(table->node)};
    out->beside = labels <= flow->measure * LABELS_PERCENT / 100 && value <= rest;
    out->label_width = out->beside ? labels : flow->measure;
    out->value_width = out->beside ? rest : flow->measure;
    out->label_x = flow->x + (flow->rtl ? flow->measure - out->label_width : 0);
    out->value_x = flow->x + (flow->rtl ? 0 : flow->measure - out->value_width);
    return word <= flow->measure && value <= flow->measure;
}

bool table_list_can(struct galley *galley, const struct table *table)
{
    struct table_list list;
    return is_plain(table) && share(galley, table, &list);
}

/* Two paragraphs side by side, a box for each line so that the row can go on overleaf. */
static void place_beside(struct galley *galley, const struct table_list *list,
                         const struct par *label, const struct par *value, unit above)
{
    uint32_t count = label->count > value->count ? label->count : value->count;
    for (uint32_t i = 0; i < count; i++, above = 0) {
        const struct par_line *left = i < label->count ? &label->lines[i] : NULL;
        const struct par_line *right = i < value->count ? &value->lines[i] : NULL;
        const struct par_line *tall =
            !right || (left && left->height > right->height) ? left : right;
        galley_add_box(galley, above + tall->height, above + tall->baseline);
        if (left)
            block_place_line(galley, left, list->label_x, above);
        if (right)
            block_place_line(galley, right, list->value_x, above);
    }
}

static void set_pair(struct galley *galley, const struct table_list *list, const struct node *cell,
                     unit above)
{
    const struct table *table = list->table;
    const struct node *head = cell_of(list->head, cell->u.cell.column);
    const struct par none = {0};
    struct par label = none, value = table_cell_set(galley, table, cell, list->value_width);
    if (head)
        label = table_cell_set(galley, table, head, list->label_width);
    if (list->again)
        table_hide_lines(&label);
    if (list->beside) {
        place_beside(galley, list, &label, &value, above);
        return;
    }
    place_beside(galley, list, &label, &none, above);
    if (label.count > 0)
        galley_keep(galley, PAGEBREAK_FORBID);
    place_beside(galley, list, &none, &value, label.count > 0 ? 0 : above);
}

/* A rule across the measure in a box of its own, which no page end parts from what is above. */
static void add_rule(struct galley *galley, const struct table *table, unit above, bool strong)
{
    const struct style *style = galley->layout->style;
    unit thickness = strong ? style->rule_head : style->rule_thin;
    galley_add_box(galley, above + thickness, -1);
    galley_add_item(
        galley,
        frame_rule(0, 0, table->flow.measure, thickness, strong ? style->brand : style->rule),
        table->flow.x, above);
}

static void set_row(struct galley *galley, const struct table_list *list, const struct node *row)
{
    unit pad = list->table->pad;
    size_t begin = galley->count;
    for (const struct node *cell = row->first; cell; cell = cell->next) {
        set_pair(galley, list, cell, cell == row->first ? pad : pad / 2);
        if (cell == row->first)
            galley_keep(galley, PAGEBREAK_FORBID);
    }
    galley_keep(galley, PAGEBREAK_FORBID);
    add_rule(galley, list->table, pad, false);
    galley_keep_whole(galley, begin);
}

void table_list_set(struct galley *galley, const struct table *table)
{
    struct table_list list;
    size_t begin = galley->count;
    share(galley, table, &list);
    add_rule(galley, table, 0, true);
    galley_keep(galley, PAGEBREAK_FORBID);
    for (const struct node *row = node_next_row(list.head); row; row = node_next_row(row)) {
        set_row(galley, &list, row);
        list.again = true;
    }
    galley_read_across(galley, begin);
}
