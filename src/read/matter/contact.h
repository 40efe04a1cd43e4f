/* The contact box. Only matter/. */
#pragma once

#include "read/matter/wording.h"

/* Appended to the root when there is something to say. */
void matter_contact(struct doc *doc);
/* Puts a text below a line of it, or of another part, each number in it a link to dial it. */
void matter_numbers(struct doc *doc, struct node *line, const struct meta_text *phone);
