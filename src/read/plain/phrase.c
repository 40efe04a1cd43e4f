#include "read/plain/phrase.h"

#include <string.h>

#include "base/utf8.h"
#include "text/address.h"
#include "text/amount.h"
#include "text/ending.h"
#include "text/text.h"

/* In columns. A heading is a short line. */
#define HEADING_LIMIT 70u

/* So many digits in a row, blanks and the marks of phone numbers aside, are a phone number. */
#define PHONE_DIGITS 7

/* No word is longer: what is, is an address or a script without spaces. */
#define WORD_LIMIT 24u

/* From here on: scripts of East Asia, which part no words. */
#define FIRST_IDEOGRAPH 0x2e80u

/* The first letter or digit, or 0. */
static uint32_t first_letter(struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (text_is_alnum(c))
            return c;
    }
    return 0;
}

/* Only Latin, Greek, Cyrillic and Armenian have small letters. */
bool plain_begins_lower(struct slice line)
{
    uint32_t c = first_letter(line);
    bool cased = (c >= 'a' && c <= 'z') || (c >= 0xdf && c < 0x590) || (c >= 0x1e00 && c < 0x2000);
    return cased && text_lower(c) == c;
}

bool plain_begins_degrees(struct slice line)
{
    static const char *const units[] = {"\u00b0", "\u00ba", "\u2103", "\u2109", "degree"};
    size_t at = 0;
    while (at < line.len && (ascii_is_digit(line.ptr[at]) || strchr(".,", line.ptr[at])))
        at++;
    struct slice rest = slice_from_position(line, at);
    while (slice_starts(rest, " ") || slice_starts(rest, "\u00a0"))
        rest = slice_from_position(rest, rest.ptr[0] == ' ' ? 1 : 2);
    for (size_t i = 0; at > 0 && i < sizeof units / sizeof *units; i++)
        if (slice_starts(rest, units[i]))
            return true;
    return false;
}

static bool is_capital(uint32_t c)
{
    return text_lower(c) != c;
}

bool plain_begins_capitals(struct slice line)
{
    size_t at = 0;
    if (line.len == 0 || !is_capital(utf8_next(line, &at)))
        return false;
    uint32_t c = at < line.len ? utf8_next(line, &at) : ' ';
    return is_capital(c) || c == ' ' || c == '-' || (c >= '0' && c <= '9');
}

bool plain_ends_name(struct slice line)
{
    size_t at = line.len;
    while (at > 0 && !ascii_is_space(line.ptr[at - 1]))
        at--;
    return at < line.len && is_capital(utf8_next(line, &at));
}

bool plain_begins_digit(struct slice line)
{
    uint32_t c = first_letter(line);
    return c >= '0' && c <= '9';
}

uint32_t plain_columns(struct slice text)
{
    uint32_t columns = 0;
    for (size_t at = 0; at < text.len;) {
        columns += text_is_wide(utf8_next(text, &at)) ? 2 : 1;
    }
    return columns;
}

uint32_t plain_first_word(struct slice line)
{
    uint32_t count = 0;
    for (size_t at = 0; at < line.len && count < WORD_LIMIT;) {
        uint32_t c = utf8_next(line, &at);
        if (c < 0x80 && ascii_is_space((char)c))
            break;
        count += text_is_wide(c) ? 2 : 1;
        if (c >= FIRST_IDEOGRAPH && c < 0xf900)
            break;
    }
    return count;
}

/* "pre- and post-operative": the hyphen stands for a word, and a space follows it. */
static bool begins_joint(struct slice next)
{
    static const char *const joints[] = {"and ", "or ", "to ", "und ", "oder ", "et ", "ou "};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (slice_starts(next, joints[i]))
            return true;
    return false;
}

