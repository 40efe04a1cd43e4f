#include "read/markdown/dash_tables.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "read/markdown/scan.h"

#define MOST_RUNS    32u
#define LEAST_DASHES 2u   /* of a run */
#define LEAST_RULE   8u   /* dashes of a line that closes or opens a table, in one run */
#define MOST_HEADER  6u   /* lines between that one and the runs */
#define MOST_BLANK   2u   /* empty lines between rows of several lines */
#define MOST_LINES   100u /* in which the line that closes a table is looked for */
#define TAB_STOP     4u

/* Columns, in characters from `blanks`, with tab stops. */
struct runs {
    uint32_t count;
    uint32_t starts[MOST_RUNS], ends[MOST_RUNS];
};

/* The words of a row in one column: bytes of the body, and columns. */
struct part {
    uint32_t start, end;
    uint32_t column, end_column; /* both 0: no words */
};

/* What keeps the lines from being a table. */
enum fault { FAULT_NONE, FAULT_CROSSING, FAULT_LONELY, FAULT_LINES };

/* Lines from the first on; places are starts of lines, MD_NOWHERE: there is none. */
struct dash_table {
    struct runs runs;
    uint32_t quotes;
    uint32_t header, dashes; /* the names of the columns, and the line of runs that stays */
    uint32_t rows, behind;
    uint32_t indent; /* of the copy's lines, in columns */
    bool closed;     /* a line of dashes ends it */
    enum fault fault;
    uint32_t faulty; /* the line */
};

/* ---- lines */

static uint32_t behind(const struct md_forms *f, const struct md_form_line *line)
{
    return line->next > line->end ? line->next : (uint32_t)f->text.len;
}

static bool same_char(struct slice words, char c)
{
    return words.len > 0 && md_run(words, 0, c) == words.len;
}

/* `------------`. */
static bool is_rule(struct slice text, const struct md_form_line *line)
{
    struct slice words = slice_trim(md_form_words(text, line));
    return words.len >= LEAST_RULE && same_char(words, '-');
}

static bool read_runs(struct slice text, const struct md_form_line *line, struct runs *runs)
{
    struct slice words = slice_sub(text, 0, line->end);
    char c = md_at(words, line->at);
    uint32_t column = line->column;
    runs->count = 0;
    if (c != '-' && c != '=')
        return false;
    for (uint32_t at = line->at, len; at < words.len; at += len) {
        if (md_is_blank(words.ptr[at])) {
            column += words.ptr[at] == '\t' ? TAB_STOP - column % TAB_STOP : 1;
            len = 1;
            continue;
        }
        len = md_run(words, at, c);
        if (len < LEAST_DASHES || runs->count == MOST_RUNS)
            return false;
        runs->starts[runs->count] = column;
        runs->ends[runs->count++] = column += len;
    }
    return runs->count > 1;
}

bool md_is_dash_runs(struct slice text, const struct md_form_line *line)
{
    struct runs runs;
    return read_runs(text, line, &runs);
}

static bool is_dash_line(struct slice text, const struct md_form_line *line)
{
    return is_rule(text, line) || md_is_dash_runs(text, line);
}

/* A line that may be a row. */
static bool is_words(const struct md_forms *f, const struct md_form_line *line, uint32_t quotes)
{
    struct slice whole = slice_sub(f->text, line->start, line->end - line->start);
    return line->quotes == quotes && !md_form_ends_text(f->text, line) &&
           !md_row_is_caption(whole) && !is_dash_line(f->text, line);
}

static void find_fault(struct dash_table *t, enum fault fault, uint32_t at)
{
    if (t->fault == FAULT_NONE) {
        t->fault = fault;
        t->faulty = at;
    }
}

/* ---- the words of a row */

static uint32_t column_of(const struct runs *runs, uint32_t column)
{
    uint32_t i = 0;
    while (i + 1 < runs->count && column >= runs->starts[i + 1])
        i++;
    return i;
}

/* Words may be longer than the dashes above them, if two blanks part them from the next column. */
static bool are_parted(const struct runs *runs, const struct part *parts)
{
    const struct part *left = NULL;
    for (uint32_t i = 0; i < runs->count; i++) {
        if (parts[i].end_column == 0)
            continue;
        bool over = left && left->end_column > runs->ends[left - parts];
        if (parts[i].column < runs->starts[i] || (over && parts[i].column < left->end_column + 2))
            return false;
        left = &parts[i];
    }
    return true;
}

/* The words in each column. False: some cross the edge of one. */
static bool split(struct slice text, const struct md_form_line *line, const struct runs *runs,
                  struct part *parts)
{
    uint32_t column = 0, before = MOST_RUNS; /* the column of the word that goes on */
    bool whole = true;
    for (uint32_t i = 0; i < runs->count; i++)
        parts[i] = (struct part){0};
    for (size_t at = line->blanks, next = at; at < line->end; at = next) {
        char c = text.ptr[at];
        utf8_next(text, &next);
        if (md_is_blank(c)) {
            column += c == '\t' ? TAB_STOP - column % TAB_STOP : 1;
            before = MOST_RUNS;
            continue;
        }
        uint32_t i = column_of(runs, column);
        whole = whole && (before == MOST_RUNS || before == i);
        if (parts[i].end_column == 0)
            parts[i] = (struct part){.start = (uint32_t)at, .column = column};
        parts[i].end = (uint32_t)next;
        parts[i].end_column = ++column;
        before = i;
    }
    return whole && are_parted(runs, parts);
}

