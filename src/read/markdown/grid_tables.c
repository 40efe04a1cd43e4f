#include "read/markdown/grid_tables.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "read/markdown/scan.h"

#define MOST_EDGES 33u /* of a grid: one more than its columns */

/* The columns of the + of a border, in characters from `blanks`. */
struct grid {
    uint32_t quotes, count;
    uint32_t edges[MOST_EDGES];
};

/* ---- lines */

static uint32_t behind(const struct md_forms *f, const struct md_form_line *line)
{
    return line->next > line->end ? line->next : (uint32_t)f->text.len;
}

/* `+---+====+`: all of its +. False: it is none. */
static bool read_border(struct slice text, const struct md_form_line *line, struct grid *grid)
{
    struct slice words = slice_trim(md_form_words(text, line));
    *grid = (struct grid){.quotes = line->quotes};
    if (words.len < 3 || words.ptr[0] != '+' || words.ptr[words.len - 1] != '+' ||
        words.ptr[1] == '+')
        return false;
    for (size_t i = 0; i < words.len; i++) {
        char c = words.ptr[i];
        if (c == '+' && grid->count < MOST_EDGES)
            grid->edges[grid->count++] = line->column + (uint32_t)i;
        else if (c == '+' || !strchr("-=:", c))
            return false;
    }
    return grid->count > 1;
}

static bool same_edges(const struct grid *a, const struct grid *b)
{
    return a->count == b->count && memcmp(a->edges, b->edges, a->count * sizeof *a->edges) == 0;
}

/* The byte of each edge of a row; false: no bar stands at one. */
static bool row_edges(struct slice text, const struct md_form_line *line, const struct grid *grid,
                      uint32_t *at)
{
    uint32_t found = 0, column = 0;
    for (size_t i = line->blanks; i < line->end && found < grid->count; column++) {
        uint32_t start = (uint32_t)i;
        if (utf8_next(text, &i) == '|' && column == grid->edges[found])
            at[found++] = start;
        else if (column >= grid->edges[found])
            return false;
    }
    return found == grid->count && md_skip_blanks(text, at[found - 1] + 1) >= line->end;
}

/* The words between two edges; empty: none. */
static struct slice cell_of(struct slice text, const uint32_t *at, uint32_t column)
{
    return slice_trim(slice_sub(text, at[column] + 1, at[column + 1] - at[column] - 1));
}

/* The last column that has words; count of columns: none has. */
static uint32_t last_words(struct slice text, const uint32_t *at, uint32_t columns)
{
    for (uint32_t i = columns; i-- > 0;)
        if (cell_of(text, at, i).len > 0)
            return i;
    return columns;
}

/* ---- what kind of table */

struct shape {
    uint32_t behind;
    bool plain;  /* every row has all its bars, and goes on in its last column at most */
    bool header; /* a border of = below the first row */
    bool closed; /* the last line is a border */
    uint32_t lines, borders;
};

static bool is_header_border(struct slice text, const struct md_form_line *line)
{
    struct slice words = md_form_words(text, line);
    return slice_find(words, '=') < words.len;
}

/* The lines from the first border on that begin with + or |. */
static struct shape measure(const struct md_forms *f, const struct md_form_line *first,
                            const struct grid *grid)
{
    struct shape shape = {.plain = true};
    struct md_form_line line = *first;
    uint32_t at[MOST_EDGES], columns = grid->count - 1, last = 0;
    bool fresh = true; /* right below a border */
    while (line.start < f->text.len && line.quotes == first->quotes) {
        char c = md_at(f->text, line.at);
        struct grid other;
        bool border = c == '+' && read_border(f->text, &line, &other);
        if ((c != '+' && c != '|') || line.at == line.end)
            break;
        shape.closed = border;
        if (border) {
            shape.plain = shape.plain && same_edges(grid, &other);
            shape.header = shape.header || (shape.borders == 1 && is_header_border(f->text, &line));
            shape.borders++;
        } else if (!row_edges(f->text, &line, grid, at)) {
            shape.plain = false;
        } else {
            uint32_t first_words = 0;
            while (first_words < columns && cell_of(f->text, at, first_words).len == 0)
                first_words++;
            bool parted = first_words < columns && md_is_blank(f->text.ptr[at[first_words] + 1]);
            shape.plain = shape.plain && (fresh || (first_words >= last && parted));
            last = last_words(f->text, at, columns);
            shape.plain = shape.plain && (last < columns || fresh);
        }
        shape.lines += !border;
        fresh = border;
        shape.behind = behind(f, &line);
        line = md_form_line_at(f->text, shape.behind);
    }
    return shape;
}

