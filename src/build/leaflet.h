/* One leaflet on its way through the house: read -> style -> layout -> write. Only build/. */
#pragma once

#include "base/buf.h"
#include "base/status.h"
#include "build/jobs.h"
#include "build/options.h"
#include "build/worker.h"

struct leaflet_result {
    enum status status;
    size_t errors, warnings;
};

/* Builds (or checks) one leaflet in all its editions; its diagnostics are printed into report. */
struct leaflet_result leaflet_build(const struct job *job, const struct build_options *options,
                                    struct worker *worker, struct buf *report);

/* The same, of the first edition, up to the phase that `what` prints. */
struct leaflet_result leaflet_dump(const struct job *job, const struct build_options *options,
                                   struct worker *worker, enum build_dump what, struct buf *out,
                                   struct buf *report);
