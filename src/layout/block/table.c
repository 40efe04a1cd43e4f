#include "layout/block/table.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "layout/block/lines.h"
#include "layout/block/printed.h"
#include "layout/block/table_columns.h"
#include "layout/block/table_rows.h"
#include "layout/par/par.h"

/* Paddings that are tried when the columns do not fit, in percent of the style's. */
static const int gap_percents[] = {100, 60, 35};

/* A column below this, in parts of the text size, holds no words: the table is too wide. */
#define COLUMN_LEAST_EMS 2

/* Header rows higher than this share of the page are not repeated. */
#define HEAD_PERCENT 40

/* The first row of a part of a table or of those after it, or NULL. */
static const struct node *row_from(const struct node *part)
{
    for (; part; part = part->next)
        if (part->first && (part->kind == NODE_TABLE_HEAD || part->kind == NODE_TABLE_BODY))
            return part->first;
    return NULL;
}

static const struct node *first_row(const struct node *table)
{
    return row_from(table->first);
}

/* Steps through the rows of all parts of a table. */
static const struct node *next_row(const struct node *row)
{
    return row->next ? row->next : row_from(row->parent->next);
}

/* ---- numbers ---- */

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9);
}

/* Signs, separators and currencies that stand in numbers: + - – − . , ' space % ° < > ~ £ $ € … */
static bool is_number_sign(uint32_t c)
{
    static const uint32_t signs[] = {
        '+',  '-',   0x2013, 0x2212, '.',  ',', '\'', 0x2019, ' ',    0xa0,   0x202f, 0x2009,
        '%',  0x66a, 0x66b,  0x66c,  0xb0, '<', '>',  '~',    0x2248, 0x2264, 0x2265, 0xb1,
        0xa3, '$',   0x20ac, 0xa5,   '/',  '(', ')',  0x200e, 0x200f, 0x61c};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (signs[i] == c)
            return true;
    return false;
}

static enum cell_content classify(struct galley *galley, const struct node *cell)
{
    struct arena *scratch = &galley->layout->scratch;
    struct arena_mark mark = arena_mark_get(scratch);
    struct slice text = slice_trim(node_text(cell, NODE_MEDIA_PRINT, scratch));
    enum cell_content content = CELL_EMPTY;
    for (size_t i = 0; i < text.len && content != CELL_WORDS;) {
        uint32_t c = utf8_next(text, &i);
        if (is_digit(c))
            content = CELL_NUMBER;
        else if (!is_number_sign(c))
            content = CELL_WORDS;
    }
    arena_reset(scratch, mark);
    return content;
}

static void find_numbers(struct galley *galley, struct table *table)
{
    for (const struct node *row = first_row(table->node); row; row = next_row(row)) {
        if (table_is_head(row))
            continue;
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            if (table_cell_columns(table, cell) > 1)
                continue;
            enum cell_content *most = &table->contents[cell->u.cell.column];
            enum cell_content own = *most == CELL_WORDS ? CELL_WORDS : classify(galley, cell);
            *most = own > *most ? own : *most;
        }
    }
}

/* ---- columns ---- */

/* What the cells of one column need, and one line of each as a share of its columns. */
static void measure_cells(struct galley *galley, const struct table *table, unit *smallest,
                          unit *largest, unit *cells)
{
    for (const struct node *row = first_row(table->node); row; row = next_row(row)) {
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            uint32_t column = cell->u.cell.column, span = table_cell_columns(table, cell);
            unit least = 0, most = 0;
            table_cell_widths(galley, table, cell, &least, &most);
            for (uint32_t i = column; i < column + span; i++)
                cells[i] = most / (unit)span;
            if (span > 1)
                continue;
            smallest[column] = least > smallest[column] ? least : smallest[column];
            largest[column] = most > largest[column] ? most : largest[column];
        }
        cells += table->columns;
    }
}

