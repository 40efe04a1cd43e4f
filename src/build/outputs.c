#include "build/outputs.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "build/formats.h"
#include "build/refusal.h"
#include "build/report.h"
#include "build/written.h"
#include "commit/commit.h"
#include "commit/recover.h"
#include "commit/replace.h"

/* One format under way. It has diagnostics of its own, so that several can be written side by side.
 */
struct output {
    const struct material *from;
    const struct format *format;
    const char *stem;
    struct written written;
    struct beside_piece piece;
    struct arena arena;
    struct diag_list diags;
    enum status status;
    struct output *next;
};

struct outputs {
    const struct build_options *options;
    struct beside *beside;
    struct arena arena;
    struct output *first, *last;
    size_t count;
    struct commit_set set;    /* of the files, once they are written … */
    struct state_file *files; /* … as the state keeps them */
    struct diag_list diags;   /* … and what became of it */
};

static bool is_to_stdout(const struct build_options *options)
{
    return strcmp(options->out, "-") == 0;
}

bool outputs_make_files(const struct build_options *options)
{
    return !options->check && !is_to_stdout(options);
}

bool outputs_are_kept(const struct build_options *options)
{
    return outputs_make_files(options) && !options->deps.only;
}

/* Of an edition's files; false after filling *failure. */
static bool can_be_named(const struct build_options *options, const char *stem, struct arena *arena,
                         struct commit_failure *failure)
{
    unsigned asked = options->formats;
    const struct format *format;
    struct replace_folder folder;
    bool good = replace_look_at(file_folder(arena, stem), &folder, failure);
    while (good && (format = formats_next(&asked))) {
        size_t page = format->traits & FORMAT_PAGED ? 1 : 0;
        good = replace_is_possible(&folder, written_path(arena, stem, page, format->name), failure);
    }
    return good;
}

bool outputs_can_be_named(const struct build_options *options, const struct job *job,
                          struct diag_list *diags)
{
    struct commit_failure failure;
    for (size_t i = 0; outputs_make_files(options) && i < job->edition_count; i++) {
        const char *stem = jobs_stem(diags->arena, job, &job->editions[i]);
        if (can_be_named(options, stem, diags->arena, &failure))
            continue;
        refusal_add(diags, &failure);
        return false;
    }
    return true;
}

struct outputs *outputs_open(const struct build_options *options, struct beside *beside)
{
    struct outputs *outputs = mem_calloc(1, sizeof *outputs);
    outputs->options = options;
    outputs->beside = beside;
    outputs->diags.arena = &outputs->arena;
    outputs->diags.limit = report_limit(options);
    return outputs;
}

static struct output *add_output(struct outputs *outputs, const struct format *format,
                                 const char *stem)
{
    struct output *output = ARENA_NEW(&outputs->arena, struct output);
    output->format = format;
    output->diags.arena = &output->arena;
    output->diags.limit = report_limit(outputs->options);
    output->stem = arena_string(&output->arena, slice_from(stem));
    output->written.nowhere = outputs->options->check;
    if (outputs->last)
        outputs->last->next = output;
    else
        outputs->first = output;
    outputs->last = output;
    outputs->count++;
    return output;
}

/* Of a check nothing is kept, so it is only written where there is no other way to know. */
static void write_output(void *context)
{
    struct output *output = context;
    const struct format *format = output->format;
    output->status = output->written.nowhere && format->check
                         ? format->check(output->from, &output->diags)
                         : format->write(output->from, &output->written, &output->diags);
}

static void write_all(struct output *first, struct beside *beside)
{
    for (struct output *output = first->next; beside && output; output = output->next) {
        output->piece = (struct beside_piece){.work = write_output, .context = output};
        beside_put(beside, &output->piece);
    }
    write_output(first);
    for (struct output *output = first->next; !beside && output; output = output->next)
        write_output(output);
    if (beside)
        beside_wait(beside);
}

void outputs_write(struct outputs *outputs, const struct material *material, const char *stem)
{
    unsigned asked = outputs->options->formats;
    const struct format *format;
    struct output *first = NULL;
    while ((format = formats_next(&asked))) {
        struct output *output = add_output(outputs, format, stem);
        output->from = material;
        if (!first)
            first = output;
    }
    if (first)
        write_all(first, outputs->beside);
}

static void free_outputs(struct outputs *outputs)
{
    for (struct output *output = outputs->first; output; output = output->next) {
        written_free(&output->written);
        diag_free(&output->diags);
        arena_free(&output->arena);
    }
    diag_free(&outputs->diags);
    arena_free(&outputs->arena);
    mem_free(outputs);
}

static enum status print(const struct outputs *outputs, struct diag_list *diags)
{
    for (const struct output *output = outputs->first; output; output = output->next) {
        struct slice bytes = sink_bytes(output->written.sinks[0]);
        if (file_write_descriptor(STDOUT_FILENO, bytes.ptr, bytes.len))
            continue;
        const struct commit_failure failure = {"<stdout>", strerror(errno),
                                               "check where standard output leads to"};
        refusal_add(diags, &failure);
        return STATUS_ENVIRONMENT;
    }
    return STATUS_OK;
}

