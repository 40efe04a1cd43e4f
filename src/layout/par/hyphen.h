/* Where words may be hyphenated, by the dictionaries of their languages (only when asked for). Only
 * par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Marks PAR_HYPHEN by the dictionaries of the spans' languages, and the chunks of words that may be
 * hyphenated. */
void par_hyphenate(struct par_work *work);
