/* The whole tool: a leaflet and what stands beside it (parts.h) becomes a PDF and an EPUB. Nothing
 * touches the disk; the fonts stay open from leaflet to leaflet, as in a batch. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"
#include "build/formats.h"
#include "build/leaflet.h"
#include "build/telling.h"
#include "fuzz.h"
#include "parts.h"
#include "system.h"

#define FILES_MOST 400

/* Messages that say that leafset itself lost or moved something. */
static const char *const guards[] = {"[text-lost]", "printed in another place than it is written"};

static struct memory_file items[FILES_MOST];
static struct memory_files files = {items, 0};
static size_t system_count;
static struct worker worker;
static int stored = -1;  /* in memory, in the place of standard output */
static bool guards_too;  /* LEAFSET_FUZZ_GUARDS: a guard that fires alone is a finding */
static bool only_checks; /* LEAFSET_FUZZ_CHECK: no input is written, so that all take like times */
static bool tells;       /* LEAFSET_FUZZ_TELL: status and messages go to standard error */

static void start(void)
{
    if (stored >= 0)
        return;
    stored = memfd_create("output", MFD_CLOEXEC);
    FUZZ_HOLDS(stored >= 0 && dup2(stored, STDOUT_FILENO) >= 0);
    guards_too = getenv("LEAFSET_FUZZ_GUARDS") != NULL;
    only_checks = getenv("LEAFSET_FUZZ_CHECK") != NULL;
    tells = getenv("LEAFSET_FUZZ_TELL") != NULL;
    system_count = system_files(items, 0, FILES_MOST - PARTS_MOST);
    FUZZ_HOLDS(system_count > 0);
    worker_open(&worker, inputs_open(&files, false));
}

static void end(void)
{
    worker_close(&worker);
    for (size_t i = 0; i < system_count; i++) {
        munmap((void *)(uintptr_t)items[i].bytes.ptr, items[i].bytes.len);
        mem_free((void *)(uintptr_t)items[i].path);
    }
    close(stored);
}

/* One build of the leaflet: its status, what it told and a hash of what it wrote. */
struct outcome {
    enum status status;
    struct buf told;
    uint64_t hash;
    size_t errors;
};

static uint64_t hash_stored(void)
{
    char part[65536];
    uint64_t hash = HASH_SEED;
    ssize_t got;
    for (off_t at = 0; (got = pread(stored, part, sizeof part, at)) > 0; at += got)
        hash = hash_bytes(hash, part, (size_t)got);
    return hash;
}

static void build(const struct job_list *jobs, const struct build_options *options,
                  struct outcome *out)
{
    struct report report = {0};
    struct telling telling = {.options = options};
    struct outputs *ready;
    *out = (struct outcome){0};
    FUZZ_HOLDS(ftruncate(stored, 0) == 0 && lseek(stored, 0, SEEK_SET) == 0);
    worker.pictures = image_store_new();
    worker.neighbours = neighbours_open(jobs, NULL);
    out->status = leaflet_build(&jobs->items[0], options, &worker, &report, &ready);
    FUZZ_HOLDS(ready == NULL);                                  /* no file waits for a name */
    font_set_theme(worker.fonts, NULL, NULL, NULL, NULL, NULL); /* its file ends with the input */
    neighbours_close(worker.neighbours);
    image_store_free(worker.pictures);
    inputs_clear(worker.inputs);
    telling_add_leaflet(&telling, jobs->items[0].path, out->status, &report, &out->told);
    out->errors = telling.run.counts[DIAG_ERROR];
    report_free(&report);
    telling_free(&telling);
    out->hash = hash_stored();
}

static bool says(const struct outcome *outcome, const char *words)
{
    return outcome->told.len > 0 && strstr(outcome->told.data, words);
}

/* A leaflet that is refused is told why; one that is made has no error. */
static void look_at(const struct outcome *outcome)
{
    if (tells)
        fprintf(stderr, "status %d\n%s", (int)outcome->status,
                outcome->told.len > 0 ? outcome->told.data : "");
    FUZZ_HOLDS(outcome->status == STATUS_OK ? outcome->errors == 0 : outcome->errors > 0);
    for (size_t i = 0; guards_too && i < sizeof guards / sizeof *guards; i++)
        if (outcome->errors == 1 && says(outcome, guards[i])) {
            fputs(outcome->told.data, stderr);
            fuzz_broken("no guard fires on a leaflet without another fault", __FILE__, __LINE__);
        }
}

static void build_twice(const struct job_list *jobs, const struct build_options *options)
{
    struct outcome one, two;
    build(jobs, options, &one);
    build(jobs, options, &two);
    look_at(&one);
    FUZZ_HOLDS(one.status == two.status);
    FUZZ_HOLDS(slice_equal(buf_slice(&one.told), buf_slice(&two.told)));
    FUZZ_HOLDS(one.hash == two.hash);
    buf_free(&one.told);
    buf_free(&two.told);
}

/* The leaflet first, then the others, which it may link to. */
static void collect(const struct parts *parts, const struct build_options *options,
                    struct job_list *jobs)
{
    const struct memory_file *leaflet = parts_leaflet(parts);
    jobs_add_file(options, worker.inputs, leaflet->path, jobs);
    for (size_t i = 0; i < parts->count; i++)
        if (&parts->items[i] != leaflet && slice_ends(slice_from(parts->items[i].path), ".md"))
            jobs_add_file(options, worker.inputs, parts->items[i].path, jobs);
}

/* One input in four is written, each format twice: the same bytes must come out. */
static void build_all(const struct job_list *jobs, struct build_options *options, bool written)
{
    struct outcome checked;
    options->check = true;
    build(jobs, options, &checked);
    look_at(&checked);
    buf_free(&checked.told);
    options->check = false;
    for (unsigned asked = formats_all(); written && asked; asked &= asked - 1) {
        options->formats = asked & (~asked + 1);
        build_twice(jobs, options);
    }
}

void fuzz_whole(const uint8_t *bytes, size_t len)
{
    struct arena arena = {0};
    struct parts parts;
    struct job_list jobs = {0};
    struct build_options options = {.out = "-", .formats = formats_all(), .epoch = 0};
    if (stored < 0)
        atexit(end);
    start();
    parts_split((struct slice){(const char *)bytes, len}, &arena, &parts);
    memcpy(items + system_count, parts.items, parts.count * sizeof *parts.items);
    files.count = system_count + parts.count;
    collect(&parts, &options, &jobs);
    build_all(&jobs, &options, !only_checks && hash_bytes(HASH_SEED, bytes, len) % 4 == 0);
    jobs_free(&jobs);
    arena_free(&arena);
}
