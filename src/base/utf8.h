/* UTF-8 (RFC 3629): checking and stepping. Owns nothing. Every module may include it. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values
 * above U+10FFFF are ill-formed), or text.len when all is well. */
size_t utf8_check(struct slice text);

/* Where the run of ASCII from byte at on ends. */
size_t utf8_ascii_end(struct slice text, size_t at);

/* Eight bytes at once. Words are mostly shorter, and a loop over their bytes is mispredicted at the
 * end of each. */
#define UTF8_PIECE 8u
#define UTF8_EACH  0x0101010101010101u /* of the bytes of a piece */

/* The first byte of a piece is its lowest. */
static inline uint64_t utf8_piece(const void *bytes)
{
    uint64_t piece;
    memcpy(&piece, bytes, sizeof piece);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    piece = __builtin_bswap64(piece);
#endif
    return piece;
}
/* How many bytes of a piece stand before the first that is not 0. */
static inline unsigned utf8_zeros(uint64_t piece)
{
    return piece ? (unsigned)__builtin_ctzll(piece) / 8 : UTF8_PIECE;
}
/* How many letters of ASCII stand at UTF8_PIECE bytes; capitals or small ones only. */
static inline unsigned ascii_letters(const char *bytes, bool capitals)
{
    uint64_t piece = utf8_piece(bytes);
    uint64_t low = (piece | (capitals ? UTF8_EACH * 0x20 : 0)) & UTF8_EACH * 0x7f;
    uint64_t from_a = low + UTF8_EACH * (0x80 - 'a'), beyond_z = low + UTF8_EACH * (0x7f - 'z');
    return utf8_zeros(~(from_a & ~beyond_z & ~piece) & UTF8_EACH * 0x80);
}
/* Where the letters of ASCII from byte at on end. */
static inline size_t ascii_letters_end(struct slice text, size_t at, bool capitals)
{
    unsigned count = UTF8_PIECE;
    for (; count == UTF8_PIECE && at + UTF8_PIECE <= text.len; at += count)
        count = ascii_letters(text.ptr + at, capitals);
    while (count == UTF8_PIECE && at < text.len &&
           (capitals ? ascii_is_alpha(text.ptr[at]) : text.ptr[at] >= 'a' && text.ptr[at] <= 'z'))
        at++;
    return at;
}

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
