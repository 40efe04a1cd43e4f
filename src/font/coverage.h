/* Which face shows a grapheme cluster. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

struct font_set;

/* Bits of a style. */
enum { FONT_REGULAR = 0, FONT_BOLD = 1, FONT_ITALIC = 2, FONT_MONO = 4 };

#define FONT_FACE_NONE 0xffffu

/* The face for a grapheme cluster: the style's own face if it covers all code points (ignorable
 * ones aside), else the first fallback that does (bold preferred for bold), else FONT_FACE_NONE.
 * Constant time for repeated characters. */
uint16_t font_face_for(struct font_set *set, unsigned style, struct slice cluster);
/* Forgets what was found, for another theme; within font/ only. */
void font_coverage_clear(struct font_set *set);
