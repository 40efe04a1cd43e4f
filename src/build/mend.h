/* Applies the fixes of what was told: shows the difference on standard output and, if asked to,
 * writes the mended sources. Only build/. */
#pragma once

#include "base/inputs.h"
#include "build/jobs.h"
#include "build/options.h"
#include "build/scribe.h"
#include "report/run.h"

struct mend {
    const struct build_options *options;
    struct inputs *inputs;
    struct scribe *scribe;
    size_t first_target; /* the scribe's for the first source, see mend_targets */
    size_t fixes, files; /* how many were applied, in how many sources */
    struct diag_list *diags;
};

/* One target of the scribe for each job, which writes over its source; strings are the jobs' or the
 * arena's. */
void mend_targets(const struct job_list *jobs, struct scribe_target *targets, struct arena *arena);

/* Fixes that repeat or overlap another wait for the next run. A source that has changed since it
 * was read, or that is a link, is left as it is, with a diagnostic. False: standard output cannot
 * be written (errno). */
bool mend_run(struct mend *mend, const struct job_list *jobs, const struct report_run *run);
