/* A picture from its file to what is published. For the targets of the kinds of pictures. */
#pragma once

#include "image/picture.h"

/* Opens it, and if it is of the kind, decodes it and prepares it for print and for the screen, as
 * it is and with fewer pixels. */
void picture_run(struct slice bytes, enum image_kind kind);
