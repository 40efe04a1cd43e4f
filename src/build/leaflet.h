/* One leaflet on its way through the house: read -> style -> layout -> write. Only build/. */
#pragma once

#include "base/buf.h"
#include "base/status.h"
#include "build/jobs.h"
#include "build/options.h"
#include "build/outputs.h"
#include "build/report.h"
#include "build/worker.h"

/* What a job's path is called in messages: "<stdin>" for "-". */
const char *leaflet_name(const char *path);

/* Builds (or checks) one leaflet in all its editions; what is to be told goes into report. Files
 * that are to be committed are in *ready, which is NULL where there are none. */
enum status leaflet_build(const struct job *job, const struct build_options *options,
                          struct worker *worker, struct report *report, struct outputs **ready);

/* The same, of the first edition, up to the phase that `what` prints. */
enum status leaflet_dump(const struct job *job, const struct build_options *options,
                         struct worker *worker, enum build_dump what, struct buf *out,
                         struct report *report);
