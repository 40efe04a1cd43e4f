#include "build/fresh.h"

#include <string.h>

#include "base/file.h"
#include "build/formats.h"
#include "build/leaflet.h"
#include "build/maker.h"
#include "build/outputs.h"
#include "build/state_file.h"
#include "commit/remove.h"
#include "read/readers.h"

bool fresh_is_kept(const struct build_options *options, const struct job_list *jobs)
{
    return outputs_are_kept(options) &&
           (jobs->count > 1 || (jobs->count > 0 && (jobs->items[0].top || options->witness)));
}

/* ---- keys */

static void put_word(struct buf *out, const char *word)
{
    buf_put_string(out, word ? word : "");
    buf_put_char(out, '\0');
}

/* All options by which files or findings may differ. */
static void put_options(struct buf *out, const struct build_options *options)
{
    const struct date_moment *today = &options->today;
    bool filters = options->baseline || options->write_baseline || options->since;
    put_word(out, options->from ? options->from->name : NULL);
    put_word(out, options->lang);
    put_word(out, options->font_folder);
    put_word(out, options->rules);
    buf_format(out, "%u %d %u %d %d %d %d ", options->formats, options->fit, options->dpi,
               options->release, options->strict, options->fail_notes, filters);
    buf_format(out, "%d-%d-%d %d:%d:%d %lld\n", today->year, today->month, today->day, today->hour,
               today->minute, today->second, (long long)options->epoch);
}

static struct digest key_of(const struct fresh *fresh, const struct job *job)
{
    struct buf text = {0};
    buf_put(&text, &fresh->base, sizeof fresh->base);
    const char *const words[] = {job->path, job->folder, job->top,
                                 job->link, job->goal,   job->reader ? job->reader->name : NULL};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        put_word(&text, words[i]);
    for (size_t i = 0; i < job->edition_count; i++) {
        const struct edition *edition = &job->editions[i];
        put_word(&text, edition->suffix);
        for (size_t k = 0; k < edition->tokens.count; k++) {
            put_word(&text, edition->tokens.items[k].key);
            put_word(&text, edition->tokens.items[k].value);
        }
    }
    struct digest key = digest_of(text.data, text.len);
    buf_free(&text);
    return key;
}

static const char *name_of(const struct fresh *fresh, const struct job *job, struct arena *arena)
{
    struct buf name = {0};
    buf_put_string(&name, jobs_below(fresh->options, job->stem));
    buf_put_char(&name, ' ');
    formats_put_names(&name, fresh->options->formats, "", ",");
    return buf_keep(&name, arena).ptr;
}

/* ---- the start */

static struct file_stamp state_stamp(struct fresh *fresh)
{
    return file_stamp(file_join(&fresh->arena, fresh->options->out, STATE_NAME));
}

/* Another one, empty. Those before stay: what is up to date, and what became of leaflets that
 * failed, is known from them. */
static void add_state(struct fresh *fresh)
{
    struct fresh_state *read = ARENA_NEW(&fresh->arena, struct fresh_state);
    read->older = fresh->read;
    fresh->read = read;
    fresh->before = &read->state;
    state_start(fresh->before, fresh->options->out);
}

static void read_state(struct fresh *fresh)
{
    fresh->found = state_stamp(fresh);
    state_read(fresh->before, fresh->options->out);
}

static void know(struct fresh *fresh, const struct state_file *file)
{
    map_put(&fresh->known, slice_from(arena_string(&fresh->arena, slice_from(file->path))), fresh);
}

static void know_files(struct fresh *fresh)
{
    const struct state *state = fresh->before;
    for (size_t i = 0; i < state->count; i++)
        for (size_t k = 0; k < state->items[i]->file_count; k++)
            know(fresh, &state->items[i]->files[k]);
    for (size_t i = 0; i < state->left_count; i++)
        know(fresh, state->left[i]);
}

void fresh_open(struct fresh *fresh, const struct build_options *options,
                struct neighbours *neighbours, bool kept)
{
    struct buf text = {0};
    *fresh = (struct fresh){.options = options, .neighbours = neighbours, .kept = kept};
    maker_put(&text);
    put_options(&text, options);
    fresh->base = digest_of(text.data, text.len);
    buf_free(&text);
    add_state(fresh);
    if (kept)
        read_state(fresh);
    if (options->formats & formats_with(FORMAT_PAGED)) /* nobody else asks */
        know_files(fresh);
    state_start(&fresh->made, options->out);
}

