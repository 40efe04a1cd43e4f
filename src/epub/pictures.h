/* The pictures of the container. Used within epub/ only. */
#pragma once

#include "epub/publication.h"

/* Fills the picture, whose image is set, for the file name.png or name.jpg. False after a
 * diagnostic at span. It is given back by epub_free_pictures. */
bool epub_fill_picture(struct epub *epub, struct span span, struct epub_picture *picture,
                       const char *name);
/* Collects the pictures shown; false after a diagnostic. */
bool epub_collect_pictures(struct epub *epub);
/* The collected picture that is equal to image, or NULL. */
const struct epub_picture *epub_picture_of(const struct epub *epub, const struct image *image);
void epub_free_pictures(struct epub *epub);
