/* What keeps its own direction inside a line of the other one: numbers and doses, web addresses,
 * words in a marked language. Only read/. */
#pragma once

#include "doc/doc.h"

/* Gives inline nodes that say another language, and bare web addresses, their direction, and puts
 * quantities (text/quantity.h) into left-to-right SPANs: in right-to-left text, and in
 * left-to-right text behind right-to-left words, whose order numbers take on (UAX #9, W2 and N1).
 * Call when the blocks have their direction, before doc_seal. */
void read_isolates(struct doc *doc);
