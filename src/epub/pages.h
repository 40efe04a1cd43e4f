/* Where printed pages begin on screen. Used within epub/ only. */
#pragma once

#include "epub/publication.h"
#include "frame/frame.h"

/* Finds it by the frames; NULL: nowhere. */
void epub_find_pages(struct epub *epub, const struct frames *frames);
