/* Words of leafset's own in an EPUB, marked with the language they are in where it is not
 * that around them. Used within epub/ only. */
#pragma once

#include "epub/markup.h"
#include "epub/publication.h"
#include "text/words.h"

/* The word in the leaflet's language, its clinic's own wording, or another language. */
const char *epub_word(const struct epub *epub, enum word word);

/* The language of epub_word, BCP 47, or NULL where it is the one at the node (NULL: the leaflet's).
 */
const char *epub_word_lang(const struct epub *epub, enum word word, const struct node *at);

/* An element that holds the word alone. */
void epub_put_word(const struct epub *epub, struct markup *m, const char *element, enum word word);
