/* The leaflets of one machine of several, which share a batch without talking to one another. Only
 * build/. */
#pragma once

#include "build/jobs.h"
#include "build/options.h"

/* The jobs of options->shard in their order, each in exactly one shard, chosen by where its files
 * lie below the folder of the outputs: the same on every machine, and the same still when leaflets
 * come or go. All jobs where there are no shards. The items lie in the arena, what they hold is the
 * list's. */
struct job_list shard_jobs(const struct build_options *options, const struct job_list *jobs,
                           struct arena *arena);
