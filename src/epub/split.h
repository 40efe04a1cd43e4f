/* The content documents and what each holds. Used within epub/ only. */
#pragma once

#include "epub/publication.h"

/* Chapters are split where a level 2 heading follows about this much, text and markup, so that old
 * readers can open a book; a leaflet stays one document. */
#define EPUB_PART_BYTES (216u * 1024u)

/* Splits the document. */
void epub_split(struct epub *epub);
/* The part (from 1) that holds a node. */
uint32_t epub_part_of(const struct epub *epub, const struct node *node);
/* "leaflet.xhtml" of one part, "leaflet-1.xhtml" of several; in the arena. */
const char *epub_part_name(struct epub *epub, uint32_t index);
void epub_free_parts(struct epub *epub);
