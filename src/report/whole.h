/* leafset's own JSON: all that is known, by a schema with a version of its own (report/schema.h).
 * Used within report/ only. */
#pragma once

#include "report/run.h"

/* Grows by one with each change that a reader of the former could not read: 1. */
#define WHOLE_VERSION 1

void whole_put(const struct report_run *run, struct buf *out);
