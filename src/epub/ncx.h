/* The table of contents of EPUB 2, for old readers. Used within epub/ only. */
#pragma once

#include "epub/publication.h"

/* toc.ncx: the headings in the levels of the navigation document, then the printed pages (OPF
 * 2.0.1, 2.4.1). Call when the parts are written. */
void epub_write_ncx(struct epub *epub, struct buf *out);