/* Gives so many columns what they need together, each the same. */
static void widen(unit *widths, uint32_t count, unit need)
{
    int64_t has = 0;
    for (uint32_t i = 0; i < count; i++)
        has += widths[i];
    for (uint32_t i = 0; i < count && has < need; i++)
        widths[i] += (unit)((need - has) / count) + 1;
}

/* What cells that span columns need of them. */
static void measure_spans(struct galley *galley, const struct table *table, unit *smallest,
                          unit *largest)
{
    for (const struct node *row = first_row(table->node); row; row = next_row(row))
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            uint32_t column = cell->u.cell.column, span = table_cell_columns(table, cell);
            unit least = 0, most = 0, gaps = table->gap * (unit)(span - 1);
            if (span < 2)
                continue;
            table_cell_widths(galley, table, cell, &least, &most);
            widen(smallest + column, span, least - gaps);
            widen(largest + column, span, most - gaps);
        }
}

/* One message for all the words that are broken in several columns; of a single column each word
 * is told. */
static void report_too_wide(struct galley *galley, struct table *table, const unit *smallest)
{
    unit least = COLUMN_LEAST_EMS * table->flow.text.size;
    uint32_t narrow = 0, hopeless = 0;
    for (uint32_t i = 0; i < table->columns; i++) {
        narrow += table->widths[i] < smallest[i];
        hopeless += table->widths[i] < smallest[i] && table->widths[i] < least;
    }
    table->overfull_told = narrow > 1;
    if (hopeless > 0)
        diag_add(galley->layout->diags, DIAG_CODE_BLOCK_OVERFULL, table->node->span,
                 "use fewer columns, or set the rows as a list",
                 "a table of %u columns does not fit the page's width", table->columns);
    else if (narrow > 1)
        diag_add(galley->layout->diags, DIAG_CODE_TABLE_OVERFULL, table->node->span,
                 "use fewer columns or shorter words, make two tables of it, or set the rows as a "
                 "list",
                 "the table is too wide for the page: words are broken in %u of its %u columns",
                 narrow, table->columns);
}

/* False: the columns do not fit, and words must break. */
static bool share_width(struct galley *galley, struct table *table, unit *smallest)
{
    struct arena *scratch = &galley->layout->scratch;
    const struct style *style = galley->layout->style;
    unit *largest = ARENA_ARRAY(scratch, table->columns, unit);
    unit *cells = ARENA_ARRAY(scratch, (size_t)table->rows * table->columns, unit);
    memset(smallest, 0, table->columns * sizeof *smallest);
    table->gap = style->table_cell_pad_x;
    measure_cells(galley, table, smallest, largest, cells);
    measure_spans(galley, table, smallest, largest);
    bool fits = false;
    for (size_t i = 0; i < sizeof gap_percents / sizeof gap_percents[0] && !fits; i++) {
        table->gap = style->table_cell_pad_x * gap_percents[i] / 100;
        int64_t room = table->flow.measure - (int64_t)table->gap * (table->columns - 1);
        struct table_columns columns = {
            table->columns, smallest,
            largest,        cells,
            table->rows,    (unit)(room > (int64_t)table->columns ? room : table->columns)};
        fits = table_columns_share(&columns, table->widths);
    }
    return fits;
}

/* One message for all that is parted in the cells; whole: what each column needs to part none. */
static void report_parted(struct galley *galley, struct table *table, const unit *whole)
{
    uint32_t narrow = 0;
    for (uint32_t i = 0; i < table->columns; i++)
        narrow += table->widths[i] < whole[i];
    table->overfull_told = true;
    diag_add(galley->layout->diags, DIAG_CODE_WORDS_PARTED, table->node->span,
             "use fewer columns or shorter words, or make two tables of it",
             "the table is too wide for the page: what belongs together, such as a number and its "
             "unit, is parted in %u of its %u columns",
             narrow, table->columns);
}

