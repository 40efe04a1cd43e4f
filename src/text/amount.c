#include "text/amount.h"

#include <string.h>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/lang.h"
#include "text/unit.h"

#define GROUP_DIGITS 3u

/* Letters of a word behind a slash: "mg/day". */
#define PER_MOST 8u

/* Bytes of what is looked at as a whole: no amount is longer. */
#define AMOUNT_MOST 80u

struct reader {
    struct slice text;
    size_t at;
    size_t point; /* of the number read last */
    bool comma;   /* the decimal sign */
};

/* ---- characters */

static uint32_t peek(const struct reader *r, size_t *next)
{
    *next = r->at;
    return r->at < r->text.len ? utf8_next(r->text, next) : 0;
}

static bool is_in(uint32_t c, const uint32_t *set, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (set[i] == c)
            return true;
    return false;
}

#define IS_IN(c, set) is_in((c), (set), sizeof(set) / sizeof *(set))

/* Spaces, and the marks that direct bidirectional text. */
static bool is_blank(uint32_t c)
{
    static const uint32_t blanks[] = {' ',   0xa0,   0x2009, 0x202f, 0x200e, 0x200f,
                                      0x61c, 0x2066, 0x2067, 0x2068, 0x2069};
    return IS_IN(c, blanks);
}

/* Signs before a number: + - − – < > ≤ ≥ ~ ≈ ± £ $ € ¥ ₹. */
static bool is_sign(uint32_t c)
{
    static const uint32_t signs[] = {'+', '-',    0x2212, 0x2013, '<', '>',    0x2264, 0x2265,
                                     '~', 0x2248, 0xb1,   0xa3,   '$', 0x20ac, 0xa5,   0x20b9};
    return IS_IN(c, signs);
}

/* Between the two numbers of a range or a ratio: hyphens, dashes, minus, slash. */
static bool is_joint(uint32_t c)
{
    static const uint32_t joints[] = {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, '/'};
    return IS_IN(c, joints);
}

/* What refers to a note below the table. */
static bool is_mark(uint32_t c)
{
    static const uint32_t marks[] = {'*', 0x2020, 0x2021, 0xa7, '+'};
    return IS_IN(c, marks);
}

static bool is_fraction(uint32_t c)
{
    return (c >= 0xbc && c <= 0xbe) || (c >= 0x2150 && c <= 0x215e);
}

static void skip(struct reader *r, bool (*class)(uint32_t c))
{
    size_t next;
    for (uint32_t c = peek(r, &next); c && class(c); c = peek(r, &next))
        r->at = next;
}

/* ---- numbers */

/* How many digits there are from byte `at` on; *end is behind them. */
static size_t count_digits(struct slice text, size_t at, size_t *end)
{
    size_t count = 0;
    for (size_t len; (len = text_digit_length(text, at)) > 0; at += len)
        count++;
    *end = at;
    return count;
}

enum separator { SEPARATOR_NONE, SEPARATOR_GROUP, SEPARATOR_DECIMAL };

/* What the sign c between `before` and `after` digits is. */
static enum separator separator_of(const struct reader *r, uint32_t c, size_t before, size_t after)
{
    bool groups = before <= GROUP_DIGITS && after == GROUP_DIGITS;
    if (after == 0)
        return SEPARATOR_NONE;
    if (c == 0x66b)
        return SEPARATOR_DECIMAL;
    if (c == '.' || c == ',')
        return groups && r->comma == (c == '.') ? SEPARATOR_GROUP : SEPARATOR_DECIMAL;
    if (c == '\'' || c == 0x2019 || c == 0x66c || c == ' ' || c == 0xa0 || c == 0x202f ||
        c == 0x2009)
        return groups ? SEPARATOR_GROUP : SEPARATOR_NONE;
    return SEPARATOR_NONE;
}

/* Digits with their groups and their fraction. A number does not begin with 0 before a digit: that
 * is a telephone's or a date's. */
static bool read_digits(struct reader *r)
{
    size_t end, next, start = r->at, count = count_digits(r->text, start, &end);
    if (count > 1 && r->text.ptr[start] == '0')
        return false;
    for (r->at = r->point = end;;) {
        uint32_t c = peek(r, &next);
        size_t after = count_digits(r->text, next, &end);
        enum separator kind = separator_of(r, c, count, after);
        if (kind == SEPARATOR_NONE)
            return true;
        r->at = end;
        if (kind == SEPARATOR_DECIMAL) {
            c = peek(r, &next);
            return !((c == '.' || c == ',') && text_digit_length(r->text, next) > 0);
        }
        r->point = end;
        count = after;
    }
}

