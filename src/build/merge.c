#include "build/merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/sandbox.h"
#include "build/progress.h"
#include "build/refusal.h"
#include "build/state_file.h"
#include "build/telling.h"
#include "commit/commit.h"

/* More is not read of an output. */
#define OUTPUT_MOST (512u << 20)

/* Leaflets whose files get their names in one turn of the folder. */
#define TURN_MOST 16u

/* A leaflet of one of the shards. */
struct part {
    struct state_leaflet *leaflet;
    const char *folder; /* of its shard */
};

struct merge {
    const struct build_options *options;
    struct arena arena;
    struct diag_list diags;
    struct state *shards; /* one a path */
    struct part *parts;
    size_t count, cap;
    struct state made;
    size_t failed;
    enum status status;
};

/* ---- the shards */

static void read_shard(struct merge *merge, size_t index)
{
    const char *folder = merge->options->paths[index];
    if (state_read(&merge->shards[index], folder))
        return;
    diag_add_file(
        &merge->diags, DIAG_CODE_FILE_UNREADABLE, folder,
        "name the folders that `leafset build --shard` wrote into, each with its " STATE_NAME,
        "is no folder that a shard was built into");
}

static bool is_same(const struct state_leaflet *a, const struct state_leaflet *b)
{
    bool same = a->file_count == b->file_count && a->status == b->status;
    for (size_t i = 0; same && i < a->file_count; i++)
        same = digest_equal(&a->files[i].digest, &b->files[i].digest);
    return same;
}

/* A leaflet may be in several shards, if it is the same in all. */
static void add_part(struct merge *merge, struct map *seen, struct state_leaflet *leaflet,
                     const char *folder)
{
    struct part *part = ARENA_NEW(&merge->arena, struct part);
    *part = (struct part){leaflet, folder};
    const struct part *other = map_get(seen, slice_from(leaflet->name));
    if (other && is_same(other->leaflet, leaflet))
        return;
    if (other) {
        diag_add_file(&merge->diags, DIAG_CODE_OUTPUT_CLASH, leaflet->path,
                      "build all shards of the same content, with the same options",
                      "is another leaflet in %s than in %s", folder, other->folder);
        return;
    }
    map_put(seen, slice_from(leaflet->name), part);
    *MEM_PUSH(merge->parts, merge->count, merge->cap) = *part;
}

/* As a build meets them: by the names in each folder. */
static int compare_paths(const char *a, const char *b)
{
    while (*a && *a == *b) {
        a++;
        b++;
    }
    if (*a == '/' || *b == '/')
        return (*b == '/') - (*a == '/');
    return (unsigned char)*a - (unsigned char)*b;
}

static int compare_parts(const void *a, const void *b)
{
    const struct state_leaflet *left = ((const struct part *)a)->leaflet;
    const struct state_leaflet *right = ((const struct part *)b)->leaflet;
    int order = compare_paths(left->path, right->path);
    return order ? order : strcmp(left->name, right->name);
}

static const char *what_is(struct arena *arena, const struct state *state)
{
    return state->shards > 0 ? arena_format(arena, "shard %u of %u", state->shard, state->shards)
                             : "a build of all";
}

/* Each shard must be there once: leaflets that lack are told of nowhere else. */
static void look_for_all(struct merge *merge)
{
    size_t count = merge->options->path_count;
    const struct state *first = &merge->shards[0];
    bool *there = ARENA_ARRAY(&merge->arena, first->shards + 1, bool);
    for (size_t i = 0; i < count; i++) {
        const struct state *shard = &merge->shards[i];
        if (shard->shards != first->shards) {
            diag_add_file(&merge->diags, DIAG_CODE_FILE_UNREADABLE, merge->options->paths[i],
                          "build all shards with one count, each into a folder of its own",
                          "is %s, but %s is %s", what_is(&merge->arena, shard),
                          merge->options->paths[0], what_is(&merge->arena, first));
            return;
        }
        there[shard->shard] = true;
    }
    for (unsigned i = 1; i <= first->shards; i++)
        if (!there[i])
            diag_add_file(&merge->diags, DIAG_CODE_FILE_UNREADABLE, NULL,
                          "build it, or name its folder too", "shard %u of %u is missing", i,
                          first->shards);
}

