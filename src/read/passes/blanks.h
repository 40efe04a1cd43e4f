/* Lines to write on. Rows of underscores on lines of their own are thematic breaks to Markdown; two
 * or more of them, or one below a question or a colon, are to be filled in. */
#pragma once

#include "doc/doc.h"

/* A row to fill in; layout draws one at the end of a line up to the edge. One that is as long as a
 * line would break in two. */
#define BLANKS_ROW "________________________"

/* Makes them paragraphs of underscores, which layout draws to the edge. Runs before headings are
 * looked at. */
void read_blanks(struct doc *doc);
