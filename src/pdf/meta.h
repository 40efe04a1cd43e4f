/* What is known about the leaflet: catalog, information dictionary, XMP, output intent. Used within
 * pdf/ only. */
#pragma once

#include "pdf/page/document.h"

void pdf_write_meta(struct pdf *pdf, uint32_t structure_root);
