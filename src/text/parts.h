/* What the files of text/ share: the engine and its parts. Only text/ includes it. */
#ifndef TEXT_PARTS_H
#define TEXT_PARTS_H

#include <stdbool.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include "text/text.h"

/* Code points below this may take the fast path; their classes are looked up once. */
#define TEXT_FAST_LIMIT 0x2c00u

/* Line-breaking rules come in these sets: ICU's root, and two tailorings for ideographs. */
enum text_rules { TEXT_RULES_ROOT, TEXT_RULES_JAPANESE, TEXT_RULES_CHINESE, TEXT_RULES_COUNT };

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
};

/* The real script of a text that the fast path has been through. */
enum text_simple_script { SIMPLE_NONE, SIMPLE_LATIN, SIMPLE_GREEK, SIMPLE_CYRILLIC, SIMPLE_MIXED };

/* Fills engine->units and offsets. */
void text_units_fill(struct text_engine *engine, struct slice text);

/* The code point at *at of well-formed UTF-16; moves *at past it. */
uint32_t text_unit_next(const UChar *units, int32_t count, int32_t *at);

/* Makes the tables of the fast path. */
void text_breaks_prepare(struct text_engine *engine);
/* flags [len + 1] are zeroed by the caller. The fast path returns false (flags then hold rubbish)
 * when the text has a character or language it does not know. */
bool text_breaks_simple(struct text_engine *engine, struct slice text, const char *lang,
                        uint8_t *flags, enum text_simple_script *script);
/* The same by ICU, for engine->units. */
void text_breaks_icu(struct text_engine *engine, struct slice text, const char *lang,
                     uint8_t *flags);
/* Levels and scripts by ICU, for engine->units. */
void text_runs_icu(struct text_engine *engine, enum text_direction direction, struct arena *arena,
                   struct text_analysis *out);

#endif
