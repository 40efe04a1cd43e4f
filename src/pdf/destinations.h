/* Named destinations (ISO 32000-1, 12.3.2.3): the headings by their anchors, where links of other
 * leaflets and of websites lead ("ears.pdf#nameddest=pain"). Used within pdf/ only. */
#pragma once

#include "pdf/page/document.h"

/* Puts the catalog's /Names; nothing without headings. */
void pdf_put_destinations(struct pdf *pdf, struct buf *catalog);
