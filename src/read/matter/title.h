/* The title: one, and the only heading of level 1. Only matter/ and plain/. */
#pragma once

#include "read/matter/wording.h"

/* Applies the title rules to the headings below the root. The title's heading, detached, or NULL
 * when there is none (diagnosed with the hint). */
struct node *matter_title(struct doc *doc, const char *hint, struct diag_list *diags);

/* True if the two read the same: case, quotes, dashes and white space aside. */
bool matter_same_words(struct doc *doc, struct slice a, struct slice b);
/* True if text holds the words, whole ones, likewise. */
bool matter_shows_words(struct doc *doc, struct slice text, struct slice words);
