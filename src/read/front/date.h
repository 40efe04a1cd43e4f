/* Dates as writers put them into the front matter. Only read/. */
#pragma once

#include "base/arena.h"
#include "doc/meta.h"

/* Reads a date (ISO 8601, a day or a month) into *date; false: not one, and *hint (in the arena)
 * says how to write it. */
bool date_parse(const char *text, struct arena *arena, struct meta_date *date, const char **hint);