static uint32_t count_words(const struct runs *runs, const struct part *parts)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < runs->count; i++)
        count += parts[i].end_column > 0;
    return count;
}

/* ---- what kind of table */

/* The header and the line of runs, if these lines are a table's; false: they are none. */
static bool find_head(const struct md_forms *f, const struct md_form_line *first,
                      struct dash_table *t)
{
    struct md_form_line line = md_form_line_at(f->text, behind(f, first));
    bool rule = is_rule(f->text, first), topped = rule || read_runs(f->text, first, &t->runs);
    uint32_t lines = !topped && is_words(f, first, t->quotes);
    if ((topped && f->text_above) || lines + topped == 0)
        return false;
    t->header = topped ? line.start : first->start;
    t->dashes = first->start;
    for (; topped && lines < MOST_HEADER && is_words(f, &line, t->quotes); lines++)
        line = md_form_line_at(f->text, behind(f, &line));
    struct md_form_line below = md_form_line_at(f->text, behind(f, &line));
    struct runs marks;
    bool marked = lines > 0 && line.quotes == t->quotes && read_runs(f->text, &line, &marks) &&
                  below.start < f->text.len && is_words(f, &below, t->quotes);
    if (marked && (rule || lines == 1)) {
        t->runs = marks;
        t->dashes = line.start;
        if (lines > 1)
            find_fault(t, FAULT_LINES, t->header);
        return true;
    }
    t->header = MD_NOWHERE;
    return topped && !rule && lines > 0;
}

/* What is behind the line of dashes that closes the table, beyond empty lines; 0: there is none. */
static uint32_t find_close(const struct md_forms *f, const struct md_form_line *blank,
                           uint32_t quotes)
{
    struct md_form_line line = *blank;
    uint32_t blanks = 0;
    for (uint32_t i = 0; i < MOST_LINES && line.start < f->text.len; i++) {
        blanks = md_form_is_blank(&line) ? blanks + 1 : 0;
        if (line.quotes == quotes && is_dash_line(f->text, &line))
            return behind(f, &line);
        if (blanks > MOST_BLANK || (blanks == 0 && !is_words(f, &line, quotes)))
            return 0;
        line = md_form_line_at(f->text, behind(f, &line));
    }
    return 0;
}

static void read_row(const struct md_forms *f, const struct md_form_line *line,
                     struct dash_table *t)
{
    struct part parts[MOST_RUNS];
    if (!split(f->text, line, &t->runs, parts))
        find_fault(t, FAULT_CROSSING, line->start);
    else if (count_words(&t->runs, parts) == 1)
        find_fault(t, FAULT_LONELY, line->start);
}

/* The rows from `at` on. */
static void read_rows(const struct md_forms *f, uint32_t at, bool topped, struct dash_table *t)
{
    for (; at < f->text.len && !t->closed; at = t->behind) {
        struct md_form_line line = md_form_line_at(f->text, at);
        struct md_form_line below = md_form_line_at(f->text, behind(f, &line));
        bool goes_on = below.start < f->text.len && is_words(f, &below, t->quotes);
        if (line.quotes == t->quotes && is_dash_line(f->text, &line)) {
            t->closed = !goes_on;
            if (goes_on)
                find_fault(t, FAULT_LINES, line.start);
        } else if (is_words(f, &line, t->quotes)) {
            t->rows++;
            read_row(f, &line, t);
        } else {
            uint32_t close =
                topped && md_form_is_blank(&line) ? find_close(f, &line, t->quotes) : 0;
            if (close == 0)
                return;
            find_fault(t, FAULT_LINES, t->rows > 0 ? t->dashes : line.start);
            t->behind = close;
            t->closed = true;
            return;
        }
        t->behind = behind(f, &line);
    }
}

static bool measure(const struct md_forms *f, const struct md_form_line *first,
                    struct dash_table *t)
{
    struct part parts[MOST_RUNS];
    *t = (struct dash_table){.quotes = first->quotes};
    if (!find_head(f, first, t))
        return false;
    struct md_form_line dashes = md_form_line_at(f->text, t->dashes);
    bool topped = is_dash_line(f->text, first);
    if (t->header != MD_NOWHERE && t->fault == FAULT_NONE) {
        struct md_form_line header = md_form_line_at(f->text, t->header);
        read_row(f, &header, t);
        split(f->text, &header, &t->runs, parts);
        if (!topped && count_words(&t->runs, parts) < 2)
            return false; /* text above a line that parts */
    }
    t->behind = behind(f, &dashes);
    read_rows(f, t->behind, topped, t);
    const struct md_lists *l = &f->lists;
    const struct md_list_level *top = l->depth > 0 ? &l->levels[l->depth - 1] : NULL;
    t->indent = top && dashes.column >= top->words ? top->put_words : 0;
    return t->rows > 0 && (t->header != MD_NOWHERE || t->closed);
}

