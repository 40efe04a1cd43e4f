/* Pictures as objects. Used within pdf/ only. */
#pragma once

#include "pdf/page/document.h"

/* Embeds all pictures of the frames, equal ones once. False after a diagnostic. */
bool pdf_write_images(struct pdf *pdf);
/* The object of an embedded picture, or 0. */
uint32_t pdf_image_object(const struct pdf *pdf, const struct image *image);
