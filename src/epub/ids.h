/* Names of places in the content documents that are no headings: notes, labels of callouts,
 * captions of tables, page marks. They begin with the heading they stand under and are counted from
 * there, so that what is written elsewhere changes none. Each has a capital letter, which no
 * heading's name has. Used within epub/ only. */
#pragma once

#include "epub/publication.h"

/* Names the notes, labels and captions. */
void epub_give_ids(struct epub *epub);

/* "rest-at-home-Note-2" for a note, a callout's label or a table's caption. */
const char *epub_id_of(const struct epub *epub, const struct node *node);

/* "rest-at-home-Note-2-Call-1", of what calls a note. */
const char *epub_call_id(struct epub *epub, const struct node *ref);

/* "Page-3"; index from 0. */
const char *epub_page_id(struct epub *epub, uint32_t index);
