/* Comments by which a writer allows what a rule would tell. Only read/. */
#pragma once

#include "doc/doc.h"

/* Keeps the allowance that the words of a comment, whose span is given, are; else nothing. */
void read_allowance(struct doc *doc, struct slice words, struct span comment);
