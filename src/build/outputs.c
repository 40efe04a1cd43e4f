#include "build/outputs.h"

#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/sink.h"
#include "build/formats.h"

/* One file under way. It has diagnostics of its own, so that several can be written side by side.
 */
struct output {
    const struct material *from;
    const struct format *format;
    const char *path;
    struct sink *sink;
    pthread_t thread;
    bool beside; /* the thread runs */
    struct arena arena;
    struct diag_list diags;
    enum status status;
    struct output *next;
};

static bool is_to_stdout(const struct outputs *outputs)
{
    return strcmp(outputs->options->out, "-") == 0;
}

static bool makes_files(const struct outputs *outputs)
{
    return !outputs->options->check && !is_to_stdout(outputs);
}

static void output_failed(const struct outputs *outputs, struct diag_list *diags, const char *path,
                          const char *reason)
{
    diag_add_file(diags, DIAG_CODE_OUTPUT_FAILED, path,
                  is_to_stdout(outputs)
                      ? "check where standard output leads to"
                      : "check the folder, its permissions and the space on the disk",
                  "cannot be written: %s", reason);
}

static bool make_folder(const struct outputs *outputs, const char *stem, struct diag_list *diags)
{
    const char *reason = "";
    const char *folder = file_folder(diags->arena, stem);
    if (!makes_files(outputs) || file_make_folders(folder, &reason) == STATUS_OK)
        return true;
    output_failed(outputs, diags, folder, reason);
    return false;
}

static struct output *open_output(struct outputs *outputs, const struct format *format,
                                  const char *stem)
{
    struct output *output = ARENA_NEW(&outputs->arena, struct output);
    output->format = format;
    output->diags.arena = &output->arena;
    if (outputs->options->check) {
        output->path = "";
        output->sink = sink_open_nowhere();
    } else if (is_to_stdout(outputs)) {
        output->path = "<stdout>";
        output->sink = sink_open_descriptor(STDOUT_FILENO, output->path);
    } else {
        output->path = arena_format(&output->arena, "%s.%s", stem, format->name);
        output->sink = sink_open(output->path);
    }
    if (outputs->last)
        outputs->last->next = output;
    else
        outputs->first = output;
    outputs->last = output;
    return output;
}

static void *write_output(void *context)
{
    struct output *output = context;
    output->status = output->format->write(output->from, output->sink, &output->diags);
    return NULL;
}

/* A thread that cannot be started leaves its file to this one. */
static void write_all(struct output *first, bool side_by_side)
{
    for (struct output *output = first->next; output; output = output->next)
        output->beside =
            side_by_side && pthread_create(&output->thread, NULL, write_output, output) == 0;
    write_output(first);
    for (struct output *output = first->next; output; output = output->next) {
        if (output->beside)
            pthread_join(output->thread, NULL);
        else
            write_output(output);
    }
}

enum status outputs_write(struct outputs *outputs, const struct material *material,
                          const char *stem, struct diag_list *diags)
{
    unsigned asked = outputs->options->formats;
    const struct format *format;
    struct output *first = NULL;
    if (!make_folder(outputs, stem, diags))
        return STATUS_ENVIRONMENT;
    if (!outputs->first && makes_files(outputs))
        interrupt_hold(outputs->interrupt);
    while ((format = formats_next(&asked))) {
        struct output *output = open_output(outputs, format, stem);
        output->from = material;
        if (!first)
            first = output;
    }
    if (first)
        write_all(first, outputs->side_by_side);
    return STATUS_OK;
}

static bool has_failed(const struct output *output, bool strict)
{
    return output->status != STATUS_OK || diag_forbids(&output->diags, strict);
}

/* A reader must not find the PDF new and the EPUB old. So all are written and closed before the
 * first gets its name; that the disk has them too is not waited for. */
static void commit_all(struct outputs *outputs, bool failed)
{
    const char *reason = "";
    for (struct output *output = outputs->first; output && !failed; output = output->next)
        failed = has_failed(output, outputs->options->strict);
    for (struct output *output = outputs->first; output && !failed; output = output->next)
        failed = !sink_finish(output->sink);
    for (struct output *output = outputs->first; output; output = output->next) {
        if (failed && !sink_failed(output->sink)) {
            sink_discard(output->sink);
        } else if (sink_commit(output->sink, &reason) != STATUS_OK) {
            output_failed(outputs, &output->diags, output->path, reason);
            output->status = STATUS_ENVIRONMENT;
            failed = true;
        }
    }
}

enum status outputs_close(struct outputs *outputs, bool failed, struct diag_list *diags)
{
    enum status status = STATUS_OK;
    mem_hold();
    commit_all(outputs, failed);
    mem_release();
    if (outputs->first && makes_files(outputs))
        interrupt_release(outputs->interrupt);
    for (struct output *output = outputs->first; output; output = output->next) {
        status = status_worse(status, output->status);
        diag_merge(diags, &output->diags);
        diag_free(&output->diags);
        arena_free(&output->arena);
    }
    arena_free(&outputs->arena);
    return status;
}
