#include "read/markdown/markers.h"

#include <string.h>

#include "base/utf8.h"
#include "read/markdown/scan.h"
#include "text/bullet.h"
#include "text/chars.h"

#define TAB_STOP       4u
#define NATIVE_DIGITS  9u /* CommonMark 0.31, 5.2 */
#define FOREIGN_DIGITS 3u
#define ABOVE_BYTES    200u
#define NUMERAL_LIMIT  9u /* bytes; xxxviii has seven */

/* ---- blanks */

static bool is_space(uint32_t c)
{
    return (c < 0x80 && ascii_is_space((char)c)) || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) ||
           c == 0x202f || c == 0x3000;
}

uint32_t md_skip_spaces(struct slice text, uint32_t at)
{
    for (size_t next = at; next < text.len && is_space(utf8_next(text, &next));)
        at = (uint32_t)next;
    return at;
}

static uint32_t char_at(struct slice text, uint32_t at)
{
    size_t next = at;
    return at < text.len ? utf8_next(text, &next) : 0;
}

static bool is_letter(uint32_t c)
{
    return text_is_alnum(c) && !text_is_digit(c);
}

/* Columns from byte start to end of a line that begins at column `column`. */
static uint32_t width_of(struct slice text, uint32_t start, uint32_t end, uint32_t column)
{
    uint32_t from = column;
    for (size_t at = start; at < end;)
        column += utf8_next(text, &at) == '\t' ? TAB_STOP - column % TAB_STOP : 1;
    return column - from;
}

/* ---- bullets */

static bool is_dash(uint32_t c)
{
    return c == '-' || c == '+' || (c >= 0x2010 && c <= 0x2015) || c == 0xf02d;
}

static void read_bullet(struct slice text, struct md_marker *m)
{
    uint32_t sign = char_at(text, m->start), after = 0;
    size_t end = m->start;
    if (end >= text.len)
        return;
    utf8_next(text, &end);
    after = char_at(text, (uint32_t)end);
    m->end = md_skip_spaces(text, (uint32_t)end);
    /* a dash before a number may be its sign */
    if (m->end == text.len || (is_dash(sign) && text_digit_length(text, m->end) > 0))
        return;
    const struct bullet *bullet = bullet_find(sign);
    if (!bullet || (bullet->company == BULLET_TABBED && after != '\t') ||
        (bullet->company == BULLET_SPACED && !is_space(after)))
        return;
    m->kind = MD_MARKER_FOREIGN;
    m->rank = bullet->rank;
    m->task = bullet->task;
    m->weak =
        bullet->company != BULLET_ALONE && (after != '\t' || bullet->company == BULLET_TABBED);
}

/* "[ ] item", "[x] item". */
static bool is_box(struct slice text)
{
    return slice_starts(text, "[ ] ") || slice_starts(text, "[x] ") || slice_starts(text, "[X] ");
}

/* "-item", "-[ ] item": Markdown wants a blank; "- item" with a no-break space. */
static void read_hyphen(struct slice text, struct md_marker *m)
{
    char c = md_at(text, m->start);
    if (c != '-' && c != '+' && c != '*')
        return;
    struct slice rest = slice_from_position(text, m->start + 1);
    uint32_t after = char_at(rest, 0);
    if (slice_find(rest, '*') < rest.len)
        return;
    m->end = md_skip_spaces(text, m->start + 1);
    bool begins = is_letter(after) || (is_space(after) && after >= 0x80) || is_box(rest);
    if (m->end == text.len || !begins || text_digit_length(text, m->end) > 0)
        return;
    m->kind = MD_MARKER_FOREIGN;
    m->rank = 1;
    m->weak = m->end == m->start + 1;
}

/* ---- numbers and letters */

static bool is_roman(struct slice numeral)
{
    for (size_t i = 0; i < numeral.len; i++)
        if (!strchr("ivxlcIVXLC", numeral.ptr[i]))
            return false;
    return true;
}

