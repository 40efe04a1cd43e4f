/* The language of a leaflet and of its boilerplate words. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* Settles meta.lang (front matter, settings, asked_for of --lang or NULL, English with a warning),
 * the root's language and direction, meta.words_lang and meta.wording. Called before the body is
 * read, whose quotes follow the language. */
void read_language(struct doc *doc, const char *asked_for, struct diag_list *diags);
/* True if the settings say that somebody has checked leafset's words in that language. */
bool language_is_checked(struct doc *doc, const char *lang);
