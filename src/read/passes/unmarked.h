/* Words that come without markup: from plain articles, front matter and settings; and addresses
 * that do, in Markdown too. Only read/. */
#pragma once

#include "doc/doc.h"

/* A detached TEXT node of such words: the text lives as long as the document, the map (as in struct
 * node, its first entry at byte 0) is copied; source NULL: they came from nowhere, without a map.
 */
struct node *unmarked_text(struct doc *doc, struct slice text, const struct source *source,
                           const struct text_map *map, size_t map_count);

/* The same for a value of front matter or settings, with a map over quotes and folded lines. */
struct node *unmarked_from_meta(struct doc *doc, const struct meta_text *value);

/* Puts bytes from to end (not including) of such a text as one TEXT below parent; where there are
 * none, nothing: NULL. */
struct node *unmarked_put(struct doc *doc, struct node *parent, const struct node *text,
                          size_t from, size_t end);

/* The same for the whole text, with web and e-mail addresses as links. */
void unmarked_put_linked(struct doc *doc, struct node *parent, const struct node *text);

/* The same for every text below block, where it stands in no link or code. */
void unmarked_link(struct doc *doc, struct node *block);
