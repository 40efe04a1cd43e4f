/* What CommonMark reads as the standard says and few writers mean: it stays as read, and is told.
 */
#pragma once

#include "read/markdown/reader.h"

/* Lines start to end of the copy are a heading by the hyphens or equals signs below: tells of it
 * where they look like a paragraph with a line drawn below (CommonMark 0.31, 4.3). */
void md_doubt_underline(struct md_reader *r, uint32_t start, uint32_t end);
/* A block of code that is one only by its indent (4.4) begins at a place. */
void md_doubt_code(struct md_reader *r, uint32_t at);
/* A paragraph, whose lines run together (6.8): tells of it where they look like the lines of an
 * address or a list. */
void md_doubt_lines(struct md_reader *r, uint32_t start, uint32_t end);
