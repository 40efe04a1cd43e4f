/* What a run tells, as it goes on and at its end: text on standard error as soon as a leaflet's
 * turn comes, all other formats once all is known. What concerns more leaflets than one (the
 * settings, a font that is not there) is told once a run; what is known already, or stands on lines
 * that have not changed, is passed over. Only build/; one thread at a time. */
#pragma once

#include "base/inputs.h"
#include "base/status.h"
#include "build/deps.h"
#include "build/jobs.h"
#include "build/report.h"
#include "build/scribe.h"
#include "report/baseline.h"
#include "report/changes.h"
#include "report/run.h"

struct telling {
    const struct build_options *options;
    const struct job_list *jobs;
    struct inputs *inputs; /* borrowed, as are these; NULL: nothing is asked (dump, tests) */
    struct arena arena;
    struct report_run run;
    struct map once, places, repeats;
    unsigned more[DIAG_CODE_COUNT]; /* leaflets of which it is so, too, and was not told again */
    struct baseline baseline;
    struct changes changes;
    struct scribe scribe;
    const char *here;   /* the working folder, real, or NULL */
    const char **known; /* lines of the baseline that is to be written */
    size_t known_count, known_cap;
    int summary; /* GitHub's file for the step's summary: a descriptor, or -1 */
    size_t summary_size;
    size_t fixable, fixes, fixed_files;
    bool unwritten; /* a file that the scribe was to write is not there */
};

/* Reads the baseline, asks git, and starts the process that writes files (build/scribe.h): before
 * the sandbox and any other thread. STATUS_OK, or another after a message. */
enum status telling_open(struct telling *telling, const struct build_options *options,
                         const struct job_list *jobs, struct inputs *inputs);

/* Tells what is wrong with the run, not with one leaflet; puts its text. */
void telling_add(struct telling *telling, const struct diag_list *diags, struct buf *text);
/* Tells what leaflets contradict each other in, after all of them; STATUS_CONTENT where that fails
 * the run. */
enum status telling_add_across(struct telling *telling, const struct diag_list *diags,
                               struct buf *text);
/* Tells of a leaflet, whose report may go then; puts its text. status: what became of it. What is
 * passed over does not fail it: the result is its status then. */
enum status telling_add_leaflet(struct telling *telling, const char *path, enum status status,
                                const struct report *report, struct buf *text);

/* Writes all that is to be written at the end; deps: also what the leaflets were made of, or NULL.
 * STATUS_ENVIRONMENT after a message. */
enum status telling_end(struct telling *telling, const struct deps *deps);
/* Above the summary: what was told of one leaflet and is so of others, too. */
void telling_put_more(const struct telling *telling, struct buf *out);
/* Puts what the summary says beyond the numbers of leaflets, each on a line of its own. */
void telling_put_passed(const struct telling *telling, struct buf *out);

void telling_free(struct telling *telling);
