#include "read/markdown/rows.h"

#include "base/utf8.h"
#include "read/markdown/markers.h"
#include "read/markdown/scan.h"
#include "text/chars.h"

#define MOST_WORD   16u /* bytes of "Step" */
#define MOST_DIGITS 2u

enum row_kind {
    ROW_NONE,
    ROW_NUMBER, /* "1 Wash": a step or an amount */
    ROW_STEP,   /* "Step 1: wash" */
    ROW_SIGN,   /* a tick, a cross, a number in a circle: it says something */
    ROW_DASH,   /* "– 5 mg": a bullet or a minus */
};

struct row {
    enum row_kind kind;
    uint32_t number;
    struct slice word;
};

/* The number at `at`; *end: behind it. 0: none. */
static uint32_t number_at(struct slice text, uint32_t at, uint32_t *end)
{
    uint32_t number = 0;
    for (*end = at; ascii_is_digit(md_at(text, *end)) && *end - at <= MOST_DIGITS; ++*end)
        number = number * 10 + (uint32_t)(text.ptr[*end] - '0');
    return *end - at <= MOST_DIGITS ? number : 0;
}

static uint32_t next_char(struct slice text, uint32_t *at)
{
    size_t next = *at;
    uint32_t c = *at < text.len ? utf8_next(text, &next) : 0;
    *at = (uint32_t)next;
    return c;
}

static struct row read_number(struct slice words)
{
    uint32_t end, number = number_at(words, 0, &end), at = md_skip_spaces(words, end);
    uint32_t c = next_char(words, &(uint32_t){at});
    bool row = number > 0 && at > end && text_is_alnum(c) && !text_is_digit(c);
    return (struct row){row ? ROW_NUMBER : ROW_NONE, number, SLICE_EMPTY};
}

static struct row read_step(struct slice words)
{
    uint32_t at = 0, end = 0, number_end;
    for (uint32_t c = next_char(words, &at); text_is_alnum(c) && !text_is_digit(c);) {
        end = at;
        c = end <= MOST_WORD ? next_char(words, &at) : 0;
    }
    uint32_t start = md_skip_spaces(words, end), number = number_at(words, start, &number_end);
    uint32_t after = md_skip_spaces(words, number_end);
    uint32_t mark = next_char(words, &after), rest = md_skip_spaces(words, after);
    bool row = end > 0 && end <= MOST_WORD && start > end && number > 0 && rest > after &&
               rest < words.len &&
               (mark == ':' || mark == '.' || mark == ')' || mark == '-' || mark == 0x2013);
    return (struct row){row ? ROW_STEP : ROW_NONE, number, slice_sub(words, 0, end)};
}

static bool is_telling(uint32_t c)
{
    return (c >= 0x2713 && c <= 0x2718) || c == 0x2705 || c == 0x2612 || c == 0x274c ||
           c == 0x274e || (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x2793) ||
           (c >= 0x2190 && c <= 0x2193) || c == 0x21d2 || c == 0x2794 || c == 0x279c;
}

static struct row read_sign(struct slice words)
{
    uint32_t end = 0, c = next_char(words, &end), at = md_skip_spaces(words, end);
    bool dash = c == '-' || c == '+' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    bool native = c < 0x80 && md_is_blank(md_at(words, end));
    if (is_telling(c) && at > end && at < words.len)
        return (struct row){ROW_SIGN, 0, SLICE_EMPTY};
    if (dash && !native && text_digit_length(words, at) > 0)
        return (struct row){ROW_DASH, 0, SLICE_EMPTY};
    return (struct row){ROW_NONE, 0, SLICE_EMPTY};
}

static struct row read_row(struct slice words)
{
    struct row row = read_number(words);
    if (row.kind == ROW_NONE)
        row = read_step(words);
    return row.kind == ROW_NONE ? read_sign(words) : row;
}

static bool follows(const struct row *row, const struct row *before)
{
    return row->kind == before->kind && slice_equal(row->word, before->word) &&
           (row->number == before->number + 1 || row->number == 0);
}

/* What ends a line so that its writer has parted it from the next (CommonMark 0.31, 6.7). */
static bool is_broken(struct slice words)
{
    return slice_ends(words, "  ") || slice_ends(words, "\\");
}

static void report(struct md_forms *f, const struct md_form_line *line, enum row_kind kind)
{
    struct span span = md_form_span(f, line->at, line->end);
    if (kind == ROW_NUMBER)
        diag_add(f->diags, DIAG_CODE_LIST_UNMARKED, span,
                 "for steps write 1. and a space in front of each; for amounts put an empty line "
                 "between them",
                 "these lines begin with numbers and are no list: each is set on a line of its "
                 "own");
    else if (kind == ROW_DASH)
        diag_add(f->diags, DIAG_CODE_LIST_UNMARKED, span,
                 "for a list write - and a space in front of each; for a value below zero write "
                 "\"minus\"",
                 "these lines begin with a dash before a number, which may be its sign: each is "
                 "set on a line of its own");
}

/* Steps are the items of a list, their words kept; the others are parted by line breaks. */
static void put_row(struct md_forms *f, const struct md_form_line *line, enum row_kind kind)
{
    if (kind == ROW_STEP)
        md_edit_add(f->edits, line->at, line->at, SLICE_LIT("+ "));
    else if (!is_broken(md_form_words(f->text, line)))
        md_form_break(f, line);
}

/* The rows from the line on, as many as follow one another; a step may go on in further lines. put:
 * edits them. The line behind the last, and how many there are. */
static uint32_t walk_rows(struct md_forms *f, const struct md_form_line *first, bool put,
                          uint32_t *count)
{
    struct md_form_line line = *first;
    struct row row = read_row(md_form_words(f->text, &line)), before = row;
    uint32_t behind = line.start;
    *count = 0;
    do {
        if (put)
            put_row(f, &line, row.kind);
        ++*count;
        before = row;
        do {
            behind = line.next > line.end ? line.next : line.end + 1;
            line = md_form_line_at(f->text, behind < f->text.len ? behind : (uint32_t)f->text.len);
            row = read_row(md_form_words(f->text, &line));
        } while (before.kind == ROW_STEP && row.kind == ROW_NONE && line.quotes == first->quotes &&
                 !md_form_ends_text(f->text, &line) && !md_marker_read(f->text, &line).kind);
    } while (line.quotes == first->quotes && !md_form_is_blank(&line) && follows(&row, &before));
    return behind;
}

uint32_t md_rows(struct md_forms *f, const struct md_form_line *line)
{
    struct row row = read_row(md_form_words(f->text, line));
    uint32_t count = 0;
    if (row.kind == ROW_NONE || row.number > 1)
        return line->start;
    uint32_t behind = walk_rows(f, line, false, &count);
    if (count < 2)
        return line->start;
    if (!is_broken(md_form_words(f->text, line)))
        report(f, line, row.kind);
    if (f->text_above && row.kind != ROW_STEP)
        md_form_part(f, line);
    walk_rows(f, line, true, &count);
    return behind;
}