/* ---- a table */

static void put_indent(struct md_forms *f, const struct md_form_line *line, uint32_t column)
{
    if (line->column != column && !md_form_is_placed(f, line))
        md_edit_blanks(f->edits, line->blanks, line->at, column);
}

static void put_row(struct md_forms *f, const struct md_form_line *line, const struct dash_table *t)
{
    struct part parts[MOST_RUNS];
    uint32_t from = line->at;
    split(f->text, line, &t->runs, parts);
    put_indent(f, line, t->indent);
    for (uint32_t i = 0; i < t->runs.count; i++) {
        const struct part *part = &parts[i];
        bool words = part->end_column > 0;
        md_edit_add(f->edits, from, words ? part->start : from,
                    i == 0 ? SLICE_LIT("| ") : SLICE_LIT(" | "));
        for (uint32_t at = part->start; at < part->end; at++)
            if (f->text.ptr[at] == '|' && (at == part->start || f->text.ptr[at - 1] != '\\'))
                md_edit_add(f->edits, at, at, SLICE_LIT("\\"));
        from = words ? part->end : from;
    }
    md_edit_add(f->edits, from, from, SLICE_LIT(" |"));
}

/* As pandoc has it: words flush with their dashes at the right only, or at neither side. */
static const char *alignment(const struct runs *runs, const struct part *parts, uint32_t i)
{
    const struct part *part = &parts[i];
    if (part->column <= runs->starts[i] || part->end_column > runs->ends[i])
        return "|---";
    return part->end_column == runs->ends[i] ? "|--:" : "|:-:";
}

/* The line of runs becomes one with bars, below an empty header where there is none. */
static void put_dashes(struct md_forms *f, const struct md_form_line *line,
                       const struct dash_table *t)
{
    struct part parts[MOST_RUNS];
    bool headed = t->header != MD_NOWHERE;
    uint32_t names = headed ? t->header : behind(f, line);
    struct md_form_line model = md_form_line_at(f->text, names);
    struct buf out = {0};
    split(f->text, &model, &t->runs, parts);
    for (int pass = headed ? 1 : 0; pass < 2; pass++) {
        if (pass == 1 && !headed)
            buf_put_slice(&out, slice_sub(f->text, line->start, line->blanks - line->start));
        buf_format(&out, "%*s", (int)t->indent, "");
        for (uint32_t i = 0; i < t->runs.count; i++)
            buf_put_string(&out, pass == 0 ? "| " : alignment(&t->runs, parts, i));
        buf_put_string(&out, pass == 0 ? "|\n" : "|");
    }
    md_edit_add(f->edits, line->blanks, line->end, buf_keep(&out, f->edits->arena));
}

static const char *fault_words(enum fault fault)
{
    switch (fault) {
    case FAULT_CROSSING:
        return "the words of this line cross the columns that the dashes mark: each line of the "
               "table is set as it stands";
    case FAULT_LONELY:
        return "this line has words in one column only, and may go on with the row above: each "
               "line of the table is set as it stands";
    case FAULT_LINES:
        return "this table has rows of more than one line, which cannot be told apart: each line "
               "is set as it stands";
    case FAULT_NONE: break;
    }
    return "";
}

static void report(struct md_forms *f, const struct dash_table *t)
{
    struct md_form_line line = md_form_line_at(f->text, t->faulty);
    diag_add(f->diags, DIAG_CODE_TABLE_UNMARKED, md_form_span(f, line.at, line.end),
             "write it as | Age | Dose | with |---|---| below the names of the columns, each row "
             "on one line, an empty cell as | |",
             "%s", fault_words(t->fault));
}

/* A line of the table, or of what is none after all. */
static void put_line(struct md_forms *f, const struct md_form_line *line,
                     const struct dash_table *t)
{
    bool plain = t->fault == FAULT_NONE;
    if (plain && line->start == t->dashes) {
        put_dashes(f, line, t);
    } else if (is_dash_line(f->text, line)) {
        md_edit_add(f->edits, line->start, behind(f, line), SLICE_EMPTY);
    } else if (plain) {
        put_row(f, line, t);
    } else if (!md_form_is_blank(line)) {
        put_indent(f, line, t->indent);
        md_form_break(f, line);
    }
}

uint32_t md_dash_table(struct md_forms *f, const struct md_form_line *first)
{
    struct dash_table t;
    if (md_form_is_blank(first) || !measure(f, first, &t))
        return first->start;
    if (t.fault != FAULT_NONE)
        report(f, &t);
    if (f->text_above)
        md_form_part(f, first);
    struct md_form_line line = *first;
    for (; line.start < t.behind; line = md_form_line_at(f->text, behind(f, &line)))
        put_line(f, &line, &t);
    if (line.start < f->text.len && !md_form_is_blank(&line))
        md_form_part(f, &line);
    return t.behind;
}
