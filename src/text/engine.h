/* What is kept from one text to the next, and the present text in UTF-16, as ICU wants it. Only
 * text/ includes it. */
#pragma once

#include <stdbool.h>

#include "base/slice.h"
#include "text/icu.h"

/* Code points below this may take the fast path; their classes are looked up once. */
#define TEXT_FAST_LIMIT 0x2c00u

/* Line-breaking rules come in these sets: ICU's root, and two tailorings for ideographs. */
enum text_rules { TEXT_RULES_ROOT, TEXT_RULES_JAPANESE, TEXT_RULES_CHINESE, TEXT_RULES_COUNT };

struct text_hyphenator; /* hyphenators.c */

struct text_engine {
    uint8_t *classes;    /* [TEXT_FAST_LIMIT] enum simple_class of break.c, 0: not known yet */
    uint8_t *scripts;    /* [TEXT_FAST_LIMIT] enum text_simple_script, where classes is known */
    uint8_t *pairs;      /* break.c's table of pairs */
    bool simple;         /* the fast path knows the rules of this ICU */
    bool quotes_by_side; /* the rules of Unicode 16 rather than 15 */
    UBreakIterator *grapheme; /* NULL until needed, as are the next */
    UBreakIterator *line[TEXT_RULES_COUNT];
    UBiDi *bidi;
    UChar *units; /* the present text in UTF-16 … */
    size_t unit_cap;
    uint32_t *offsets; /* … and the byte of each unit; [unit_count] is the length in bytes */
    size_t offset_cap;
    int32_t unit_count;
    struct text_hyphenator *hyphenators;
    size_t hyphenator_count, hyphenator_cap;
};

/* Leaves with exit status 3 when ICU had no memory (base/mem.h). */
void text_check_memory(UErrorCode error);

/* Fills engine->units and offsets. */
void text_units_fill(struct text_engine *engine, struct slice text);

/* The code point at *at of well-formed UTF-16; moves *at past it. */
uint32_t text_unit_next(const UChar *units, int32_t count, int32_t *at);
