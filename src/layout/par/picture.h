/* How large a picture is set. Only layout/ includes it. */
#pragma once

#include "base/unit.h"
#include "doc/node.h"

/* Dots an inch of a picture in its natural size: what print needs to look sharp. */
#define PAR_NATURAL_DOTS 200

/* The room that there is. */
struct par_picture_room {
    unit measure;       /* of which a wanted width is a part */
    unit width, height; /* at most */
    uint32_t dots;      /* an inch, which its natural size has at least */
};

/* The size of an image node: its wanted width (a part of the measure, or absolute), else its
 * natural one by the dots an inch that it states, or those of CSS; made smaller in proportion until
 * it fits. False: it has no picture, as was reported when it was read. */
bool par_picture_size(const struct node *node, const struct par_picture_room *room, unit *width,
                      unit *height);
