/* Syllables by the rules of a language. Only prose/ calls it. */
#pragma once

#include <stddef.h>

#include "base/slice.h"

/* Whose rules: English has endings and exceptions, the others count vowels that stand apart. */
enum syllable_rules {
    SYLLABLES_ENGLISH,
    SYLLABLES_GERMAN,
    SYLLABLES_DUTCH,
    SYLLABLES_SPANISH,
    SYLLABLES_ITALIAN,
    SYLLABLES_FRENCH,
    SYLLABLES_RUSSIAN,
    SYLLABLES_OTHER /* vowel groups of the Latin, Greek and Cyrillic alphabets */
};

/* The rules for a language (BCP 47, or NULL). */
enum syllable_rules prose_syllable_rules(const char *lang);

/* How many syllables a word has when it is read aloud, at least 1. Parts that a hyphen joins are
 * counted each; short words in capitals without vowels are spelled. Linear in the word. */
size_t prose_syllables(struct slice word, enum syllable_rules rules);
