/* A table is as wide as its content asks: columns whose cells all stand on one line are no wider
 * than these, and what is left goes into the gaps, up to a limit. Where cells must go on to further
 * lines the columns share the measure. Where words would have to be broken, each of these is tried
 * in turn: narrower gaps, wider than the measure into the margins, smaller type. */
#include "layout/block/table_fit.h"

#include <string.h>

#include "layout/block/table_amount.h"
#include "layout/block/table_columns.h"
#include "layout/par/par.h"

/* The gap before a column whose words begin where those of the one before end, in percent. */
#define MEETING_PERCENT 150

/* Gaps grow up to so much where that fills the measure, else to less, in percent. */
#define FILLING_PERCENT 200
#define ROOMY_PERCENT   150

/* How near a wide table may come to the page's edge: most printers reach that far. */
#define EDGE UNIT_MM(15)

/* Type gets smaller by no more than this, in percent, and never below the style's smallest. */
#define SMALL_PERCENT 85

/* A column below this, in parts of the text size, holds no words: the table is too wide. */
#define COLUMN_LEAST_EMS 2

/* What is tried in turn. */
static const struct attempt {
    int gap; /* percent of the style's */
    bool wide, small;
} attempts[] = {{100, false, false}, {60, false, false}, {100, true, false},
                {60, true, false},   {60, true, true},   {50, true, true}};

struct fit {
    struct galley *galley;
    struct table *table;
    unit *smallest, *largest; /* [columns] of cells in one column */
    unit *least, *most;       /* [columns] and what cells in several need of each */
    unit *cells;              /* [rows * columns] on one line, as a share of the cell's columns */
    uint32_t *filled, *empty; /* [columns] cells of the body */
    bool *at_end;             /* [columns] words or amounts end where the column does */
    bool spans;               /* some cell is in several columns */
};

/* ---- what cells need */

static void measure_cell(struct fit *fit, const struct node *cell, unit *least, unit *most)
{
    struct table *table = fit->table;
    uint32_t column = cell->u.cell.column;
    if (cell->u.cell.amount && table->axes && table_cell_columns(table, cell) == 1) {
        struct par_params params = table_cell_params(fit->galley->layout, table, cell);
        struct table_axis *axis = &table->axes[column];
        table_amount_measure(fit->galley->layout, cell, &params, axis);
        *least = *most = axis->left + axis->right;
        return;
    }
    table_cell_widths(fit->galley, table, cell, least, most);
}

static void count_cell(struct fit *fit, const struct node *cell, unit most)
{
    uint32_t column = cell->u.cell.column;
    if (table_is_head(cell->parent))
        return;
    fit->filled[column] += most > 0;
    fit->empty[column] += most == 0;
    fit->at_end[column] |= cell->u.cell.align == NODE_ALIGN_END;
}

static void measure_cells(struct fit *fit)
{
    const struct table *table = fit->table;
    unit *cells = fit->cells;
    for (const struct node *row = table_first_row(table->node); row; row = table_next_row(row)) {
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            uint32_t column = cell->u.cell.column, span = table_cell_columns(table, cell);
            unit least = 0, most = 0;
            measure_cell(fit, cell, &least, &most);
            for (uint32_t i = column; i < column + span; i++)
                cells[i] = most / (unit)span;
            fit->spans |= span > 1;
            if (span > 1)
                continue;
            count_cell(fit, cell, most);
            if (least > fit->smallest[column])
                fit->smallest[column] = least;
            if (most > fit->largest[column])
                fit->largest[column] = most;
        }
        cells += table->columns;
    }
}