bool plain_is_parted(struct slice line, struct slice next)
{
    size_t at = line.len, from = 0;
    uint32_t mark = at > 0 ? utf8_previous(line, &at) : 0;
    if ((mark != '-' && mark != 0x2010 && mark != 0x2013) || at == 0 || next.len == 0 ||
        begins_joint(next))
        return false;
    uint32_t before = utf8_previous(line, &at), after = utf8_next(next, &from);
    bool digits = text_is_digit(before) && text_is_digit(after);
    return digits || (mark != 0x2013 && text_is_alnum(before) && text_is_alnum(after));
}

/* Numbers too short to tell by their digits. */
static bool is_emergency(struct slice word)
{
    static const char *const numbers[] = {"999", "112", "911", "111", "101"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (slice_equal_string(word, numbers[i]))
            return true;
    return false;
}

static bool holds_phone(struct slice text)
{
    int digits = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool group = c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/' ||
                     c == '+' || c == 0xa0 || c == 0x202f || c == 0x2010 || c == 0x2011 ||
                     c == 0x2013;
        if (c >= '0' && c <= '9')
            digits++;
        else if (!group)
            digits = 0;
        if (digits >= PHONE_DIGITS)
            return true;
    }
    return false;
}

static const char *holds_address(struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && !ascii_is_space(text.ptr[end]))
            end++;
        struct slice word = address_bare_word(slice_sub(text, at, end - at));
        if (address_is_email(word))
            return "holds an e-mail address";
        if (address_is_web(word))
            return "holds a web address";
        if (is_emergency(word))
            return "holds a phone number";
        at = end + 1;
    }
    return holds_phone(text) ? "holds a phone number" : NULL;
}

bool plain_begins_address(struct slice line)
{
    size_t end = 0;
    while (end < line.len && !ascii_is_space(line.ptr[end]))
        end++;
    return plain_is_address(slice_sub(line, 0, end));
}

bool plain_is_address(struct slice line)
{
    struct slice word = address_bare_word(line);
    return address_is_email(word) || address_is_web(word);
}

static bool has_letter(struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (text_is_alnum(c) && !(c >= '0' && c <= '9'))
            return true;
    }
    return false;
}

/* A full stop behind a word of four letters or more, with a capital after it: no "Dr. A". */
static bool holds_sentence_end(struct slice text)
{
    size_t word = 0;
    for (size_t i = 0; i + 2 < text.len; i++) {
        bool stop = text.ptr[i] == '.' && text.ptr[i + 1] == ' ';
        if (stop && word >= 4 && text.ptr[i + 2] >= 'A' && text.ptr[i + 2] <= 'Z')
            return true;
        word = ascii_is_alpha(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80 ? word + 1 : 0;
    }
    return false;
}

static bool is_inside_brackets(struct slice text)
{
    int open = 0;
    for (size_t i = 0; i < text.len; i++)
        open += (text.ptr[i] == '(') - (text.ptr[i] == ')' && open > 0);
    return open > 0;
}

const char *plain_why_text(struct slice line)
{
    size_t point;
    switch (text_ending_of(line)) {
    case TEXT_ENDING_STOP: return "ends with a full stop";
    case TEXT_ENDING_COLON: return "ends with a colon";
    case TEXT_ENDING_PAUSE: return "ends in the middle of a sentence";
    case TEXT_ENDING_OPEN:
    case TEXT_ENDING_CALL: break;
    }
    if (plain_begins_lower(line))
        return "begins in lower case";
    if (line.len > HEADING_LIMIT * 4u || plain_columns(line) > HEADING_LIMIT)
        return "too long for a heading";
    if (slice_starts(line, "("))
        return "stands in brackets";
    if (is_inside_brackets(line))
        return "ends inside brackets";
    if (holds_sentence_end(line))
        return "holds the end of a sentence";
    if (!has_letter(line))
        return "holds no word";
    if (amount_read(line, NULL, &point))
        return "is an amount";
    if (slice_find_string(line, "___") < line.len)
        return "holds a line to fill in";
    return holds_address(line);
}
