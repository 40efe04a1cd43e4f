/* Jobs: which leaflets, where to, in how many threads; each goes read -> style -> layout -> write.
 * Of build/, cli/ includes only this header and the table of formats. */
#pragma once

#include "base/buf.h"
#include "base/status.h"
#include "build/options.h"

/* Builds (in one format or more: none is STATUS_USAGE) or checks all; diagnostics go to standard
 * error in the order of the leaflets, whatever the number of threads, then a summary. The result is
 * the worst status. */
enum status build_run(const struct build_options *options);

/* Writes one phase's result of one leaflet as text. */
enum status build_dump(const struct build_options *options, enum build_dump what, struct buf *out);
