#include "build/build.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "build/clashes.h"
#include "build/confine.h"
#include "build/formats.h"
#include "build/fresh.h"
#include "build/leaflet.h"
#include "build/neighbours.h"
#include "build/progress.h"
#include "build/publish.h"
#include "build/shard.h"
#include "build/telling.h"
#include "build/witness.h"
#include "commit/folder.h"
#include "read/readers.h"

/* A batch under way. Threads take the next job from `next`; reports are printed in the order of
 * the jobs, each as soon as all before it are done. */
struct batch {
    const struct build_options *options;
    const struct job_list *jobs;
    struct neighbours *neighbours;
    struct across *across; /* NULL: only built */
    struct interrupt interrupt;
    struct publisher publisher;
    struct image_store *pictures;       /* guards itself */
    struct fresh *fresh;                /* NULL: nobody wants to know */
    const struct state_leaflet **found; /* a job each: it is up to date, else NULL … */
    size_t found_count, unchanged; /* … how many are, and how many of these were made; all fixed
                                      before the threads start */
    bool has_spare; /* processors enough to write each leaflet's files side by side */
    atomic_size_t next;
    pthread_mutex_t lock; /* guards all below */
    struct slot {
        bool done;
        enum status status;
        struct report report;
    } *slots;
    size_t printed, done, failed;
    size_t others; /* leaflets that other shards do */
    struct telling *telling;
    enum status status;
    struct progress progress;
};

static void count_in(struct batch *batch, enum status status)
{
    batch->done += status == STATUS_OK;
    batch->failed += status != STATUS_OK;
    batch->status = status_worse(batch->status, status);
}

static void print_ready(struct batch *batch)
{
    while (batch->printed < batch->jobs->count && batch->slots[batch->printed].done) {
        const char *path = batch->jobs->items[batch->printed].path;
        struct slot *slot = &batch->slots[batch->printed++];
        struct buf text = {0};
        enum status status = telling_add_leaflet(batch->telling, leaflet_name(path), slot->status,
                                                 &slot->report, &text);
        count_in(batch, status);
        if (witness_tells(batch->options->witness, path, buf_slice(&text), status != STATUS_OK))
            progress_print(&batch->progress, &text);
        buf_free(&text);
        report_free(&slot->report);
    }
}

static void finish_job(void *context, const struct publish_item *item)
{
    struct batch *batch = context;
    pthread_mutex_lock(&batch->lock);
    if (item->entry) {
        item->entry->status = item->status;
        fresh_put(batch->fresh, item->entry);
    }
    if (item->entry && item->status == STATUS_OK)
        witness_built(batch->options->witness, batch->jobs->items[item->index].path,
                      item->entry->file_count);
    batch->slots[item->index] = (struct slot){true, item->status, item->report};
    print_ready(batch);
    progress_step(&batch->progress);
    pthread_mutex_unlock(&batch->lock);
}

static void prepare(void *context)
{
    const struct batch *batch = context;
    formats_prepare(batch->options->formats);
}

static void *work(void *context)
{
    struct batch *batch = context;
    struct beside_piece preparing = {.work = prepare, .context = batch};
    struct worker worker;
    worker_open(&worker, inputs_open(NULL, batch->fresh != NULL));
    worker.beside = batch->has_spare ? beside_open() : NULL;
    if (worker.beside && !batch->options->check)
        beside_put(worker.beside, &preparing);
    worker.pictures = batch->pictures;
    worker.neighbours = batch->neighbours;
    worker.across = batch->across;
    worker.known = batch->fresh ? &batch->fresh->known : NULL;
    font_set_look_in(worker.fonts, batch->options->font_folder);
    for (;;) {
        struct publish_item item = {.index = atomic_fetch_add(&batch->next, 1)};
        if (item.index >= batch->jobs->count)
            break;
        if (batch->found[item.index])
            continue;
        const struct job *job = &batch->jobs->items[item.index];
        item.status = leaflet_build(job, batch->options, &worker, &item.report, &item.outputs);
        if (batch->fresh)
            item.entry =
                fresh_entry(batch->fresh, job, worker.inputs, &item.report, &item.report.arena);
        witness_asked(batch->options->witness, worker.inputs);
        if (item.outputs)
            publish_put(&batch->publisher, &item);
        else
            finish_job(batch, &item);
    }
    worker_close(&worker);
    return NULL;
}

#define MOST_THREADS 64u

