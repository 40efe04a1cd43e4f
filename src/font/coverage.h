/* Which face shows a grapheme cluster. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

struct font_family;
struct font_set;

/* Bits of a style. */
enum { FONT_REGULAR = 0, FONT_BOLD = 1, FONT_ITALIC = 2, FONT_MONO = 4 };

#define FONT_FACE_NONE 0xffffu

/* The face for a grapheme cluster in a language (BCP 47; NULL: unknown): the style's own face if it
 * covers all code points (ignorable ones aside), else the first fallback that does (the language's
 * own, then those of its script; bold preferred for bold), else FONT_FACE_NONE. In Chinese,
 * Japanese and Korean their face goes first for the quotation marks, dots and dashes that others
 * share. Constant time for repeated characters. */
uint16_t font_face_for(struct font_set *set, unsigned style, const char *lang,
                       struct slice cluster);
/* The package of the first face for the script of a character (in a language, or NULL) whose file
 * is not installed; NULL: there is none. */
const char *font_package_for(struct font_set *set, const char *lang, uint32_t c);
/* True if a family is one of signs, not of letters; within font/ only. */
bool font_family_has_signs(const struct font_family *family);
/* Forgets what was found, for another theme; within font/ only. */
void font_coverage_clear(struct font_set *set);
