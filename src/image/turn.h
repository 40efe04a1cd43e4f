/* Setting pictures upright. Within image/. */
#pragma once

#include "image/picture.h"

/* Turns and mirrors the pixels as an orientation of EXIF says (2.3, tag 0x0112; 1: not at all). */
void image_turn(struct image_pixels *pixels, int orientation);
