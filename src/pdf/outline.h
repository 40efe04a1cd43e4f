/* Bookmarks (ISO 32000-1, 12.3.3). Used within pdf/ only. */
#ifndef PDF_OUTLINE_H
#define PDF_OUTLINE_H

#include "pdf/page/document.h"

/* From the headings, for leaflets of two or more. */
void pdf_write_outline(struct pdf *pdf);

#endif
