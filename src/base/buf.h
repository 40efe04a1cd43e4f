/* A growable byte buffer. Zero-initialise; free with buf_free. Never fails (base/mem.h).
 * data is always NUL-terminated once something was put. Every module may include it. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

struct arena;

struct buf {
    char *data;
    size_t len;
    size_t cap;
};

void buf_put(struct buf *buf, const void *bytes, size_t len);
void buf_put_string(struct buf *buf, const char *string);
void buf_put_slice(struct buf *buf, struct slice text);
void buf_put_char(struct buf *buf, char c);
/* The UTF-8 form of a code point. */
void buf_put_utf8(struct buf *buf, uint32_t code_point);
/* Decimal integer. */
void buf_put_int(struct buf *buf, int64_t value);
/* The last so many hexadecimal digits (of 8), in capitals. */
void buf_put_hex(struct buf *buf, uint32_t value, unsigned digits);
/* value / denominator as a decimal with at most digits fraction digits, rounded half away from
 * zero, no trailing zeros, no exponent, independent of the locale. */
void buf_put_fixed(struct buf *buf, int64_t value, int64_t denominator, int digits);
/* The text in double quotes, on one line: \n, \", \\ and \xNN for other control characters (C0,
 * DEL and C1). For dumps. */
void buf_put_quoted(struct buf *buf, struct slice text);
/* printf formats; do not use %f (locale). */
void buf_format(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_clear(struct buf *buf);
void buf_free(struct buf *buf);
static inline struct slice buf_slice(const struct buf *buf)
{
    return buf->data ? (struct slice){buf->data, buf->len} : SLICE_EMPTY;
}
/* Frees the buffer; what it held is the arena's now, NUL-terminated. */
struct slice buf_keep(struct buf *buf, struct arena *arena);
