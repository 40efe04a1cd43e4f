/* The table of leaflets (report/status.h) for spreadsheets (report/csv.h). Used by build/. */
#pragma once

#include "report/status.h"

void status_put_csv(const struct status_table *table, struct buf *out);
