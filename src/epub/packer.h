/* Compresses the files of containers. A thread keeps one from leaflet to leaflet: those that look
 * alike have the same style sheets, which it remembers. Used within epub/ and by build/. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

struct epub_packer;

struct epub_packer *epub_packer_new(void);
void epub_packer_free(struct epub_packer *packer);

/* The bytes as raw deflate (APPNOTE 4.4.5, method 8), in the arena, and their CRC-32. lasting: many
 * containers have the same. */
struct slice epub_pack(struct epub_packer *packer, struct slice bytes, bool lasting,
                       struct arena *arena, uint32_t *crc);