static void measure(struct fit *fit)
{
    struct table *table = fit->table;
    struct arena *scratch = &fit->galley->layout->scratch;
    fit->smallest = ARENA_ARRAY(scratch, table->columns, unit);
    fit->largest = ARENA_ARRAY(scratch, table->columns, unit);
    fit->least = ARENA_ARRAY(scratch, table->columns, unit);
    fit->most = ARENA_ARRAY(scratch, table->columns, unit);
    fit->cells = ARENA_ARRAY(scratch, (size_t)table->rows * table->columns, unit);
    fit->filled = ARENA_ARRAY(scratch, table->columns, uint32_t);
    fit->empty = ARENA_ARRAY(scratch, table->columns, uint32_t);
    fit->at_end = ARENA_ARRAY(scratch, table->columns, bool);
    table->axes = ARENA_ARRAY(scratch, table->columns, struct table_axis);
    measure_cells(fit);
}

/* Gives so many columns what they need together, each the same. */
static void widen(unit *widths, uint32_t count, int64_t need)
{
    int64_t has = 0;
    for (uint32_t i = 0; i < count; i++)
        has += widths[i];
    for (uint32_t i = 0; i < count && has < need; i++)
        widths[i] += (unit)((need - has) / count) + 1;
}

static int64_t sum(const unit *values, uint32_t count)
{
    int64_t total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += values[i];
    return total;
}

/* What cells that span columns need of them. */
static void measure_spans(struct fit *fit)
{
    const struct table *table = fit->table;
    for (const struct node *row = table_first_row(table->node); row; row = table_next_row(row))
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            uint32_t column = cell->u.cell.column, span = table_cell_columns(table, cell);
            unit least = 0, most = 0;
            if (span < 2)
                continue;
            int64_t gaps = sum(table->gaps + column, span - 1);
            table_cell_widths(fit->galley, table, cell, &least, &most);
            widen(fit->least + column, span, least - gaps);
            widen(fit->most + column, span, most - gaps);
        }
}

/* ---- one try */

static void set_gaps(struct fit *fit, int percent)
{
    struct table *table = fit->table;
    unit gap = fit->galley->layout->style->table_cell_pad_x * percent / 100;
    for (uint32_t i = 0; i + 1 < table->columns; i++) {
        bool meet = fit->at_end[i] && !fit->at_end[i + 1];
        table->gaps[i] = meet ? gap * MEETING_PERCENT / 100 : gap;
    }
}

/* False: words must be broken. */
static bool try_widths(struct fit *fit, int64_t room, int percent)
{
    struct table *table = fit->table;
    uint32_t count = table->columns;
    set_gaps(fit, percent);
    memcpy(fit->least, fit->smallest, count * sizeof *fit->least);
    memcpy(fit->most, fit->largest, count * sizeof *fit->most);
    if (fit->spans)
        measure_spans(fit);
    room -= sum(table->gaps, count - 1);
    struct table_columns columns = {count,       fit->least,
                                    fit->most,   fit->cells,
                                    table->rows, (unit)(room > (int64_t)count ? room : count)};
    return table_columns_share(&columns, table->widths);
}

static unit shrink(unit value, unit size, unit smaller)
{
    return (unit)((int64_t)value * smaller / size);
}

/* Smaller type for all cells, measured anew. */
static void make_small(struct fit *fit)
{
    struct table *table = fit->table;
    unit size = table->text.size, smaller = (unit)((int64_t)size * SMALL_PERCENT / 100);
    unit smallest = fit->galley->layout->style->smallest;
    smaller = smaller > smallest ? smaller : smallest;
    if (smaller >= size)
        return;
    table->text.leading = shrink(table->text.leading, size, smaller);
    table->head.leading = shrink(table->head.leading, size, smaller);
    table->text.size = table->head.size = smaller;
    measure(fit);
}

/* The measure, and how wide a table that stands in the page's own column may be. */
static unit room_of(const struct fit *fit, bool wide)
{
    const struct style *style = fit->galley->layout->style;
    const struct flow *flow = &fit->table->flow;
    bool own = flow->x == 0 && flow->measure == style->measure;
    if (!wide || !own || style->margin_side <= EDGE)
        return flow->measure;
    return style->page_width - 2 * EDGE;
}

/* True if some try differs from those before it. */
static bool is_of_use(const struct fit *fit, const struct attempt *attempt)
{
    return !attempt->wide || attempt->small || room_of(fit, true) > fit->table->flow.measure;
}

