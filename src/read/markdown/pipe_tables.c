#include "read/markdown/pipe_tables.h"

#include "read/markdown/line_marks.h"
#include "read/markdown/markers.h"
#include "read/markdown/scan.h"

#define DASHES 3u /* what md4c wants in a cell of the line of dashes */

/* Where the row begins, behind the marker of a list's item. */
static uint32_t row_start(const struct md_forms *f, const struct md_form_line *line)
{
    struct md_marker m = md_marker_read(f->text, line);
    bool native = m.kind == MD_MARKER_BULLET || m.kind == MD_MARKER_NUMBER;
    return native && md_at(f->text, m.end) == '|' ? m.end : line->at;
}

static struct slice row_of(const struct md_forms *f, const struct md_form_line *line)
{
    uint32_t at = row_start(f, line);
    return slice_sub(f->text, at, line->end - at);
}

/* The columns of `|-----+-----|`, as org-mode draws it, or `-----+-----`, as databases do; 0: it is
 * no such line. */
static uint32_t plus_columns(struct slice row)
{
    row = slice_trim(slice_from_position(row, md_skip_prefix(row, 0, NULL)));
    uint32_t columns = 1;
    if (slice_starts(row, "|") && slice_ends(row, "|"))
        row = slice_sub(row, 1, row.len - 2);
    for (size_t i = 0; i < row.len; i++) {
        if (row.ptr[i] == '+')
            columns++;
        else if (row.ptr[i] != '-' && row.ptr[i] != ':')
            return 0;
    }
    return columns > 1 && md_at(row, 0) != '+' && !slice_ends(row, "+") ? columns : 0;
}

static bool is_dashes(struct slice row)
{
    return md_row_is_dashes(row) || plus_columns(row) > 0;
}

static uint32_t dash_columns(struct slice row)
{
    uint32_t columns = plus_columns(row);
    return columns > 0 ? columns : md_row_columns(row);
}

static void put_ours(struct md_forms *f, uint32_t at, struct slice ours, uint32_t count)
{
    if (count > 0)
        md_edit_add(f->edits, at, at, slice_sub(ours, 0, count));
}

/* So many cells at the end of the line, each with its bar before it. */
static void add_cells(struct md_forms *f, const struct md_form_line *line, const char *cell,
                      uint32_t count)
{
    uint32_t end = line->end;
    while (end > line->at && md_is_blank(f->text.ptr[end - 1]))
        end--;
    if (count > 0 && f->text.ptr[end - 1] != '|')
        md_edit_add(f->edits, end, end, SLICE_LIT("|"));
    for (; count > 0; count--)
        md_edit_add(f->edits, end, end, slice_from(cell));
}

/* A blank for each cell between two bars without a byte (GFM 4.10: it is an empty cell): md4c
 * passes over it, so that what stands behind it would come under the column before its own. */
static void fill_cells(struct md_forms *f, const struct md_form_line *line)
{
    struct slice text = slice_sub(f->text, 0, line->end);
    uint32_t at = row_start(f, line);
    at += md_at(text, at) == '|';
    for (uint32_t bar; (bar = md_row_cell_end(text, at)) < line->end; at = bar + 1)
        if (bar == at)
            md_edit_add(f->edits, at, at, SLICE_LIT(" "));
}

/* Bars for each + of the line. */
static void put_plus(struct md_forms *f, const struct md_form_line *line)
{
    for (uint32_t at = line->at; at < line->end; at++)
        if (f->text.ptr[at] == '+')
            md_edit_add(f->edits, at, at + 1, SLICE_LIT("--|--"));
}

