#include "read/markdown/rows.h"

#include "base/utf8.h"
#include "read/markdown/markers.h"
#include "read/markdown/scan.h"
#include "text/chars.h"

#define CODE        4u  /* columns that make indented code, where text no longer stands above */
#define MOST_WORD   16u /* bytes of "Step" */
#define MOST_DIGITS 2u
#define MOST_SUFFIX 3u /* letters of "1st", "1er" */

enum row_kind {
    ROW_NONE,
    ROW_NUMBER, /* "1 Wash": a step or an amount */
    ROW_LABEL,  /* "1- Wash", and labels of other scripts: numbered by hand */
    ROW_STEP,   /* "Step 1: wash" */
    ROW_SIGN,   /* a tick, a cross, a number in a circle: it says something */
    ROW_DASH,   /* "– 5 mg": a bullet or a minus */
    ROW_BAR,    /* "| Ward 12": a line to keep */
};

struct row {
    enum row_kind kind;
    uint32_t number;
    struct slice word; /* of a step; of a label what closes it */
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

/* "1 Wash", "1st wash". */
static struct row read_number(struct slice words)
{
    uint32_t end, number = number_at(words, 0, &end);
    uint32_t suffix = 0;
    while (suffix <= MOST_SUFFIX && ascii_is_alpha(md_at(words, end + suffix)))
        suffix++;
    end += suffix <= MOST_SUFFIX ? suffix : 0;
    uint32_t at = md_skip_spaces(words, end);
    uint32_t c = next_char(words, &(uint32_t){at});
    bool row = number > 0 && at > end && text_is_alnum(c) && !text_is_digit(c);
    return (struct row){row ? ROW_NUMBER : ROW_NONE, number, SLICE_EMPTY};
}

/* ---- labels */

/* What a label may end with. */
static bool is_closing(uint32_t c)
{
    static const uint32_t all[] = {'.',   ')',   ']',    ':',    '/',    0x60c,  0x6d4,
                                   0x964, 0x965, 0x3001, 0x3002, 0xff09, 0xff0e, 0xff1a};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i] == c)
            return true;
    return text_is_dash(c);
}

/* The value of a decimal digit: each script has its ten in a row (Unicode 15, 4.6). */
static uint32_t digit_value(uint32_t c)
{
    uint32_t value = 0;
    while (value < 9 && text_is_digit(c - value - 1))
        value++;
    return value;
}

/* 1 to 9 as Han has them, 0: another character. */
static uint32_t han_value(uint32_t c)
{
    static const uint32_t digits[] = {0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94,
                                      0x516d, 0x4e03, 0x516b, 0x4e5d};
    for (uint32_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (digits[i] == c)
            return i + 1;
    return 0;
}

/* A number in the digits of any script, or in Han up to 19; *end: behind it. 0: none. */
static uint32_t numeral_at(struct slice words, uint32_t at, uint32_t *end)
{
    uint32_t number = 0, next = at, c = next_char(words, &next);
    *end = at;
    for (uint32_t count = 0; text_is_digit(c); c = next_char(words, &next)) {
        if (++count > MOST_DIGITS)
            return 0;
        number = number * 10 + digit_value(c);
        *end = next;
    }
    if (*end > at)
        return number;
    bool ten = c == 0x5341;
    number = ten ? 10 : han_value(c);
    *end = number > 0 ? next : at;
    uint32_t more = ten ? han_value(next_char(words, &next)) : 0;
    *end = more > 0 ? next : *end;
    return number + more;
}

/* "1- Wash", "1 - Wash", "[1] wash", and with digits or a letter of another script too */
static struct row read_label(struct slice words)
{
    struct row none = {ROW_NONE, 0, SLICE_EMPTY};
    uint32_t start = 0, end, c = next_char(words, &start);
    start = c == '(' || c == '[' || c == 0xff08 ? start : 0;
    uint32_t number = numeral_at(words, start, &end), close = md_skip_spaces(words, end);
    uint32_t letter = number > 0 ? 0 : next_char(words, &end);
    bool lettered = letter >= 0x80 && text_is_alnum(letter) && !text_is_digit(letter);
    close = lettered ? end : close;
    uint32_t at = close, mark = next_char(words, &at), rest = md_skip_spaces(words, at);
    if ((number == 0 && !lettered) || !is_closing(mark) || (close > end && !text_is_dash(mark)))
        return none;
    c = next_char(words, &(uint32_t){rest});
    bool spaced = rest > at;
    bool parted = mark >= 0x80 || mark == ')' || mark == ']' || spaced ||
                  (number > 0 && mark != ':' && mark != '/');
    if (!parted || rest >= words.len || (text_is_digit(c) && (!spaced || text_is_dash(mark))))
        return none;
    return (struct row){ROW_LABEL, number, slice_sub(words, close, at - close)};
}

/* "№ 1 Wash", "#1 Wash", with a point or another end of a label, too. */
static struct row read_signed(struct slice words)
{
    uint32_t start = 0, end, sign = next_char(words, &start);
    bool hash = sign == '#';
    struct row none = {ROW_NONE, 0, SLICE_EMPTY};
    if (!hash && sign != 0x2116)
        return none;
    uint32_t number = numeral_at(words, hash ? start : md_skip_spaces(words, start), &end);
    uint32_t at = end;
    if (number > 0 && is_closing(next_char(words, &at)))
        end = at;
    uint32_t rest = md_skip_spaces(words, end);
    return number > 0 && rest > end && rest < words.len
               ? (struct row){ROW_LABEL, number, slice_sub(words, 0, start)}
               : none;
}

/* "#. Wash", "(@) Wash": pandoc counts them. */
static struct row read_counted(struct slice words)
{
    uint32_t end = slice_starts(words, "#.") ? 2 : 0;
    if (slice_starts(words, "(@"))
        end = 2 + md_run_word(words, 2, "-_") + 1;
    bool counted = end > 0 && (md_at(words, end - 1) == '.' || md_at(words, end - 1) == ')') &&
                   md_is_blank(md_at(words, end)) && end + 1 < words.len;
    return (struct row){counted ? ROW_LABEL : ROW_NONE, 0, slice_sub(words, 0, counted ? 2 : 0)};
}

/* "| Ward 12": pandoc keeps such lines. */
static struct row read_bar(struct slice words)
{
    bool bar = slice_starts(words, "| ") && words.len > 2 &&
               slice_find(slice_from_position(words, 1), '|') == words.len - 1;
    return (struct row){bar ? ROW_BAR : ROW_NONE, 0, SLICE_EMPTY};
}

/* ---- steps and signs */

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
           c == 0x274e || (c >= 0x2190 && c <= 0x2193) || c == 0x21d2 || c == 0x2794 ||
           c == 0x279c || c == 0xbb || c == 0x203a || c == '~' || c == 0x2605 || c == 0x2606 ||
           c == 0x2666 || (c >= 0x2726 && c <= 0x2738);
}

