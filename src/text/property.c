#include "text/property.h"

#include <stddef.h>

/* What the lower case of a letter is beside a difference. */
enum { OF_EVEN = 10000, OF_ODD, UNTOLD };

/* Letters and signs of European text: code points of one kind, all of them in NFC (quick check:
 * yes; combining class 0) and none ignorable. Tests compare them with ICU. */
struct known {
    uint16_t first, last;
    uint32_t category; /* mask */
    int16_t lower;
    uint8_t direction, line_break, script, width, grapheme;
};

#define ROW(from, to, of_category, to_lower, of_direction, of_break, of_script, of_width,          \
            of_cluster)                                                                            \
    {.first = (from),                                                                              \
     .last = (to),                                                                                 \
     .category = U_GC_##of_category##_MASK,                                                        \
     .lower = (to_lower),                                                                          \
     .direction = U_##of_direction,                                                                \
     .line_break = U_LB_##of_break,                                                                \
     .script = USCRIPT_##of_script,                                                                \
     .width = U_EA_##of_width,                                                                     \
     .grapheme = U_GCB_##of_cluster},
#define LETTERS(first, last, script, lower)                                                        \
    ROW(first, last, L, lower, LEFT_TO_RIGHT, ALPHABETIC, script, NEUTRAL, OTHER)
#define SIGNS(first, last, category, direction, line_break)                                        \
    ROW(first, last, category, 0, direction, line_break, COMMON, NEUTRAL, OTHER)
#define PUNCTUATION(first, last, category, direction, line_break)                                  \
    ROW(first, last, category, 0, direction, line_break, COMMON, AMBIGUOUS, OTHER)
#define ORDINAL(at) ROW(at, at, L, 0, LEFT_TO_RIGHT, AMBIGUOUS, LATIN, NEUTRAL, OTHER)
#define LINE_SEPARATOR(at)                                                                         \
    ROW(at, at, ZL, 0, WHITE_SPACE_NEUTRAL, MANDATORY_BREAK, COMMON, NEUTRAL, CONTROL)

/* clang-format off */
static const struct known known[] = {
    SIGNS(0x00a0, 0x00a0, ZS, COMMON_NUMBER_SEPARATOR, GLUE)
    PUNCTUATION(0x00a1, 0x00a1, P, OTHER_NEUTRAL, OPEN_PUNCTUATION)
    SIGNS(0x00a2, 0x00a2, S, EUROPEAN_NUMBER_TERMINATOR, POSTFIX_NUMERIC)
    SIGNS(0x00a3, 0x00a5, S, EUROPEAN_NUMBER_TERMINATOR, PREFIX_NUMERIC)
    SIGNS(0x00a6, 0x00a6, S, OTHER_NEUTRAL, ALPHABETIC)
    PUNCTUATION(0x00a7, 0x00a7, P, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x00a8, 0x00a8, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x00a9, 0x00a9, S, OTHER_NEUTRAL, ALPHABETIC)
    ORDINAL(0x00aa)
    SIGNS(0x00ab, 0x00ab, PI, OTHER_NEUTRAL, QUOTATION)
    SIGNS(0x00ac, 0x00ac, S, OTHER_NEUTRAL, ALPHABETIC)
    SIGNS(0x00ae, 0x00ae, S, OTHER_NEUTRAL, ALPHABETIC)
    SIGNS(0x00b0, 0x00b0, S, EUROPEAN_NUMBER_TERMINATOR, POSTFIX_NUMERIC)
    SIGNS(0x00b1, 0x00b1, S, EUROPEAN_NUMBER_TERMINATOR, PREFIX_NUMERIC)
    SIGNS(0x00b2, 0x00b3, NO, EUROPEAN_NUMBER, AMBIGUOUS)
    SIGNS(0x00b5, 0x00b5, L, LEFT_TO_RIGHT, ALPHABETIC)
    PUNCTUATION(0x00b6, 0x00b7, P, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x00b8, 0x00b8, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x00b9, 0x00b9, NO, EUROPEAN_NUMBER, AMBIGUOUS)
    ORDINAL(0x00ba)
    SIGNS(0x00bb, 0x00bb, PF, OTHER_NEUTRAL, QUOTATION)
    SIGNS(0x00bc, 0x00be, NO, OTHER_NEUTRAL, AMBIGUOUS)
    PUNCTUATION(0x00bf, 0x00bf, P, OTHER_NEUTRAL, OPEN_PUNCTUATION)
    LETTERS(0x00c0, 0x00d6, LATIN, 32)
    SIGNS(0x00d7, 0x00d7, S, OTHER_NEUTRAL, AMBIGUOUS)
    LETTERS(0x00d8, 0x00de, LATIN, 32)
    LETTERS(0x00df, 0x00f6, LATIN, 0)
    SIGNS(0x00f7, 0x00f7, S, OTHER_NEUTRAL, AMBIGUOUS)
    LETTERS(0x00f8, 0x00ff, LATIN, 0)
    LETTERS(0x0100, 0x012f, LATIN, OF_EVEN)
    LETTERS(0x0130, 0x0130, LATIN, -199)
    LETTERS(0x0131, 0x0131, LATIN, 0)
    LETTERS(0x0132, 0x0137, LATIN, OF_EVEN)
    LETTERS(0x0138, 0x0138, LATIN, 0)
    LETTERS(0x0139, 0x0148, LATIN, OF_ODD)
    LETTERS(0x0149, 0x0149, LATIN, 0)
    LETTERS(0x014a, 0x0177, LATIN, OF_EVEN)
    LETTERS(0x0178, 0x0178, LATIN, -121)
    LETTERS(0x0179, 0x017e, LATIN, OF_ODD)
    LETTERS(0x017f, 0x017f, LATIN, 0)
    LETTERS(0x0180, 0x0217, LATIN, UNTOLD)
    LETTERS(0x0218, 0x021f, LATIN, OF_EVEN)
    LETTERS(0x0220, 0x024f, LATIN, UNTOLD)
    LETTERS(0x0386, 0x0386, GREEK, 38)
    LETTERS(0x0388, 0x038a, GREEK, 37)
    LETTERS(0x038c, 0x038c, GREEK, 64)
    LETTERS(0x038e, 0x038f, GREEK, 63)
    LETTERS(0x0390, 0x0390, GREEK, 0)
    LETTERS(0x0391, 0x03a1, GREEK, 32)
    LETTERS(0x03a3, 0x03ab, GREEK, 32)
    LETTERS(0x03ac, 0x03ce, GREEK, 0)
    LETTERS(0x0400, 0x040f, CYRILLIC, 80)
    LETTERS(0x0410, 0x042f, CYRILLIC, 32)
    LETTERS(0x0430, 0x045f, CYRILLIC, 0)
    LETTERS(0x0460, 0x0481, CYRILLIC, OF_EVEN)
    LETTERS(0x048a, 0x04bf, CYRILLIC, OF_EVEN)
    LETTERS(0x04c0, 0x04c0, CYRILLIC, 15)
    LETTERS(0x04c1, 0x04ce, CYRILLIC, OF_ODD)
    LETTERS(0x04cf, 0x04cf, CYRILLIC, 0)
    LETTERS(0x04d0, 0x04ff, CYRILLIC, OF_EVEN)
    LETTERS(0x1e00, 0x1e95, LATIN, OF_EVEN)
    LETTERS(0x1e96, 0x1e9d, LATIN, 0)
    LETTERS(0x1e9e, 0x1e9e, LATIN, -7615)
    LETTERS(0x1e9f, 0x1e9f, LATIN, 0)
    LETTERS(0x1ea0, 0x1eff, LATIN, OF_EVEN)
    SIGNS(0x2012, 0x2012, P, OTHER_NEUTRAL, BREAK_AFTER)
    PUNCTUATION(0x2013, 0x2013, P, OTHER_NEUTRAL, BREAK_AFTER)
    PUNCTUATION(0x2014, 0x2014, P, OTHER_NEUTRAL, BREAK_BOTH)
    PUNCTUATION(0x2018, 0x2018, PI, OTHER_NEUTRAL, QUOTATION)
    PUNCTUATION(0x2019, 0x2019, PF, OTHER_NEUTRAL, QUOTATION)
    SIGNS(0x201a, 0x201a, P, OTHER_NEUTRAL, OPEN_PUNCTUATION)
    PUNCTUATION(0x201c, 0x201c, PI, OTHER_NEUTRAL, QUOTATION)
    PUNCTUATION(0x201d, 0x201d, PF, OTHER_NEUTRAL, QUOTATION)
    SIGNS(0x201e, 0x201e, P, OTHER_NEUTRAL, OPEN_PUNCTUATION)
    PUNCTUATION(0x2020, 0x2021, P, OTHER_NEUTRAL, AMBIGUOUS)
    PUNCTUATION(0x2022, 0x2022, P, OTHER_NEUTRAL, ALPHABETIC)
    SIGNS(0x2023, 0x2023, P, OTHER_NEUTRAL, ALPHABETIC)
    PUNCTUATION(0x2026, 0x2026, P, OTHER_NEUTRAL, INSEPARABLE)
    LINE_SEPARATOR(0x2028)
    SIGNS(0x202f, 0x202f, ZS, COMMON_NUMBER_SEPARATOR, GLUE)
    PUNCTUATION(0x2030, 0x2030, P, EUROPEAN_NUMBER_TERMINATOR, POSTFIX_NUMERIC)
    PUNCTUATION(0x2032, 0x2033, P, EUROPEAN_NUMBER_TERMINATOR, POSTFIX_NUMERIC)
    SIGNS(0x2039, 0x2039, PI, OTHER_NEUTRAL, QUOTATION)
    SIGNS(0x203a, 0x203a, PF, OTHER_NEUTRAL, QUOTATION)
    SIGNS(0x2044, 0x2044, S, COMMON_NUMBER_SEPARATOR, INFIX_NUMERIC)
    SIGNS(0x20ac, 0x20ac, S, EUROPEAN_NUMBER_TERMINATOR, PREFIX_NUMERIC)
    SIGNS(0x2122, 0x2122, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x2190, 0x2193, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x2212, 0x2212, S, EUROPEAN_NUMBER_SEPARATOR, PREFIX_NUMERIC)
    SIGNS(0x2248, 0x2248, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x2260, 0x2260, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x2264, 0x2265, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x25a1, 0x25a1, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x25aa, 0x25aa, S, OTHER_NEUTRAL, ALPHABETIC)
    SIGNS(0x25cb, 0x25cb, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x25cf, 0x25cf, S, OTHER_NEUTRAL, AMBIGUOUS)
    SIGNS(0x25e6, 0x25e6, S, OTHER_NEUTRAL, ALPHABETIC)
    SIGNS(0x2610, 0x2612, S, OTHER_NEUTRAL, ALPHABETIC)
    SIGNS(0x2713, 0x2714, S, OTHER_NEUTRAL, ALPHABETIC)
    SIGNS(0x2717, 0x2718, S, OTHER_NEUTRAL, ALPHABETIC)
};
/* clang-format on */

/* Most of other scripts: none of these is in the table. */
#define FIRST_FOREIGN 0x0500u
#define LAST_FOREIGN  0x1dffu
#define LAST          0x2718u

/* NULL: only ICU knows. */
static const struct known *find(uint32_t c)
{
    size_t from = 0, to = sizeof known / sizeof *known;
    if ((c >= FIRST_FOREIGN && c <= LAST_FOREIGN) || c > LAST)
        return NULL;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (known[middle].last < c)
            from = middle + 1;
        else
            to = middle;
    }
    bool found = from < sizeof known / sizeof *known && known[from].first <= c;
    return found ? &known[from] : NULL;
}

