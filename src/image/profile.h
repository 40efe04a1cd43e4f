/* Colours: what an embedded ICC profile makes of a picture's numbers, by Little CMS. Within image/.
 */
#pragma once

#include "base/buf.h"
#include "image/picture.h"

/* From a picture's colours to sRGB, or to grey of the same light. */
struct image_colours;

/* Of the profile that the picture's file holds, appended to profile; NULL: it has none that fits
 * its kind of colours and that other programs can use (ICC.1, version 2 or 4). Closed by the
 * caller. */
struct image_colours *image_colours_open(const struct image *image, struct buf *profile);
void image_colours_close(struct image_colours *colours);

/* True if some colours look otherwise than the same numbers in sRGB do. */
bool image_colours_differ(const struct image_colours *colours);

/* Converts count pixels; from and to may be the same. */
void image_colours_convert(const struct image_colours *colours, const uint8_t *from, size_t count,
                           uint8_t *to);
