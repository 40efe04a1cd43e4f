#include "read/markdown/loose_tables.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "read/markdown/markers.h"
#include "read/markdown/scan.h"
#include "text/chars.h"

#define MOST_CELLS   32u /* of a row that no line of dashes marks */
#define HEADER_BYTES 48u /* of a header's cell */
#define WIDE_GAP     3u  /* blanks that no typist puts between words */

struct cell {
    uint32_t start, end;    /* trimmed; of the body */
    uint32_t column, width; /* of what is shown, from the line's `blanks` */
};

struct loose_row {
    struct md_form_line line;
    uint32_t count;
    struct cell cells[MOST_CELLS];
};

/* What parts cells. */
enum gap { GAP_BAR, GAP_TAB, GAP_TABS, GAP_BLANKS, GAP_COUNT };

/* Consecutive rows; what is true of all of them. */
struct loose_table {
    enum gap gap;
    struct loose_row first;
    uint32_t count, behind;
    bool barred;                               /* bars at both ends */
    bool even;                                 /* as many cells as the first */
    bool dashed;                               /* the second row is a line of dashes */
    bool wide;                                 /* no gap that a typist puts between words */
    bool starts[MOST_CELLS], ends[MOST_CELLS]; /* each column at one place */
    bool numbers[MOST_CELLS];                  /* below the first: each cell has a digit */
};

/* ---- cells */

static uint32_t columns_of(struct slice text, uint32_t start, uint32_t end)
{
    uint32_t columns = 0;
    for (size_t at = start; at < end; columns++)
        utf8_next(text, &at);
    return columns;
}

static void add_cell(struct slice text, struct loose_row *row, uint32_t start, uint32_t end)
{
    while (start < end && md_is_blank(text.ptr[start]))
        start++;
    while (end > start && md_is_blank(text.ptr[end - 1]))
        end--;
    if (row->count < MOST_CELLS)
        row->cells[row->count] = (struct cell){
            start, end, columns_of(text, row->line.blanks, start), columns_of(text, start, end)};
    row->count++;
}

/* The end of the blanks at `at`. */
static uint32_t blanks_end(struct slice text, uint32_t at)
{
    while (md_is_blank(md_at(text, at)) || slice_starts(slice_from_position(text, at), "\xc2\xa0"))
        at += md_is_blank(text.ptr[at]) ? 1 : 2;
    return at;
}

/* The end of the gap that begins at `at`; `at`: none does. */
static uint32_t gap_end(struct slice text, enum gap gap, uint32_t at)
{
    char c = md_at(text, at);
    if (gap == GAP_BAR)
        return at + (c == '|');
    if (gap == GAP_TAB)
        return at + (c == '\t');
    uint32_t end = blanks_end(text, at);
    bool tab = slice_find(slice_sub(text, at, end - at), '\t') < end - at;
    if (gap == GAP_TABS)
        return tab ? end : at;
    char before = at > 0 ? md_at(text, at - 1) : '\0';
    bool sentence = before == '.' || before == '?' || before == '!' || before == ':';
    return tab || end - at >= (sentence ? WIDE_GAP : 2) ? end : at;
}

/* Where the row begins: at a tab that stands for an empty first cell, or at its first word. */
static uint32_t row_start(struct slice text, const struct md_form_line *line, enum gap gap)
{
    return gap == GAP_TAB && md_at(text, line->blanks) == '\t' ? line->blanks : line->at;
}

static void split(struct slice text, const struct md_form_line *line, enum gap gap,
                  struct loose_row *row)
{
    uint32_t at = row_start(text, line, gap), end = line->end, start;
    while (end > at && md_is_blank(text.ptr[end - 1]))
        end--;
    *row = (struct loose_row){.line = *line};
    if (gap == GAP_BAR) {
        at += md_at(text, at) == '|';
        end -= end > at && text.ptr[end - 1] == '|' && text.ptr[end - 2] != '\\';
    }
    text = slice_sub(text, 0, end);
    for (start = at; at < end;) {
        uint32_t next = gap_end(text, gap, at);
        if (next > at) {
            add_cell(text, row, start, at);
            start = at = next;
        } else if (gap == GAP_BAR) {
            at += text.ptr[at] == '\\' && at + 1 < end ? 2 : 1;
        } else {
            uint32_t words = gap == GAP_TAB ? at : blanks_end(text, at);
            at = words > at ? words : at + 1;
        }
    }
    add_cell(text, row, start, end);
}

