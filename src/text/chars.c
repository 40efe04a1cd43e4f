#include "text/chars.h"

#include <string.h>

#include "base/utf8.h"
#include "text/property.h"

/* Of U+0660, the first digit beyond ASCII. */
#define FIRST_DIGIT_LEAD 0xd9

bool text_is_ignorable(uint32_t code_point)
{
    if (code_point < 0xad)
        return false;
    return property_is_ignorable(code_point);
}

bool text_is_forbidden(uint32_t c)
{
    if (c < 0x20)
        return c != '\t' && c != '\n' && c != '\r';
    if (c == 0x202d || c == 0x202e) /* bidirectional overrides */
        return true;
    return (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe ||
           (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff;
}

void text_char_name(uint32_t code_point, char out[96])
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t len = icu()->u_charName((UChar32)code_point, U_UNICODE_CHAR_NAME, out, 96, &error);
    if (U_FAILURE(error) || len < 0 || len >= 96)
        out[0] = '\0';
}

bool text_is_alnum(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_alnum((char)code_point);
    return (property_category(code_point) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool text_is_mark(uint32_t code_point)
{
    return code_point >= 0x300 && (property_category(code_point) & U_GC_M_MASK) != 0;
}

bool text_is_digit(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_digit((char)code_point);
    return (property_category(code_point) & U_GC_ND_MASK) != 0;
}

size_t text_digit_length(struct slice text, size_t at)
{
    if (at >= text.len)
        return 0;
    if ((unsigned char)text.ptr[at] < FIRST_DIGIT_LEAD)
        return ascii_is_digit(text.ptr[at]); /* at may stand inside a character */
    size_t end = at;
    return text_is_digit(utf8_next(text, &end)) ? end - at : 0;
}

/* A byte of eight with 1 in each. */
#define EACH 0x0101010101010101u

/* Past pieces of eight bytes of ASCII without a digit: a byte is one if it differs from '0' by less
 * than ten. */
static size_t skip_without_digit(struct slice text, size_t at)
{
    uint64_t piece;
    for (; text.len - at >= sizeof piece; at += sizeof piece) {
        memcpy(&piece, text.ptr + at, sizeof piece);
        uint64_t off = piece ^ EACH * '0';
        if ((piece | ((off - EACH * 10) & ~off)) & EACH * 0x80)
            break;
    }
    return at;
}

size_t text_find_digit(struct slice text, size_t at)
{
    if (at >= text.len)
        return text.len;
    for (at = skip_without_digit(text, at); at < text.len; at++) {
        unsigned char c = (unsigned char)text.ptr[at];
        bool likely = (unsigned char)(c - '0') < 10 || c >= FIRST_DIGIT_LEAD;
        if (likely && text_digit_length(text, at) > 0)
            return at;
    }
    return text.len;
}

int text_strong_direction(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_alpha((char)code_point);
    UCharDirection direction = property_direction(code_point);
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        return -1;
    return direction == U_LEFT_TO_RIGHT;
}

/* The first byte of U+0590 in UTF-8: below it no letter runs from right to left. */
#define RTL_FIRST_BYTE 0xd6

size_t text_find_rtl(struct slice text, size_t pos)
{
    while ((pos = utf8_ascii_end(text, pos)) < text.len) {
        size_t start = pos;
        if ((unsigned char)text.ptr[pos] < RTL_FIRST_BYTE)
            pos++;
        else if (text_strong_direction(utf8_next(text, &pos)) < 0)
            return start;
    }
    return text.len;
}

bool text_is_dash(uint32_t code_point)
{
    return code_point == '-' || (code_point >= 0x2010 && code_point <= 0x2015) ||
           code_point == 0x2212;
}

bool text_is_punctuation(uint32_t code_point)
{
    return (property_category(code_point) & U_GC_P_MASK) != 0;
}

/* Of U+1100, the first wide letter. */
#define WIDE_FIRST 0x1100u

bool text_is_wide(uint32_t code_point)
{
    if (code_point < WIDE_FIRST)
        return false;
    int width = property_width(code_point);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE;
}

int text_columns(uint32_t c)
{
    bool joined = c >= 0x1160 && c <= 0x11ff; /* the later parts of a Hangul syllable */
    if (c < 0x300)
        return 1;
    if (joined || property_category(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK))
        return 0;
    return text_is_wide(c) ? 2 : 1;
}

uint32_t text_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return (uint32_t)(unsigned char)ascii_lower((char)code_point);
    return property_lower(code_point);
}
