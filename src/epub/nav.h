/* What leads into the content: the navigation document; where its goals are.
 * Used within epub/ only. */
#pragma once

#include "epub/publication.h"

void epub_write_nav(struct epub *epub, struct buf *out);

/* The next heading of the table of contents behind a node in reading order, or NULL. */
const struct node *epub_next_heading(const struct epub *epub, const struct node *node);
/* Where they are, as links from a file beside the parts; in the arena. Of pages (from 0) only when
 * the parts are written. */
const char *epub_heading_href(struct epub *epub, const struct node *heading);
const char *epub_page_href(struct epub *epub, uint32_t index);
