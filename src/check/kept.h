/* What of a source is in the tree: as words that are shown, or as a value (an address, a list's
 * number, a date). For the rule about numbers; only check/ includes it. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* Marks of a byte of the source. */
#define KEPT_SHOWN 1u /* a TEXT of the body or of the front matter shows it as it is */
#define KEPT_VALUE 2u /* the tree or struct meta keeps it, or it was told that it is left out */
#define KEPT_TOLD  4u /* the rule has reported it; not set here */

/* Marks all bytes of doc->source; marks has one for each and is zeroed. Numbers count as kept only
 * where the value says the same number. From syntax alone it takes comments, definitions of links
 * (the Markdown ledger tells which are unused) and comments of the front matter. told: what was
 * diagnosed while reading. Linear in the source. False: so much was told that not all of it is
 * known, and a digit without a mark proves nothing. */
bool kept_mark(const struct doc *doc, const struct diag_list *told, unsigned char *marks);

/* The first group of digits at or after *at, which moves past it; false: no more. */
bool kept_next_group(struct slice text, size_t *at, struct slice *group);

/* True if the digits start to end of text are part of an entity: &#8211; &frac12; */
bool kept_is_entity(struct slice text, size_t start, size_t end);