static bool try_all(struct fit *fit)
{
    bool small = false;
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        if (!is_of_use(fit, &attempts[i]))
            continue;
        if (attempts[i].small && !small)
            make_small(fit);
        small |= attempts[i].small;
        if (try_widths(fit, room_of(fit, attempts[i].wide), attempts[i].gap))
            return true;
    }
    return false;
}

/* ---- the whole */

/* A column to write in: most of its cells are empty. */
static bool is_open(const struct fit *fit, uint32_t column)
{
    return fit->empty[column] > fit->filled[column];
}

/* What is left of the measure goes to columns to write in, or into the gaps. */
static void share_rest(struct fit *fit)
{
    struct table *table = fit->table;
    uint32_t count = table->columns, open = 0;
    int64_t used = sum(table->widths, count) + sum(table->gaps, count - 1);
    int64_t left = table->flow.measure - used;
    for (uint32_t i = 0; i < count; i++)
        open += is_open(fit, i);
    if (left <= 0 || (open == 0 && count == 1))
        return;
    unit pad = fit->galley->layout->style->table_cell_pad_x,
         more = (unit)(left / (open ? open : count - 1));
    if (open == 0 && more > pad * (FILLING_PERCENT - 100) / 100)
        more = pad * (ROOMY_PERCENT - 100) / 100;
    for (uint32_t i = 0; i < count; i++)
        if (open > 0)
            table->widths[i] += is_open(fit, i) ? more : 0;
        else if (i + 1 < count)
            table->gaps[i] += more;
}

static void place_columns(struct table *table)
{
    const struct flow *flow = &table->flow;
    uint32_t count = table->columns;
    unit offset = 0;
    table->width = (unit)(sum(table->widths, count) + sum(table->gaps, count - 1));
    bool fits = table->width <= flow->measure;
    table->x = fits ? flow_x(flow, 0, table->width) : flow->x - (table->width - flow->measure) / 2;
    for (uint32_t i = 0; i < count; i++) {
        unit width = table->widths[i];
        table->xs[i] = table->x + (flow->rtl ? table->width - offset - width : offset);
        offset += width + table->gaps[i];
    }
}

/* One message for all the words that are broken in several columns; of a single column each word
 * is told. */
static void report_too_wide(struct fit *fit)
{
    struct table *table = fit->table;
    unit least = COLUMN_LEAST_EMS * table->text.size;
    uint32_t narrow = 0, hopeless = 0;
    for (uint32_t i = 0; i < table->columns; i++) {
        narrow += table->widths[i] < fit->least[i];
        hopeless += table->widths[i] < fit->least[i] && table->widths[i] < least;
    }
    table->overfull_told = narrow > 1;
    if (hopeless > 0)
        diag_add(fit->galley->layout->diags, DIAG_CODE_BLOCK_OVERFULL, table->node->span,
                 "use fewer columns, or set the rows as a list",
                 "a table of %u columns does not fit the page's width", table->columns);
    else if (narrow > 1)
        diag_add(fit->galley->layout->diags, DIAG_CODE_TABLE_OVERFULL, table->node->span,
                 "use fewer columns or shorter words, make two tables of it, or set the rows as a "
                 "list",
                 "the table is too wide for the page: words are broken in %u of its %u columns",
                 narrow, table->columns);
}

/* Nothing fits: words are broken, in type of the usual size. */
static void break_words(struct fit *fit)
{
    const struct attempt *widest = &attempts[3];
    fit->table->text = fit->galley->layout->style->table;
    fit->table->head = fit->galley->layout->style->table_head;
    measure(fit);
    try_widths(fit, room_of(fit, widest->wide), widest->gap);
    report_too_wide(fit);
}

void table_fit(struct galley *galley, struct table *table)
{
    struct fit fit = {.galley = galley, .table = table};
    table->text = galley->layout->style->table;
    table->head = galley->layout->style->table_head;
    measure(&fit);
    if (try_all(&fit))
        share_rest(&fit);
    else
        break_words(&fit);
    place_columns(table);
}