static void put_dashes(struct md_forms *f, const struct md_form_line *line)
{
    struct slice text = slice_sub(f->text, 0, line->end);
    if (plus_columns(row_of(f, line)) > 0) {
        put_plus(f, line);
        return;
    }
    for (uint32_t at = line->at, bar; at < line->end; at = bar + 1) {
        at = md_skip_blanks(text, at);
        bar = md_row_cell_end(text, at);
        uint32_t len = (uint32_t)slice_trim(slice_sub(text, at, bar - at)).len;
        /* before the last character if that is a colon, so that `-:` becomes `--:` */
        if (len == 0 && at > line->at) /* `||`, where the header has a cell without a byte */
            put_ours(f, bar, SLICE_LIT("---"), DASHES);
        else if (len > 0 && len < DASHES)
            put_ours(f, at + len - (text.ptr[at + len - 1] == ':'), SLICE_LIT("--"), DASHES - len);
    }
}

/* The header and the dashes have as many cells as the longer of the two. */
static void report_cells(struct md_forms *f, const struct md_form_line *header, uint32_t columns,
                         uint32_t dashes)
{
    diag_add(f->diags, DIAG_CODE_CELL_MISSING, md_form_span(f, header->at, header->end),
             "write as many cells in the first row as in the line of dashes below it",
             "the header of this table has %u cells, the line of dashes below it %u", columns,
             dashes);
}

/* A header of empty cells, which md_leave_table_head takes away again. */
static void put_header(struct md_forms *f, const struct md_form_line *dashes, uint32_t columns)
{
    struct buf header = {0};
    buf_put_slice(&header, slice_sub(f->text, dashes->start, dashes->at - dashes->start));
    buf_put_char(&header, '|');
    for (; columns > 0; columns--)
        buf_put_string(&header, " |");
    buf_put_char(&header, '\n');
    md_edit_add(f->edits, dashes->start, dashes->start, buf_keep(&header, f->edits->arena));
}

/* A line of dashes between rows or below them, as some tools draw it. */
static bool is_drawn(struct slice line)
{
    for (uint32_t at = md_skip_prefix(line, 0, NULL), bar; at < line.len; at = bar + 1) {
        bar = md_row_cell_end(line, at);
        struct slice cell = slice_trim(slice_sub(line, at, bar - at));
        if (cell.len > 0 && cell.len < DASHES)
            return false;
    }
    return is_dashes(line);
}

/* The line is no row, although md4c would take it for one: it begins a block of another kind, or an
 * item of a list. */
static bool ends_table(const struct md_forms *f, const struct md_form_line *line)
{
    struct slice words = slice_trim(md_form_words(f->text, line));
    bool mark = slice_starts(words, ":::") || slice_starts(words, "!!!") ||
                slice_starts(words, "\\newpage") || slice_starts(words, "\\pagebreak");
    return mark || md_form_ends_text(f->text, line) || md_row_is_caption(row_of(f, line)) ||
           md_line_is_attributes(words) ||
           (md_row_columns(words) == 0 && md_marker_read(f->text, line).kind != MD_MARKER_NONE);
}

/* What was seen of lines of dashes below the header. */
struct drawn {
    struct md_form_line first; /* between two rows */
    uint32_t rows, lines;      /* lines: between two rows */
    bool last;                 /* the line before is one */
};

static void add_line(struct drawn *drawn, const struct md_form_line *line, bool dashes)
{
    bool between = !dashes && drawn->last && drawn->rows > 0;
    drawn->lines += between;
    drawn->rows += !dashes;
    if (dashes && drawn->lines == 0)
        drawn->first = *line;
    drawn->last = dashes;
}

/* Some tools draw a line between all rows. One between some of them may be that of a new table. */
static void report_drawn(struct md_forms *f, const struct drawn *drawn)
{
    const struct md_form_line *line = &drawn->first;
    if (drawn->lines > 0 && drawn->lines + 1 < drawn->rows)
        diag_add(f->diags, DIAG_CODE_TABLE_UNMARKED, md_form_span(f, line->at, line->end),
                 "where the row above it begins a new table, write an empty line above that row; "
                 "else delete this line",
                 "this line of dashes stands between rows of a table, where it is left out");
}

