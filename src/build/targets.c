#include "build/targets.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "build/formats.h"
#include "build/mend.h"
#include "build/refusal.h"
#include "commit/replace.h"
#include "read/readers.h"

struct opening {
    const struct build_options *options;
    const struct job_list *jobs;
    struct inputs *inputs;
    struct arena *arena;
    struct map taken; /* names of files that no report may have */
};

const char *targets_real(struct inputs *inputs, struct arena *arena, const char *file)
{
    const char *folder = inputs_real(inputs, arena, file_folder(arena, file), NULL);
    return folder ? file_join(arena, folder, file_name(file)) : file;
}

bool targets_is_content(struct inputs *inputs, const char *file)
{
    const char *reason;
    bool is_there = inputs_kind(inputs, file, &reason) != FILE_MISSING;
    bool text = is_there && readers_for_file(file) == &readers_table[0];
    return text || strcmp(file_name(file), "clinic.yml") == 0;
}

enum status targets_refuse(const char *file)
{
    struct arena arena = {0};
    enum status status =
        refusal_say(arena_format(&arena, "%s is no report, but what somebody wrote", file),
                    "name another file for the report");
    arena_free(&arena);
    return status;
}

/* What must not be replaced by a report: each source, and each file that is built. */
static void take_names(struct opening *o)
{
    struct arena *arena = o->arena;
    for (size_t i = 0; i < o->jobs->count; i++) {
        const struct job *job = &o->jobs->items[i];
        unsigned asked = o->options->formats;
        const struct format *format;
        map_put(&o->taken, slice_from(jobs_place(arena, job)), o);
        while (!o->options->check && (format = formats_next(&asked)))
            map_put(&o->taken,
                    slice_from(targets_real(o->inputs, arena,
                                            arena_format(arena, "%s.%s", job->stem, format->name))),
                    o);
    }
}

/* A rename would put a file in the place of a device or a pipe. */
static enum status look_at_target(struct opening *o, const char *file)
{
    struct arena *arena = o->arena;
    struct commit_failure failure = {.path = file};
    struct replace_folder folder;
    const char *reason;
    if (map_put(&o->taken, slice_from(targets_real(o->inputs, arena, file)), o))
        return refusal_say(arena_format(arena, "%s is a leaflet's file, or named twice", file),
                           "name another file for the report");
    if (targets_is_content(o->inputs, file))
        return targets_refuse(file);
    if (inputs_kind(o->inputs, file, &reason) == FILE_OTHER)
        failure.reason = "it is no file";
    else if (replace_look_at(file_folder(arena, file), &folder, &failure) &&
             replace_is_possible(&folder, file, &failure))
        return STATUS_OK;
    return refusal_tell(DIAG_CODE_OUTPUT_FAILED, file,
                        "name another file, or change the permissions of its folder",
                        arena_format(arena, "cannot be written: %s", failure.reason));
}

static bool writes_deps(const struct build_options *options)
{
    return options->deps.file && strcmp(options->deps.file, "-") != 0;
}

size_t targets_baseline(const struct build_options *options)
{
    return options->report_count;
}

size_t targets_deps(const struct build_options *options)
{
    return options->report_count + 1;
}

size_t targets_sources(const struct build_options *options)
{
    return options->report_count + 2;
}

/* The scribe's targets: the reports' files, the baseline, what leaflets were made of, then all
 * sources. */
static size_t fill_targets(struct opening *o, struct scribe_target **targets)
{
    const struct build_options *options = o->options;
    bool mends = options->fix == BUILD_FIX_WRITE;
    size_t own = targets_sources(options);
    *targets = ARENA_ARRAY(o->arena, own + (mends ? o->jobs->count : 0), struct scribe_target);
    for (size_t i = 0; i < options->report_count; i++)
        (*targets)[i].path = options->reports[i].file;
    (*targets)[targets_baseline(options)].path = options->write_baseline;
    (*targets)[targets_deps(options)].path = writes_deps(options) ? options->deps.file : NULL;
    if (mends)
        mend_targets(o->jobs, *targets + own, o->arena);
    return own + (mends ? o->jobs->count : 0);
}

static enum status look_at_targets(struct opening *o, const struct scribe_target *targets,
                                   size_t count)
{
    enum status status = STATUS_OK;
    take_names(o);
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        if (targets[i].path)
            status = look_at_target(o, targets[i].path);
    map_free(&o->taken);
    return status;
}

static bool writes_files(const struct build_options *options)
{
    bool any = options->fix == BUILD_FIX_WRITE || options->write_baseline || writes_deps(options);
    for (size_t i = 0; i < options->report_count; i++)
        any = any || options->reports[i].file;
    return any;
}

enum status targets_open(const struct build_options *options, const struct job_list *jobs,
                         struct inputs *inputs, struct arena *arena, struct scribe *scribe)
{
    struct opening opening = {options, jobs, inputs, arena, {0}}, *o = &opening;
    struct scribe_target *targets;
    if (!writes_files(options))
        return STATUS_OK;
    size_t count = fill_targets(o, &targets);
    enum status status = look_at_targets(o, targets, targets_sources(options));
    if (status != STATUS_OK || scribe_start(scribe, targets, count, options->sync))
        return status;
    return refusal_tell(DIAG_CODE_OUTPUT_FAILED, NULL, NULL,
                        arena_format(arena, "the process that writes files cannot be started: %s",
                                     strerror(errno)));
}
