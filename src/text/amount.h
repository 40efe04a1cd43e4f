/* Amounts as tables show them, "≥ 12.5 mg" or "£1,200", and the place at which those of a column
 * are aligned. Layers 2 and up. */
#pragma once

#include <stdbool.h>

#include "base/slice.h"

/* True if text is an amount and nothing else: a number, or two as a range or a ratio, with signs
 * before it, a unit behind it, and perhaps a second amount in brackets. *point: the byte at which
 * the whole part of the (last) number ends. lang says which of point and comma is its decimal sign
 * where three digits follow; a telephone number, a date or a clock time is no amount. */
bool amount_read(struct slice text, const char *lang, size_t *point);

/* True for what stands where a table has no amount: nothing, a dash, "n/a". */
bool amount_is_missing(struct slice text);