/* ---- rows */

static bool has_outer_bars(struct slice text, const struct loose_row *row)
{
    struct slice words = slice_trim(md_form_words(text, &row->line));
    return words.len > 1 && slice_starts(words, "|") && slice_ends(words, "|");
}

static bool has_digit(struct slice text, const struct cell *cell)
{
    struct slice words = slice_sub(text, cell->start, cell->end - cell->start);
    return text_find_digit(words, 0) < words.len;
}

static bool ends_rows(const struct md_forms *f, const struct md_form_line *first,
                      const struct md_form_line *line)
{
    struct slice whole = slice_sub(f->text, line->start, line->end - line->start);
    enum md_marker_kind marker = md_marker_read(f->text, line).kind;
    return line->quotes != first->quotes || md_form_ends_text(f->text, line) ||
           md_row_is_caption(whole) || marker == MD_MARKER_BULLET || marker == MD_MARKER_FOREIGN;
}

static void compare_cell(struct slice text, struct loose_table *table, const struct cell *cell,
                         uint32_t column)
{
    const struct cell *top = &table->first.cells[column];
    bool starts = cell->column == top->column;
    bool ends = cell->column + cell->width == top->column + top->width;
    table->starts[column] = table->starts[column] && starts;
    table->ends[column] = table->ends[column] && ends;
    table->numbers[column] = table->numbers[column] && has_digit(text, cell);
}

static bool is_dashes(struct slice text, const struct loose_row *row)
{
    for (uint32_t i = 0; i < row->count; i++) {
        uint32_t len = row->cells[i].end - row->cells[i].start;
        if (len < 2 || md_run(text, row->cells[i].start, '-') != len)
            return false;
    }
    return true;
}

static void add_row(struct slice text, struct loose_table *table, const struct loose_row *row)
{
    if (table->count++ == 0)
        table->first = *row;
    table->dashed = table->dashed || (table->count == 2 && is_dashes(text, row));
    table->barred = table->barred && has_outer_bars(text, row);
    table->even = table->even && row->count == table->first.count;
    for (uint32_t i = 0; i < row->count && table->even; i++) {
        if (table->count > 1)
            compare_cell(text, table, &row->cells[i], i);
        if (i > 0)
            table->wide = table->wide && row->cells[i].start - row->cells[i - 1].end >= WIDE_GAP;
    }
}

/* The next row from *at on, which moves behind it; false: there is none. */
static bool next_row(const struct md_forms *f, const struct loose_table *table, uint32_t *at,
                     struct loose_row *row)
{
    if (*at >= f->text.len)
        return false;
    struct md_form_line line = md_form_line_at(f->text, *at);
    if (table->count > 0 && ends_rows(f, &table->first.line, &line))
        return false;
    split(f->text, &line, table->gap, row);
    bool barred = table->gap == GAP_BAR && has_outer_bars(f->text, row);
    *at = line.next > line.end ? line.next : line.end + 1;
    return (row->count > 1 || barred) && row->count <= MOST_CELLS;
}

/* What the rows from the line on are, parted by such gaps; as far as they can be a table. */
static void read_rows(const struct md_forms *f, const struct md_form_line *first, enum gap gap,
                      struct loose_table *table)
{
    struct loose_row row;
    uint32_t at = first->start;
    *table = (struct loose_table){
        .gap = gap, .behind = at, .barred = gap == GAP_BAR, .even = true, .wide = true};
    for (uint32_t i = 0; i < MOST_CELLS; i++)
        table->starts[i] = table->ends[i] = table->numbers[i] = true;
    bool any = gap == GAP_BAR || gap == GAP_TABS;
    while ((table->even || any) && next_row(f, table, &at, &row)) {
        add_row(f->text, table, &row);
        table->behind = at;
    }
}

/* ---- what is plain */

static bool is_bold(struct slice text, const struct cell *cell)
{
    struct slice words = slice_sub(text, cell->start, cell->end - cell->start);
    return words.len > 4 && slice_starts(words, "**") && slice_ends(words, "**");
}

static bool may_head(struct slice text, const struct cell *cell)
{
    uint32_t len = cell->end - cell->start;
    char last = len > 0 ? text.ptr[cell->end - 1] : '\0';
    return len <= HEADER_BYTES && !has_digit(text, cell) && last != '.' && last != ';' &&
           last != ',';
}

/* The first row names what stands below it: words over columns that all have numbers (the first
 * may have none below an empty corner), or words in bold. */
