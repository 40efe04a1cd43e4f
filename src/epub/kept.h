/* Whether a content document holds every word of the tree: a last look at its bytes, which believes
 * nothing of how they were made. Used within epub/ only. */
#pragma once

#include "epub/publication.h"

/* False when the document of part index (from 1) does not hold some TEXT whole and after the text
 * before it: text-lost at the first. What only paper shows is not asked for. Linear. */
bool epub_check_part(struct epub *epub, uint32_t index);
