/* Lines of other tools: page breaks, boxes in colons or exclamation marks, lists of contents,
 * attributes. They are recognisers of forms.h. */
#pragma once

#include "read/markdown/form.h"

/* Takes the line if it is one. */
uint32_t md_line_mark(struct md_forms *forms, const struct md_form_line *line);
/* True for words in braces alone on a line, which say something of the block above: they are no row
 * of a table. */
bool md_line_is_attributes(struct slice words);
/* The text ends: so do the boxes that are open, which is told. */
void md_line_marks_end(struct md_forms *forms);
/* The words of a comment that asks for a new page: "pagebreak". */
bool md_is_page_comment(struct slice words);
