#include "build/shard.h"

#include <string.h>

#include "base/hash.h"

static bool is_mine(const struct build_options *options, const struct job *job)
{
    const char *below = jobs_below(options, job->stem);
    uint64_t hash = hash_bytes(HASH_SEED, below, strlen(below));
    return (hash ^ hash >> 32) % options->shard.count + 1 == options->shard.number;
}

struct job_list shard_jobs(const struct build_options *options, const struct job_list *jobs,
                           struct arena *arena)
{
    struct job_list mine = *jobs;
    if (options->shard.count == 0 || jobs->count == 0)
        return mine;
    mine.items = ARENA_ARRAY(arena, jobs->count, struct job);
    mine.count = 0;
    for (size_t i = 0; i < jobs->count; i++)
        if (is_mine(options, &jobs->items[i]))
            mine.items[mine.count++] = jobs->items[i];
    return mine;
}
