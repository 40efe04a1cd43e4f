/* Break opportunities inside web and mail addresses. UAX #14 lets a line end after a slash or a
 * hyphen, where a reader cannot tell whether the mark belongs to the address, and nowhere in a long
 * host name; the Chicago Manual of Style (17th edition, 7.46) breaks before the mark instead. Only
 * text/ includes it. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* Sets and clears TEXT_BREAK in the flags of text (struct text_analysis) where an address stands;
 * the other flags are filled in already. */
void address_add_breaks(struct slice text, uint8_t *flags);
