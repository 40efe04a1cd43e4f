/* The markers of a JPEG (ITU T.81, annex B) with those of JFIF, EXIF, ICC and Adobe: what the
 * picture is, and what of the file must not be published. Within image/. */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* Header and wholeness, for image_open: fills the image but for path, bytes, digest. */
enum image_error image_jpeg_open(struct slice bytes, struct arena *arena, struct image *image,
                                 const char **reason);

/* Appends the file with its pixels untouched, but without what the camera and other programs have
 * added: EXIF with place and time, XMP, remarks, thumbnails, and whatever follows the picture. The
 * colour profile is kept if wanted. Without EXIF the picture is shown as it is stored. */
void image_jpeg_strip(const struct image *image, bool profile, struct buf *out);

/* Appends the embedded colour profile (ICC.1:2022, annex B.4); false: none, or a part is missing.
 */
bool image_jpeg_profile(const struct image *image, struct buf *out);
