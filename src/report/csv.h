/* Writes and reads comma-separated values (RFC 4180) in UTF-8, lines ending in CR LF. A text that a
 * spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage return, or the
 * wide forms of these) gets an apostrophe before it, by which spreadsheets know text. Bytes that
 * are not UTF-8 become U+FFFD, NULs too. Used within report/ only. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

struct csv {
    struct buf *out;
    bool follows; /* a cell stands before in the line */
};

/* NULL is an empty cell. */
void csv_text(struct csv *csv, const char *text);
void csv_number(struct csv *csv, int64_t value);
/* With two decimals: 1120 is 11.20. */
void csv_hundredths(struct csv *csv, int64_t value);
void csv_end(struct csv *csv);

/* Takes the next line's cells off *rest, without quotes and such apostrophes, into cells (at most
 * so many; the arena's). Their number; 0: there is no further line. */
size_t csv_read(struct slice *rest, struct arena *arena, const char **cells, size_t most);
