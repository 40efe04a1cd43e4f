/* reviewdog's diagnostic format (rdjson): its columns count bytes of UTF-8. Used
 * within report/ only. */
#pragma once

#include "report/run.h"

void rdjson_put(const struct report_run *run, struct buf *out);
