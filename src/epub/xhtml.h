/* The content documents: the tree as XHTML. Used within epub/ only. */
#pragma once

#include "epub/markup.h"
#include "epub/publication.h"

/* Begins an XHTML document up to its body element, in the root's language and direction. */
void epub_start_page(struct epub *epub, struct markup *m, const char *title);

/* Writes part index (from 1). */
void epub_write_part(struct epub *epub, uint32_t index);
