/* Text that looks like markup which the writer did not finish. CommonMark prints it as it stands;
 * on a leaflet that is seldom what was meant. */
#pragma once

#include "read/markdown/reader.h"

/* Diagnoses plain text start to end of the copy: asterisks that pair with none, a link whose label
 * is not defined. False if no byte in it may begin a mark (those of inline_marks.h or '<'). */
bool md_stray_check(struct md_reader *r, uint32_t start, uint32_t end);
/* The same for the beginning of a paragraph's line: a # without its space, the bullet of a word
 * processor; told once for a paragraph. */
void md_stray_line(struct md_reader *r, uint32_t at);
/* A comment without its `-->`, whose first characters stand at the span. */
void md_stray_comment(struct md_reader *r, struct span span);