static bool has_plain_header(struct slice text, const struct loose_table *table)
{
    const struct loose_row *header = &table->first;
    bool corner = header->cells[0].start == header->cells[0].end, bold = true, numbers = true;
    for (uint32_t column = 0; column < header->count; column++) {
        const struct cell *cell = &header->cells[column];
        if (!may_head(text, cell) || (column > 0 && cell->start == cell->end))
            return false;
        bold = bold && is_bold(text, cell);
        numbers = numbers && (table->numbers[column] || (column == 0 && corner));
    }
    return header->count > 1 && (bold || numbers);
}

static bool is_aligned(const struct loose_table *table)
{
    for (uint32_t i = 0; i < table->first.count; i++)
        if (!table->starts[i] && !table->ends[i])
            return false;
    return true;
}

/* Text may have a bar, or a few blanks in a row; a table has more of a plan. */
static bool is_table(const struct loose_table *table)
{
    if (table->count < 2)
        return false;
    switch (table->gap) {
    case GAP_BAR: return table->barred || table->even || table->count > 2 || table->first.count > 2;
    case GAP_TAB: return table->even;
    case GAP_TABS: return true;
    case GAP_BLANKS: return table->even && (is_aligned(table) || table->wide);
    case GAP_COUNT: break;
    }
    return false;
}

/* Right below the rows stands a line that may be one more, with cells left out. */
static bool goes_on(const struct md_forms *f, const struct loose_table *table)
{
    struct md_form_line below = md_form_line_at(f->text, table->behind);
    return table->gap != GAP_BAR && table->behind < f->text.len &&
           !ends_rows(f, &table->first.line, &below);
}

static bool is_certain(struct slice text, const struct loose_table *table)
{
    return table->even && (table->gap != GAP_BLANKS || is_aligned(table)) &&
           (table->dashed || has_plain_header(text, table));
}

/* ---- a table */

/* The cells of a row between bars; those that it has stay. */
static void put_row(struct md_forms *f, const struct loose_row *row, enum gap gap)
{
    if (gap == GAP_BAR)
        return;
    uint32_t from = row_start(f->text, &row->line, gap);
    for (uint32_t i = 0; i < row->count; i++) {
        const struct cell *cell = &row->cells[i];
        md_edit_add(f->edits, from, cell->start, i == 0 ? SLICE_LIT("| ") : SLICE_LIT(" | "));
        for (uint32_t at = cell->start; at < cell->end; at++)
            if (f->text.ptr[at] == '|' && (at == cell->start || f->text.ptr[at - 1] != '\\'))
                md_edit_add(f->edits, at, at, SLICE_LIT("\\"));
        from = cell->end;
    }
    md_edit_add(f->edits, from, from, SLICE_LIT(" |"));
}

static void put_table(struct md_forms *f, const struct loose_table *table)
{
    const struct md_form_line *header = &table->first.line;
    struct loose_row row;
    struct buf dashes = {0};
    buf_put_slice(&dashes, slice_sub(f->text, header->start,
                                     row_start(f->text, header, table->gap) - header->start));
    for (uint32_t i = 0; i < table->first.count; i++)
        buf_put_string(&dashes, "|---");
    buf_put_string(&dashes, "|\n");
    struct slice ours = buf_keep(&dashes, f->edits->arena);
    if (f->text_above)
        md_form_part(f, header);
    for (uint32_t at = header->start, i = 0; i < table->count; i++) {
        uint32_t start = at;
        next_row(f, table, &at, &row);
        if (i == 1 && table->dashed) {
            md_edit_add(f->edits, start, at, ours);
            continue;
        }
        if (i == 1)
            md_edit_add(f->edits, start, start, ours);
        put_row(f, &row, table->gap);
    }
    struct md_form_line below = md_form_line_at(f->text, table->behind);
    if (table->behind < f->text.len && !md_form_is_blank(&below))
        md_form_part(f, &below);
}

/* The first row and the dashes below it as they should be written. */
static const char *example(const struct md_forms *f, const struct loose_row *row)
{
    struct buf out = {0};
    uint32_t most = row->count < 4 ? row->count : 4;
    buf_put_char(&out, '|');
    for (uint32_t i = 0; i < most; i++) {
        const struct cell *cell = &row->cells[i];
        struct slice words = slice_sub(f->text, cell->start, cell->end - cell->start);
        buf_format(&out, " %.*s%s |", DIAG_SHOWN(words));
    }
    buf_put_string(&out, row->count > most ? " ... and below it |" : " and below it |");
    for (uint32_t i = 0; i < most; i++)
        buf_put_string(&out, "---|");
    return buf_keep(&out, f->edits->arena).ptr;
}

