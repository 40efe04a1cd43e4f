/* A table is as wide as its content asks: columns whose cells all stand on one line are no wider
 * than these, and what is left goes into the gaps, up to a limit. Where cells must go on to further
 * lines the columns share the measure. Where words would have to be broken, each of these is tried
 * in turn: narrower gaps; wider than the measure into the margins; smaller type; a page turned on
 * its side; parts with the first column before each; words hyphenated by the dictionary of their
 * language; the same with what belongs together parted in the cells; each row as a small list. */
#include "layout/block/table_fit.h"

#include <string.h>

#include "layout/block/table_columns.h"
#include "layout/block/table_list.h"
#include "layout/block/table_needs.h"

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

/* A table of fewer columns is too wide for a long word: no reason to turn the page. */
#define TURNED_COLUMNS 4

/* What is tried in turn. */
struct attempt {
    int gap; /* percent of the style's */
    bool wide, small;
};
static const struct attempt attempts[] = {{100, false, false}, {60, false, false},
                                          {100, true, false},  {60, true, false},
                                          {60, true, true},    {50, true, true}};
static const struct attempt plain = {100, false, false}, widest = {60, true, false};

struct fit {
    struct galley *galley;
    struct table *table;
    const struct style *style; /* of the page it stands on */
    struct table_needs needs;
    unit *least, *most; /* [columns] with what cells in several columns need */
    unit *gaps;         /* [columns] */
};

static void measure(struct fit *fit)
{
    table_needs_measure(fit->galley, fit->table, &fit->needs);
}

/* ---- one try */

/* The gap between two columns side by side. */
static unit gap_between(const struct fit *fit, uint32_t left, uint32_t right, int percent)
{
    unit gap = fit->galley->layout->style->table_cell_pad_x * percent / 100;
    bool meet = fit->needs.at_end[left] && !fit->needs.at_end[right];
    return meet ? gap * MEETING_PERCENT / 100 : gap;
}

/* What all columns need beside gaps of so many percent. */
static void add_spans(struct fit *fit, int percent)
{
    uint32_t count = fit->table->columns;
    for (uint32_t i = 0; i + 1 < count; i++)
        fit->gaps[i] = gap_between(fit, i, i + 1, percent);
    memcpy(fit->least, fit->needs.smallest, count * sizeof *fit->least);
    memcpy(fit->most, fit->needs.largest, count * sizeof *fit->most);
    if (fit->needs.spans)
        table_needs_add_spans(fit->galley, fit->table, fit->gaps, fit->least, fit->most);
}

/* True for a table in the column of the page, not in a list or a box. */
static bool fills_page(const struct fit *fit)
{
    const struct flow *flow = &fit->table->flow;
    return fit->table->turned || (flow->x == 0 && flow->measure == fit->style->measure);
}

/* The measure, and how wide a table that stands in the page's own column may be. */
static unit room_of(const struct fit *fit, bool wide)
{
    const struct style *style = fit->style;
    const struct flow *flow = &fit->table->flow;
    if (!wide || !fills_page(fit) || style->columns > 1 || style->margin_side <= EDGE)
        return flow->measure;
    return style->page_width - 2 * EDGE;
}

/* The columns of a part: the first, and those from part->first on. */
static uint32_t column_of(const struct table_part *part, uint32_t place)
{
    return place == 0 ? 0 : part->first + place - (part->first > 0);
}

static uint32_t count_of(const struct table_part *part)
{
    return part->end - part->first + (part->first > 0);
}

