/* What lines that are marks (line_marks.h) become: page breaks, boxes that hold the blocks between
 * two of them, what is said of a table. */
#pragma once

#include "read/markdown/reader.h"

void md_box_mark(struct md_reader *r, const struct md_mark *mark);
/* A new page begins in the present block. */
void md_box_page_break(struct md_reader *r, struct span span);
