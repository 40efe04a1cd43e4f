/* Language tags: BCP 47 (RFC 5646), by form. Layers 2 and up. */
#pragma once

#include <stdbool.h>

/* True if the language is written right to left (by its script subtag or likely script: ar, he,
 * fa, ur, ps, yi, sd, ug, ckb, dv …). */
bool text_lang_is_rtl(const char *lang);
/* A well-formed BCP 47 tag (RFC 5646 syntax; by ABNF, not by registry). */
bool text_lang_is_valid(const char *lang);
/* True if the primary subtags are equal, without case. */
bool text_lang_same_primary(const char *a, const char *b);
