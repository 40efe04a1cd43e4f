/* Raw HTML: what has a meaning in the tree becomes the nodes that Markdown makes, what is only
 * looks is left out and told once, what paper cannot hold is an error. What is no tag prints as it
 * stands. */
#pragma once

#include "read/markdown/reader.h"

/* Takes in the raw HTML that has gathered. */
void md_html_flush(struct md_reader *r);
/* The words at the cursor stand in an element of which nothing is printed. */
bool md_html_drops(const struct md_reader *r);
/* A block of md4c's ends: so does such an element. */
void md_html_end_drop(struct md_reader *r);
