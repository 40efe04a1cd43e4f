#include "layout/block/table_rows.h"

#include "base/mem.h"
#include "layout/block/lines.h"
#include "layout/par/par.h"

/* Rows higher than this share of the page are made of slices. */
#define ROW_PERCENT 50

struct table_row {
    const struct table *table;
    const struct node *node;
    struct par *cells; /* [columns] in the first column of each */
    uint32_t *tied;    /* [columns] rows that the cell takes up from this one on, 0: none begins */
    uint32_t lines;    /* of the cell with the most */
    unit height;       /* of its lines */
    bool rule_above;   /* the first row of a table without a header */
    unit rule;         /* thickness of the rule below */
};

uint32_t table_tied_rows(const struct node *row)
{
    uint32_t count = 0, tied = 1;
    for (; row && count < tied; row = row->next, count++)
        for (const struct node *cell = row->first; cell; cell = cell->next)
            if (count + table_cell_rows(cell) > tied)
                tied = count + table_cell_rows(cell);
    return count;
}

/* The left edge and the width of so many columns. */
static unit columns_x(const struct table *table, uint32_t column, uint32_t count)
{
    unit first = table->part->xs[column], last = table->part->xs[column + count - 1];
    return first < last ? first : last;
}

static unit columns_width(const struct table *table, uint32_t column, uint32_t count)
{
    unit width = 0;
    for (uint32_t i = column; i < column + count; i++)
        width += table->part->widths[i] + (i + 1 < column + count ? table->part->gaps[i] : 0);
    return width;
}

/* What has been read in the first part is for the eye only. */
void table_hide_lines(struct par *par)
{
    for (uint32_t i = 0; i < par->count; i++) {
        struct par_line *line = &par->lines[i];
        uint32_t kept = 0;
        for (uint32_t j = 0; j < line->count; j++) {
            struct frame_item item = line->items[j];
            item.node = 0;
            item.artifact = FRAME_LAYOUT;
            if (item.kind != FRAME_LINK)
                line->items[kept++] = item;
        }
        line->count = kept;
        line->note_count = 0;
    }
}

static bool holds_picture(const struct par_line *line)
{
    for (uint32_t i = 0; i < line->count; i++)
        if (line->items[i].kind == FRAME_IMAGE)
            return true;
    return false;
}

/* The first lines of a row's cells stand on one baseline, whatever their scripts; beside a picture
 * words stand at its top. */
static void level_cells(const struct table_row *row)
{
    unit baseline = 0;
    for (uint32_t i = 0; i < row->table->columns; i++) {
        const struct par *par = &row->cells[i];
        if (par->count > 0 && !holds_picture(par->lines) && par->lines->baseline > baseline)
            baseline = par->lines->baseline;
    }
    for (uint32_t i = 0; i < row->table->columns; i++) {
        struct par_line *line = row->cells[i].lines;
        if (row->cells[i].count == 0 || holds_picture(line) || line->baseline >= baseline)
            continue;
        unit drop = baseline - line->baseline;
        for (uint32_t j = 0; j < line->count; j++)
            frame_move(&line->items[j], 0, drop);
        line->baseline += drop;
        line->height += drop;
    }
}

static void measure_cells(struct table_row *row)
{
    for (uint32_t i = 0; i < row->table->columns; i++) {
        unit height = par_height(&row->cells[i]);
        if (row->tied[i] == 1 && height > row->height)
            row->height = height;
    }
}

/* most: rows that a cell may take up. */
static void set_cells(struct galley *galley, struct table_row *row, uint32_t most)
{
    const struct table *table = row->table;
    for (const struct node *cell = row->node->first; cell; cell = cell->next) {
        uint32_t column = cell->u.cell.column, rows = table_cell_rows(cell);
        if (column >= table->columns || !table_is_shown(table, cell))
            continue;
        unit width = columns_width(table, column, table_cell_columns(table, cell));
        struct par *par = &row->cells[column];
        *par = table_cell_set(galley, table, cell, width);
        if (table_is_again(table, cell))
            table_hide_lines(par);
        row->tied[column] = rows < most ? rows : most;
        row->lines = par->count > row->lines ? par->count : row->lines;
    }
    level_cells(row);
    measure_cells(row);
}

