/* Column widths, after CSS 2.1, 17.5.2.2 (smallest and largest widths), where the room between the
 * two is then shared out so that the table becomes as low as it can be. A column of short cells
 * ("Day 12") is not broken to make another a little wider. */
#include "layout/block/table_columns.h"

#include <string.h>

#include "base/mem.h"

/* The room moves between columns in steps of this part of it. */
#define STEPS 48
/* Rows that are looked at, evenly spread, and columns up to which shares are improved. */
#define ROWS_MOST    64
#define COLUMNS_MOST 12
/* A column that lacks at most this part of the measure to hold each of its cells on one line gets
 * it first, as long as the others keep this part of the room. */
#define SHORT_PART 10
#define ROOM_PART  2
/* Lines are not filled to the end: a cell needs this much more than its width in percent. */
#define RAGGED_PERCENT 108

static int64_t sum(const unit *values, uint32_t count)
{
    int64_t total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += values[i];
    return total;
}

/* Fills the measure: what the floors leave of it goes to the columns in proportion to what each
 * wants above its floor, and what rounding leaves to the last. */
static void fill(const struct table_columns *table, const unit *floors, const unit *wants,
                 unit *widths)
{
    int64_t room = table->measure - sum(floors, table->columns), left = room;
    int64_t total = sum(wants, table->columns);
    for (uint32_t i = 0; i < table->columns; i++) {
        int64_t share = total > 0 ? room * wants[i] / total : room / table->columns;
        widths[i] = floors[i] + (unit)share;
        left -= share;
    }
    widths[table->columns - 1] += (unit)left;
}

static int64_t lines_of(int64_t cell, unit width)
{
    if (cell <= width)
        return 1;
    return width > 0 ? (cell * RAGGED_PERCENT / 100 + width - 1) / width : cell;
}

/* The height in lines that the rows looked at would have, in 64 times finer steps broken down by
 * how full the widest cell is, so that a step towards fewer lines counts before it gets there. */
static int64_t height_of(const struct table_columns *table, const unit *widths)
{
    uint32_t step = table->rows / ROWS_MOST + 1;
    int64_t height = 0;
    for (uint32_t row = 0; row < table->rows; row += step) {
        const unit *cells = table->cells + (size_t)row * table->columns;
        int64_t lines = 1, pressure = 0;
        for (uint32_t i = 0; i < table->columns; i++) {
            int64_t need = lines_of(cells[i], widths[i]);
            int64_t press = widths[i] > 0 ? (int64_t)cells[i] * 16 / widths[i] : 0;
            lines = need > lines ? need : lines;
            pressure = press > pressure ? press : pressure;
        }
        height += lines * 64 + (pressure < 1024 ? pressure : 1024) / 16;
    }
    return height;
}

/* Tries every move of a step from one column to another; takes the best. False: none helps. */
static bool improve(const struct table_columns *table, unit *widths, unit step)
{
    int64_t best = height_of(table, widths);
    uint32_t best_from = 0, best_to = 0;
    for (uint32_t from = 0; from < table->columns; from++) {
        if (widths[from] - step < table->smallest[from])
            continue;
        for (uint32_t to = 0; to < table->columns; to++) {
            if (to == from)
                continue;
            widths[from] -= step;
            widths[to] += step;
            int64_t height = height_of(table, widths);
            widths[from] += step;
            widths[to] -= step;
            if (height < best) {
                best = height;
                best_from = from;
                best_to = to;
            }
        }
    }
    if (best_from == best_to)
        return false;
    widths[best_from] -= step;
    widths[best_to] += step;
    return true;
}

/* The column that lacks least to hold all its cells on one line; count: none lacks anything. */
static uint32_t shortest_of(const struct table_columns *table, const unit *whole, const unit *least)
{
    uint32_t found = table->columns;
    for (uint32_t i = 0; i < table->columns; i++)
        if (least[i] < whole[i] &&
            (found == table->columns || whole[i] - least[i] < whole[found] - least[found]))
            found = i;
    return found;
}

/* Raises the least widths of short columns to what holds each cell on one line: of all where no
 * more than cells in several columns needs further lines. */
static void keep_short(const struct table_columns *table, unit *least)
{
    bool all = table->whole && sum(table->whole, table->columns) <= table->measure;
    const unit *whole = all ? table->whole : table->largest;
    int64_t spare = table->measure - sum(least, table->columns);
    spare = all ? spare : spare / ROOM_PART;
    for (;;) {
        uint32_t i = shortest_of(table, whole, least);
        unit lacks = i < table->columns ? whole[i] - least[i] : 0;
        if (lacks == 0 || (!all && lacks > table->measure / SHORT_PART) || lacks > spare)
            return;
        least[i] = whole[i];
        spare -= lacks;
    }
}

static void share_between(const struct table_columns *table, unit *widths)
{
    uint32_t count = table->columns;
    int64_t room = table->measure - sum(table->smallest, count);
    for (uint32_t i = 0; i < count; i++)
        widths[i] = table->largest[i] - table->smallest[i];
    fill(table, table->smallest, widths, widths);
    unit step = (unit)(room / STEPS);
    for (int i = 0; i < 2 * STEPS && step > 0 && count <= COLUMNS_MOST; i++)
        if (!improve(table, widths, step))
            step /= 2;
}

/* Lowers the widest columns to one level so that all fit; narrow ones keep their width. */
static void squeeze(const struct table_columns *table, unit *widths)
{
    unit low = 1, high = table->measure;
    while (low < high) {
        unit level = low + (high - low + 1) / 2;
        int64_t total = 0;
        for (uint32_t i = 0; i < table->columns; i++)
            total += table->smallest[i] < level ? table->smallest[i] : level;
        if (total <= table->measure)
            low = level;
        else
            high = level - 1;
    }
    for (uint32_t i = 0; i < table->columns; i++)
        widths[i] = table->smallest[i] < low ? table->smallest[i] : low;
}

bool table_columns_share(const struct table_columns *table, unit *widths)
{
    uint32_t count = table->columns;
    if (count == 0)
        return true;
    if (sum(table->smallest, count) > table->measure) {
        squeeze(table, widths);
        return false;
    }
    if (sum(table->largest, count) <= table->measure) {
        memcpy(widths, table->largest, count * sizeof *widths);
    } else {
        unit *least = mem_calloc(count, sizeof *least);
        struct table_columns kept = *table;
        memcpy(least, table->smallest, count * sizeof *least);
        keep_short(table, least);
        kept.smallest = least;
        share_between(&kept, widths);
        mem_free(least);
    }
    return true;
}
