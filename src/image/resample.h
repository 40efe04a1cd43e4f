/* Fewer pixels for the same picture. Layers 2 and up; within image/. */
#pragma once

#include "image/picture.h"

/* The picture at width by height, at least 1 and no more than it has, by a cubic filter in linear
 * light; colours are taken for sRGB. The caller frees *to with image_pixels_free. */
void image_resample(const struct image_pixels *from, uint32_t width, uint32_t height,
                    struct image_pixels *to);
