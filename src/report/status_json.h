/* The table of leaflets (report/status.h) for programs. The manual page lists the keys. Used by
 * build/. */
#pragma once

#include "report/status.h"

/* Grows by one with each change that a reader of the former could not read. */
#define STATUS_JSON_VERSION 1

void status_put_json(const struct status_table *table, struct buf *out);
