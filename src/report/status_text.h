/* The table of leaflets (report/status.h) for people. Used by build/. */
#pragma once

#include "report/status.h"

/* In lines of at most so many columns. */
void status_put_text(const struct status_table *table, uint32_t width, struct buf *out);
