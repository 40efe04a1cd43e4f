/* Where words may be hyphenated, by the dictionaries of their languages: all words where that is
 * asked for, else those that are wider than a line. Only par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Marks PAR_HYPHEN by the dictionaries of the spans' languages, and the chunks of words that may be
 * hyphenated. */
void par_hyphenate(struct par_work *work);
/* The same for the words of chunks that are wide, names too, where their language has a dictionary;
 * true if any of them may be hyphenated. */
bool par_hyphenate_wide(struct par_work *work);
