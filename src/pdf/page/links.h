/* The link annotations of a page (ISO 32000-1, 12.5.6.5). Used within pdf/ only. */
#pragma once

#include "pdf/page/document.h"

/* Writes the annotations of a page (from 0) and appends its /Annots entry, if there are any. */
void pdf_put_links(struct pdf *pdf, uint32_t page, struct buf *entries);
