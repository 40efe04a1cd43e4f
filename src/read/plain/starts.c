#include "read/plain/starts.h"

#include <string.h>

#include "base/utf8.h"

/* Above this, "2026. A year to remember" would be an item. */
#define NUMBER_LIMIT 99u

/* Longer than xxxviii no roman number of a list is. */
#define LABEL_LIMIT 7u

size_t plain_blank_length(struct slice text, size_t at)
{
    struct slice rest = slice_from_position(text, at);
    return rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t') ? 1
           : slice_starts(rest, "\u00a0")                              ? 2
           : slice_starts(rest, "\u200b")                              ? 3
                                                                       : 0;
}

struct slice plain_trim(struct slice text)
{
    for (size_t blank = 1; blank > 0; text = slice_from_position(text, blank)) {
        text = slice_trim(text);
        blank = plain_blank_length(text, 0);
    }
    for (;;) {
        text = slice_trim(text);
        if (slice_ends(text, "\u00a0"))
            text.len -= 2;
        else if (slice_ends(text, "\u200b"))
            text.len -= 3;
        else
            return text;
    }
}

static bool is_marks(struct slice text)
{
    size_t marks = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("*-_=~#+", text.ptr[i]) && text.ptr[i])
            marks++;
        else if (plain_blank_length(text, i) == 0)
            return false;
    }
    return marks >= 3;
}

static size_t skip_blanks(struct slice text, size_t at)
{
    for (size_t blank; (blank = plain_blank_length(text, at)) > 0;)
        at += blank;
    return at;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

/* The bullets of word processors, with those that Symbol and Wingdings have in the private area.
 * Ticks and crosses are none: they say something. */
static bool is_bullet(uint32_t c)
{
    static const uint32_t bullets[] = {'*',    'o',    0xb7,   0x2022, 0x2023, 0x2043,
                                       0x2219, 0x25a0, 0x25aa, 0x25ab, 0x25ba, 0x25cb,
                                       0x25cf, 0x25e6, 0x2756, 0x27a2, 0x27a4, 0xf06c,
                                       0xf06e, 0xf076, 0xf0a7, 0xf0b7, 0xf0d8};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (c == bullets[i])
            return true;
    return is_dash(c);
}

/* Bullets that are no letter or dash need no blank where they cannot be anything else. */
static bool starts_bullet(struct slice text, struct plain_start *start)
{
    size_t len = 0;
    uint32_t c = utf8_next(text, &len);
    if (!is_bullet(c))
        return false;
    size_t after = skip_blanks(text, len);
    bool glued = c >= 0x2022 && !is_dash(c);
    if ((after == text.len || after == len) && !glued)
        return false;
    *start = (struct plain_start){.kind = PLAIN_BULLET,
                                  .skip = (uint32_t)after,
                                  .mark = c,
                                  .weak = (c == 'o' && text.ptr[len] != '\t') || is_dash(c)};
    return true;
}

static bool starts_number(struct slice text, struct plain_start *start)
{
    size_t len = 0;
    uint32_t number = 0;
    for (; len < text.len && ascii_is_digit(text.ptr[len]) && number <= NUMBER_LIMIT; len++)
        number = number * 10 + (uint32_t)(text.ptr[len] - '0');
    if (len == 0 || len > 2 || len >= text.len || (text.ptr[len] != '.' && text.ptr[len] != ')'))
        return false;
    size_t after = skip_blanks(text, len + 1);
    if (after == len + 1 || after == text.len)
        return false;
    *start = (struct plain_start){.kind = PLAIN_NUMBER,
                                  .skip = (uint32_t)after,
                                  .number = number,
                                  .delimiter = text.ptr[len]};
    return true;
}

/* "Step 1: ", "Day 2. ": a word, a number and a mark. Returns its length without the blank, or 0.
 */
static size_t step_length(struct slice text)
{
    size_t at = 0;
    while (at < text.len && at < LABEL_LIMIT && ascii_is_alpha(text.ptr[at]))
        at++;
    size_t digits = at + 1;
    if (at < 2 || at >= text.len || text.ptr[at] != ' ')
        return 0;
    for (at = digits; at < text.len && at < digits + 2 && ascii_is_digit(text.ptr[at]);)
        at++;
    return at > digits && at < text.len && strchr(".:)", text.ptr[at]) ? at + 1 : 0;
}

/* "a) ", "(a) ", "B. ", "iv) ", "(12) ", "Q: ". Only small Roman numbers: "I." ends a sentence.
 * Returns its length without the blank, or 0. */
static size_t label_length(struct slice text)
{
    size_t at = slice_starts(text, "("), from = at;
    bool letter = true, roman = true, digits = true;
    for (; at < text.len && at - from < LABEL_LIMIT && ascii_is_alnum(text.ptr[at]); at++) {
        digits = digits && ascii_is_digit(text.ptr[at]);
        roman = roman && strchr("ivxl", text.ptr[at]);
        letter = letter && at == from && ascii_is_alpha(text.ptr[at]);
    }
    if (at == from || at >= text.len || !(letter || roman || digits))
        return 0;
    bool closed = text.ptr[at] == ')' || (from == 0 && !digits && strchr(".:", text.ptr[at]));
    return closed ? at + 1 : 0;
}

static bool starts_label(struct slice text)
{
    size_t length = label_length(text);
    if (length == 0)
        length = step_length(text);
    return length > 0 && (length == text.len || plain_blank_length(text, length) > 0);
}

struct plain_start plain_start_of(struct slice text)
{
    struct plain_start start = {.kind = PLAIN_TEXT};
    if (is_marks(text))
        start.kind = PLAIN_MARKS;
    else if (!starts_bullet(text, &start) && !starts_number(text, &start))
        start.labelled = starts_label(text);
    return start;
}
