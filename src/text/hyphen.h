/* Hyphenation by language, through libhyphen and the dictionaries of the hyphen-* packages (loading
 * one costs 7.5 ms: only when asked). Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

struct hyphenator;
struct inputs;

/* Why a dictionary that is installed cannot be read. */
struct hyphenator_trouble {
    const char *reason; /* NULL: nothing was wrong; lives as long as what the inputs recorded */
    char path[128];
};
/* The dictionary of a BCP 47 language (en-GB, then en_*, by a fixed order), or NULL when none is
 * installed or, with a trouble, one cannot be read. The inputs are asked for it. One per thread;
 * free with hyphenator_free. */
struct hyphenator *hyphenator_open(struct inputs *inputs, const char *lang,
                                   struct hyphenator_trouble *trouble);
void hyphenator_free(struct hyphenator *hyphenator);

/* Marks where word (UTF-8, letters only) may be hyphenated: points[i] is true if a hyphen may
 * stand before byte i. points has word.len entries. A hyphen leaves at least two letters on either
 * side, three after it in English and where else the language or its dictionary asks for them. Only
 * standard hyphenation (no spelling changes). */
void hyphenator_points(struct hyphenator *hyphenator, struct slice word, bool *points);
