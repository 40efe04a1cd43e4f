/* The evidence report (report/evidence.h) as a leaflet in Markdown, from which its PDF is made.
 * Used by build/. */
#pragma once

#include "base/buf.h"
#include "report/evidence.h"

/* today: its date of publication; year 0: it has none. */
void evidence_put_markdown(const struct evidence *evidence, struct date_moment today,
                           struct buf *out);
