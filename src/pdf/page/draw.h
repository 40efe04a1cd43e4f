/* The content stream of a page: all items in their order. Used within pdf/ only. */
#pragma once

#include "pdf/page/document.h"

/* Draws a page (from 0), tagging as it goes. Appends to out. */
void pdf_draw_page(struct pdf *pdf, uint32_t page, struct buf *out);
