/* The evidence report (report/evidence.h) as text, in lines of at most 80 columns where words
 * allow. Used by build/. */
#pragma once

#include "report/evidence.h"

void evidence_put_text(const struct evidence *evidence, struct buf *out);
