/* Glyph runs: TJ arrays in logical order (ISO 32000-1, 9.4.3). Used within pdf/page/ only. */
#pragma once

#include "pdf/page/content.h"

/* Draws a run of glyphs; item is its place on the page. */
void content_put_glyphs(struct content *content, const struct frame_item *run, uint32_t item);
