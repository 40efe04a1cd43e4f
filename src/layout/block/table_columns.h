/* Automatic widths of table columns: pure arithmetic. Only layout/ includes it. */
#ifndef LAYOUT_BLOCK_TABLE_COLUMNS_H
#define LAYOUT_BLOCK_TABLE_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Widths are of the content, in 1/1024 pt. */
struct table_columns {
    uint32_t columns;
    const int32_t *smallest; /* [columns] the widest unbreakable piece of each */
    const int32_t *largest;  /* [columns] on one line each */
    const int32_t *cells;    /* [rows * columns] width of each cell on one line */
    uint32_t rows;
    int32_t measure; /* what all columns share; the gaps between them taken off */
};

/* Chooses widths that add up to the measure. False: the smallest widths do not fit; the widths
 * then are below them in the widest columns and words must break. */
bool table_columns_share(const struct table_columns *table, int32_t *widths);

#endif