/* Shares the room among the columns of a part. False: words must be broken. */
static bool share(struct fit *fit, struct table_part *part, int64_t room)
{
    struct arena *scratch = &fit->galley->layout->scratch;
    struct arena_mark mark = arena_mark_get(scratch);
    const struct table *table = fit->table;
    uint32_t count = count_of(part), rows = table->rows;
    unit *least = ARENA_ARRAY(scratch, count, unit), *most = ARENA_ARRAY(scratch, count, unit);
    unit *cells = ARENA_ARRAY(scratch, (size_t)rows * count, unit);
    unit *whole = ARENA_ARRAY(scratch, count, unit);
    unit *widths = ARENA_ARRAY(scratch, count, unit);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t column = column_of(part, i);
        least[i] = fit->least[column];
        most[i] = fit->most[column];
        whole[i] = fit->needs.largest[column];
        for (uint32_t row = 0; row < rows; row++)
            cells[(size_t)row * count + i] =
                fit->needs.cells[(size_t)row * table->columns + column];
    }
    struct table_columns columns = {.columns = count,
                                    .smallest = least,
                                    .largest = most,
                                    .cells = cells,
                                    .rows = rows,
                                    .measure = (unit)(room > (int64_t)count ? room : count),
                                    .whole = whole};
    bool fits = table_columns_share(&columns, widths);
    for (uint32_t i = 0; i < count; i++)
        part->widths[column_of(part, i)] = widths[i];
    arena_reset(scratch, mark);
    return fits;
}

/* False: words must be broken. Call add_spans first. */
static bool try_part(struct fit *fit, struct table_part *part, int64_t room, int percent)
{
    uint32_t count = count_of(part);
    memset(part->gaps, 0, fit->table->columns * sizeof *part->gaps);
    for (uint32_t i = 0; i + 1 < count; i++) {
        uint32_t left = column_of(part, i);
        part->gaps[left] = gap_between(fit, left, column_of(part, i + 1), percent);
    }
    return share(fit, part, room - table_sum(part->gaps, fit->table->columns));
}

static bool try_whole(struct fit *fit, const struct attempt *attempt)
{
    add_spans(fit, attempt->gap);
    return try_part(fit, &fit->table->parts[0], room_of(fit, attempt->wide), attempt->gap);
}

static unit shrink(unit value, unit size, unit smaller)
{
    return (unit)((int64_t)value * smaller / size);
}

/* Smaller type for all cells, measured anew. */
static void make_small(struct fit *fit)
{
    struct table *table = fit->table;
    unit size = table->text.size, smaller = shrink(size, 100, SMALL_PERCENT);
    unit smallest = fit->galley->layout->style->smallest;
    smaller = smaller > smallest ? smaller : smallest;
    if (smaller >= size)
        return;
    table->text.leading = shrink(table->text.leading, size, smaller);
    table->head.leading = shrink(table->head.leading, size, smaller);
    table->text.size = table->head.size = smaller;
    measure(fit);
}

static void set_type(struct fit *fit, bool hyphenate)
{
    fit->table->text = fit->galley->layout->style->table;
    fit->table->head = fit->galley->layout->style->table_head;
    fit->table->hyphenate = hyphenate;
    measure(fit);
}

static bool try_all(struct fit *fit)
{
    struct frames *frames = fit->galley->layout->frames;
    bool small = false;
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        const struct attempt *attempt = &attempts[i];
        if (attempt->wide && !attempt->small && room_of(fit, true) == room_of(fit, false))
            continue;
        if (attempt->small && !small)
            make_small(fit);
        small |= attempt->small;
        if (try_whole(fit, attempt))
            return true;
        frames->cramped = true;
    }
    return false;
}

/* ---- parts */

/* The end of the longest part that begins with this column and fits; first: none does. */
static uint32_t find_end(const struct fit *fit, uint32_t first, unit room)
{
    const struct table *table = fit->table;
    int64_t used = first > 0 ? fit->least[0] : 0;
    uint32_t found = first;
    for (uint32_t i = first; i < table->columns; i++) {
        used += fit->least[i] + (i > 0 ? fit->gaps[i - 1] : 0);
        if (used > room)
            break;
        if (i + 1 == table->columns || !fit->needs.crossed[i + 1])
            found = i + 1;
    }
    return found;
}

/* The ends of parts of at most `most` columns beside the first; their count, or 0: the table cannot
 * be parted so. ends NULL: they are only counted. */
