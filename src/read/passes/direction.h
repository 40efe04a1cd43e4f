/* The direction of what runs the other way than the text around it: blocks in another language,
 * numbers and doses in right-to-left text. Only read/. */
#pragma once

#include "doc/doc.h"

/* Turns whole blocks, isolates numbers and words (read/passes/isolate.h). Call when the tree is
 * complete, before doc_seal. */
void read_direction(struct doc *doc);
