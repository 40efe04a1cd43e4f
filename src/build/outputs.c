#include <assert.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sink.h"
#include "build/jobs.h"
#include "epub/epub.h"
#include "pdf/pdf.h"

/* One file under way. It has diagnostics of its own, so that two can be written side by side. */
struct output {
    const struct material *from;
    void *(*write)(void *); /* takes the output */
    const char *path;
    struct sink *sink;
    struct arena arena;
    struct diag_list diags;
    enum status status;
};

#define MOST_OUTPUTS 2u

static bool is_to_stdout(const struct material *from)
{
    return strcmp(from->options->out, "-") == 0;
}

static void output_failed(const struct material *from, struct diag_list *diags, const char *path,
                          const char *reason)
{
    diag_add_file(diags, DIAG_CODE_OUTPUT_FAILED, path,
                  is_to_stdout(from)
                      ? "check where standard output leads to"
                      : "check the folder, its permissions and the space on the disk",
                  "cannot be written: %s", reason);
}

static bool make_folder(const struct material *from, struct diag_list *diags)
{
    const char *reason = "";
    const char *folder = file_folder(diags->arena, from->job->stem);
    if (is_to_stdout(from) || file_make_folders(folder, &reason) == STATUS_OK)
        return true;
    output_failed(from, diags, folder, reason);
    return false;
}

static void *write_pdf(void *context)
{
    struct output *output = context;
    const struct material *from = output->from;
    struct pdf_options options = {from->options->epoch};
    output->status =
        pdf_write(from->doc, from->frames, from->fonts, &options, output->sink, &output->diags);
    return NULL;
}

/* The leaflet's path below the content root, without ending: it stays the same whichever folder
 * the build was started for. */
static const char *identity(const struct material *from, struct arena *arena)
{
    const char *root = from->doc->meta.root, *folder = from->job->folder;
    const char *name = file_name(from->job->stem);
    if (!root || !file_is_inside(folder, root))
        return name;
    folder += strlen(root);
    return file_join(arena, *folder == '/' ? folder + 1 : folder, name);
}

static void *write_epub(void *context)
{
    struct output *output = context;
    const struct material *from = output->from;
    struct epub_options options = {from->options->epoch, identity(from, &output->arena)};
    output->status =
        epub_write(from->doc, from->frames, from->style, &options, output->sink, &output->diags);
    return NULL;
}

static void open_output(struct output *output, const struct material *from, void *(*write)(void *),
                        const char *ending)
{
    *output = (struct output){.from = from, .write = write};
    output->diags.arena = &output->arena;
    if (is_to_stdout(from)) {
        output->path = "<stdout>";
        output->sink = sink_open_descriptor(STDOUT_FILENO, output->path);
    } else {
        output->path = arena_format(&output->arena, "%s.%s", from->job->stem, ending);
        output->sink = sink_open(output->path);
    }
}

static size_t open_outputs(const struct material *from, struct output outputs[MOST_OUTPUTS])
{
    size_t count = 0;
    if (from->options->formats & BUILD_PDF)
        open_output(&outputs[count++], from, write_pdf, "pdf");
    if (from->options->formats & BUILD_EPUB)
        open_output(&outputs[count++], from, write_epub, "epub");
    return count;
}

/* A thread that cannot be started leaves its file to this one. */
static void write_all(struct output outputs[], size_t count, bool side_by_side)
{
    pthread_t thread;
    bool beside = side_by_side && count == 2 &&
                  pthread_create(&thread, NULL, outputs[1].write, &outputs[1]) == 0;
    assert(count > 0);
    outputs[0].write(&outputs[0]);
    if (beside)
        pthread_join(thread, NULL);
    else if (count == 2)
        outputs[1].write(&outputs[1]);
}

static bool has_failed(const struct output *output)
{
    return output->status != STATUS_OK || output->diags.errors > 0;
}

/* Both files appear, or neither: a reader must not find the PDF new and the EPUB old. So both are
 * on the disk before the first gets its name. */
static void commit_all(struct output outputs[], size_t count)
{
    const char *reason = "";
    bool failed = false;
    for (size_t i = 0; i < count && !failed; i++)
        failed = has_failed(&outputs[i]);
    for (size_t i = 0; i < count && !failed; i++)
        failed = !sink_finish(outputs[i].sink);
    for (size_t i = 0; i < count; i++) {
        struct output *output = &outputs[i];
        if (failed && !sink_failed(output->sink)) {
            sink_discard(output->sink);
        } else if (sink_commit(output->sink, &reason) != STATUS_OK) {
            output_failed(output->from, &output->diags, output->path, reason);
            output->status = STATUS_ENVIRONMENT;
            failed = true;
        }
    }
}

static size_t make_all(const struct material *material, struct output outputs[MOST_OUTPUTS])
{
    bool held = !is_to_stdout(material);
    if (held)
        interrupt_hold(material->interrupt);
    size_t count = open_outputs(material, outputs);
    write_all(outputs, count, material->side_by_side);
    commit_all(outputs, count);
    if (held)
        interrupt_release(material->interrupt);
    return count;
}

enum status outputs_write(const struct material *material, struct diag_list *diags)
{
    struct output outputs[MOST_OUTPUTS];
    enum status status = STATUS_OK;
    if (!make_folder(material, diags))
        return STATUS_ENVIRONMENT;
    size_t count = make_all(material, outputs);
    for (size_t i = 0; i < count; i++) {
        if (outputs[i].status > status)
            status = outputs[i].status;
        diag_merge(diags, &outputs[i].diags);
        diag_free(&outputs[i].diags);
        arena_free(&outputs[i].arena);
    }
    return status;
}
