/* Bookmarks (ISO 32000-1, 12.3.3). Used within pdf/ only. */
#pragma once

#include "pdf/page/document.h"

/* From the headings, for leaflets of two or more. */
void pdf_write_outline(struct pdf *pdf);
