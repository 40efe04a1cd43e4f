/* The content documents: the tree as XHTML. Used within epub/ only. */
#pragma once

#include "epub/markup.h"
#include "epub/publication.h"

/* Begins an XHTML document up to its main element, in the root's language and direction. lang: of
 * the title (NULL: the root's), which may be NULL. */
void epub_start_page(struct epub *epub, struct markup *m, const char *lang, const char *title);

/* Writes part index (from 1). */
void epub_write_part(struct epub *epub, uint32_t index);
