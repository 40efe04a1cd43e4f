/* The tree as text. Layers 2 and up. */
#pragma once

#include "doc/doc.h"

/* The stable text of the tree for people and golden tests: one node a line, two spaces a level,
 * kind, attributes, and for TEXT its quoted text; line:col of each span. */
void doc_dump(const struct doc *doc, struct buf *out);
