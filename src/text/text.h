/* Unicode properties of a text, by ICU's common library (the only folder that touches ICU):
 * normalisation, line-break opportunities (UAX #14), grapheme clusters (UAX #29), bidirectional
 * levels (UAX #9), scripts (UAX #24). Results live in the caller's arena. Layers 2 and up. */
#pragma once

#include "base/arena.h"
#include "base/slice.h"
#include "text/analysis.h"
#include "text/bidi.h"
#include "text/chars.h"
#include "text/lang.h"

/* Reusable handles (break iterators by language, bidi); one per thread. */
struct text_engine;
struct text_engine *text_engine_new(void);
void text_engine_free(struct text_engine *engine);

/* Analyses one paragraph of well-formed UTF-8 (embedding characters in the text are obeyed, U+FFFC
 * stands for an inline object). direction TEXT_AUTO: rules P2 and P3. lang picks the rules for
 * line breaks (BCP 47; NULL: root). URLs and e-mail addresses get further break opportunities:
 * before (not after) . / ? & = # - _ and after :// ; never inside "://" nor after "www". What
 * belongs together by the habits of the language ("5 mg", "Dr Green") is marked (TEXT_KEEP_…).
 * Latin, Greek and Cyrillic text with typographic punctuation takes a fast path with identical
 * results. */
void text_analyse(struct text_engine *engine, struct slice text, enum text_direction direction,
                  const char *lang, struct arena *arena, struct text_analysis *out);

/* Loads ICU, for a process whose children may need it. */
void text_prepare(void);

/* NFC; returns text itself when it is normalised already. */
struct slice text_normalise(struct slice text, struct arena *arena);
