/* The JSON Schema (draft 07) of report/whole.h. Used by cli/. */
#pragma once

#include "base/buf.h"

void report_schema_put(struct buf *out);
