/* UTF-8 (RFC 3629): checking and stepping. Owns nothing. Every module may include it. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values
 * above U+10FFFF are ill-formed), or text.len when all is well. */
size_t utf8_check(struct slice text);

/* Where the run of ASCII from byte at on ends. */
size_t utf8_ascii_end(struct slice text, size_t at);

/* True for a byte inside a code point, not the first one. */
static inline bool utf8_is_tail(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* utf8_next beyond ASCII. */
uint32_t utf8_next_long(struct slice text, size_t *pos);
/* Decodes the code point at *pos (text must be well-formed, *pos < len) and moves *pos past it. */
static inline uint32_t utf8_next(struct slice text, size_t *pos)
{
    unsigned char c = (unsigned char)text.ptr[*pos];
    return c < 0x80 ? (*pos += 1, c) : utf8_next_long(text, pos);
}

/* Decodes the code point that ends at *pos (> 0) and moves *pos to its start. */
uint32_t utf8_previous(struct slice text, size_t *pos);

/* Writes 1 to 4 bytes, returns how many. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Number of code points in a well-formed text. */
size_t utf8_count(struct slice text);
