/* The direction of blocks in a language that runs the other way. Only read/. */
#pragma once

#include "doc/doc.h"

/* A block most of whose letters run the other way than the text around it takes their direction (a
 * Hebrew paragraph, list or table in an English leaflet; three words of English or more in an
 * Arabic one), as HTML's dir="auto" does by the first letter. Generated blocks keep theirs. Call
 * when the tree is complete, before read_isolate. */
void read_direction(struct doc *doc);
