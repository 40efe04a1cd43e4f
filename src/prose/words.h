/* The words of a passage. Only prose/ includes it. */
#pragma once

#include "prose/vocabulary.h"

/* Adds the words of a passage with their syllables. A word is a run of letters and digits with what
 * joins them inside: apostrophes, hyphens ("follow-up" is one word), the signs of a number ("2.5",
 * "1,000"), the points of "e.g" and of an address. Linear in the text. */
void prose_find_words(struct prose *prose, struct prose_passage *passage,
                      struct prose_vocabulary *vocabulary);

/* True for a function word of English: article, pronoun, preposition, conjunction, auxiliary.
 * Lower case. */
bool prose_is_little(struct slice word);

/* True for a word, in capitals or not, of a list in lower case with a space before and behind each:
 * " am pm ". No list has words of more than 24 bytes. */
bool prose_is_listed(const char *list, struct slice word);