/* Before a word is broken, cells may part what belongs together. */
static void choose_widths(struct galley *galley, struct table *table)
{
    unit *whole = ARENA_ARRAY(&galley->layout->scratch, table->columns, unit);
    unit *smallest = ARENA_ARRAY(&galley->layout->scratch, table->columns, unit);
    table->parts = false;
    if (share_width(galley, table, whole))
        return;
    table->parts = true;
    if (share_width(galley, table, smallest))
        report_parted(galley, table, whole);
    else
        report_too_wide(galley, table, smallest);
}

static void place_columns(struct table *table)
{
    unit offset = 0;
    for (uint32_t i = 0; i < table->columns; i++) {
        table->xs[i] = flow_x(&table->flow, offset, table->widths[i]);
        offset += table->widths[i] + table->gap;
    }
}

/* ---- the whole ---- */

static void set_caption(struct galley *galley, const struct node *caption, const struct flow *flow)
{
    struct flow inner = flow_turn(galley->layout, flow, caption);
    inner.text = galley->layout->style->caption;
    inner.justified = false;
    block_set_inline(galley, caption, &inner);
    galley_space(galley, galley->layout->style->table_caption_gap);
    galley_keep(galley, PAGEBREAK_FORBID);
}

/* Header rows that are repeated at the top of every page on which the table goes on. */
static void open_head(struct galley *galley, size_t first)
{
    first = galley_first_box(galley, first);
    int64_t height = galley_height(galley, first);
    if (first == galley->count || height > galley->layout->style->text_height / 100 * HEAD_PERCENT)
        return;
    *MEM_PUSH(galley->heads, galley->head_count, galley->head_cap) =
        (struct galley_head){(uint32_t)first, (uint32_t)galley->count, (unit)height, galley->carry};
    galley->head = (uint32_t)galley->head_count;
}

static const struct node *skip_rows(const struct node *row, uint32_t count)
{
    while (row && count-- > 0)
        row = next_row(row);
    return row;
}

static void set_rows(struct galley *galley, const struct table *table)
{
    bool was_header = false;
    uint32_t done = 0, count;
    size_t head_first = galley->count;
    for (const struct node *row = first_row(table->node); row; row = skip_rows(row, count)) {
        count = table_tied_rows(row);
        if (table_is_head(row)) {
            table_set_rows(galley, table, row, count, false);
            galley_keep(galley, PAGEBREAK_FORBID);
            was_header = true;
            continue;
        }
        if (done == 0 && was_header)
            open_head(galley, head_first);
        if (done == 1 || done + count == table->body_rows)
            galley_keep(galley, GALLEY_EDGE_ROW);
        table_set_rows(galley, table, row, count, done == 0 && !was_header);
        done += count;
    }
    galley->head = 0;
}

static void count_cells(struct table *table)
{
    for (const struct node *row = first_row(table->node); row; row = next_row(row)) {
        for (const struct node *cell = row->first; cell; cell = cell->next)
            if (cell->u.cell.column + 1 > table->columns)
                table->columns = cell->u.cell.column + 1;
        table->rows++;
        table->body_rows += !table_is_head(row);
    }
}

void block_set_table(struct galley *galley, const struct node *node, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    struct arena *scratch = &galley->layout->scratch;
    struct arena_mark mark = arena_mark_get(scratch);
    struct table table = {.node = node, .flow = *flow, .pad = style->table_cell_pad_y};
    table.flow.text = style->table;
    table.flow.justified = false;
    table.columns = node->u.table.columns;
    count_cells(&table);
    galley_space(galley, style->space_block);
    const struct node *caption = printed_child(node, NODE_CAPTION);
    if (caption)
        set_caption(galley, caption, flow);
    if (table.columns > 0) {
        table.widths = ARENA_ARRAY(scratch, table.columns, unit);
        table.xs = ARENA_ARRAY(scratch, table.columns, unit);
        table.contents = ARENA_ARRAY(scratch, table.columns, enum cell_content);
        find_numbers(galley, &table);
        choose_widths(galley, &table);
        place_columns(&table);
        set_rows(galley, &table);
    }
    galley_space(galley, style->space_block);
    arena_reset(scratch, mark);
}
