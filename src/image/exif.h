/* What of EXIF (2.3) decides how a picture is shown. Within image/. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Tag 0x0112 of the first directory (4.6.4) of what begins with the head of TIFF; 1 when there is
 * none or it makes no sense. */
int image_exif_orientation(const uint8_t *tiff, size_t len);