void fresh_free(struct fresh *fresh)
{
    for (struct fresh_state *read = fresh->read; read; read = read->older)
        state_free(&read->state);
    state_free(&fresh->made);
    map_free(&fresh->unchanged);
    map_free(&fresh->known);
    arena_free(&fresh->arena);
}

/* ---- what is up to date */

/* What comes that way can be read once only. */
static bool is_standard_input(const struct job *job)
{
    return strcmp(job->path, "-") == 0;
}

/* Whose links are followed. */
struct asking {
    struct neighbours *neighbours;
    const struct job *job;
};

static struct slice answer_link(void *context, const char *place, struct arena *arena)
{
    const struct asking *asking = context;
    return neighbours_answer(asking->neighbours, asking->job, place, arena);
}

void fresh_find(struct fresh *fresh, const struct job_list *jobs, struct report *reports,
                const struct state_leaflet **found)
{
    struct asking asking = {.neighbours = fresh->neighbours};
    struct state_probe probe = {
        .verify = fresh->options->verify, .leaflet = answer_link, .context = &asking};
    for (size_t i = 0; !fresh->options->force && i < jobs->count; i++) {
        const struct job *job = &jobs->items[i];
        struct digest key = key_of(fresh, job);
        asking.job = job;
        const struct state_leaflet *leaflet =
            state_fresh(fresh->before, &probe, name_of(fresh, job, &fresh->arena), &key);
        if (!leaflet || is_standard_input(job) || !report_unpack(leaflet->said, &reports[i]))
            continue;
        map_put(&fresh->unchanged, slice_from(leaflet->name), (void *)(uintptr_t)leaflet);
        found[i] = leaflet;
    }
    state_probe_free(&probe);
}

/* ---- what was built */

struct state_leaflet *fresh_entry(const struct fresh *fresh, const struct job *job,
                                  const struct inputs *inputs, const struct report *report,
                                  struct arena *arena)
{
    if (is_standard_input(job))
        return NULL;
    size_t count = inputs_count(inputs);
    struct input *copies = ARENA_ARRAY(arena, count + 1, struct input);
    struct state_leaflet *leaflet = ARENA_NEW(arena, struct state_leaflet);
    struct buf said = {0};
    report_pack(report, &said);
    *leaflet = (struct state_leaflet){
        .name = name_of(fresh, job, arena),
        .source = jobs_place(arena, job),
        .path = leaflet_name(job->path),
        .key = key_of(fresh, job),
        .inputs = ARENA_ARRAY(arena, count + 1, struct input *),
        .input_count = count,
        .said = buf_keep(&said, arena),
    };
    for (size_t i = 0; i < count; i++) {
        copies[i] = *inputs_at(inputs, i);
        copies[i].path = arena_string(arena, slice_from(copies[i].path));
        leaflet->inputs[i] = &copies[i];
    }
    return leaflet;
}

const struct state_leaflet *fresh_leaflet(const struct fresh *fresh, const struct job *job)
{
    struct arena arena = {0};
    const struct slice name = slice_from(name_of(fresh, job, &arena));
    const struct state_leaflet *made = map_get(&fresh->made.leaflets, name);
    const struct state_leaflet *leaflet = made ? made : map_get(&fresh->unchanged, name);
    arena_free(&arena);
    return leaflet;
}

/* ---- the end */

/* A leaflet is gone when nothing is at its source's place any more, whoever built it last. */
static void find_gone(struct fresh *fresh)
{
    struct inputs *inputs = inputs_open(NULL, false);
    struct state *state = fresh->before;
    const char *reason;
    for (size_t i = 0; i < state->count; i++) {
        struct state_leaflet *leaflet = state->items[i];
        if (!leaflet->gone && inputs_kind(inputs, leaflet->source, &reason) == FILE_MISSING)
            state_leave(state, leaflet);
    }
    inputs_close(inputs);
}