static void make_file(struct outputs *outputs, const struct output *output, size_t index,
                      struct commit_file *file, struct state_file *kept)
{
    struct arena *arena = &outputs->arena;
    struct slice bytes = sink_bytes(output->written.sinks[index]);
    bool paged = output->format->traits & FORMAT_PAGED;
    const char *path =
        written_path(arena, output->stem, paged ? index + 1 : 0, output->format->name);
    *file = (struct commit_file){.path = path, .bytes = bytes, .stamp = &kept->stamp};
    *kept = (struct state_file){.path = jobs_below(outputs->options, path),
                                .digest = digest_of(bytes.ptr, bytes.len)};
}

static void make_set(struct outputs *outputs)
{
    size_t count = 0;
    for (const struct output *output = outputs->first; output; output = output->next)
        count += output->written.count;
    struct commit_file *files = ARENA_ARRAY(&outputs->arena, count, struct commit_file);
    outputs->files = ARENA_ARRAY(&outputs->arena, count, struct state_file);
    outputs->set = (struct commit_set){.files = files, .count = count};
    count = 0;
    for (const struct output *output = outputs->first; output; output = output->next)
        for (size_t i = 0; i < output->written.count; i++, count++)
            make_file(outputs, output, i, &files[count], &outputs->files[count]);
}

enum status outputs_close(struct outputs *outputs, bool failed, struct diag_list *diags,
                          struct outputs **ready)
{
    enum status status = STATUS_OK;
    for (struct output *output = outputs->first; output; output = output->next) {
        status = status_worse(status, output->status);
        failed = failed || diag_forbids(&output->diags, report_stops_by(outputs->options));
        diag_merge(diags, &output->diags);
    }
    failed = failed || status != STATUS_OK || outputs->count == 0;
    *ready = NULL;
    if (!failed && outputs_make_files(outputs->options)) {
        make_set(outputs);
        *ready = outputs;
        return status;
    }
    if (!failed && !outputs->options->check)
        status = print(outputs, diags);
    free_outputs(outputs);
    return status;
}

struct state_file *outputs_files(const struct outputs *outputs, size_t *count)
{
    *count = outputs->set.count;
    return outputs->files;
}

size_t outputs_size(const struct outputs *outputs)
{
    size_t size = 0;
    for (size_t i = 0; i < outputs->set.count; i++)
        size += outputs->set.files[i].bytes.len;
    return size;
}

static const char *folder_of(struct outputs *outputs)
{
    return file_folder(&outputs->arena, outputs->first->stem);
}

/* The first one's folder, with all others that are in it. */
static void commit_folder(struct outputs *const *list, size_t count, bool *done,
                          struct arena *arena)
{
    const char *folder = folder_of(list[0]);
    struct commit_set *sets = ARENA_ARRAY(arena, count, struct commit_set);
    size_t *from = ARENA_ARRAY(arena, count, size_t), taken = 0;
    for (size_t i = 0; i < count; i++) {
        if (done[i] || strcmp(folder_of(list[i]), folder) != 0)
            continue;
        done[i] = true;
        sets[taken] = list[i]->set;
        from[taken++] = i;
    }
    commit_run(folder, sets, taken, list[0]->options->sync, arena);
    for (size_t i = 0; i < taken; i++)
        if (sets[i].failed)
            refusal_add(&list[from[i]]->diags, &sets[i].failure);
}

void outputs_commit(struct outputs *const *list, size_t count, struct interrupt *interrupt)
{
    struct arena arena = {0};
    bool *done = ARENA_ARRAY(&arena, count, bool);
    interrupt_hold(interrupt);
    for (size_t i = 0; i < count; i++)
        if (!done[i] && outputs_are_kept(list[i]->options))
            commit_folder(list + i, count - i, done + i, &arena);
    interrupt_release(interrupt);
    arena_free(&arena);
}

enum status outputs_end(struct outputs *outputs, struct diag_list *diags)
{
    enum status status = outputs->diags.count > 0 ? STATUS_ENVIRONMENT : STATUS_OK;
    diag_merge(diags, &outputs->diags);
    free_outputs(outputs);
    return status;
}

enum status outputs_recover(const struct build_options *options, const struct job_list *jobs,
                            struct diag_list *diags)
{
    struct map seen = {0};
    enum status status = STATUS_OK;
    for (size_t i = 0; outputs_are_kept(options) && i < jobs->count; i++) {
        const char *folder = file_folder(diags->arena, jobs->items[i].stem);
        struct commit_failure failure;
        if (map_put(&seen, slice_from(folder), diags) ||
            recover_folder(folder, options->sync, diags->arena, &failure))
            continue;
        refusal_add(diags, &failure);
        status = STATUS_ENVIRONMENT;
    }
    map_free(&seen);
    return status;
}
