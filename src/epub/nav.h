/* What leads into the content: the navigation document, the NCX of old readers, the cover page.
 * Used within epub/ only. */
#ifndef EPUB_NAV_H
#define EPUB_NAV_H

#include "epub/publication.h"

void epub_write_nav(struct epub *epub, struct buf *out);
void epub_write_ncx(struct epub *epub, struct buf *out);
void epub_write_cover(struct epub *epub, struct buf *out);

#endif
