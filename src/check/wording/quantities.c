#include "check/wording/quantities.h"

#include <string.h>

#define UNIT_MOST 12u

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

static void read_unit(struct slice text, struct quantity_found *found)
{
    size_t blank = prose_blank(text, found->end), at = found->end + blank, end = at;
    if (blank == 0 && at < text.len && text.ptr[at] == '-')
        return; /* "5-mg" is a compound */
    while (end < text.len && end - at <= UNIT_MOST && is_letter(text.ptr[end]) &&
           prose_blank(text, end) == 0 && !slice_starts(slice_from_position(text, end), "–"))
        end++;
    struct slice word = slice_sub(text, at, end - at);
    if (end < text.len && (is_digit(text.ptr[end]) || strchr("'-", text.ptr[end])))
        return;
    found->kind = unit_kind_of(word);
    if (found->kind == UNIT_NONE)
        return;
    found->joined = blank == 0;
    found->unit = at;
    found->unit_end = end;
}

/* Reads the number at start; false: something else stands there. */
static bool read_number(struct slice text, size_t start, struct quantity_found *found)
{
    size_t at = start, points = 0;
    *found = (struct quantity_found){.start = start};
    size_t point = text.len;
    for (; at < text.len; at++) {
        bool sign = (text.ptr[at] == '.' || text.ptr[at] == ',') && at + 1 < text.len &&
                    is_digit(text.ptr[at + 1]);
        if (sign) {
            points++;
            point = at;
        } else if (!is_digit(text.ptr[at])) {
            break;
        }
    }
    found->end = at;
    found->point = points > 0 ? point : at;
    return points <= 2;
}

/* True if a number may begin behind the byte before it. */
static bool may_follow(struct slice text, size_t start)
{
    char c = start > 0 ? text.ptr[start - 1] : ' ';
    return !ascii_is_alnum(c) && c != '.' && c != ',' && c != '_' && c != '-' &&
           ((unsigned char)c < 0x80 || prose_blank(text, start - 2) == 2 ||
            (start >= 3 && (unsigned char)text.ptr[start - 3] == 0xe2));
}

bool quantity_next(const struct prose_passage *passage, size_t from, struct quantity_found *found)
{
    struct slice text = passage->text;
    if (!passage->digits)
        return false;
    for (size_t at = from; at < text.len; at++) {
        bool naked = text.ptr[at] == '.' && at + 1 < text.len && is_digit(text.ptr[at + 1]);
        if (!is_digit(text.ptr[at]) && !naked)
            continue;
        bool good = read_number(text, at, found) && may_follow(text, at);
        if (good) {
            read_unit(text, found);
            return true;
        }
        at = found->end - 1;
    }
    return false;
}
