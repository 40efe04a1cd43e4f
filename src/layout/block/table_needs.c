#include "layout/block/table_needs.h"

#include "layout/block/fill_in.h"
#include "layout/block/table_amount.h"
#include "layout/block/table_cell.h"

static void measure_cell(struct galley *galley, struct table *table, const struct node *cell,
                         unit *least, unit *most)
{
    bool whole = !table->parted && table_cell_columns(table, cell) == 1;
    if (!cell->u.cell.amount || !whole) {
        table_cell_widths(galley, table, cell, least, most);
        return;
    }
    struct par_params params = table_cell_params(galley->layout, table, cell);
    struct table_axis *axis = &table->axes[cell->u.cell.column];
    table_amount_measure(galley->layout, cell, &params, axis);
    *least = *most = axis->left + axis->right;
}

static void count_cell(struct table_needs *needs, const struct node *cell, unit most)
{
    uint32_t column = cell->u.cell.column;
    if (node_is_head_row(cell->parent))
        return;
    bool open = most == 0 || fill_in_ends(cell);
    needs->filled[column] += !open;
    needs->empty[column] += open;
    needs->at_end[column] |= cell->u.cell.align == NODE_ALIGN_END;
}

/* row: the widths of its cells. */
static void take_cell(struct galley *galley, struct table *table, const struct node *cell,
                      struct table_needs *needs, unit *row)
{
    uint32_t column = cell->u.cell.column, span = table_cell_columns(table, cell);
    unit least = 0, most = 0;
    measure_cell(galley, table, cell, &least, &most);
    for (uint32_t i = column; i < column + span; i++) {
        row[i] = most / (unit)span;
        needs->crossed[i] |= i > column;
    }
    needs->spans |= span > 1;
    if (span > 1)
        return;
    count_cell(needs, cell, most);
    if (least > needs->smallest[column])
        needs->smallest[column] = least;
    if (most > needs->largest[column])
        needs->largest[column] = most;
}

void table_needs_measure(struct galley *galley, struct table *table, struct table_needs *out)
{
    struct arena *scratch = &galley->layout->scratch;
    uint32_t columns = table->columns;
    *out = (struct table_needs){
        .smallest = ARENA_ARRAY(scratch, columns, unit),
        .largest = ARENA_ARRAY(scratch, columns, unit),
        .cells = ARENA_ARRAY(scratch, (size_t)table->rows * columns, unit),
        .filled = ARENA_ARRAY(scratch, columns, uint32_t),
        .empty = ARENA_ARRAY(scratch, columns, uint32_t),
        .at_end = ARENA_ARRAY(scratch, columns, bool),
        .crossed = ARENA_ARRAY(scratch, columns, bool),
    };
    table->axes = ARENA_ARRAY(scratch, columns, struct table_axis);
    unit *cells = out->cells;
    for (const struct node *row = node_first_row(table->node); row; row = node_next_row(row)) {
        for (const struct node *cell = row->first; cell; cell = cell->next)
            take_cell(galley, table, cell, out, cells);
        cells += columns;
    }
}

int64_t table_sum(const unit *values, uint32_t count)
{
    int64_t total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += values[i];
    return total;
}

/* Gives so many columns what they need together, each the same. */
static void widen(unit *widths, uint32_t count, int64_t need)
{
    int64_t has = table_sum(widths, count);
    for (uint32_t i = 0; i < count && has < need; i++)
        widths[i] += (unit)((need - has) / count) + 1;
}

void table_needs_add_spans(struct galley *galley, const struct table *table, const unit *gaps,
                           unit *smallest, unit *largest)
{
    for (const struct node *row = node_first_row(table->node); row; row = node_next_row(row))
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            uint32_t column = cell->u.cell.column, span = table_cell_columns(table, cell);
            unit least = 0, most = 0;
            if (span < 2)
                continue;
            int64_t between = table_sum(gaps + column, span - 1);
            table_cell_widths(galley, table, cell, &least, &most);
            widen(smallest + column, span, least - between);
            widen(largest + column, span, most - between);
        }
}