static size_t processors_to_use(const struct build_options *options)
{
    long processors = options->threads ? (long)options->threads : sysconf(_SC_NPROCESSORS_ONLN);
    size_t most = options->most_threads ? options->most_threads : MOST_THREADS;
    if (processors < 1)
        return 1;
    return (size_t)processors > most ? most : (size_t)processors;
}

/* The calling thread works too, so one leaflet needs no thread; a thread that cannot be started
 * leaves its share to the others. */
static void run_threads(struct batch *batch)
{
    pthread_t others[MOST_THREADS];
    size_t processors = processors_to_use(batch->options);
    size_t jobs = batch->jobs->count - batch->found_count;
    size_t started = 0, threads = processors < jobs ? processors : jobs;
    batch->has_spare = processors >= 2 * jobs;
    interrupt_start(&batch->interrupt, jobs > 1);
    publish_start(&batch->publisher, batch->interrupt.started);
    for (size_t i = 1; i < threads; i++)
        if (pthread_create(&others[started], NULL, work, batch) == 0)
            started++;
    work(batch);
    for (size_t i = 0; i < started; i++)
        pthread_join(others[i], NULL);
    publish_end(&batch->publisher);
    interrupt_end(&batch->interrupt);
}

/* What is up to date would ask what it has asked. */
static void ask_again(const struct state_leaflet *leaflet, struct witness *witness)
{
    for (size_t i = 0; i < leaflet->input_count; i++)
        witness_asked_one(witness, leaflet->inputs[i]);
}

/* What is up to date is told as it was, and what was refused is refused. */
static void find_fresh(struct batch *batch)
{
    size_t count = batch->jobs->count;
    struct report *reports = mem_calloc(count + 1, sizeof *reports);
    batch->found = mem_calloc(count + 1, sizeof *batch->found);
    if (batch->fresh)
        fresh_find(batch->fresh, batch->jobs, reports, batch->found);
    for (size_t i = 0; i < count; i++) {
        const struct state_leaflet *leaflet = batch->found[i];
        if (!leaflet)
            continue;
        batch->slots[i] = (struct slot){true, leaflet->status, reports[i]};
        batch->found_count++;
        batch->unchanged += leaflet->status == STATUS_OK;
        if (batch->options->witness)
            ask_again(leaflet, batch->options->witness);
    }
    mem_free(reports);
    print_ready(batch);
}

static void put_passed(const struct passed_list *passed, struct buf *out)
{
    if (passed->count == 0)
        return;
    buf_put_string(out, "passed over: ");
    passed_put(passed, out);
    buf_put_string(out, "; leaflets end in ");
    readers_put_endings(out, " or ");
    buf_put_char(out, '\n');
}

static void print_summary(const struct batch *batch)
{
    const struct build_options *options = batch->options;
    const size_t *counts = batch->telling->run.counts;
    size_t errors = counts[DIAG_ERROR], warnings = counts[DIAG_WARNING];
    struct buf line = {0};
    telling_put_more(batch->telling, &line);
    buf_format(&line, "%zu leaflet%s: %zu %s, ", batch->jobs->count,
               batch->jobs->count == 1 ? "" : "s", batch->done - batch->unchanged,
               options->check ? "checked" : "built");
    if (batch->unchanged > 0)
        buf_format(&line, "%zu unchanged, ", batch->unchanged);
    if (batch->fresh && batch->fresh->removed > 0)
        buf_format(&line, "%zu removed, ", batch->fresh->removed);
    buf_format(&line, "%zu failed", batch->failed);
    if (errors > 0)
        buf_format(&line, ", %zu error%s", errors, errors == 1 ? "" : "s");
    if (warnings > 0)
        buf_format(&line, ", %zu warning%s", warnings, warnings == 1 ? "" : "s");
    if (options->fail_notes && counts[DIAG_NOTE] > 0)
        buf_format(&line, ", %zu note%s", counts[DIAG_NOTE], counts[DIAG_NOTE] == 1 ? "" : "s");
    if (options->fail_notes && warnings + counts[DIAG_NOTE] > 0)
        buf_put_string(&line, " (refused by --fail-on note)");
    else if (warnings > 0 && options->strict)
        buf_put_string(&line, " (refused by --strict)");
    if (options->shard.count > 0)
        buf_format(&line, "; shard %u of %u, %zu left to others", options->shard.number,
                   options->shard.count, batch->others);
    buf_put_char(&line, '\n');
    telling_put_passed(batch->telling, &line);
    put_passed(&batch->jobs->passed, &line);
    if (batch->fresh && !options->witness)
        fresh_put_left(batch->fresh, &line);
    progress_say(buf_slice(&line));
    buf_free(&line);
}

