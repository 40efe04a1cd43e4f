/* Properties of code points, by ICU; those of the letters and signs of European text are known
 * without it, so that for such a text it need not be loaded. Only text/ includes it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "text/icu.h"

/* The general category as a mask (U_GC_…_MASK); it may be that of all letters, punctuation or
 * signs for one of them. */
uint32_t property_category(uint32_t code_point);
UCharDirection property_direction(uint32_t code_point);
/* ULineBreak. */
int property_line_break(uint32_t code_point);
/* UEastAsianWidth; of what is not punctuation AMBIGUOUS and what is narrow are not told apart. */
int property_width(uint32_t code_point);
/* UGraphemeClusterBreak. */
int property_grapheme(uint32_t code_point);
UScriptCode property_script(uint32_t code_point);
bool property_is_ignorable(uint32_t code_point);
/* Simple lower case. */
uint32_t property_lower(uint32_t code_point);
/* True only if a text of such code points is in NFC, whatever their order. */
bool property_is_plainly_nfc(uint32_t code_point);
