/* QR codes, by libqrencode. Layers 2 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

/* More bytes would make modules too small to be read from paper (version 13: 69 by 69). */
#define IMAGE_QR_MOST 331u

/* A QR code (error correction M) of a text: side modules, modules[y * side + x] true is dark; in
 * the arena. False when the text is longer than IMAGE_QR_MOST. No quiet zone. */
bool image_qr(struct slice text, struct arena *arena, uint32_t *side, const bool **modules);
