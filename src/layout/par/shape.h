/* Second step: from text and spans to shaped chunks: words and spaces of one span, level, script
 * and face. Words are shaped one by one, so that the font set's cache serves most of them. Only
 * par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Analyses the text (into scratch) and fills chunks. */
void par_shape(struct par_work *work);
/* Shapes bytes of one chunk again (a part of a word); width and glyphs are set. */
void par_shape_part(struct par_work *work, struct par_chunk *part);
/* The glyph of the hyphen that ends a line after a chunk. */
struct par_chunk par_shape_hyphen(const struct par_work *work, const struct par_chunk *after);