/* What tells so with no blank behind it: numbers in circles, and the wide - and *. */
static bool is_glued(uint32_t c)
{
    return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x2793) || c == 0xff0d ||
           c == 0xff0a;
}

/* A digit as emoji have it, on a key: the digit, U+FE0F, U+20E3. */
static bool is_keycap(struct slice words)
{
    uint32_t at = 1;
    if (!ascii_is_digit(md_at(words, 0)))
        return false;
    uint32_t c = next_char(words, &at);
    return c == 0x20e3 || (c == 0xfe0f && next_char(words, &at) == 0x20e3);
}

static struct row read_sign(struct slice words)
{
    uint32_t end = 0, c = next_char(words, &end), at = md_skip_spaces(words, end);
    bool dash = text_is_dash(c) || c == '+';
    bool native = c < 0x80 && md_is_blank(md_at(words, end));
    if ((((is_telling(c) && at > end) || is_glued(c)) && at < words.len) || is_keycap(words))
        return (struct row){ROW_SIGN, 0, SLICE_EMPTY};
    if (dash && !native && text_digit_length(words, at) > 0)
        return (struct row){ROW_DASH, 0, SLICE_EMPTY};
    return (struct row){ROW_NONE, 0, SLICE_EMPTY};
}

static struct row read_row(struct slice words)
{
    struct md_link_definition address; /* "[1]: https://example.org" */
    if (md_at(words, 0) == '[' && md_link_definition(words, 0, (uint32_t)words.len, &address))
        return (struct row){ROW_NONE, 0, SLICE_EMPTY};
    struct row row = read_number(words);
    if (row.kind == ROW_NONE)
        row = read_label(words);
    if (row.kind == ROW_NONE)
        row = read_signed(words);
    if (row.kind == ROW_NONE)
        row = read_counted(words);
    if (row.kind == ROW_NONE)
        row = read_bar(words);
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
    else if (kind == ROW_LABEL)
        diag_add(f->diags, DIAG_CODE_LIST_UNMARKED, span,
                 "for a list write 1. or (a) and a space in front of each, in just these digits or "
                 "letters",
                 "these lines are numbered by hand and are no list: each is set on a line of its "
                 "own");
    else if (kind == ROW_BAR)
        diag_add(f->diags, DIAG_CODE_LIST_UNMARKED, span,
                 "to keep the lines, write them without the bars and end each with a backslash; "
                 "for a table write a bar behind each cell, too",
                 "a bar at a line's start is printed: each of these lines is set on its own");
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
    if (md_form_indent(f, line) >= CODE && !md_form_is_placed(f, line))
        md_edit_blanks(f->edits, line->blanks, line->at, 0);
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

/* Right below an item of Markdown's own, and like it: "-5 mg" below "- Take", an item without its
 * blank or a sign; "2- Dry" below "1. Wash". */
static bool is_below_item(const struct md_forms *f, const struct md_form_line *line,
                          const struct row *row)
{
    const struct md_lists *l = &f->lists;
    const struct md_list_level *top = l->depth > 0 ? &l->levels[l->depth - 1] : NULL;
    if (!f->text_above || !top || top->foreign || line->column != top->column)
        return false;
    if (row->kind == ROW_DASH)
        return md_at(f->text, line->at) == top->mark;
    return row->kind == ROW_LABEL && top->rank == 0 && row->number == top->number + 1;
}

uint32_t md_rows(struct md_forms *f, const struct md_form_line *line)
{
    struct row row = read_row(md_form_words(f->text, line));
    uint32_t count = 0;
    if (row.kind == ROW_NONE)
        return line->start;
    bool below = is_below_item(f, line, &row);
    if (row.number > 1 && row.kind == ROW_NUMBER && f->text_above && !below)
        return line->start; /* "take\n4 tablets and\n5 drops" */
    uint32_t behind = walk_rows(f, line, false, &count);
    if (count < 2 && !below)
        return line->start;
    if (!is_broken(md_form_words(f->text, line)))
        report(f, line, row.kind);
    if (f->text_above && row.kind != ROW_STEP)
        md_form_part(f, line);
    walk_rows(f, line, true, &count);
    return behind;
}
