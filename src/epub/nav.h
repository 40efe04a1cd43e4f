/* What leads into the content: the navigation document, the NCX of old readers, the cover page.
 * Used within epub/ only. */
#pragma once

#include "epub/publication.h"

void epub_write_nav(struct epub *epub, struct buf *out);
void epub_write_ncx(struct epub *epub, struct buf *out);
void epub_write_cover(struct epub *epub, struct buf *out);