static uint32_t find_parts(const struct fit *fit, unit room, uint32_t most, uint32_t *ends)
{
    uint32_t columns = fit->table->columns, count = 0, end;
    for (uint32_t first = 0; first < columns; first = end, count++) {
        end = find_end(fit, first, room);
        uint32_t limit = (first > 0 ? first : 1) + most;
        while (end > limit || (end < columns && fit->needs.crossed[end]))
            end--;
        if (end <= first + (first == 0))
            return 0;
        if (ends)
            ends[count] = end;
    }
    return count;
}

static void add_parts(struct fit *fit, const uint32_t *ends, uint32_t count)
{
    struct arena *scratch = &fit->galley->layout->scratch;
    struct table *table = fit->table;
    table->parts = ARENA_ARRAY(scratch, count, struct table_part);
    table->part_count = count;
    for (uint32_t i = 0; i < count; i++)
        table->parts[i] = (struct table_part){.first = i > 0 ? ends[i - 1] : 0,
                                              .end = ends[i],
                                              .widths = ARENA_ARRAY(scratch, table->columns, unit),
                                              .gaps = ARENA_ARRAY(scratch, table->columns, unit),
                                              .xs = ARENA_ARRAY(scratch, table->columns, unit)};
}

static void add_whole(struct fit *fit)
{
    add_parts(fit, &fit->table->columns, 1);
}

/* In gaps of the usual size where there is room. */
static void fit_part(struct fit *fit, struct table_part *part, const struct attempt *attempt)
{
    unit room = room_of(fit, attempt->wide);
    add_spans(fit, plain.gap);
    if (try_part(fit, part, room, plain.gap) || attempt->gap == plain.gap)
        return;
    add_spans(fit, attempt->gap);
    try_part(fit, part, room, attempt->gap);
}

/* How the table is set in the fewest parts; *count: how many these are, 0: it cannot be parted. */
static const struct attempt *choose_parts(struct fit *fit, uint32_t *count)
{
    uint32_t columns = fit->table->columns;
    add_spans(fit, widest.gap);
    uint32_t wide = find_parts(fit, room_of(fit, true), columns, NULL);
    add_spans(fit, plain.gap);
    *count = find_parts(fit, room_of(fit, false), columns, NULL);
    if (wide == 0 || (*count > 0 && *count <= wide))
        return &plain;
    *count = wide;
    add_spans(fit, widest.gap);
    return &widest;
}

/* In as few parts as the room allows, of about as many columns each. False: there would be less
 * than two columns to a part beside the first. */
static bool make_parts(struct fit *fit)
{
    struct table *table = fit->table;
    uint32_t *ends = ARENA_ARRAY(&fit->galley->layout->scratch, table->columns, uint32_t);
    uint32_t data = table->columns - 1, count;
    const struct attempt *attempt = choose_parts(fit, &count);
    if (count < 2 || 2 * count > data || fit->needs.crossed[1])
        return false;
    unit room = room_of(fit, attempt->wide);
    if (find_parts(fit, room, (data + count - 1) / count, ends) != count)
        find_parts(fit, room, data, ends);
    add_parts(fit, ends, count);
    for (uint32_t i = 0; i < count; i++)
        fit_part(fit, &table->parts[i], attempt);
    return true;
}

/* ---- the whole */

/* A column to write in: most of its cells are empty. */
static bool is_open(const struct fit *fit, uint32_t column)
{
    return fit->needs.empty[column] > fit->needs.filled[column];
}

static unit width_of(const struct table *table, const struct table_part *part)
{
    return (unit)(table_sum(part->widths, table->columns) + table_sum(part->gaps, table->columns));
}

/* What is left of a width goes to columns to write in, or into the gaps, `most` into each. */
static void share_rest(struct fit *fit, struct table_part *part, unit width, unit most)
{
    uint32_t count = count_of(part), open = 0;
    unit left = width - width_of(fit->table, part);
    for (uint32_t i = 0; i < count; i++)
        open += is_open(fit, column_of(part, i));
    if (left <= 0 || (open == 0 && count == 1))
        return;
    unit more = left / (unit)(open > 0 ? open : count - 1);
    if (open == 0 && more > most)
        more = most;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t column = column_of(part, i);
        if (open > 0)
            part->widths[column] += is_open(fit, column) ? more : 0;
        else if (i + 1 < count)
            part->gaps[column] += more;
    }
}

