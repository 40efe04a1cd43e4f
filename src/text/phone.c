#include "text/phone.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/chars.h"

/* E.164: at most 15 digits with the country code. National numbers are shorter. */
#define MOST_DIGITS_ABROAD  15
#define MOST_DIGITS         12
#define FEWEST_DIGITS       6
#define FEWEST_SHORT_DIGITS 3 /* of a number in one group: 111 */
#define AREA_DIGITS         5 /* the longest area or country code with its 0 or 00 */
#define CLOCK_DIGITS        2 /* of an hour, and of the minutes */
#define PREFIX_DIGITS       3 /* the longest prefix of a country */

struct number_scan {
    struct slice text;
    struct phone phone;
    int digits, groups;
};

static bool is_space(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x2009 || c == 0x202f;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == '.' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/* The character at pos, 0 at the end; moves pos past it. */
static uint32_t next_character(struct slice text, size_t *pos)
{
    return *pos < text.len ? utf8_next(text, pos) : 0;
}

static size_t digits_end(struct slice text, size_t pos)
{
    while (pos < text.len && ascii_is_digit(text.ptr[pos]))
        pos++;
    return pos;
}

/* True if the digits [pos, end) are part of a word or a time: "9am", "9.30am", "9-5pm", "08:00". */
static bool is_clock(struct slice text, size_t pos, size_t end)
{
    for (int parts = 0; parts < 4; parts++) {
        size_t next = end;
        uint32_t c = next_character(text, &next);
        size_t next_end = digits_end(text, next);
        if (c != '+' && text_is_alnum(c))
            return true;
        if (end - pos > CLOCK_DIGITS || next_end == next)
            return false;
        if (c == ':')
            return true;
        if (!is_dash(c))
            return false;
        pos = next;
        end = next_end;
    }
    return false;
}

/* Brackets stand first, "(01632) 960 001", or after a country code, "+44 (0)1632", "1 (555)". */
static bool may_bracket(const struct number_scan *scan)
{
    struct slice number = slice_from_position(scan->text, scan->phone.start);
    bool abroad = slice_starts(number, "+") || slice_starts(number, "00");
    return scan->groups == 0 || scan->digits == 1 || (abroad && scan->digits <= AREA_DIGITS);
}

/* End of "(01632)" or "(+44)" at pos, or pos. */
static size_t bracket_end(struct slice text, size_t pos)
{
    size_t at = pos + 1;
    if (slice_starts(slice_from_position(text, at), "+"))
        at++;
    size_t end = digits_end(text, at);
    return end > at && end < text.len && text.ptr[end] == ')' ? end + 1 : pos;
}

/* The end of the group of digits at pos, or pos where none stands. */
static size_t group_end(const struct number_scan *scan, size_t pos)
{
    struct slice text = scan->text;
    size_t first = pos;
    if (pos < text.len && text.ptr[pos] == '(')
        return may_bracket(scan) ? bracket_end(text, pos) : pos;
    if (pos < text.len && text.ptr[pos] == '+' && scan->groups == 0)
        first++;
    size_t end = digits_end(text, first);
    return end == first || is_clock(text, first, end) ? pos : end;
}

/* Adds the group [pos, end); false when the number would be too long. */
static bool add_group(struct number_scan *scan, size_t pos, size_t end)
{
    int digits = scan->digits;
    for (size_t i = pos; i < end; i++)
        digits += ascii_is_digit(scan->text.ptr[i]);
    struct slice number = slice_sub(scan->text, scan->phone.start, end - scan->phone.start);
    bool abroad = slice_find(number, '+') < number.len;
    if (digits > (abroad ? MOST_DIGITS_ABROAD : MOST_DIGITS))
        return false;
    scan->digits = digits;
    scan->groups++;
    scan->phone.end = end;
    return true;
}

/* Past the one space, dash or (after an area code) slash at pos. */
static size_t separator_end(const struct number_scan *scan, size_t pos)
{
    size_t next = pos, after = pos;
    uint32_t c = next_character(scan->text, &next);
    if (is_dash(c))
        return next;
    if (is_space(c)) {
        after = next;
        c = next_character(scan->text, &next);
    }
    if (c != '/' || scan->digits > AREA_DIGITS || scan->text.ptr[scan->phone.start] != '0')
        return after;
    after = next;
    return is_space(next_character(scan->text, &next)) ? next : after;
}

static bool is_number(const struct number_scan *scan, bool first)
{
    char begin = scan->text.ptr[scan->phone.start];
    if (!first && begin != '0' && begin != '+' && begin != '(')
        return false;
    return scan->digits >= FEWEST_DIGITS ||
           (first && scan->groups == 1 && scan->digits >= FEWEST_SHORT_DIGITS);
}

static struct number_scan scan_number(struct slice text, size_t start)
{
    struct number_scan scan = {text, {start, start}, 0, 0};
    for (size_t pos = start, end; (end = group_end(&scan, pos)) > pos;) {
        if (!add_group(&scan, pos, end))
            break;
        pos = separator_end(&scan, end);
    }
    return scan;
}

bool phone_find(struct slice text, size_t from, struct phone *phone)
{
    for (size_t i = from; i < text.len; i++) {
        char c = text.ptr[i];
        if (!ascii_is_digit(c) && c != '+' && c != '(')
            continue;
        struct number_scan scan = scan_number(text, i);
        if (scan.groups > 0 && is_number(&scan, from == 0)) {
            *phone = scan.phone;
            return true;
        }
        while (ascii_is_digit(c) && i + 1 < text.len && !ascii_is_space(text.ptr[i + 1]))
            i++; /* "24/12/2026" is none, nor is a part of it */
    }
    return false;
}

/* The digits of a number; abroad: without the (0) of "+44 (0)1632". */
static void put_digits(struct buf *out, struct slice number, bool abroad)
{
    for (size_t i = 0; i < number.len; i++) {
        if (abroad && slice_starts(slice_from_position(number, i), "(0)"))
            i += 2;
        else if (ascii_is_digit(number.ptr[i]))
            buf_put_char(out, number.ptr[i]);
    }
}

const char *phone_href(struct arena *arena, struct slice number)
{
    struct buf href = {0};
    bool abroad = slice_starts(number, "+") || slice_starts(number, "(+");
    buf_put_string(&href, abroad ? "tel:+" : "tel:");
    put_digits(&href, number, abroad);
    return buf_keep(&href, arena).ptr;
}

static struct slice without_zeros(const struct buf *digits)
{
    size_t zeros = 0;
    while (zeros < digits->len && digits->data[zeros] == '0')
        zeros++;
    return slice_from_position(buf_slice(digits), zeros);
}

bool phone_is_shown(struct slice words, struct slice dialled)
{
    struct buf words_digits = {0}, all_digits = {0};
    put_digits(&words_digits, words, true);
    put_digits(&all_digits, dialled, true);
    struct slice shown = without_zeros(&words_digits), all = without_zeros(&all_digits);
    size_t prefix = all.len > shown.len ? all.len - shown.len : 0;
    bool same = shown.len >= FEWEST_SHORT_DIGITS && prefix <= PREFIX_DIGITS &&
                slice_equal(slice_from_position(all, prefix), shown);
    buf_free(&words_digits);
    buf_free(&all_digits);
    return same;
}