static void report(struct md_forms *f, const struct loose_table *table)
{
    const struct md_form_line *line = &table->first.line;
    struct span span = md_form_span(f, line->at, line->end);
    if (!table->even || table->dashed || goes_on(f, table))
        diag_add(f->diags, DIAG_CODE_TABLE_UNMARKED, span,
                 "write each row with a bar before, between and behind its cells, an empty one as "
                 "| |, and |---|---| below the first",
                 "this looks like a table, but its rows have not the same cells: each is set on a "
                 "line of its own");
    else
        diag_add(
            f->diags, DIAG_CODE_TABLE_UNMARKED, span,
            arena_format(f->edits->arena,
                         "give it a first row with the names of the columns and below that a "
                         "line of dashes; if this row has the names, write %s",
                         example(f, &table->first)),
            "this looks like a table of %u rows, but none is marked as its header: each is set "
            "on a line of its own",
            table->count);
}

static void keep_apart(struct md_forms *f, const struct loose_table *table)
{
    struct loose_row row;
    if (f->text_above)
        md_form_part(f, &table->first.line);
    for (uint32_t at = table->first.line.start, i = 0; i < table->count; i++) {
        uint32_t start = at;
        next_row(f, table, &at, &row);
        if (i == 1 && table->dashed)
            md_edit_add(f->edits, start, at, SLICE_EMPTY);
        else if (!slice_ends(md_form_words(f->text, &row.line), "\\"))
            md_form_break(f, &row.line);
    }
}

static bool has_two_blanks(struct slice words)
{
    size_t at = 0;
    for (; at + UTF8_PIECE < words.len; at += UTF8_PIECE) {
        uint64_t blank = UTF8_EACH * ' ', pairs = (utf8_piece(words.ptr + at) ^ blank) |
                                                  (utf8_piece(words.ptr + at + 1) ^ blank);
        if ((pairs - UTF8_EACH) & ~pairs & UTF8_EACH * 0x80)
            return true; /* a byte of it is 0 */
    }
    for (; at + 1 < words.len; at++)
        if (words.ptr[at] == ' ' && words.ptr[at + 1] == ' ')
            return true;
    return false;
}

/* True if something on the line may part cells: a bar, a tab, two blanks, a no-break space. Most
 * lines of a leaflet have none. */
static bool has_gap(struct slice text, const struct md_form_line *line)
{
    struct slice words = slice_sub(text, line->blanks, line->end - line->blanks);
    uint32_t before = line->blanks > 0 ? line->blanks - 1 : 0;
    return slice_find(words, '|') < words.len || slice_find(words, '\t') < words.len ||
           slice_find(words, '\xa0') < words.len ||
           has_two_blanks(slice_sub(text, before, line->end - before));
}

/* One row between bars, which makes no table. */
static void check_alone(struct md_forms *f, const struct md_form_line *line)
{
    struct loose_row row;
    split(f->text, line, GAP_BAR, &row);
    if (row.count > 1 && has_outer_bars(f->text, &row))
        diag_add(f->diags, DIAG_CODE_TABLE_UNMARKED, md_form_span(f, line->at, line->end),
                 "if it belongs to a table above or below, take away what stands between them; for "
                 "a table of its own write |---|---| below its first row",
                 "this row stands in no table, so it prints as it stands");
}

uint32_t md_loose_table(struct md_forms *f, const struct md_form_line *line)
{
    struct loose_table table = {.behind = line->start};
    bool found = false;
    uint32_t seen = line->next;
    if (line->start < f->no_table || !has_gap(f->text, line) || ends_rows(f, line, line))
        return line->start;
    for (int gap = 0; gap < GAP_COUNT && !found; gap++) {
        read_rows(f, line, (enum gap)gap, &table);
        seen = table.behind > seen ? table.behind : seen;
        found = is_table(&table);
    }
    f->no_table = seen;
    if (!found) {
        check_alone(f, line);
        return line->start;
    }
    if (is_certain(f->text, &table) && !goes_on(f, &table)) {
        put_table(f, &table);
        return table.behind;
    }
    report(f, &table);
    keep_apart(f, &table);
    return table.behind;
}
