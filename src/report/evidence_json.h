/* The evidence report (report/evidence.h) for programs; the manual page lists the keys. Used by
 * build/. */
#pragma once

#include "base/buf.h"
#include "report/evidence.h"

/* Grows by one with each change that a reader of the former could not read. */
#define EVIDENCE_JSON_VERSION 1

void evidence_put_json(const struct evidence *evidence, struct buf *out);
