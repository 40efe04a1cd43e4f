#include "text/quantity_chars.h"

#include "text/chars.h"

/* Code points below this that are letters are Latin. */
#define LATIN_END 0x250u

bool quantity_is_one_of(uint32_t c, const uint32_t *set, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (set[i] == c)
            return true;
    return false;
}

enum digit_kind quantity_digit_kind(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return DIGIT_WESTERN;
    if (c >= 0x660 && c <= 0x669)
        return DIGIT_ARABIC;
    return c >= 0x6f0 && c <= 0x6f9 ? DIGIT_PERSIAN : DIGIT_NONE;
}

bool quantity_is_digit(uint32_t c)
{
    return quantity_digit_kind(c) != DIGIT_NONE;
}

bool quantity_is_small_number(uint32_t c)
{
    return (c >= 0xbc && c <= 0xbe) || (c >= 0x2150 && c <= 0x215f) || (c >= 0x2070 && c <= 0x208e);
}

bool quantity_is_latin(uint32_t c)
{
    return IS_ONE_OF(c, 0xb5, 0x3bc, 0x3a9, 0x2126) ||
           (c < LATIN_END && !quantity_is_digit(c) && !quantity_is_small_number(c) &&
            text_is_alnum(c));
}

bool quantity_is_mark(uint32_t c)
{
    return IS_ONE_OF(c, '%', 0xb0, 0x2030, 0x2031, 0x2032, 0x2033, 0x2103, 0x2109);
}

bool quantity_is_part(uint32_t c)
{
    return quantity_is_digit(c) || quantity_is_latin(c) || quantity_is_mark(c) ||
           quantity_is_small_number(c);
}

bool quantity_is_currency(uint32_t c)
{
    return c == '$' || (c >= 0xa2 && c <= 0xa5) || (c >= 0x20a0 && c <= 0x20c0);
}

bool quantity_is_blank(uint32_t c)
{
    return IS_ONE_OF(c, ' ', '\n', 0xa0, 0x2009, 0x200e, 0x202f);
}

bool quantity_is_relation(uint32_t c)
{
    return IS_ONE_OF(c, '<', '>', '=', 0xd7, 0xf7, 0x2260, 0x2264, 0x2265);
}

bool quantity_is_comparison(uint32_t c)
{
    return IS_ONE_OF(c, '<', '>', 0x2264, 0x2265);
}

static bool is_arrow(uint32_t c)
{
    return c == 0x2190 || c == 0x2192;
}

bool quantity_may_begin(uint32_t c)
{
    return IS_ONE_OF(c, '+', '~', '#', '*', '.', 0xb1, 0x2116, 0x2213, 0x2248) || text_is_dash(c) ||
           quantity_is_relation(c) || quantity_is_currency(c);
}

bool quantity_is_joint(uint32_t c)
{
    return IS_ONE_OF(c, '.', ',', ':', '/', '+', '~', '*', '^', '\'', 0xb1, 0xb7, 0x66b, 0x66c,
                     0x2019, 0x2026, 0x2044, 0x2213, 0x2215, 0x2248, 0x22c5) ||
           quantity_is_blank(c) || text_is_dash(c) || quantity_is_relation(c) || is_arrow(c) ||
           quantity_is_currency(c);
}