/* The gaps of a whole table grow a little, or more where that fills the measure. */
static void share_whole(struct fit *fit, struct table_part *part)
{
    const struct table *table = fit->table;
    unit pad = fit->galley->layout->style->table_cell_pad_x;
    unit left = table->flow.measure - width_of(table, part);
    unit filling = pad * (FILLING_PERCENT - 100) / 100;
    bool fills = left <= (int64_t)filling * (table->columns - 1);
    share_rest(fit, part, table->flow.measure, fills ? filling : pad * (ROOMY_PERCENT - 100) / 100);
}

/* The parts of a table are of one width: that of the measure or of the widest. */
static void share_parts(struct fit *fit)
{
    const struct table *table = fit->table;
    unit width = table->flow.measure;
    for (uint32_t i = 0; i < table->part_count; i++)
        if (width_of(table, &table->parts[i]) > width)
            width = width_of(table, &table->parts[i]);
    for (uint32_t i = 0; i < table->part_count; i++)
        share_rest(fit, &table->parts[i], width, width);
}

static void place_columns(const struct table *table, struct table_part *part)
{
    const struct flow *flow = &table->flow;
    uint32_t count = table->columns;
    unit offset = 0;
    part->width = width_of(table, part);
    bool fits = part->width <= flow->measure;
    part->x = fits ? flow_x(flow, 0, part->width) : flow->x - (part->width - flow->measure) / 2;
    for (uint32_t i = 0; i < count; i++) {
        unit width = part->widths[i];
        part->xs[i] = part->x + (flow->rtl ? part->width - offset - width : offset);
        offset += width + part->gaps[i];
    }
}

#define HINT "use fewer columns or shorter words, make two tables of it, or set the rows as a list"

static void report_parts(const struct fit *fit)
{
    diag_add(fit->galley->layout->diags, DIAG_CODE_TABLE_OVERFULL, fit->table->node->span, HINT,
             "the table is too wide for the page: it is set in %u parts below one another, the "
             "first column before each",
             fit->table->part_count);
}

static void report_turned(const struct fit *fit)
{
    diag_add(fit->galley->layout->diags, DIAG_CODE_TABLE_OVERFULL, fit->table->node->span, HINT,
             "the table is too wide for the page: it stands on a page turned on its side");
}

static void report_parted(struct fit *fit)
{
    fit->table->overfull_told = true;
    diag_add(fit->galley->layout->diags, DIAG_CODE_WORDS_PARTED, fit->table->node->span,
             "use fewer columns or shorter words, or make two tables of it",
             "the table is too wide for the page: what belongs together, such as a number and its "
             "unit, is parted in it");
}

static void report_hyphens(const struct fit *fit)
{
    diag_add(fit->galley->layout->diags, DIAG_CODE_TABLE_OVERFULL, fit->table->node->span, HINT,
             "the table is too wide for the page: words in it are hyphenated");
}

/* One message for all the words that are broken in several columns; of a single column each word
 * is told. */
static void report_broken(struct fit *fit)
{
    struct table *table = fit->table;
    const unit *widths = table->parts[0].widths;
    unit least = COLUMN_LEAST_EMS * table->text.size;
    uint32_t narrow = 0, hopeless = 0;
    for (uint32_t i = 0; i < table->columns; i++) {
        narrow += widths[i] < fit->least[i];
        hopeless += widths[i] < fit->least[i] && widths[i] < least;
    }
    table->overfull_told = narrow > 1;
    if (hopeless > 0)
        diag_add(fit->galley->layout->diags, DIAG_CODE_BLOCK_OVERFULL, table->node->span,
                 "use fewer columns, or set the rows as a list",
                 "a table of %u columns does not fit the page's width", table->columns);
    else if (narrow > 1)
        diag_add(fit->galley->layout->diags, DIAG_CODE_TABLE_OVERFULL, table->node->span, HINT,
                 "the table is too wide for the page: words are broken in %u of its %u columns",
                 narrow, table->columns);
}