static void add_rule(struct galley *galley, const struct table *table, unit thickness, unit y,
                     bool strong)
{
    const struct style *style = galley->layout->style;
    uint32_t colour = strong ? style->brand : style->rule;
    galley_add_item(galley, frame_rule(0, 0, table->part->width, thickness, colour), table->part->x,
                    y);
}

static unit first_baseline(const struct table_row *row)
{
    for (uint32_t i = 0; i < row->table->columns; i++)
        if (row->cells[i].count > 0)
            return row->cells[i].lines[0].baseline;
    return 0;
}

static unit row_height(const struct table_row *row)
{
    return row->height + 2 * row->table->pad + row->rule;
}

static void place_cells(struct galley *galley, const struct table_row *row, unit y)
{
    const struct table *table = row->table;
    uint32_t column = 0;
    for (const struct node *cell = row->node->first; cell; cell = cell->next) {
        column = cell->u.cell.column;
        if (column < table->columns && table_is_shown(table, cell))
            block_place_par(galley, &row->cells[column],
                            columns_x(table, column, table_cell_columns(table, cell)),
                            y + table->pad);
    }
}

static void place_whole(struct galley *galley, const struct table_row *row)
{
    const struct table *table = row->table;
    unit height = row_height(row);
    galley_add_box(galley, height, table->pad + first_baseline(row));
    place_cells(galley, row, 0);
    if (row->rule_above)
        add_rule(galley, table, row->rule, 0, false);
    add_rule(galley, table, row->rule, height - row->rule, node_is_head_row(row->node));
}

static unit slice_height(const struct table_row *row, uint32_t line)
{
    unit height = 0;
    for (uint32_t i = 0; i < row->table->columns; i++)
        if (line < row->cells[i].count && row->cells[i].lines[line].height > height)
            height = row->cells[i].lines[line].height;
    return height;
}

static void place_slice(struct galley *galley, const struct table_row *row, uint32_t line, unit y)
{
    const struct table *table = row->table;
    for (const struct node *cell = row->node->first; cell; cell = cell->next) {
        uint32_t column = cell->u.cell.column;
        if (column < table->columns && line < row->cells[column].count)
            block_place_line(galley, &row->cells[column].lines[line],
                             columns_x(table, column, table_cell_columns(table, cell)), y);
    }
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
        place_slice(galley, row, line, above);
        if (line == 0 && row->rule_above)
            add_rule(galley, table, row->rule, 0, false);
        if (last)
            add_rule(galley, table, row->rule, above + height + table->pad,
                     node_is_head_row(row->node));
    }
    galley->carry = carry;
    if (table->part_count == 1)
        galley_read_across(galley, begin);
    galley_keep_whole(galley, begin);
}

/* ---- rows tied together */

static struct table_row start_row(struct galley *galley, const struct table *table,
                                  const struct node *node)
{
    const struct style *style = galley->layout->style;
    struct arena *scratch = &galley->layout->scratch;
    return (struct table_row){.table = table,
                              .node = node,
                              .cells = ARENA_ARRAY(scratch, table->columns, struct par),
                              .tied = ARENA_ARRAY(scratch, table->columns, uint32_t),
                              .rule = node_is_head_row(node) ? style->rule_head : style->rule_thin};
}

/* The last row that a cell takes up grows by what the cell still needs. */
static void fit_tied(struct table_row *rows, uint32_t last)
{
    for (uint32_t first = 0; first < last; first++)
        for (uint32_t column = 0; column < rows[first].table->columns; column++) {
            if (rows[first].tied[column] != last - first + 1)
                continue;
            unit need = par_height(&rows[first].cells[column]) + 2 * rows[first].table->pad;
            for (uint32_t i = first; i <= last; i++)
                need -= i < last ? row_height(&rows[i]) : row_height(&rows[i]) - rows[i].rule;
            rows[last].height += need > 0 ? need : 0;
        }
}