/* What leaflets say that others contradict, once all are read. */
static void tell_across(struct batch *batch)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct buf text = {0};
    across_tell(batch->across, &diags);
    diag_sort(&diags);
    enum status status = telling_add_across(batch->telling, &diags, &text);
    progress_print(&batch->progress, &text);
    batch->status = status_worse(batch->status, status);
    buf_free(&text);
    diag_free(&diags);
    arena_free(&arena);
}

static void end_fresh(struct batch *batch)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct buf text = {0};
    struct witness *witness = batch->options->witness;
    if (!batch->fresh)
        return;
    fresh_end(batch->fresh, &diags);
    telling_add(batch->telling, &diags, &text);
    witness_removed(witness, batch->fresh->removed);
    if (witness)
        fresh_put_left(batch->fresh, &text);
    if (witness_tells(witness, "--prune", buf_slice(&text), false))
        progress_print(&batch->progress, &text);
    if (diags.errors > 0)
        batch->status = status_worse(batch->status, STATUS_ENVIRONMENT);
    buf_free(&text);
    diag_free(&diags);
    arena_free(&arena);
}

/* All jobs of the batch, in the state of the folder where one is kept. */
static void run_jobs(struct batch *batch)
{
    progress_start(&batch->progress, batch->options->progress, batch->jobs->count);
    batch->slots = mem_calloc(batch->jobs->count + 1, sizeof *batch->slots);
    pthread_mutex_init(&batch->lock, NULL);
    find_fresh(batch);
    if (batch->found_count < batch->jobs->count)
        run_threads(batch);
    if (batch->across)
        tell_across(batch);
    end_fresh(batch);
    pthread_mutex_destroy(&batch->lock);
    mem_free(batch->found);
    mem_free(batch->slots);
}

/* Where all leaflets could be built, tells what they were made of. */
static enum status end_telling(struct batch *batch)
{
    struct arena arena = {0};
    const struct build_options *options = batch->options;
    size_t count = batch->jobs->count;
    const struct state_leaflet **leaflets =
        ARENA_ARRAY(&arena, count + 1, const struct state_leaflet *);
    struct deps deps = {leaflets, 0, options->out, batch->telling->here};
    bool good = batch->status == STATUS_OK && batch->telling->run.counts[DIAG_ERROR] == 0;
    bool wanted = options->deps.file && good;
    for (size_t i = 0; wanted && i < count; i++)
        if ((leaflets[deps.count] = fresh_leaflet(batch->fresh, &batch->jobs->items[i])))
            deps.count++;
    enum status status = telling_end(batch->telling, wanted ? &deps : NULL);
    arena_free(&arena);
    return status;
}

/* jobs: of all machines, as leaflets may link to those that others build. */
static enum status run_batch(const struct build_options *options, const struct job_list *jobs,
                             struct telling *telling)
{
    struct arena arena = {0};
    struct fresh fresh;
    const struct job_list mine = shard_jobs(options, jobs, &arena);
    struct batch batch = {
        .options = options, .jobs = &mine, .others = jobs->count - mine.count, .telling = telling};
    batch.publisher = (struct publisher){
        .options = options, .interrupt = &batch.interrupt, .done = finish_job, .context = &batch};
    batch.pictures = image_store_new();
    batch.neighbours = neighbours_open(jobs, options->lang);
    batch.across = options->check && !options->look ? across_open(jobs->count) : NULL;
    bool kept = fresh_is_kept(options, jobs);
    if (kept || options->deps.file) {
        fresh_open(&fresh, options, batch.neighbours, kept);
        batch.fresh = &fresh;
    }
    run_jobs(&batch);
    across_close(batch.across);
    image_store_free(batch.pictures);
    neighbours_close(batch.neighbours);
    batch.status = status_worse(batch.status, end_telling(&batch));
    if (!options->quiet)
        print_summary(&batch);
    if (batch.fresh)
        fresh_free(&fresh);
    arena_free(&arena);
    return batch.status;
}

static void print_diags(struct diag_list *diags, struct telling *telling)
{
    struct buf out = {0};
    diag_sort(diags);
    telling_add(telling, diags, &out);
    if (witness_tells(telling->options->witness, "", buf_slice(&out), false))
        progress_say(buf_slice(&out));
    buf_free(&out);
}