/* The rows below the line of dashes. */
static uint32_t take_rows(struct md_forms *f, uint32_t at, uint32_t quotes)
{
    struct drawn drawn = {0};
    while (at < f->text.len) {
        struct md_form_line line = md_form_line_at(f->text, at);
        if (line.quotes < quotes || md_form_is_blank(&line))
            break;
        if (ends_table(f, &line)) {
            md_form_part(f, &line);
            break;
        }
        bool dashes = is_drawn(row_of(f, &line));
        add_line(&drawn, &line, dashes);
        if (dashes)
            md_edit_add(f->edits, line.start, line.next, SLICE_EMPTY);
        else
            fill_cells(f, &line);
        at = line.next > at ? line.next : line.end + 1;
    }
    report_drawn(f, &drawn);
    return at;
}

static uint32_t take_table(struct md_forms *f, const struct md_form_line *header,
                           const struct md_form_line *dashes)
{
    uint32_t columns = md_row_columns(row_of(f, header));
    uint32_t wanted = dash_columns(row_of(f, dashes));
    if (f->text_above)
        md_form_part(f, header);
    if (columns != wanted)
        report_cells(f, header, columns, wanted);
    fill_cells(f, header);
    if (columns < wanted)
        add_cells(f, header, " |", wanted - columns);
    put_dashes(f, dashes);
    if (columns > wanted)
        add_cells(f, dashes, "---|", columns - wanted);
    return take_rows(f, dashes->next, header->quotes);
}

/* Dashes above the first row: a table without a header. */
static uint32_t take_headless(struct md_forms *f, const struct md_form_line *dashes,
                              const struct md_form_line *row)
{
    uint32_t columns = dash_columns(row_of(f, dashes));
    if (columns < 2 || md_row_columns(row_of(f, row)) != columns || row->quotes != dashes->quotes)
        return dashes->start;
    put_header(f, dashes, columns);
    put_dashes(f, dashes);
    return take_rows(f, row->start, dashes->quotes);
}

/* The line of dashes below a header. One that has no bars itself must have as many columns. */
static bool marks_header(const struct md_forms *f, const struct md_form_line *header,
                         const struct md_form_line *dashes)
{
    struct slice above = row_of(f, header), row = row_of(f, dashes);
    uint32_t columns = md_row_columns(above), marked = dash_columns(row);
    bool barred = md_row_columns(row) > 0 || columns == marked;
    return is_dashes(row) && barred && dashes->quotes == header->quotes &&
           (columns > 1 || marked == 1);
}

/* Dashes above the first row, which is the header if a line of dashes and a row follow it. */
static uint32_t take_drawn(struct md_forms *f, const struct md_form_line *top,
                           const struct md_form_line *row)
{
    struct md_form_line dashes = md_form_line_at(f->text, row->next);
    struct md_form_line below = md_form_line_at(f->text, dashes.next);
    bool header = is_drawn(row_of(f, &dashes)) && marks_header(f, row, &dashes) &&
                  md_row_columns(row_of(f, &below)) > 1 && !is_drawn(row_of(f, &below));
    if (!header || is_drawn(row_of(f, row)) || row->quotes != top->quotes)
        return take_headless(f, top, row);
    md_edit_add(f->edits, top->start, top->next, SLICE_EMPTY);
    return take_table(f, row, &dashes);
}

uint32_t md_pipe_table(struct md_forms *f, const struct md_form_line *line)
{
    struct slice first = row_of(f, line);
    uint32_t columns = md_row_columns(first);
    if (columns == 0 || line->next == line->end || line->next >= f->text.len)
        return line->start;
    struct md_form_line below = md_form_line_at(f->text, line->next);
    if (is_drawn(first))
        return f->text_above ? line->start : take_drawn(f, line, &below);
    return marks_header(f, line, &below) ? take_table(f, line, &below) : line->start;
}
