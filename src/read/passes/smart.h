/* Typographic quotes, dashes, ellipses and no-break spaces. Only read/. */
#pragma once

#include "doc/doc.h"

/* Typographic quotes and dashes and no-break spaces between number and unit over one run of inline
 * content of a block (so that quotes pair across emphasis); leaves CODE, KEYBOARD and link
 * addresses alone. */
void read_smart(struct doc *doc, struct node *block);
