/* Line-break opportunities (UAX #14) and grapheme clusters (UAX #29). Only text/ includes it. */
#pragma once

#include "base/slice.h"
#include "text/engine.h"

/* The real script of a text that the fast path has been through. */
enum text_simple_script { SIMPLE_NONE, SIMPLE_LATIN, SIMPLE_GREEK, SIMPLE_CYRILLIC, SIMPLE_MIXED };

/* Makes the tables of the fast path. */
void text_breaks_prepare(struct text_engine *engine);
/* flags [len + 1] are zeroed by the caller. The fast path returns false (flags then hold rubbish)
 * when the text has a character or language it does not know. */
bool text_breaks_simple(struct text_engine *engine, struct slice text, const char *lang,
                        uint8_t *flags, enum text_simple_script *script);
/* The same by ICU, for engine->units. */
void text_breaks_icu(struct text_engine *engine, struct slice text, const char *lang,
                     uint8_t *flags);
