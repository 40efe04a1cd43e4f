#include "build/evidence.h"

#include <pthread.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "build/build.h"
#include "build/formats.h"
#include "build/leaflet.h"
#include "build/progress.h"
#include "build/refusal.h"
#include "build/targets.h"
#include "build/telling.h"
#include "commit/commit.h"
#include "evidence/facts.h"
#include "read/readers.h"
#include "report/evidence_json.h"
#include "report/evidence_markdown.h"
#include "report/evidence_text.h"

/* The threads of the batch add their leaflets as they come. */
struct inquest {
    struct evidence evidence;
    struct date_moment today;
    pthread_mutex_t lock;
};

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, slice_from(text)) : NULL;
}

static void see(void *context, const char *path, const struct doc *doc, const struct prose *prose,
                const struct diag_list *diags)
{
    (void)prose;
    struct inquest *inquest = context;
    struct evidence *evidence = &inquest->evidence;
    struct arena *arena = &evidence->arena;
    struct evidence_leaflet leaflet = {.errors = diags->errors};
    pthread_mutex_lock(&inquest->lock);
    leaflet.path = copy(arena, path);
    if (doc) {
        leaflet.title = copy(arena, doc->meta.title.value);
        leaflet.reference = copy(arena, doc->meta.reference.value);
        leaflet.version = copy(arena, doc->meta.version.value);
    }
    if (doc && leaflet.errors == 0) {
        const struct verdict_subject subject = {doc, diags, facts_of(doc), inquest->today};
        evidence_judge(evidence, &subject, &leaflet);
    }
    *MEM_PUSH(evidence->leaflets, evidence->count, evidence->cap) = leaflet;
    pthread_mutex_unlock(&inquest->lock);
}

static enum status inquire(const struct build_options *options,
                           const struct evidence_options *wanted, struct evidence *out)
{
    struct arena arena = {0};
    struct inquest inquest = {.evidence = *out, .today = options->today};
    struct build_options asked = *options;
    asked.look = see;
    asked.look_context = &inquest;
    asked.check = true;
    asked.quiet = true;
    asked.beside = wanted->file ? file_folder(&arena, wanted->file) : NULL;
    pthread_mutex_init(&inquest.lock, NULL);
    enum status status = build_run(&asked);
    pthread_mutex_destroy(&inquest.lock);
    *out = inquest.evidence;
    evidence_sort(out);
    arena_free(&arena);
    return status;
}

static void tell(struct diag_list *diags, const struct build_options *options)
{
    struct buf text = {0};
    diag_print(diags, &text, options->context, options->colour);
    progress_say(buf_slice(&text));
    buf_free(&text);
}

static enum status write_file(const struct build_options *options, const char *path,
                              struct slice bytes, struct diag_list *diags)
{
    const struct commit_file file = {.path = path, .bytes = bytes};
    struct commit_set set = {.files = &file, .count = 1};
    commit_run(file_folder(diags->arena, path), &set, 1, options->sync, diags->arena);
    if (!set.failed)
        return STATUS_OK;
    set.failure.path = path;
    refusal_add(diags, &set.failure);
    return STATUS_ENVIRONMENT;
}

/* ---- the report as a leaflet of its own */

static enum status tell_report(const struct job *job, const struct build_options *options,
                               enum status status, const struct report *report)
{
    struct telling telling = {.options = options};
    struct buf text = {0};
    status = telling_add_leaflet(&telling, job->path, status, report, &text);
    progress_say(buf_slice(&text));
    buf_free(&text);
    telling_free(&telling);
    return status;
}

/* What is told of it is of use to nobody unless it fails. */
static enum status build_leaflet(const struct job *job, const struct build_options *options,
                                 struct worker *worker, struct interrupt *interrupt,
                                 struct diag_list *diags)
{
    struct report report = {0};
    struct outputs *ready;
    enum status status = leaflet_build(job, options, worker, &report, &ready);
    if (ready) {
        outputs_commit(&ready, 1, interrupt);
        status = status_worse(status, outputs_end(ready, diags));
    }
    if (status != STATUS_OK)
        status = tell_report(job, options, status, &report);
    report_free(&report);
    return status;
}

