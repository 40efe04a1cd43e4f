/* The passages of a tree. Only prose/ includes it. */
#pragma once

#include "prose/passage.h"

/* Adds the passages of the document in reading order: texts, pieces, places, sections; sentences
 * and words come later. A section begins at each heading of level 2; section 0 is what stands
 * before the first. Linear in the tree. */
void prose_gather(struct prose *prose);
