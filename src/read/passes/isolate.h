/* Numbers and doses in right-to-left text. Only read/. */
#pragma once

#include "doc/doc.h"

/* In right-to-left text the bidirectional algorithm (UAX #9) turns the groups of "01632 960 001"
 * and the parts of "500 mg" or "5-10 ml" around: a wrong number to dial, a dose that reads
 * backwards. Puts each such run of digits and Latin words into a left-to-right SPAN, for all
 * outputs. Call when the tree is complete, before doc_seal. */
void read_isolate(struct doc *doc);
