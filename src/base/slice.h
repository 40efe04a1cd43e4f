/* A borrowed run of bytes: pointer and length, not NUL-terminated. Owns nothing. Every module. The
 * small functions stand here whole, since readers and rules call them for every byte. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *ptr;
    size_t len;
};

/* printf("%.*s", SLICE_ARGS(s)): for short slices, length at most INT_MAX. */
#define SLICE_ARGS(s) (int)(s).len, (s).ptr

#define SLICE_EMPTY ((struct slice){"", 0})

/* The slice of a string literal. */
#define SLICE_LIT(literal) ((struct slice){"" literal, sizeof(literal) - 1})

/* The slice of a NUL-terminated string; NULL gives the empty slice. */
static inline struct slice slice_from(const char *string)
{
    return string ? (struct slice){string, strlen(string)} : SLICE_EMPTY;
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}
static inline bool slice_equal_string(struct slice a, const char *string)
{
    return slice_equal(a, slice_from(string));
}
/* ASCII letters compare without case; other bytes exactly. */
bool slice_equal_nocase(struct slice a, struct slice b);
static inline bool slice_starts(struct slice a, const char *prefix)
{
    size_t len = strlen(prefix);
    return a.len >= len && memcmp(a.ptr, prefix, len) == 0;
}
bool slice_ends(struct slice a, const char *suffix);

/* From byte start, len bytes; both are clamped to the slice. */
static inline struct slice slice_sub(struct slice a, size_t start, size_t len)
{
    if (start > a.len)
        start = a.len;
    if (len > a.len - start)
        len = a.len - start;
    return (struct slice){start > 0 ? a.ptr + start : a.ptr, len}; /* an empty one may have NULL */
}

/* The rest from byte start on; start is clamped to the slice. */
static inline struct slice slice_from_position(struct slice a, size_t start)
{
    return slice_sub(a, start, a.len);
}

/* Takes what is before the first byte end off *rest, and that byte; all where there is none. */
struct slice slice_take(struct slice *rest, char end);

/* Without leading and trailing ASCII white space (space, tab, CR, LF). */
struct slice slice_trim(struct slice a);

/* Index of the first byte c, or a.len when there is none. */
size_t slice_find(struct slice a, char c);
/* Index of the first byte of the first `words` (not empty), or a.len. Quick where its first byte is
 * rare. */
size_t slice_find_string(struct slice a, const char *words);

/* ASCII-only character classes, free of locale. */
static inline bool ascii_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

static inline char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}