/* The files that are left in the folder of the first; returns how many. */
static size_t remove_first(struct fresh *fresh, struct state_file *const *files, size_t count,
                           struct diag_list *diags)
{
    struct arena *arena = &fresh->arena;
    const char *out = fresh->options->out;
    const char *folder = file_folder(arena, files[0]->path);
    struct commit_failure failure;
    size_t taken = 1;
    while (taken < count && strcmp(file_folder(arena, files[taken]->path), folder) == 0)
        taken++;
    struct remove_file *list = ARENA_ARRAY(arena, taken, struct remove_file);
    for (size_t i = 0; i < taken; i++)
        list[i] = (struct remove_file){file_join(arena, out, files[i]->path), files[i]->seen};
    folder = file_folder(arena, list[0].path);
    if (!remove_files(folder, list, taken, fresh->options->sync, out, arena, &failure))
        diag_add_file(diags, DIAG_CODE_OUTPUT_FAILED, failure.path,
                      failure.hint ? failure.hint : "check the folder and its permissions",
                      "cannot be removed: %s", failure.reason);
    return taken;
}

/* How many leaflets had the files that are left: by their names without the ending. */
static size_t count_left(struct fresh *fresh)
{
    const struct state *state = fresh->before;
    struct map stems = {0};
    size_t count = 0;
    for (size_t i = 0; i < state->left_count; i++) {
        const char *path = state->left[i]->path, *dot = strrchr(file_name(path), '.');
        struct slice stem = {path, dot ? (size_t)(dot - path) : strlen(path)};
        count += !map_put(&stems, stem, fresh);
    }
    map_free(&stems);
    return count;
}

static void prune(struct fresh *fresh, struct state_probe *probe, struct diag_list *diags)
{
    struct state *state = fresh->before;
    for (size_t at = 0; at < state->left_count;)
        at += remove_first(fresh, state->left + at, state->left_count - at, diags);
    size_t before = count_left(fresh);
    state_settle(state, probe);
    fresh->removed = before - count_left(fresh);
}

/* Another build may have written the file meanwhile. */
static void take_made(struct fresh *fresh)
{
    if (fresh->made.count > 0 && !file_stamp_equal(fresh->found, state_stamp(fresh))) {
        add_state(fresh);
        read_state(fresh);
    }
    state_adopt(fresh->before, &fresh->made);
}

/* Writing takes as long as the whole state is, so that it is done the more seldom. */
#define SAVE_EVERY 256u

void fresh_put(struct fresh *fresh, const struct state_leaflet *entry)
{
    state_put(&fresh->made, entry);
    if (!fresh->kept || fresh->made.count < fresh->saved + SAVE_EVERY + fresh->before->count / 8)
        return;
    take_made(fresh);
    state_write(fresh->before, &fresh->arena, NULL); /* the last one tells */
    fresh->found = state_stamp(fresh);
    fresh->saved = fresh->made.count;
}

/* Nothing is kept of nothing; but a shard says that it was built, and what failed. */
static bool is_worth_a_file(const struct fresh *fresh)
{
    const struct state *state = fresh->before;
    bool any = state->left_count > 0 || fresh->found.inode != 0 || fresh->options->shard.count > 0;
    for (size_t i = 0; i < state->count; i++)
        any = any || state->items[i]->file_count > 0;
    return any;
}

void fresh_end(struct fresh *fresh, struct diag_list *diags)
{
    struct state_probe probe = {0};
    struct state *state = fresh->before;
    if (!fresh->kept)
        return;
    take_made(fresh);
    find_gone(fresh);
    state_settle(state, &probe);
    if (fresh->options->prune && state->left_count > 0)
        prune(fresh, &probe, diags);
    state_set_shard(state, fresh->options->shard.number, fresh->options->shard.count);
    state_set_batch(state, fresh->options->paths, fresh->options->path_count);
    if (state->changed && is_worth_a_file(fresh))
        state_write(state, &fresh->arena, diags);
    state_probe_free(&probe);
}

#define LEFT_SHOWN 3u

void fresh_put_left(const struct fresh *fresh, struct buf *out)
{
    const struct state *state = fresh->before;
    size_t count = state->left_count, shown = count < LEFT_SHOWN ? count : LEFT_SHOWN;
    if (count == 0)
        return;
    buf_put_string(out, "left of earlier builds: ");
    for (size_t i = 0; i < shown; i++) {
        struct arena arena = {0};
        buf_put_string(out, i > 0 ? ", " : "");
        diag_put_clean(out, slice_from(file_join(&arena, state->folder, state->left[i]->path)));
        arena_free(&arena);
    }
    if (count > shown)
        buf_format(out, " and %zu more", count - shown);
    buf_put_string(out, "; --prune removes them\n");
}