static void gather(struct merge *merge)
{
    struct map seen = {0};
    merge->shards = ARENA_ARRAY(&merge->arena, merge->options->path_count, struct state);
    for (size_t i = 0; i < merge->options->path_count; i++) {
        const struct state *shard = &merge->shards[i];
        read_shard(merge, i);
        for (size_t k = 0; k < shard->count; k++)
            add_part(merge, &seen, shard->items[k], merge->options->paths[i]);
    }
    map_free(&seen);
    if (merge->diags.errors == 0)
        look_for_all(merge);
    if (merge->count > 0)
        qsort(merge->parts, merge->count, sizeof *merge->parts, compare_parts);
}

/* ---- their files */

static bool read_output(struct merge *merge, struct arena *arena, const struct part *part,
                        const struct state_file *file, struct slice *bytes)
{
    const char *reason = NULL, *path = file_join(arena, part->folder, file->path);
    if (file_read(path, OUTPUT_MOST, arena, bytes, NULL, &reason) == STATUS_OK) {
        struct digest digest = digest_of(bytes->ptr, bytes->len);
        if (digest_equal(&digest, &file->digest))
            return true;
        reason = "it is not what was built";
    }
    path = arena_string(&merge->arena, slice_from(path));
    diag_add_file(&merge->diags, DIAG_CODE_FILE_UNREADABLE, path,
                  "fetch the folder of that shard again, or build it again", "cannot be joined: %s",
                  reason);
    return false;
}

/* The files that are not there yet as they should be; false after a diagnostic. */
static bool make_set(struct merge *merge, struct arena *arena, const struct part *part,
                     struct commit_set *set)
{
    struct state_leaflet *leaflet = part->leaflet;
    struct commit_file *files = ARENA_ARRAY(arena, leaflet->file_count + 1, struct commit_file);
    *set = (struct commit_set){.files = files};
    for (size_t i = 0; i < leaflet->file_count; i++) {
        struct state_file *file = &leaflet->files[i];
        const char *path = file_join(arena, merge->options->out, file->path), *reason;
        struct file_stamp stamp = file_stamp(path);
        struct slice bytes, there;
        if (!read_output(merge, arena, part, file, &bytes))
            return false;
        if (stamp.size == (int64_t)bytes.len &&
            file_read(path, OUTPUT_MOST, arena, &there, NULL, &reason) == STATUS_OK &&
            slice_equal(there, bytes))
            file->stamp = stamp;
        else
            files[set->count++] = (struct commit_file){path, bytes, false, &file->stamp};
    }
    return true;
}

static const char *folder_of(struct merge *merge, struct arena *arena, const struct part *part)
{
    const struct state_leaflet *leaflet = part->leaflet;
    return leaflet->file_count == 0
               ? merge->options->out
               : file_folder(arena, file_join(arena, merge->options->out, leaflet->files[0].path));
}

/* The first parts, as far as they lie in one folder; returns how many. */
static size_t join_first(struct merge *merge, const struct part *parts, size_t count)
{
    struct arena arena = {0};
    struct commit_set sets[TURN_MOST];
    const char *folder = folder_of(merge, &arena, parts);
    size_t taken = 0, filled = 0;
    for (; taken < count && filled < TURN_MOST; taken++) {
        if (strcmp(folder_of(merge, &arena, &parts[taken]), folder) != 0)
            break;
        if (parts[taken].leaflet->status == STATUS_OK &&
            make_set(merge, &arena, &parts[taken], &sets[filled]) && sets[filled].count > 0)
            filled++;
        state_put(&merge->made, parts[taken].leaflet);
    }
    if (filled > 0)
        commit_run(folder, sets, filled, merge->options->sync, &arena);
    for (size_t i = 0; i < filled; i++)
        if (sets[i].failed)
            refusal_add(&merge->diags, &sets[i].failure);
    arena_free(&arena);
    return taken;
}

/* The state is written once the files are there. */
static void join(struct merge *merge)
{
    struct state state;
    struct state_probe probe = {0};
    const struct state *first = &merge->shards[0];
    size_t words = 0;
    for (size_t at = 0; at < merge->count;)
        at += join_first(merge, merge->parts + at, merge->count - at);
    while (first->batch && first->batch[words])
        words++;
    state_read(&state, merge->options->out);
    state_adopt(&state, &merge->made);
    state_settle(&state, &probe);
    state_set_shard(&state, 0, 0);
    state_set_batch(&state, first->batch, words);
    if (merge->diags.errors == 0)
        state_write(&state, &merge->arena, &merge->diags);
    state_probe_free(&probe);
    state_free(&state);
}

/* ---- what is told */

