/* The pictures of the container. Used within epub/ only. */
#pragma once

#include "epub/publication.h"

/* Collects the pictures shown; false after a diagnostic. */
bool epub_collect_pictures(struct epub *epub);
/* The collected picture that is equal to image, or NULL. */
const struct epub_picture *epub_picture_of(const struct epub *epub, const struct image *image);
void epub_free_pictures(struct epub *epub);
