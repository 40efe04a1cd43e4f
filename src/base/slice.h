/* A borrowed run of bytes: pointer and length, not NUL-terminated. Owns nothing. Every module. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

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
struct slice slice_from(const char *string);

bool slice_equal(struct slice a, struct slice b);
bool slice_equal_string(struct slice a, const char *string);
/* ASCII letters compare without case; other bytes exactly. */
bool slice_equal_nocase(struct slice a, struct slice b);
bool slice_starts(struct slice a, const char *prefix);
bool slice_ends(struct slice a, const char *suffix);

/* From byte start, len bytes; both are clamped to the slice. */
struct slice slice_sub(struct slice a, size_t start, size_t len);

/* The rest from byte start on; start is clamped to the slice. */
struct slice slice_from_position(struct slice a, size_t start);

/* Takes what is before the first byte end off *rest, and that byte; all where there is none. */
struct slice slice_take(struct slice *rest, char end);

/* Without leading and trailing ASCII white space (space, tab, CR, LF). */
struct slice slice_trim(struct slice a);

/* Index of the first byte c, or a.len when there is none. */
size_t slice_find(struct slice a, char c);

/* ASCII-only character classes, free of locale. */
bool ascii_is_space(char c);
bool ascii_is_digit(char c);
bool ascii_is_alpha(char c);
bool ascii_is_alnum(char c);
char ascii_lower(char c);
