/* What the leaflets of a batch, and those beside them, show to one another: each that a link leads
 * to is read once, by the thread that asks first. Only build/. */
#pragma once

#include "base/inputs.h"
#include "build/jobs.h"
#include "read/read.h"

struct neighbours;

/* The jobs and --lang are borrowed. */
struct neighbours *neighbours_open(const struct job_list *jobs, const char *lang);
void neighbours_close(struct neighbours *neighbours);

/* The names in the leaflets' folders, and their settings: once for all. Any thread. */
struct names *neighbours_names(struct neighbours *neighbours);
struct settings *neighbours_settings(struct neighbours *neighbours);

/* Which leaflet a link from the job's leaflet to that place leads to, and where its files lie from
 * there: what its inputs note as INPUT_LEAFLET. Nothing is read. */
struct slice neighbours_answer(struct neighbours *neighbours, const struct job *job,
                               const char *place, struct arena *arena);

/* The finder of one leaflet: what answers for its links. Any thread; its answers are the same
 * whichever leaflet asked first, and live until neighbours_close. */
struct neighbours_view {
    struct leaflet_finder finder; /* first */
    struct neighbours *all;
    const struct job *job;
};
void neighbours_view(struct neighbours *neighbours, const struct job *job,
                     struct neighbours_view *view);
