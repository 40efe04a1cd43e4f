/* Properties of code points. Layers 2 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* True for a default-ignorable code point that needs no glyph (ZWJ, ZWNJ, variation selectors,
 * bidi controls, soft hyphen, ZWSP). */
bool text_is_ignorable(uint32_t code_point);
/* True for a control character that may not stand in a leaflet (C0 but tab, LF, CR; C1; U+FFFE,
 * U+FFFF; noncharacters; the overrides U+202D and U+202E, which make a text read otherwise than it
 * is stored). */
bool text_is_forbidden(uint32_t code_point);
/* "RIGHTWARDS ARROW" is data ICU common has (u_charName); empty when the name is not available. */
void text_char_name(uint32_t code_point, char out[96]);
/* True if the code point is a letter or digit (general category L or N). */
bool text_is_alnum(uint32_t code_point);
/* True for a mark on a letter, vowel signs among them (general category M). */
bool text_is_mark(uint32_t code_point);
/* True for a decimal digit of any script (general category Nd). */
bool text_is_digit(uint32_t code_point);
/* The length of the decimal digit (general category Nd: 5, U+0665 in Arabic ...) at byte at of
 * UTF-8 text, or 0. */
size_t text_digit_length(struct slice text, size_t at);
/* Where the next decimal digit stands in UTF-8 text from byte at on, or the text's length. */
size_t text_find_digit(struct slice text, size_t at);
/* The strong direction of a code point (UAX #9, table 4): 1 left to right (L), -1 right to left (R,
 * AL), 0 neither. */
int text_strong_direction(uint32_t code_point);
/* Where the next letter that runs from right to left begins in UTF-8 text from byte pos on, or the
 * text's length. */
size_t text_find_rtl(struct slice text, size_t pos);
/* True for a hyphen, a dash (U+2010 to U+2015) or the minus sign. */
bool text_is_dash(uint32_t code_point);
/* True for punctuation (general category P). */
bool text_is_punctuation(uint32_t code_point);
/* True for a character as wide as two of others (UAX #11: fullwidth and wide). */
bool text_is_wide(uint32_t code_point);
/* The columns that a code point takes on a terminal: 2 where it is wide, 0 where it stands over the
 * one before or shows nothing, else 1. */
int text_columns(uint32_t code_point);
/* Simple lower-case mapping, language-neutral. */
uint32_t text_lower(uint32_t code_point);