/* True if a cell goes on from a row to the next in this column. */
static bool is_crossed(const struct table_row *rows, uint32_t row, uint32_t column)
{
    for (uint32_t i = 0; i <= row; i++)
        for (const struct node *cell = rows[i].node->first; cell; cell = cell->next) {
            uint32_t start = cell->u.cell.column;
            if (column >= start && start < rows[i].table->columns &&
                column < start + table_cell_columns(rows[i].table, cell) &&
                i + rows[i].tied[start] > row + 1)
                return true;
        }
    return false;
}

/* The rule below a row, left out where a cell goes on: pieces of columns side by side. */
static void add_rule_pieces(struct galley *galley, const struct table_row *rows, uint32_t row,
                            unit y)
{
    const struct table *table = rows[row].table;
    const struct style *style = galley->layout->style;
    uint32_t colour = node_is_head_row(rows[row].node) ? style->brand : style->rule;
    for (uint32_t start = 0, end; start < table->columns; start = end) {
        bool crossed = is_crossed(rows, row, start);
        for (end = start + 1; end < table->columns && is_crossed(rows, row, end) == crossed;)
            end++;
        if (!crossed)
            galley_add_item(
                galley,
                frame_rule(0, 0, columns_width(table, start, end - start), rows[row].rule, colour),
                columns_x(table, start, end - start), y);
    }
}

static void place_tied(struct galley *galley, const struct table_row *rows, uint32_t count)
{
    const struct table *table = rows[0].table;
    unit height = 0, y = 0;
    for (uint32_t i = 0; i < count; i++)
        height += row_height(&rows[i]);
    galley_add_box(galley, height, table->pad + first_baseline(&rows[0]));
    if (rows[0].rule_above)
        add_rule(galley, table, rows[0].rule, 0, false);
    for (uint32_t i = 0; i < count; i++) {
        place_cells(galley, &rows[i], y);
        y += row_height(&rows[i]);
        if (i + 1 < count)
            add_rule_pieces(galley, rows, i, y - rows[i].rule);
        else
            add_rule(galley, table, rows[i].rule, y - rows[i].rule, node_is_head_row(rows[i].node));
    }
}

static void set_row(struct galley *galley, const struct table *table, const struct node *node,
                    bool rule_above)
{
    struct table_row row = start_row(galley, table, node);
    row.rule_above = rule_above;
    set_cells(galley, &row, 1);
    if (row.lines > 1 && row.height > galley->height / 100 * ROW_PERCENT)
        place_slices(galley, &row);
    else
        place_whole(galley, &row);
}

/* False: they are too high for one box. */
static bool set_tied(struct galley *galley, const struct table *table, const struct node *node,
                     uint32_t count, bool rule_above)
{
    struct table_row *rows = ARENA_ARRAY(&galley->layout->scratch, count, struct table_row);
    int64_t height = 0;
    for (uint32_t i = 0; i < count; i++, node = node->next) {
        rows[i] = start_row(galley, table, node);
        set_cells(galley, &rows[i], count);
        fit_tied(rows, i);
        height += row_height(&rows[i]);
        if (height > galley->height / 100 * ROW_PERCENT)
            return false;
    }
    rows[0].rule_above = rule_above;
    place_tied(galley, rows, count);
    return true;
}

void table_set_rows(struct galley *galley, const struct table *table, const struct node *row,
                    uint32_t count, bool rule_above)
{
    struct arena *scratch = &galley->layout->scratch;
    struct arena_mark mark = arena_mark_get(scratch);
    if (count == 1 || !set_tied(galley, table, row, count, rule_above))
        for (uint32_t i = 0; i < count; i++, row = row->next) {
            set_row(galley, table, row, rule_above && i == 0);
            arena_reset(scratch, mark);
        }
    arena_reset(scratch, mark);
}
