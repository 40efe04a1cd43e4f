/* Third step: from chunks to the boxes, glue and penalties of Knuth & Plass; and the last resort
 * for pieces that are wider than a line. Only par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Fills items and refs from the chunks. */
void par_items(struct par_work *work);

/* Items [first, end) that no line end can part. */
struct par_extent {
    size_t first, end;
    uint32_t boxes;
    int64_t width;
};
/* The piece from item *index on, which moves past the breakpoint that ends it; false at the end. */
bool par_piece_next(const struct par_work *work, size_t *index, struct par_extent *out);
/* True for a penalty that forces a line end. */
bool par_is_forced(const struct par_work *work, size_t item);
/* True for a break that parts what belongs together (text/keep.h). */
bool par_is_parted(const struct par_work *work, size_t item);
/* The first byte of its chunk that a box shows. */
uint32_t par_item_from(const struct par_work *work, size_t item);

/* Reports pieces wider than measure; has their words hyphenated by the dictionary, and marks
 * PAR_EMERGENCY in what still is too wide. True if there were any: items are to be filled anew. */
bool par_emergency(struct par_work *work, unit measure);
