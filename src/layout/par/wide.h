/* Wide punctuation: the brackets, stops and quotation marks of Chinese and Japanese are drawn in
 * one half of a square. The empty half goes where another such mark stands beside it, at the start
 * of a line and at its end (JIS X 4051; W3C, Requirements for Japanese, 3.1, and for
 * Chinese, 3.1.6; CSS Text 4, text-spacing-trim). Only par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Once all chunks are shaped: marks beside one another lose the empty half between them. */
void par_wide_trim(struct par_work *work);
/* The same inside a part of a chunk that is shaped anew. */
void par_wide_trim_part(struct par_work *work, struct par_chunk *part);

/* The glyphs of a chunk, for writing: those of the font set are copied. */
struct font_glyph *par_own_glyphs(const struct par_work *work, struct par_chunk *chunk);

#define PAR_NOT_WIDE (-1)
/* How much is empty at the left of a chunk's first mark, at the right of its last; PAR_NOT_WIDE: it
 * is no wide mark. */
unit par_wide_start(const struct par_work *work, const struct par_chunk *chunk);
unit par_wide_end(const struct par_work *work, const struct par_chunk *chunk);
