/* How large a picture is set. Only layout/ includes it. */
#pragma once

#include "base/unit.h"
#include "doc/node.h"

/* The size of an image node: its wanted width (a part of the measure, or absolute), else its
 * natural one, made smaller in proportion until it is no wider than the measure and no higher than
 * most. Its natural size has the dots an inch that it states, or those of CSS; at least `dots`.
 * False: it has no picture, as was reported when it was read. */
bool par_picture_size(const struct node *node, uint32_t dots, unit measure, unit most, unit *width,
                      unit *height);
