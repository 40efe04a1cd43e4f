/* Only what changed: which leaflets of a batch are up to date, by the state that is kept in the
 * folder of the outputs, and what the batch makes of it. Only build/. */
#pragma once

#include "base/diag.h"
#include "build/jobs.h"
#include "build/neighbours.h"
#include "build/options.h"
#include "build/report.h"
#include "build/state.h"

struct fresh_state {
    struct state state;
    struct fresh_state *older;
};

struct fresh {
    const struct build_options *options;
    struct neighbours *neighbours;
    bool kept;                /* in the folder, from one batch to the next */
    struct digest base;       /* of the program and the options */
    struct file_stamp found;  /* of the state's file */
    struct fresh_state *read; /* as it was found, each time, the newest first: until fresh_free */
    struct state *before;     /* the newest; other threads leave it alone */
    struct state made;        /* by this batch; whoever puts into it guards it */
    struct map unchanged;     /* names of what is up to date, to what was found of it */
    struct map known;         /* paths of all files in `before`, where pages are
                                 made; fixed once it is open */
    struct arena arena;
    size_t saved;   /* leaflets of `made` that the file has already */
    size_t removed; /* leaflets whose files were removed, since their sources are gone */
};

/* True: a state is kept of this batch: it makes files, and of more than one leaflet that was named
 * by itself. Such a one is always built, as whoever names it expects, and make does; but not while
 * it is watched. */
bool fresh_is_kept(const struct build_options *options, const struct job_list *jobs);

/* Reads the state, if it is kept; else only what this batch makes is known. All are borrowed. */
void fresh_open(struct fresh *fresh, const struct build_options *options,
                struct neighbours *neighbours, bool kept);
void fresh_free(struct fresh *fresh);

/* For each job what is known of it, if it is up to date, in found[job], which is NULL before; then
 * reports[job] is what was told when it was built, or refused. Before any other thread is started.
 */
void fresh_find(struct fresh *fresh, const struct job_list *jobs, struct report *reports,
                const struct state_leaflet **found);

/* The entry of a leaflet just built, but for its files, in the arena: all that was asked for it and
 * is told of it. NULL: nothing is kept of it (standard input). Any thread. */
struct state_leaflet *fresh_entry(const struct fresh *fresh, const struct job *job,
                                  const struct inputs *inputs, const struct report *report,
                                  struct arena *arena);

/* Keeps an entry once its files are there. In a large batch the file is written now and then, so
 * that a build which is interrupted need not begin anew. One thread at a time. */
void fresh_put(struct fresh *fresh, const struct state_leaflet *entry);

/* What is known of a leaflet that is up to date or was built; else NULL. */
const struct state_leaflet *fresh_leaflet(const struct fresh *fresh, const struct job *job);

/* Once the batch is done: removes what is left of leaflets that are gone (with --prune), and writes
 * the state where it has changed. What fails is a diagnostic: files that cannot be removed, and a
 * state that cannot be written. */
void fresh_end(struct fresh *fresh, struct diag_list *diags);

/* Puts what is left and was not removed, for the summary: a line, or nothing. */
void fresh_put_left(const struct fresh *fresh, struct buf *out);
