/* What a character can be in a quantity. Only text/quantity.c includes it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum digit_kind { DIGIT_NONE, DIGIT_WESTERN, DIGIT_ARABIC, DIGIT_PERSIAN };

bool quantity_is_one_of(uint32_t c, const uint32_t *set, size_t count);
/* True if c is one of the code points that follow. */
#define IS_ONE_OF(c, ...)                                                                          \
    quantity_is_one_of(c, (const uint32_t[]){__VA_ARGS__},                                         \
                       sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

enum digit_kind quantity_digit_kind(uint32_t c);
bool quantity_is_digit(uint32_t c);
/* Vulgar fractions, raised and lowered digits and signs: neutral, so they change sides. */
bool quantity_is_small_number(uint32_t c);
/* Letters of Latin words and units: micro, mu and ohm too. */
bool quantity_is_latin(uint32_t c);
/* Percent, per mille, degrees, minutes and seconds behind a number. */
bool quantity_is_mark(uint32_t c);
bool quantity_is_part(uint32_t c);
bool quantity_is_currency(uint32_t c);
bool quantity_is_blank(uint32_t c);
/* Relations and operations have something on both sides. */
bool quantity_is_relation(uint32_t c);
/* Relations whose sign UAX #9 mirrors in right-to-left text. */
bool quantity_is_comparison(uint32_t c);
bool quantity_may_begin(uint32_t c);
/* Between two parts; some only where they touch both. */
bool quantity_is_joint(uint32_t c);
