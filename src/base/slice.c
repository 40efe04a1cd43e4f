#include "base/slice.h"

#include <string.h>

struct slice slice_from(const char *string)
{
    return string ? (struct slice){string, strlen(string)} : SLICE_EMPTY;
}

bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool slice_equal_string(struct slice a, const char *string)
{
    return slice_equal(a, slice_from(string));
}

bool slice_equal_nocase(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
            return false;
    return true;
}

bool slice_starts(struct slice a, const char *prefix)
{
    size_t len = strlen(prefix);
    return a.len >= len && memcmp(a.ptr, prefix, len) == 0;
}

bool slice_ends(struct slice a, const char *suffix)
{
    size_t len = strlen(suffix);
    return a.len >= len && memcmp(a.ptr + a.len - len, suffix, len) == 0;
}

struct slice slice_sub(struct slice a, size_t start, size_t len)
{
    if (start > a.len)
        start = a.len;
    if (len > a.len - start)
        len = a.len - start;
    return (struct slice){start > 0 ? a.ptr + start : a.ptr, len}; /* an empty one may have NULL */
}

struct slice slice_from_position(struct slice a, size_t start)
{
    return slice_sub(a, start, a.len);
}

struct slice slice_trim(struct slice a)
{
    while (a.len > 0 && ascii_is_space(a.ptr[0])) {
        a.ptr++;
        a.len--;
    }
    while (a.len > 0 && ascii_is_space(a.ptr[a.len - 1]))
        a.len--;
    return a;
}

size_t slice_find(struct slice a, char c)
{
    const char *found = a.len > 0 ? memchr(a.ptr, c, a.len) : NULL;
    return found ? (size_t)(found - a.ptr) : a.len;
}

struct slice slice_take(struct slice *rest, char end)
{
    size_t len = slice_find(*rest, end);
    struct slice taken = slice_sub(*rest, 0, len);
    *rest = slice_from_position(*rest, len + 1);
    return taken;
}

bool ascii_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool ascii_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool ascii_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}
