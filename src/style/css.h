/* The two style sheets of the EPUB. Layers 3 and up. */
#pragma once

#include "base/buf.h"
#include "style/style.h"

/* Appends the style sheet that goes with the tokens the style was made from. */
void style_css(const struct style *style, struct buf *out);

/* Appends the second sheet, which comes after it: what changes on a screen that is narrow for the
 * text on it. A sheet of its own, since old readers drop a whole sheet for one rule that they do
 * not know. */
void style_narrow_css(const struct style *style, struct buf *out);

/* Of the widths that the second sheet knows, in widths of the digit 0, the least that is not below
 * digits; the largest, if all are. A table of the class "listed-N" is shown row by row, and what is
 * of the class "scrolled-N" scrolls, where an element of the class "table" around it has less than
 * N. */
uint32_t style_table_width(uint32_t digits);
