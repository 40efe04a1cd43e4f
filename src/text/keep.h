/* What belongs together and is not parted by a line's end: a number and its unit or noun, the
 * groups of a telephone number, "Dr Green", "Ward 12", the day and the month. By a table per
 * language (keep_table.h). Only text/ includes it. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* Adds the strengths TEXT_KEEP_LIGHT, _WORDS and _FIRM (text/analysis.h) to the places of flags
 * [len] at which a line may end and should not, and TEXT_UNIT_GAP to spaces (U+0020, U+00A0)
 * between a number and its unit. lang: BCP 47 or NULL. Linear in the text. */
void keep_add(struct slice text, const char *lang, uint8_t *flags);