uint32_t property_category(uint32_t code_point)
{
    const struct known *row = find(code_point);
    return row ? row->category : U_MASK(icu()->u_charType((UChar32)code_point));
}

UCharDirection property_direction(uint32_t code_point)
{
    const struct known *row = find(code_point);
    return row ? (UCharDirection)row->direction : icu()->u_charDirection((UChar32)code_point);
}

static int ask(uint32_t code_point, UProperty property)
{
    return icu()->u_getIntPropertyValue((UChar32)code_point, property);
}

int property_line_break(uint32_t code_point)
{
    const struct known *row = find(code_point);
    return row ? row->line_break : ask(code_point, UCHAR_LINE_BREAK);
}

int property_width(uint32_t code_point)
{
    const struct known *row = find(code_point);
    return row ? row->width : ask(code_point, UCHAR_EAST_ASIAN_WIDTH);
}

int property_grapheme(uint32_t code_point)
{
    const struct known *row = find(code_point);
    return row ? row->grapheme : ask(code_point, UCHAR_GRAPHEME_CLUSTER_BREAK);
}

UScriptCode property_script(uint32_t code_point)
{
    UErrorCode error = U_ZERO_ERROR;
    const struct known *row = find(code_point);
    return row ? (UScriptCode)row->script : icu()->uscript_getScript((UChar32)code_point, &error);
}

bool property_is_ignorable(uint32_t code_point)
{
    return !find(code_point) &&
           icu()->u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

uint32_t property_lower(uint32_t code_point)
{
    const struct known *row = find(code_point);
    int lower = row ? row->lower : UNTOLD;
    switch (lower) {
    case OF_EVEN: return code_point | 1u;
    case OF_ODD: return (code_point + 1) & ~1u;
    case UNTOLD: return (uint32_t)icu()->u_tolower((UChar32)code_point);
    default: return code_point + (uint32_t)lower;
    }
}

bool property_is_plainly_nfc(uint32_t code_point)
{
    return code_point < 0x300 || (code_point >= 0x2010 && code_point < 0x2040) || find(code_point);
}