/* ---- edits */

/* An empty header, where the grid has none, and the line of dashes. */
static void put_dashes(struct md_forms *f, const struct md_form_line *line, uint32_t columns,
                       bool header)
{
    struct buf out = {0};
    for (int pass = header ? 1 : 0; pass < 2; pass++) {
        if (pass == 1 && !header)
            buf_put_slice(&out, slice_sub(f->text, line->start, line->at - line->start));
        for (uint32_t i = 0; i < columns; i++)
            buf_put_string(&out, pass == 0 ? "| " : "|---");
        buf_put_string(&out, pass == 0 ? "|\n" : "|");
    }
    md_edit_add(f->edits, line->at, line->end, buf_keep(&out, f->edits->arena));
}

/* Bars that are no edge are words. */
static void put_bars(struct md_forms *f, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (f->text.ptr[i] == '|' && f->text.ptr[i - 1] != '\\')
            md_edit_add(f->edits, i, i, SLICE_LIT("\\"));
}

/* The words of a line and those of the line below it, so many cells farther: 0 in the same cell,
 * parted by the blank before them. */
static void join(struct md_forms *f, struct slice above, struct slice below, uint32_t cells)
{
    uint32_t from = (uint32_t)(above.ptr + above.len - f->text.ptr);
    uint32_t to = (uint32_t)(below.ptr - f->text.ptr);
    struct buf bars = {0};
    for (uint32_t i = 0; i < cells; i++)
        buf_put_string(&bars, " | ");
    md_edit_add(f->edits, from, cells == 0 ? to - 1 : to, buf_keep(&bars, f->edits->arena));
}

/* The lines of one row become one. */
static void put_row(struct md_forms *f, const struct grid *grid, struct md_form_line *line)
{
    uint32_t at[MOST_EDGES], columns = grid->count - 1;
    row_edges(f->text, line, grid, at);
    for (;;) {
        uint32_t last = last_words(f->text, at, columns);
        struct md_form_line next = md_form_line_at(f->text, behind(f, line));
        uint32_t below[MOST_EDGES];
        bool more = md_at(f->text, next.at) == '|' && last < columns &&
                    row_edges(f->text, &next, grid, below);
        for (uint32_t i = 0; i < (more ? last + 1 : columns); i++)
            put_bars(f, at[i] + 1, at[i + 1]);
        *line = next;
        if (!more)
            return;
        uint32_t first = 0;
        while (cell_of(f->text, below, first).len == 0 && first + 1 < columns)
            first++;
        struct slice end = cell_of(f->text, at, last), go_on = cell_of(f->text, below, first);
        join(f, end, go_on, first - last);
        memcpy(at, below, sizeof at);
    }
}

static void put_table(struct md_forms *f, const struct md_form_line *first, const struct grid *grid,
                      const struct shape *shape)
{
    struct md_form_line line = *first;
    uint32_t borders = 0, marked = shape->header ? 1 : 0;
    if (f->text_above)
        md_form_part(f, first);
    while (line.start < shape->behind) {
        if (md_at(f->text, line.at) == '|') {
            put_row(f, grid, &line);
            continue;
        }
        if (borders++ == marked)
            put_dashes(f, &line, grid->count - 1, shape->header);
        else
            md_edit_add(f->edits, line.start, behind(f, &line), SLICE_EMPTY);
        line = md_form_line_at(f->text, behind(f, &line));
    }
    if (line.start < f->text.len && !md_form_is_blank(&line))
        md_form_part(f, &line);
}

static void keep_apart(struct md_forms *f, const struct md_form_line *first, uint32_t to)
{
    diag_add(
        f->diags, DIAG_CODE_TABLE_UNMARKED, md_form_span(f, first->at, first->end),
        "write it as | Age | Dose | with |---|---| below the names of the columns, each row on "
        "one line, without cells that span others",
        "this drawn table cannot be read cell by cell: each line is set as it stands");
    if (f->text_above)
        md_form_part(f, first);
    for (struct md_form_line line = *first; line.start < to;
         line = md_form_line_at(f->text, behind(f, &line)))
        md_form_break(f, &line);
}

uint32_t md_grid_table(struct md_forms *f, const struct md_form_line *line)
{
    struct grid grid;
    if (line->start < f->no_table || !read_border(f->text, line, &grid))
        return line->start;
    struct shape shape = measure(f, line, &grid);
    if (shape.lines == 0) {
        f->no_table = shape.behind;
        return line->start;
    }
    if (shape.plain && shape.closed)
        put_table(f, line, &grid, &shape);
    else
        keep_apart(f, line, shape.behind);
    return shape.behind;
}
