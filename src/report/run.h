/* What a run has to tell, for the formats: its findings in the order of the leaflets, and what
 * became of each leaflet. Used by report/ and build/, which fills it. */
#pragma once

#include "report/finding.h"

struct report_leaflet {
    const char *path;
    size_t first, count; /* its findings; those before the first leaflet's, and behind the last
                            one's, are the run's */
    bool failed;         /* by what it says: a finding as severe as fail_on, not passed over */
    bool broken;         /* by the machine: it could not be read or written */
};

struct report_run {
    bool check; /* else build */
    enum diag_severity fail_on;
    const char *const *paths; /* as on the command line */
    size_t path_count;
    unsigned shard; /* which of several machines; 0: the only one */
    struct report_leaflet *leaflets;
    size_t leaflet_count, leaflet_cap;
    struct finding *findings;
    size_t finding_count, finding_cap;
    size_t counts[DIAG_ERROR + 1]; /* by severity */
    size_t known;                  /* passed over: they are in the baseline … */
    size_t gone;      /* … which has so many more for these files, that are no longer found */
    size_t unchanged; /* passed over: on lines that have not changed */
    bool broken;      /* the machine's fault kept something from being done */
};

/* All failed and broken leaflets. */
size_t run_failures(const struct report_run *run);

/* "3 errors, 1 warning": what there is, by severity; nothing where there is nothing. */
void run_put_counts(const size_t counts[DIAG_ERROR + 1], struct buf *out);

void run_free(struct report_run *run);
