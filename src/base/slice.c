#include "base/slice.h"

bool slice_equal_nocase(struct slice a, struct slice b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
            return false;
    return true;
}

bool slice_ends(struct slice a, const char *suffix)
{
    size_t len = strlen(suffix);
    return a.len >= len && memcmp(a.ptr + a.len - len, suffix, len) == 0;
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

size_t slice_find_string(struct slice a, const char *words)
{
    size_t at = slice_find(a, words[0]);
    while (at < a.len && !slice_starts(slice_from_position(a, at), words))
        at += 1 + slice_find(slice_from_position(a, at + 1), words[0]);
    return at;
}

struct slice slice_take(struct slice *rest, char end)
{
    size_t len = slice_find(*rest, end);
    struct slice taken = slice_sub(*rest, 0, len);
    *rest = slice_from_position(*rest, len + 1);
    return taken;
}
