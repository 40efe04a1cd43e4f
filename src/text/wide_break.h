/* Line ends among the letters of East Asia that UAX #14 leaves open: it lets a line end between any
 * two wide characters. Only text/ includes it. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* Takes TEXT_BREAK off the places of flags [len] at which no line of such text ends: inside a
 * number or word of wide digits and letters, beside a wide slash, before a square unit after its
 * number, and before the dot, dash or wave that joins two words (GB/T 15834, 5.1); in Korean
 * between any two letters, as its words are parted by spaces. Where a letter follows a number, as
 * in "3片", it adds TEXT_KEEP_LIGHT. lang: BCP 47 or NULL. Linear in the text. */
void text_wide_breaks(struct slice text, const char *lang, uint8_t *flags);