/* The settings that hold for the first leaflet hold for it. */
static enum status write_pdf(const struct build_options *options, const char *file,
                             const struct evidence *evidence, struct diag_list *diags)
{
    static const struct edition edition = {.suffix = ""};
    struct arena *arena = diags->arena;
    struct buf text = {0};
    struct worker worker;
    struct interrupt interrupt;
    evidence_put_markdown(evidence, options->today, &text);
    worker_open(&worker, inputs_open(NULL, false));
    font_set_look_in(worker.fonts, options->font_folder);
    interrupt_start(&interrupt, false);
    worker.pictures = image_store_new();
    struct slice bytes = buf_slice(&text);
    const char *folder =
        inputs_real(worker.inputs, arena, file_folder(arena, evidence->leaflets[0].path), NULL);
    const struct job job = {
        .path = "evidence report",
        .text = &bytes,
        .folder = folder ? folder : ".",
        .stem = arena_string(
            arena, slice_sub(slice_from(file), 0, file ? strlen(file) - strlen(".pdf") : 0)),
        .reader = &readers_table[0],
        .editions = &edition,
        .edition_count = 1,
    };
    const struct build_options own = {
        .out = file ? file_folder(arena, file) : "-",
        .formats = formats_parse("pdf"),
        .font_folder = options->font_folder,
        .sync = options->sync,
        .today = options->today,
        .colour = options->colour,
        .context = options->context,
        .epoch = options->epoch,
    };
    enum status status = build_leaflet(&job, &own, &worker, &interrupt, diags);
    image_store_free(worker.pictures);
    interrupt_end(&interrupt);
    worker_close(&worker);
    buf_free(&text);
    return status;
}

static enum status put(const struct build_options *options, const struct evidence_options *wanted,
                       const struct evidence *evidence, struct diag_list *diags, struct buf *out)
{
    switch (wanted->format) {
    case EVIDENCE_TEXT: evidence_put_text(evidence, out); break;
    case EVIDENCE_JSON: evidence_put_json(evidence, out); break;
    case EVIDENCE_PDF: return write_pdf(options, wanted->file, evidence, diags);
    }
    if (!wanted->file)
        return STATUS_OK;
    enum status status = write_file(options, wanted->file, buf_slice(out), diags);
    buf_clear(out);
    return status;
}

/* What only a person writes is not replaced; and the sandbox lets nobody make a folder later. */
static enum status look_at_file(struct inputs *inputs, const char *file)
{
    struct arena arena = {0};
    const char *reason;
    if (targets_is_content(inputs, file))
        return targets_refuse(file);
    bool has = inputs_kind(inputs, file_folder(&arena, file), &reason) == FILE_FOLDER;
    if (!has)
        refusal_tell(DIAG_CODE_OUTPUT_FAILED, file, "make the folder first",
                     "cannot be written: its folder is not there");
    arena_free(&arena);
    return has ? STATUS_OK : STATUS_ENVIRONMENT;
}

/* A plain text, which may have the name of a report. */
static bool is_leaflet(struct inputs *inputs, const struct evidence *evidence,
                       const struct evidence_options *wanted)
{
    struct arena arena = {0};
    const char *file = wanted->file ? inputs_real(inputs, &arena, wanted->file, NULL) : NULL;
    bool is = false;
    for (size_t i = 0; file && i < evidence->count && !is; i++) {
        const char *path = inputs_real(inputs, &arena, evidence->leaflets[i].path, NULL);
        is = path && strcmp(path, file) == 0;
    }
    arena_free(&arena);
    return is;
}

static enum status make(const struct build_options *options, const struct evidence_options *wanted,
                        struct inputs *inputs, struct buf *out)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct evidence evidence = {.leaflets = NULL};
    enum status status = inquire(options, wanted, &evidence);
    if (is_leaflet(inputs, &evidence, wanted))
        status = targets_refuse(wanted->file);
    else if (evidence.count > 0)
        status = status_worse(status, put(options, wanted, &evidence, &diags, out));
    if (evidence_refused(&evidence) > 0)
        status = status_worse(status, STATUS_CONTENT);
    tell(&diags, options);
    evidence_free(&evidence);
    diag_free(&diags);
    arena_free(&arena);
    return status;
}

enum status build_evidence(const struct build_options *options,
                           const struct evidence_options *wanted, struct buf *out)
{
    struct inputs *inputs = inputs_open(NULL, false);
    enum status status = wanted->file ? look_at_file(inputs, wanted->file) : STATUS_OK;
    if (status == STATUS_OK)
        status = make(options, wanted, inputs, out);
    inputs_close(inputs);
    return status;
}