static void print_diags(struct merge *merge, struct telling *telling)
{
    struct buf text = {0};
    diag_sort(&merge->diags);
    telling_add(telling, &merge->diags, &text);
    progress_say(buf_slice(&text));
    if (merge->diags.errors > 0)
        merge->status = status_worse(merge->status, STATUS_ENVIRONMENT);
    buf_free(&text);
}

static void tell(struct merge *merge, struct telling *telling)
{
    for (size_t i = 0; i < merge->count; i++) {
        const struct state_leaflet *leaflet = merge->parts[i].leaflet;
        struct report report;
        struct buf text = {0};
        report_unpack(leaflet->said, &report);
        enum status status =
            telling_add_leaflet(telling, leaflet->path, leaflet->status, &report, &text);
        progress_say(buf_slice(&text));
        merge->failed += status != STATUS_OK;
        merge->status = status_worse(merge->status, status);
        buf_free(&text);
        report_free(&report);
    }
}

static void print_summary(const struct merge *merge, const struct telling *telling)
{
    struct buf line = {0};
    const size_t *counts = telling->run.counts;
    size_t merged = merge->diags.errors > 0 ? 0 : merge->count - merge->failed;
    telling_put_more(telling, &line);
    buf_format(&line, "%zu leaflet%s: %zu merged from %zu folder%s, %zu failed", merge->count,
               merge->count == 1 ? "" : "s", merged, merge->options->path_count,
               merge->options->path_count == 1 ? "" : "s", merge->failed);
    if (counts[DIAG_ERROR] + counts[DIAG_WARNING] > 0)
        buf_put_string(&line, ", ");
    run_put_counts((const size_t[]){0, counts[DIAG_WARNING], counts[DIAG_ERROR]}, &line);
    buf_put_char(&line, '\n');
    telling_put_passed(telling, &line);
    if (!merge->options->quiet)
        progress_say(buf_slice(&line));
    buf_free(&line);
}

/* ---- all of it */

static void confine(const struct merge *merge)
{
    struct sandbox sandbox;
    if (!merge->options->sandbox)
        return;
    sandbox_open(&sandbox);
    sandbox_allow_system(&sandbox);
    for (size_t i = 0; i < merge->options->path_count; i++)
        sandbox_allow(&sandbox, merge->options->paths[i], SANDBOX_READ);
    sandbox_allow(&sandbox, merge->options->out, SANDBOX_WRITE);
    sandbox_enter(&sandbox);
}

/* Reports name what the shards were called with, as one build's would. */
static struct build_options told_options(const struct merge *merge)
{
    struct build_options options = *merge->options;
    const char *const *batch = options.path_count > 0 ? merge->shards[0].batch : NULL;
    options.paths = batch;
    for (options.path_count = 0; batch && batch[options.path_count];)
        options.path_count++;
    return options;
}

static bool make_out(struct merge *merge)
{
    const char *reason;
    if (file_make_folders(merge->options->out, &reason) == STATUS_OK &&
        file_takes_files(merge->options->out, &reason))
        return true;
    diag_add_file(&merge->diags, DIAG_CODE_OUTPUT_FAILED, merge->options->out,
                  "name another folder with -o, or change its permissions",
                  "cannot be written into: %s", reason);
    return false;
}

enum status build_merge(const struct build_options *options)
{
    struct merge merge = {.options = options, .status = STATUS_OK};
    struct telling telling;
    const struct job_list no_jobs = {0};
    merge.diags.arena = &merge.arena;
    state_start(&merge.made, options->out);
    gather(&merge);
    const struct build_options told = told_options(&merge);
    struct inputs *inputs = inputs_open(NULL, false);
    enum status opened = telling_open(&telling, &told, &no_jobs, inputs);
    if (opened == STATUS_OK && merge.diags.errors == 0 && make_out(&merge)) {
        confine(&merge);
        join(&merge);
    }
    if (opened == STATUS_OK) {
        print_diags(&merge, &telling);
        if (merge.diags.errors == 0)
            tell(&merge, &telling);
        merge.status = status_worse(merge.status, telling_end(&telling, NULL));
        print_summary(&merge, &telling);
    }
    telling_free(&telling);
    inputs_close(inputs);
    for (size_t i = 0; i < options->path_count; i++)
        state_free(&merge.shards[i]);
    state_free(&merge.made);
    mem_free(merge.parts);
    diag_free(&merge.diags);
    arena_free(&merge.arena);
    return status_worse(opened, merge.status);
}
