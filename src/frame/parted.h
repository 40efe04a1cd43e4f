/* What a reader misses at the edges of a page and of its lines, for `leafset dump pages`; seen in
 * the frames as breaks.h sees them. Only frame/ includes it. */
#pragma once

#include "frame/frame.h"

/* What belongs together and is parted by the end of a page or of its first column, or NULL. page
 * counts from 0. */
const char *frames_parted(const struct frames *frames, const struct doc *doc, uint32_t page);

/* Lines of a page that end short of 70 % of the widest line of their block, though the block goes
 * on: a hole at the edge of the text. */
uint32_t frames_loose_lines(const struct frames *frames, const struct doc *doc, uint32_t page);
