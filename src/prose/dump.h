/* What was read of a leaflet's language, as text: for tests and for whoever wonders about a count.
 * build/ only. */
#pragma once

#include "base/buf.h"
#include "doc/doc.h"

/* A line for each sentence (its place, its words with their syllables), then the counts and scores
 * of each section and of the whole. */
void prose_dump(const struct doc *doc, struct buf *out);
