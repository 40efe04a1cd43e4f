/* Tables for a terminal: columns that line up whatever script their cells are in. Widths are in the
 * terminal's columns. Used within report/ only. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

struct column {
    const char *heading;
    bool number;    /* set to the right */
    uint32_t least; /* may be cut down to so many; 0: never cut */
    unsigned gives; /* those with the lowest are left out first; 0: never left out */
};

#define COLUMNS_MOST 16u

/* Zero-initialise with the columns; what is put into it lives in the arena. */
struct columns {
    struct arena *arena;
    const struct column *columns;
    uint32_t column_count; /* at most COLUMNS_MOST */
    const char **cells;    /* [row_count * column_count], clean */
    size_t cell_count, cell_cap;
};

/* The next cell of the next row, as diag_put_clean puts it; NULL is an empty one. */
void columns_add(struct columns *table, const char *text);

/* Puts the table in lines of at most so many columns: cells that may be are cut ("…"), then columns
 * that may be are left out, which a line below tells. A cell with letters that run from right to
 * left is isolated (UAX #9, FSI and PDI), so that a terminal which orders them leaves the columns
 * where they are. */
void columns_put(const struct columns *table, uint32_t width, struct buf *out);
void columns_free(struct columns *table);

/* How wide a text is. */
uint32_t columns_width(struct slice text);
