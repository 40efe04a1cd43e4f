/* Optical margins: how far a character hangs out of the measure at a line's edge, after H. T. Thanh
 * ("Micro-typographic extensions to the TeX typesetting system", 2000). A mark with little ink
 * beside it would make the edge look ragged. Only par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* True if characters of the paragraph may hang: it runs from left to right and its lines begin at
 * the measure's edge. Numbers that end their lines stand under one another. */
bool par_may_hang(const struct par_work *work);
/* How far a chunk hangs out at the start of a line that begins with it, or at the end of one that
 * ends with it (0 for most). At the end only justified text does, and the empty half of a wide
 * mark. */
unit par_hang_start(const struct par_work *work, const struct par_chunk *chunk);
unit par_hang_end(const struct par_work *work, const struct par_chunk *chunk);
/* The same for the hyphen that the end of a line brings, of a width. */
unit par_hang_hyphen(const struct par_work *work, unit width);
