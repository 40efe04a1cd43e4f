#include "layout/block/table_rows.h"

#include "base/mem.h"
#include "layout/block/lines.h"
#include "layout/par/par.h"

/* Rows higher than this share of the page are made of slices. */
#define ROW_PERCENT 50

struct table_row {
    const struct table *table;
    const struct node *node;
    struct par *cells; /* [columns] */
    uint32_t lines;    /* of the cell with the most */
    unit height;       /* of its lines */
    bool rule_above;   /* the first row of a table without a header */
    unit rule;         /* thickness of the rule below */
};

bool table_is_head(const struct node *row)
{
    return row->parent->kind == NODE_TABLE_HEAD;
}

struct par_params table_cell_params(struct layout *layout, const struct table *table,
                                    const struct node *cell)
{
    const struct style *style = layout->style;
    struct flow flow = flow_turn(layout, &table->flow, cell);
    struct par_params params =
        flow_params(&flow, table_is_head(cell->parent) || cell->u.cell.header ? &style->table_head
                                                                              : &style->table);
    params.overfull_told = table->overfull_told;
    bool numeric =
        cell->u.cell.column < table->columns && table->contents[cell->u.cell.column] == CELL_NUMBER;
    switch (cell->u.cell.align) {
    case NODE_ALIGN_START: params.align = numeric ? PAR_END : PAR_START; break;
    case NODE_ALIGN_CENTRE: params.align = PAR_CENTRE; break;
    case NODE_ALIGN_END: params.align = PAR_END; break;
    }
    /* the end of a cell is that of its table, also where a number in it runs left to right */
    if (flow.rtl != table->flow.rtl && params.align != PAR_CENTRE)
        params.align = params.align == PAR_START ? PAR_END : PAR_START;
    return params;
}

static void set_cells(struct galley *galley, struct table_row *row)
{
    const struct table *table = row->table;
    uint32_t column = 0;
    for (const struct node *cell = row->node->first; cell && column < table->columns;
         cell = cell->next, column++) {
        struct par_params params = table_cell_params(galley->layout, table, cell);
        params.measure = table->widths[column];
        struct par *par = &row->cells[column];
        *par = par_set(galley->layout, cell, &params);
        unit height = par_height(par);
        row->height = height > row->height ? height : row->height;
        row->lines = par->count > row->lines ? par->count : row->lines;
    }
}

static void add_rule(struct galley *galley, const struct table *table, unit thickness, unit y,
                     bool strong)
{
    const struct style *style = galley->layout->style;
    uint32_t colour = strong ? style->brand : style->rule;
    galley_add_item(galley, frame_rule(0, 0, table->flow.measure, thickness, colour), table->flow.x,
                    y);
}

static unit first_baseline(const struct table_row *row)
{
    for (uint32_t i = 0; i < row->table->columns; i++)
        if (row->cells[i].count > 0)
            return row->cells[i].lines[0].baseline;
    return 0;
}

static void place_whole(struct galley *galley, const struct table_row *row)
{
    const struct table *table = row->table;
    unit height = row->height + 2 * table->pad + row->rule;
    galley_add_box(galley, height, table->pad + first_baseline(row));
    for (uint32_t column = 0; column < table->columns; column++)
        block_place_par(galley, &row->cells[column], table->xs[column], table->pad);
    if (row->rule_above)
        add_rule(galley, table, row->rule, 0, false);
    add_rule(galley, table, row->rule, height - row->rule, table_is_head(row->node));
}

static unit slice_height(const struct table_row *row, uint32_t line)
{
    unit height = 0;
    for (uint32_t i = 0; i < row->table->columns; i++)
        if (line < row->cells[i].count && row->cells[i].lines[line].height > height)
            height = row->cells[i].lines[line].height;
    return height;
}

static void place_slices(struct galley *galley, const struct table_row *row)
{
    const struct table *table = row->table;
    size_t begin = galley->count;
    unit carry = galley->carry;
    for (uint32_t line = 0; line < row->lines; line++) {
        bool last = line + 1 == row->lines;
        unit above = line == 0 ? table->pad : 0, height = slice_height(row, line);
        unit below = last ? table->pad + row->rule : 0;
        if (line == 1 || (line > 0 && last))
            galley_keep(galley, GALLEY_WHOLE);
        galley_add_box(galley, above + height + below, above + first_baseline(row));
        galley->carry = carry + table->pad; /* goes on overleaf under the header's rule */
        for (uint32_t column = 0; column < table->columns; column++)
            if (line < row->cells[column].count)
                block_place_line(galley, &row->cells[column].lines[line], table->xs[column], above);
        if (line == 0 && row->rule_above)
            add_rule(galley, table, row->rule, 0, false);
        if (last)
            add_rule(galley, table, row->rule, above + height + table->pad,
                     table_is_head(row->node));
    }
    galley->carry = carry;
    *MEM_PUSH(galley->sliced, galley->sliced_count, galley->sliced_cap) =
        (struct galley_sliced){(uint32_t)begin, (uint32_t)galley->count};
    galley_keep_whole(galley, begin);
}

void table_set_row(struct galley *galley, const struct table *table, const struct node *node,
                   bool rule_above)
{
    const struct style *style = galley->layout->style;
    struct arena *scratch = &galley->layout->scratch;
    struct arena_mark mark = arena_mark_get(scratch);
    struct table_row row = {.table = table,
                            .node = node,
                            .cells = ARENA_ARRAY(scratch, table->columns, struct par),
                            .rule_above = rule_above,
                            .rule = table_is_head(node) ? style->rule_head : style->rule_thin};
    set_cells(galley, &row);
    if (row.lines > 1 && row.height > style->text_height / 100 * ROW_PERCENT)
        place_slices(galley, &row);
    else
        place_whole(galley, &row);
    arena_reset(scratch, mark);
}
