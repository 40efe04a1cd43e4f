#include "layout/block/table_grid.h"

/* The first row of a part of a table or of those after it, or NULL. */
static const struct node *row_from(const struct node *part)
{
    for (; part; part = part->next)
        if (part->first && (part->kind == NODE_TABLE_HEAD || part->kind == NODE_TABLE_BODY))
            return part->first;
    return NULL;
}

const struct node *table_first_row(const struct node *table)
{
    return row_from(table->first);
}

const struct node *table_next_row(const struct node *row)
{
    return row->next ? row->next : row_from(row->parent->next);
}

bool table_is_head(const struct node *row)
{
    return row->parent->kind == NODE_TABLE_HEAD;
}

bool table_is_shown(const struct table *table, const struct node *cell)
{
    uint32_t column = cell->u.cell.column;
    return column == 0 || (column >= table->part->first && column < table->part->end);
}

bool table_is_again(const struct table *table, const struct node *cell)
{
    return cell->u.cell.column < table->part->first;
}

uint32_t table_cell_columns(const struct table *table, const struct node *cell)
{
    uint32_t left = table->columns - cell->u.cell.column;
    uint32_t columns = cell->u.cell.columns > 1 ? cell->u.cell.columns : 1;
    return columns < left ? columns : left;
}

uint32_t table_cell_rows(const struct node *cell)
{
    return cell->u.cell.rows > 1 ? cell->u.cell.rows : 1;
}