/* "12", "1,200.50", "7½", "½", ".5". */
static bool read_number(struct reader *r)
{
    size_t next, start;
    skip(r, is_blank);
    skip(r, is_sign);
    skip(r, is_blank);
    start = r->at;
    if (text_digit_length(r->text, r->at) > 0 && !read_digits(r))
        return false;
    bool whole = r->at > start;
    uint32_t c = peek(r, &next);
    if (is_fraction(c)) {
        r->point = whole ? r->point : r->at;
        r->at = next;
        return true;
    }
    if (!whole && (c == '.' || c == ',') && text_digit_length(r->text, next) > 0) {
        r->point = r->at;
        count_digits(r->text, next, &r->at);
        return true;
    }
    return whole;
}

/* ---- units */

static bool is_unit_sign(uint32_t c)
{
    static const uint32_t signs[] = {'%', 0x66a, 0x2030, 0xb0, 0xb2, 0xb3, 0x20ac, 0xa3, '$'};
    return text_is_alnum(c) || IS_IN(c, signs);
}

static struct slice read_word(struct reader *r)
{
    size_t start = r->at;
    skip(r, is_unit_sign);
    return slice_sub(r->text, start, r->at - start);
}

/* A unit and what it is for: "mg/kg/day". Where there is none, nothing is read. */
static void read_unit(struct reader *r)
{
    size_t start = r->at;
    skip(r, is_blank);
    if (!unit_is_of_tables(read_word(r))) {
        r->at = start;
        return;
    }
    while (r->at < r->text.len && r->text.ptr[r->at] == '/') {
        size_t slash = r->at++;
        struct slice word = read_word(r);
        if (word.len == 0 || utf8_count(word) > PER_MOST || text_digit_length(word, 0) > 0) {
            r->at = slash;
            return;
        }
    }
}

/* ---- ranges */

/* "to" in some languages. */
static bool read_to(struct reader *r)
{
    static const char *const words[] = {"to", "à", "a", "bis", "do", "i", "до", "إلى"};
    size_t start = r->at;
    skip(r, text_is_alnum);
    struct slice word = slice_sub(r->text, start, r->at - start);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_nocase(word, slice_from(words[i])))
            return true;
    return false;
}

/* One number, or two with a joint between them; then its unit. */
static bool read_range(struct reader *r)
{
    size_t next;
    if (!read_number(r))
        return false;
    size_t point = r->point;
    read_unit(r);
    size_t start = r->at;
    skip(r, is_blank);
    uint32_t c = peek(r, &next);
    bool joined = is_joint(c);
    if (joined)
        r->at = next;
    if ((joined || read_to(r)) && read_number(r)) {
        read_unit(r);
        return true;
    }
    r->at = start;
    r->point = point;
    return true;
}

/* "(40 %)" behind an amount. */
static bool read_brackets(struct reader *r)
{
    size_t point = r->point, next;
    skip(r, is_blank);
    if (peek(r, &next) != '(')
        return true;
    r->at = next;
    bool closed = read_range(r) && peek(r, &next) == ')';
    r->at = closed ? next : r->at;
    r->point = point;
    return closed;
}

static bool has_decimal_comma(const char *lang)
{
    static const char *const points[] = {
        "en", "cy", "ga", "gd", "zh", "ja", "ko", "th", "he", "hi", "bn", "pa",  "gu", "ta", "te",
        "ml", "mr", "ne", "ur", "ar", "fa", "so", "sw", "am", "ms", "tl", "fil", "mt", "ti"};
    static const char *const places[] = {"de-CH", "de-LI", "it-CH", "es-MX", "es-US", "es-PR"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (slice_equal_nocase(slice_from(lang), slice_from(places[i])))
            return false;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        if (text_lang_same_primary(lang, points[i]))
            return false;
    return true;
}

bool amount_read(struct slice text, const char *lang, size_t *point)
{
    struct reader r = {.text = text};
    if (text.len > AMOUNT_MOST)
        return false;
    r.comma = lang && has_decimal_comma(lang);
    if (!read_range(&r) || !read_brackets(&r))
        return false;
    skip(&r, is_mark);
    skip(&r, is_blank);
    *point = r.point;
    return r.at == text.len;
}

bool amount_is_missing(struct slice text)
{
    size_t next;
    struct reader r = {.text = text};
    skip(&r, is_blank);
    uint32_t c = peek(&r, &next);
    if (c == 0 || slice_equal_nocase(slice_trim(text), SLICE_LIT("n/a")))
        return true;
    if (!is_joint(c) || c == '/')
        return false;
    r.at = next;
    skip(&r, is_blank);
    return r.at == text.len;
}
