/* Automatic widths of table columns: pure arithmetic. Only layout/ includes it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/unit.h"

/* Widths are of the content. */
struct table_columns {
    uint32_t columns;
    const unit *smallest; /* [columns] the widest unbreakable piece of each */
    const unit *largest;  /* [columns] on one line each */
    const unit *cells;    /* [rows * columns] width of each cell on one line */
    uint32_t rows;
    unit measure; /* what all columns share; the gaps between them taken off */
    /* [columns] what holds each cell of that column alone on one line; NULL: largest, as no cell
     * takes up several */
    const unit *whole;
};

/* Chooses widths: the largest of all where they fit; else widths that add up to the measure.
 * False: the smallest widths do not fit; the widths then are below them in the widest columns and
 * words must break. */
bool table_columns_share(const struct table_columns *table, unit *widths);