/* The nearest folder that is there, at or above a path. */
static const char *nearest_folder(struct inputs *inputs, struct arena *arena, const char *path)
{
    const char *reason;
    while (inputs_kind(inputs, path, &reason) == FILE_MISSING && strcmp(path, ".") != 0)
        path = file_folder(arena, path);
    return path;
}

/* Makes the folder of the outputs, and tells once, before the work, of one that cannot take any. */
static enum status enter_folder(const struct build_options *options, struct diag_list *diags,
                                int *descriptor)
{
    const char *reason;
    if (!outputs_are_kept(options) ||
        (folder_enter(options->out, options->sync, diags->arena, descriptor, &reason) &&
         file_takes_files(options->out, &reason)))
        return STATUS_OK;
    diag_add_file(diags, DIAG_CODE_OUTPUT_FAILED, options->out,
                  "name another folder with -o, or change its permissions",
                  "cannot be written into: %s", reason);
    return STATUS_ENVIRONMENT;
}

/* Leaflets with one name for their outputs cannot be built, but checked. */
static bool can_start(const struct build_options *options, const struct job_list *jobs,
                      const struct diag_list *diags)
{
    bool clash =
        diags->per_code[DIAG_CODE_OUTPUT_CLASH] + diags->per_code[DIAG_CODE_OUTPUT_FAILED] > 0;
    return jobs->count > 0 && (options->check || !clash);
}

/* The folder of the outputs is made first, since nothing can be made outside it later; one that
 * stays empty is removed again. */
static enum status run_confined(const struct build_options *options, const struct job_list *jobs,
                                struct inputs *inputs, struct diag_list *diags,
                                struct telling *telling)
{
    bool writes = outputs_are_kept(options);
    const char *above = writes ? nearest_folder(inputs, diags->arena, options->out) : NULL;
    bool made = above && strcmp(above, options->out) != 0;
    int descriptor = -1;
    enum status status = enter_folder(options, diags, &descriptor);
    if (status == STATUS_OK)
        status = outputs_recover(options, jobs, diags);
    print_diags(diags, telling);
    if (status == STATUS_OK) {
        confine(options, jobs, inputs, writes, made ? above : NULL);
        status = run_batch(options, jobs, telling);
    } else {
        status = status_worse(status, telling_end(telling, NULL));
    }
    if (writes)
        folder_leave(options->out, made ? above : NULL, descriptor);
    return status;
}

static enum status run_told(const struct build_options *options, const struct job_list *jobs,
                            struct inputs *inputs, struct diag_list *diags, struct telling *telling)
{
    if (can_start(options, jobs, diags))
        return run_confined(options, jobs, inputs, diags, telling);
    print_diags(diags, telling);
    return telling_end(telling, NULL);
}

enum status build_run(const struct build_options *options)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct job_list jobs = {0};
    struct telling telling;
    if (outputs_make_files(options) && options->formats == 0)
        return STATUS_USAGE;
    struct inputs *inputs = inputs_open(NULL, false);
    enum status status = jobs_collect(options, inputs, &jobs, &diags);
    if (!options->look)
        status = status_worse(status, clashes_find(options, inputs, &jobs, &diags));
    witness_searched(options->witness, inputs);
    enum status opened = telling_open(&telling, options, &jobs, inputs);
    if (opened == STATUS_OK)
        status = status_worse(status, run_told(options, &jobs, inputs, &diags, &telling));
    else
        status = opened;
    telling_free(&telling);
    inputs_close(inputs);
    jobs_free(&jobs);
    diag_free(&diags);
    arena_free(&arena);
    return status;
}

enum status build_dump(const struct build_options *options, enum build_dump what, struct buf *out)
{
    struct job_list jobs = {0};
    struct worker worker;
    struct report report = {0};
    struct telling telling = {.options = options};
    struct buf text = {0};
    worker_open(&worker, inputs_open(NULL, false));
    jobs_add_file(options, worker.inputs, options->paths[0], &jobs);
    confine(options, &jobs, worker.inputs, false, NULL);
    struct neighbours *neighbours = neighbours_open(&jobs, options->lang);
    worker.neighbours = neighbours;
    font_set_look_in(worker.fonts, options->font_folder);
    enum status status = leaflet_dump(&jobs.items[0], options, &worker, what, out, &report);
    worker_close(&worker);
    neighbours_close(neighbours);
    status = telling_add_leaflet(&telling, leaflet_name(options->paths[0]), status, &report, &text);
    progress_say(buf_slice(&text));
    buf_free(&text);
    telling_free(&telling);
    report_free(&report);
    jobs_free(&jobs);
    return status;
}
