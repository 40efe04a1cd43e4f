/* Frames as stable text for people and tests. Layers 3 and up. */
#pragma once

#include "base/buf.h"
#include "frame/frame.h"

/* All items; positions in pt with one decimal. face_name maps a face number to its PostScript
 * name. */
void frames_dump(const struct frames *frames, const char *(*face_name)(void *, uint16_t),
                 void *context, struct buf *out);

/* A line for each page: number, how full (percent), the first and last words, notes, how many lines
 * are loose and what its end parts (parted.h); at the end "widows 0, orphans 0, stranded 0". */
void frames_dump_pages(const struct frames *frames, const struct doc *doc, struct buf *out);