/* "(see part" on the line above: what closes a bracket begins no item. */
static bool closes_bracket(struct slice text, uint32_t at)
{
    uint32_t lines = 0;
    for (uint32_t i = at; i > 0 && at - i < ABOVE_BYTES && lines < 2; i--) {
        char c = text.ptr[i - 1];
        if (c == '(' || c == ')')
            return c == '(';
        lines += c == '\n';
    }
    return false;
}

/* "a)" "(1)" "iv.", and "1." with a no-break space or none behind it. */
static void read_label(struct slice text, struct md_marker *m)
{
    bool bracket = md_at(text, m->start) == '(';
    uint32_t at = m->start + bracket, len = md_run_word(text, at, "");
    char close = md_at(text, at + len);
    m->numeral = slice_sub(text, at, len);
    bool digits = ascii_is_digit(md_at(text, at));
    if (len == 0 || len > (digits ? FOREIGN_DIGITS : NUMERAL_LIMIT) ||
        (!digits && len > 2 && !is_roman(m->numeral)) ||
        (close != ')' && (bracket || close != '.')))
        return;
    if (close == ')' && !bracket && closes_bracket(text, m->start))
        return;
    m->end = md_skip_spaces(text, at + len + 1);
    uint32_t first = char_at(text, m->end);
    bool spaced = m->end > at + len + 1;
    /* "1.Wash", but not 1.5, a.m. and p.rn */
    bool joined = is_letter(first) && (close == ')' || (digits && text_lower(first) != first));
    if (m->end == text.len || (!spaced && !joined))
        return;
    m->kind = MD_MARKER_LABEL;
    m->delimiter = bracket ? '(' : close;
    m->weak = true;
}

/* ---- Markdown's own */

static bool is_native_end(struct slice text, uint32_t at)
{
    return at >= text.len || md_is_blank(text.ptr[at]);
}

static void read_native(struct slice text, struct md_marker *m)
{
    char c = md_at(text, m->start);
    uint32_t len = 0;
    while (ascii_is_digit(md_at(text, m->start + len)))
        len++;
    char close = md_at(text, m->start + len);
    bool bullet = c == '-' || c == '*' || c == '+';
    bool number = len > 0 && len <= NATIVE_DIGITS && (close == '.' || close == ')');
    uint32_t end = m->start + len + 1;
    if ((!bullet && !number) || !is_native_end(text, end))
        return;
    m->kind = bullet ? MD_MARKER_BULLET : MD_MARKER_NUMBER;
    m->end = md_skip_blanks(text, end);
    m->rank = bullet ? 1 : 0;
    m->delimiter = bullet ? c : close;
    m->numeral = slice_sub(text, m->start, len);
}

/* Most lines: a word of two letters or more, with no point or bracket behind it. No marker begins
 * so. */
static bool begins_with_word(struct slice text, uint32_t at)
{
    if (!ascii_is_alpha(md_at(text, at)) || !ascii_is_alpha(md_at(text, at + 1)))
        return false;
    for (at += 2; ascii_is_alnum(md_at(text, at));)
        at++;
    return md_at(text, at) != '.' && md_at(text, at) != ')';
}

struct md_marker md_marker_read(struct slice text, const struct md_form_line *line)
{
    static void (*const readers[])(struct slice, struct md_marker *) = {read_native, read_bullet,
                                                                        read_hyphen, read_label};
    struct md_marker m = {MD_MARKER_NONE};
    text = slice_sub(text, 0, line->end);
    if (begins_with_word(text, line->at))
        return m;
    for (size_t i = 0; i < sizeof readers / sizeof *readers && m.kind == MD_MARKER_NONE; i++) {
        m.start = i == 0 ? line->at : md_skip_spaces(text, line->at);
        readers[i](text, &m);
    }
    m.width = m.kind ? width_of(text, line->at, m.end, line->column) : 0;
    return m;
}
