#include "read/plain/starts.h"

#include <string.h>

#include "base/utf8.h"
#include "text/bullet.h"
#include "text/chars.h"

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

/* Bullets that are no letter or dash need no blank behind them. */
static bool starts_bullet(struct slice text, struct plain_start *start)
{
    size_t len = 0;
    uint32_t c = utf8_next(text, &len);
    const struct bullet *bullet = bullet_find(c);
    bool plain = c == '-' || c == '*', glued = bullet && bullet->company == BULLET_ALONE;
    size_t after = skip_blanks(text, len);
    bool tab = len < text.len && text.ptr[len] == '\t';
    if ((!bullet && !plain) || ((after == text.len || after == len) && !glued) ||
        (bullet && bullet->company == BULLET_TABBED && !tab))
        return false;
    *start = (struct plain_start){.kind = PLAIN_BULLET,
                                  .skip = (uint32_t)after,
                                  .mark = c,
                                  .rank = bullet ? bullet->rank : 1,
                                  .task = bullet ? bullet->task : '\0',
                                  .glued = glued,
                                  .weak = text_is_dash(c) || (c == 'o' && !tab)};
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
static size_t label_length(struct slice text, struct plain_label *label)
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
    label->numeral = slice_sub(text, from, at - from);
    label->delimiter = from > 0 ? '(' : text.ptr[at];
    return closed ? at + 1 : 0;
}

static void read_label(struct slice text, struct plain_start *start)
{
    size_t length = label_length(text, &start->label);
    size_t after = skip_blanks(text, length);
    if (length > 0 && after > length && after < text.len && start->label.delimiter != ':')
        start->label.skip = (uint32_t)after;
    if (length == 0)
        length = step_length(text);
    start->labelled = length > 0 && (length == text.len || plain_blank_length(text, length) > 0);
}

struct plain_start plain_start_of(struct slice text)
{
    struct plain_start start = {.kind = PLAIN_TEXT};
    if (is_marks(text))
        start.kind = PLAIN_MARKS;
    else if (!starts_bullet(text, &start) && !starts_number(text, &start))
        read_label(text, &start);
    return start;
}