static void report_listed(const struct fit *fit)
{
    diag_add(fit->galley->layout->diags, DIAG_CODE_TABLE_OVERFULL, fit->table->node->span, HINT,
             "the table is too wide for the page: each of its rows is set as a list");
}

/* A page turned on its side, for that table alone. False: not even that holds it. */
static bool try_turned(struct fit *fit)
{
    const struct layout *layout = fit->galley->layout;
    struct table *table = fit->table;
    struct flow upright = table->flow;
    bool can = fills_page(fit) && table->columns >= TURNED_COLUMNS && fit->galley->foot &&
               fit->galley->count > 0;
    if (!can || layout->style->page_width >= layout->style->page_height)
        return false;
    if (!layout->turned) {
        layout->frames->narrow_tables++;
        return false;
    }
    table->turned = true;
    fit->style = layout->turned;
    table->flow.measure = fit->style->measure;
    bool rtl = layout->doc->root->dir == NODE_DIR_RTL; /* lines begin at the same edge */
    table->flow.x = rtl ? upright.measure - fit->style->measure : 0;
    set_type(fit, false);
    if (try_all(fit))
        return true;
    table->turned = false;
    fit->style = layout->style;
    table->flow = upright;
    return false;
}

static bool try_hyphens(struct fit *fit)
{
    set_type(fit, true);
    return try_whole(fit, &plain) || try_whole(fit, &widest);
}

static bool try_parts(struct fit *fit, bool hyphenate)
{
    set_type(fit, hyphenate);
    return make_parts(fit);
}

/* Each row as a list. False: that holds not every word either, or the table is none of plain rows
 * below one header. */
static bool try_list(struct fit *fit)
{
    struct table *table = fit->table;
    table->listed = true;
    table->parted = false;
    set_type(fit, true);
    memset(table->axes, 0, table->columns * sizeof *table->axes);
    table->listed = table_list_can(fit->galley, table);
    table->parted = !table->listed;
    return table->listed;
}

/* Words that no other way holds. */
static void break_words(struct fit *fit)
{
    set_type(fit, true);
    try_whole(fit, &widest);
    report_broken(fit);
}

/* What belongs together stays whole as long as anything else helps, then words do. */
static void fit_too_wide(struct fit *fit)
{
    if (try_turned(fit)) {
        report_turned(fit);
    } else if (try_parts(fit, false)) {
        report_parts(fit);
    } else if (try_hyphens(fit)) {
        report_hyphens(fit);
    } else if (try_parts(fit, true)) {
        report_parts(fit);
    } else {
        fit->table->parted = true;
        set_type(fit, false);
        if (try_all(fit))
            report_parted(fit);
        else if (try_parts(fit, false))
            report_parts(fit);
        else if (try_hyphens(fit))
            report_hyphens(fit);
        else if (try_parts(fit, true))
            report_parts(fit);
        else if (try_list(fit))
            report_listed(fit);
        else
            break_words(fit);
    }
}

static void place_parts(struct fit *fit)
{
    struct table *table = fit->table;
    if (table->part_count > 1)
        share_parts(fit);
    else
        share_whole(fit, &table->parts[0]);
    for (uint32_t i = 0; i < table->part_count; i++)
        place_columns(table, &table->parts[i]);
}

void table_fit(struct galley *galley, struct table *table)
{
    struct arena *scratch = &galley->layout->scratch;
    struct fit fit = {.galley = galley,
                      .table = table,
                      .style = galley->layout->style,
                      .least = ARENA_ARRAY(scratch, table->columns, unit),
                      .most = ARENA_ARRAY(scratch, table->columns, unit),
                      .gaps = ARENA_ARRAY(scratch, table->columns, unit)};
    set_type(&fit, false);
    add_whole(&fit);
    if (!try_all(&fit))
        fit_too_wide(&fit);
    if (!table->listed)
        place_parts(&fit);
    table->part = &table->parts[0];
}
