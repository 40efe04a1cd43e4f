/* Line ends of the source inside a block: between words they are spaces, in scripts that part no
 * words nothing (text/line_end.h). */
#pragma once

#include "doc/doc.h"

/* Takes out the spaces below a block that stand for line ends which part no words. */
void md_line_ends_join(struct doc *doc, struct node *block);

/* The same for a text of many lines, such as a picture's description: its line ends become spaces
 * or nothing. In the arena, NUL-terminated. */
const char *md_lines_text(struct slice text, struct arena *arena);
