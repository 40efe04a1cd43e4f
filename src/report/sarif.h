/* SARIF 2.1.0 (OASIS, errata 01), within what GitHub's code scanning takes. Used
 * within report/ only. */
#pragma once

#include "report/run.h"

void sarif_put(const struct report_run *run, struct buf *out);
