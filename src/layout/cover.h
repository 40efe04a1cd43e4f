/* The cover of the EPUB: one page, with the masthead and the title so large that they are read on a
 * shelf of covers. Layers 5 and up. */
#pragma once

#include "layout/par/context.h"

/* The cover has 450 by 600 pixels at so many dots an inch. */
#define COVER_DPI 108

/* Lays out the cover (free with frames_free) with what the leaflet was laid out with; its texts are
 * those of the tree, so that nothing is to be told of them. NULL: there is no title, or it is too
 * long for a cover. */
struct frames *layout_cover(const struct doc *doc, const struct style *style,
                            const struct layout_tools *tools);
