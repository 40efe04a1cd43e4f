/* The sentences of a passage. Only prose/ includes it. */
#pragma once

#include "prose/passage.h"

/* Adds the sentences of a passage, whose words are found. A sentence ends at . ? ! or … (with the
 * quotes and brackets that close behind it) where a blank follows and no small letter, at a forced
 * line's end and at the end of the passage; not after an abbreviation or an initial. What has no
 * word is none. Linear in the text. */
void prose_find_sentences(struct prose *prose, uint32_t passage);
