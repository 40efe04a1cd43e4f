/* What is wrong with the page breaks of a leaflet, counted from its frames: nothing of the layout's
 * own reckoning is believed. Layers 3 and up. */
#pragma once

#include "frame/frame.h"

/* What page breaks should not do: a paragraph's last line alone on a page (or in a column), its
 * first line alone, a heading without two lines of what follows; a picture away from its step, its
 * lead-in or its caption counts with these. */
struct frame_breaks {
    uint32_t widows, orphans, stranded;
};

void frames_count_breaks(const struct frames *frames, const struct doc *doc,
                         struct frame_breaks *out);
