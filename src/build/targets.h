/* The files that a run writes beside leaflets: reports, a baseline, what the leaflets were made of,
 * and with --fix the sources. Only build/. */
#pragma once

#include "base/inputs.h"
#include "base/status.h"
#include "build/jobs.h"
#include "build/options.h"
#include "build/scribe.h"

/* Where a file is, or would be: links among its folders are followed. In the arena, or as given. */
const char *targets_real(struct inputs *inputs, struct arena *arena, const char *file);

/* True for what only a person writes: a Markdown text that is there, and clinic.yml. No report may
 * replace it. */
bool targets_is_content(struct inputs *inputs, const char *file);
/* Says so; STATUS_USAGE. */
enum status targets_refuse(const char *file);

/* Which of the scribe's targets: the files of the reports are the first, in their order, the
 * sources of all jobs the last. */
size_t targets_baseline(const struct build_options *options);
size_t targets_deps(const struct build_options *options);
size_t targets_sources(const struct build_options *options);

/* Starts the scribe where there is anything to write; its targets are in the arena, which outlives
 * it.
 * What cannot be written, and what would take the name of a leaflet's file or of another report, is
 * told before any work is done: STATUS_ENVIRONMENT or STATUS_USAGE. */
enum status targets_open(const struct build_options *options, const struct job_list *jobs,
                         struct inputs *inputs, struct arena *arena, struct scribe *scribe);
