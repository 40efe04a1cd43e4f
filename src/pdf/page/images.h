/* Pictures as objects. Used within pdf/ only. */
#pragma once

#include "pdf/page/document.h"

/* A picture of the frames, embedded once for all its places. */
struct pdf_image {
    const struct frame_item *item; /* the first that shows it */
    unit width, height;            /* the largest it is drawn */
    uint32_t object;
    int orientation; /* EXIF's: to be turned by whoever draws it */
    struct pdf_image *next;
};

/* Embeds all pictures of the frames, equal ones once. False after a diagnostic. */
bool pdf_write_images(struct pdf *pdf);
/* Prepares them as for that, and embeds none. False after a diagnostic. */
bool pdf_try_images(struct pdf *pdf);
/* An embedded picture, or NULL. */
const struct pdf_image *pdf_image_of(const struct pdf *pdf, const struct image *image);
