#include "layout/block/table_grid.h"

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
