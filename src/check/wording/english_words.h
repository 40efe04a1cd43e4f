/* Rules about single words of English. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* word-plainer, person-first, latin-word, double-negative: by one table of words and phrases. A
 * word that has a plainer one is told once for the leaflet, with the number of its uses. */
check_rule check_english_words;

/* The words of the table, to be looked up; in the arena. */
const struct phrase_index *english_words_index(struct arena *arena);
