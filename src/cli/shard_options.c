#include "cli/shard_options.h"

#include <string.h>

#include "base/slice.h"
#include "cli/values.h"

#define MOST_SHARDS 100000

/* What schedulers say of a machine's number; the first whose number is set counts. */
static const struct scheduler {
    const char *index;        /* the number … */
    const char *first;        /* … of the first machine: a number, or a variable that holds it */
    const char *step, *count; /* variables, or NULL: 1, not told */
} schedulers[] = {
    {"CI_NODE_INDEX", "1", NULL, "CI_NODE_TOTAL"},                         /* GitLab */
    {"CIRCLE_NODE_INDEX", "0", NULL, "CIRCLE_NODE_TOTAL"},                 /* CircleCI */
    {"BUILDKITE_PARALLEL_JOB", "0", NULL, "BUILDKITE_PARALLEL_JOB_COUNT"}, /* Buildkite */
    {"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP",
     "SLURM_ARRAY_TASK_COUNT"},                           /* Slurm */
    {"TEST_SHARD_INDEX", "0", NULL, "TEST_TOTAL_SHARDS"}, /* Bazel */
    {"JOB_COMPLETION_INDEX", "0", NULL, NULL},            /* Kubernetes, Indexed Job */
};

static bool say(struct buf *error, const char *what, const char *value)
{
    buf_format(error, what, value);
    return false;
}

static bool read_variable(const char *(*get)(const char *), const char *name, int64_t *out)
{
    const char *value = get(name);
    return value && values_number(value, INT32_MAX, out);
}

static const struct scheduler *find_scheduler(const char *(*get)(const char *))
{
    for (size_t i = 0; i < sizeof schedulers / sizeof *schedulers; i++)
        if (get(schedulers[i].index))
            return &schedulers[i];
    return NULL;
}

/* count: of "auto/7", or 0. */
static bool read_environment(const char *(*get)(const char *), int64_t count,
                             struct build_shard *shard, struct buf *error)
{
    const struct scheduler *from = find_scheduler(get);
    int64_t index, first = 0, step = 1, told = 0;
    if (!from)
        return say(error,
                   "--shard auto finds no %s: no scheduler has numbered this machine, so "
                   "write --shard 2/7",
                   "CI_NODE_INDEX or its like");
    if (!read_variable(get, from->index, &index))
        return say(error, "%s is no number", from->index);
    if (!values_number(from->first, INT32_MAX, &first) && !read_variable(get, from->first, &first))
        return say(error, "%s is no number", from->first);
    if (from->step && get(from->step) && (!read_variable(get, from->step, &step) || step == 0))
        return say(error, "%s is no number", from->step);
    if (from->count && read_variable(get, from->count, &told) && count > 0 && told != count)
        return say(error,
                   "%s says another number of machines, so which part is this one's is not known: "
                   "write it, such as --shard 2/7",
                   from->count);
    count = count > 0 ? count : told;
    if (count == 0)
        return say(error,
                   "%s says which machine this is, and nothing of how many: write --shard "
                   "auto/7",
                   from->index);
    index = (index - first) / step + 1;
    if (index < 1 || index > count || count > MOST_SHARDS)
        return say(error, "%s is beyond the number of machines", from->index);
    *shard = (struct build_shard){(unsigned)index, (unsigned)count};
    return true;
}

bool shard_options_read(const char *value, const char *(*get)(const char *name),
                        struct build_shard *shard, struct buf *error)
{
    const char *slash = strchr(value, '/');
    size_t len = slash ? (size_t)(slash - value) : strlen(value);
    int64_t number = 0, count = 0;
    char first[8] = "";
    bool counted = slash && values_number(slash + 1, MOST_SHARDS, &count) && count > 0;
    if (len < sizeof first)
        memcpy(first, value, len);
    if (strcmp(first, "auto") == 0 && (counted || !slash))
        return read_environment(get, count, shard, error);
    if (!counted || !values_number(first, count, &number) || number == 0)
        return say(error, "--shard takes a number and of how many, such as 2/7, or auto, not '%s'",
                   value);
    *shard = (struct build_shard){(unsigned)number, (unsigned)count};
    return true;
}
