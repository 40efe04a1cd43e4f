/* From placed pieces to frame items: glyph runs and pictures in logical order, then the strokes
 * under and through words, then the areas of links. Only par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Fills the items of work->line with what the pieces show. */
void par_draw(struct par_work *work);
