#include "build/state.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"

/* More of a file is not read: no leaflet has so much. */
#define READ_MOST (512u << 20)

/* ---- the world as it is now */

struct answer {
    bool found;
    bool digested; /* the digest is known */
    struct file_stamp stamp;
    struct digest digest;
};

/* In the map by the address of the input. */
struct known {
    const struct input *input;
    struct answer answer;
};

void state_probe_free(struct state_probe *probe)
{
    map_free(&probe->answers);
    arena_free(&probe->arena);
}

static void ask_batch(struct state_probe *probe, struct inputs *inputs, const char *place,
                      struct arena *arena)
{
    struct slice answer =
        probe->leaflet ? probe->leaflet(probe->context, place, arena) : SLICE_EMPTY;
    inputs_note_answer(inputs, INPUT_LEAFLET, place, answer);
}

/* The same questions as a leaflet's, through inputs of their own, so that answers are digested in
 * one way. */
static void ask(struct state_probe *probe, enum input_question question, const char *path,
                struct answer *answer)
{
    struct inputs *inputs = inputs_open(NULL, true);
    struct arena arena = {0};
    struct slice bytes;
    const char **names, *reason = NULL;
    switch (question) {
    case INPUT_BYTES: inputs_read(inputs, path, READ_MOST, &arena, &bytes, &reason); break;
    case INPUT_KIND: inputs_kind(inputs, path, &reason); break;
    case INPUT_NAMES: inputs_list(inputs, path, &arena, &names, &reason); break;
    case INPUT_REAL: inputs_real(inputs, &arena, path, &reason); break;
    case INPUT_LEAFLET: ask_batch(probe, inputs, path, &arena); break;
    }
    const struct input *now = inputs_at(inputs, 0);
    *answer = (struct answer){now->found, true, now->stamp, now->digest};
    arena_free(&arena);
    inputs_close(inputs);
}

/* Once for each input, which leaflets share; but what a link leads to may be another leaflet for
 * another one. */
static struct answer *answer_to(struct state_probe *probe, const struct input *input)
{
    const struct slice key = {(const char *)&input, sizeof input};
    struct known *known = map_get(&probe->answers, key);
    if (known)
        return &known->answer;
    known = ARENA_NEW(&probe->arena, struct known);
    known->input = input;
    if (input->question == INPUT_BYTES)
        known->answer.stamp = file_stamp(input->path);
    else
        ask(probe, input->question, input->path, &known->answer);
    if (input->question != INPUT_LEAFLET)
        map_put(&probe->answers, (struct slice){(const char *)&known->input, sizeof input}, known);
    return &known->answer;
}

static void take_anew(struct state *state, struct file_stamp *stamp, struct file_stamp now)
{
    now = file_stamp_settled(now);
    if (now.changed < 0 || file_stamp_equal(now, *stamp))
        return;
    *stamp = now;
    state->changed = true;
}

/* Size and time spare the reading. */
static bool is_same_file(struct state *state, struct state_probe *probe, struct input *input,
                         struct answer *answer)
{
    bool there = answer->stamp.inode != 0;
    if (!input->found || !there)
        return input->found == there;
    if (file_stamp_equal(input->stamp, answer->stamp) && !probe->verify)
        return true;
    if (!answer->digested)
        ask(probe, INPUT_BYTES, input->path, answer);
    if (!answer->found || !digest_equal(&answer->digest, &input->digest))
        return false;
    take_anew(state, &input->stamp, answer->stamp);
    return true;
}

static bool is_same(struct state *state, struct state_probe *probe, struct input *input)
{
    struct answer *answer = answer_to(probe, input);
    if (input->question == INPUT_BYTES)
        return is_same_file(state, probe, input, answer);
    return answer->found == input->found &&
           (!input->found || digest_equal(&answer->digest, &input->digest));
}

/* True: it is there as it was made. */
static bool is_as_made(struct state *state, struct state_probe *probe, struct state_file *file)
{
    struct answer answer;
    struct arena_mark mark = arena_mark_get(&probe->arena);
    const char *path = file_join(&probe->arena, state->folder, file->path);
    file->seen = file_stamp(path);
    bool same = file_stamp_equal(file->stamp, file->seen) && !probe->verify;
    if (!same && file->seen.inode != 0 && file->seen.size == file->stamp.size) {
        ask(probe, INPUT_BYTES, path, &answer);
        same = answer.found && digest_equal(&answer.digest, &file->digest);
        if (same)
            take_anew(state, &file->stamp, answer.stamp);
    }
    arena_reset(&probe->arena, mark);
    return same;
}

const struct state_leaflet *state_fresh(struct state *state, struct state_probe *probe,
                                        const char *name, const struct digest *key)
{
    const struct state_leaflet *leaflet = map_get(&state->leaflets, slice_from(name));
    bool made = leaflet && leaflet->status == STATUS_OK;
    bool refused = leaflet && leaflet->status == STATUS_CONTENT;
    if ((!made && !refused) || !digest_equal(&leaflet->key, key))
        return NULL;
    for (size_t i = 0; made && i < leaflet->file_count; i++)
        if (!is_as_made(state, probe, &leaflet->files[i]))
            return NULL;
    for (size_t i = 0; i < leaflet->input_count; i++)
        if (!is_same(state, probe, leaflet->inputs[i]))
            return NULL;
    return leaflet;
}

/* ---- what is known */

void state_start(struct state *state, const char *folder)
{
    *state = (struct state){.folder = folder};
}

void state_free(struct state *state)
{
    map_free(&state->leaflets);
    map_free(&state->inputs);
    mem_free(state->items);
    mem_free(state->left);
    arena_free(&state->arena);
}

/* What makes an input another one, without gaps between. */
struct identity {
    struct digest digest;
    struct file_stamp stamp;
    uint32_t question, found;
};

/* Leaflets have most of what they read in common. */
static struct input *keep_input(struct state *state, const struct input *from)
{
    struct arena *arena = &state->arena;
    struct arena_mark mark = arena_mark_get(arena);
    const struct identity identity = {from->digest, from->stamp, (uint32_t)from->question,
                                      from->found};
    size_t path = strlen(from->path);
    char *bytes = arena_bytes(arena, sizeof identity + path);
    memcpy(bytes, &identity, sizeof identity);
    memcpy(bytes + sizeof identity, from->path, path);
    const struct slice key = {bytes, sizeof identity + path};
    struct input *input = map_get(&state->inputs, key);
    if (input) {
        arena_reset(arena, mark);
        return input;
    }
    input = ARENA_NEW(arena, struct input);
    *input = *from;
    input->path = arena_string(arena, slice_from(from->path));
    map_put(&state->inputs, key, input);
    return input;
}

static void leave_files(struct state *state, const struct state_leaflet *leaflet)
{
    for (size_t i = 0; i < leaflet->file_count; i++)
        *MEM_PUSH(state->left, state->left_count, state->left_cap) = &leaflet->files[i];
}

static void replace(struct state *state, struct state_leaflet *former,
                    struct state_leaflet *leaflet)
{
    former->gone = true;
    if (leaflet->status == STATUS_OK) {
        leave_files(state, former);
    } else {
        leaflet->files = former->files;
        leaflet->file_count = former->file_count;
    }
}

/* A leaflet that lives as long as the state. */
static void add(struct state *state, struct state_leaflet *leaflet)
{
    struct state_leaflet *former = map_put(&state->leaflets, slice_from(leaflet->name), leaflet);
    if (former == leaflet)
        return;
    if (former)
        replace(state, former, leaflet);
    *MEM_PUSH(state->items, state->count, state->cap) = leaflet;
    state->changed = true;
}

void state_put(struct state *state, const struct state_leaflet *from)
{
    struct arena *arena = &state->arena;
    struct state_leaflet *leaflet = ARENA_NEW(arena, struct state_leaflet);
    *leaflet = *from;
    leaflet->name = arena_string(arena, slice_from(from->name));
    leaflet->source = arena_string(arena, slice_from(from->source));
    leaflet->path = arena_string(arena, slice_from(from->path));
    leaflet->inputs = ARENA_ARRAY(arena, from->input_count + 1, struct input *);
    leaflet->files = ARENA_ARRAY(arena, from->file_count + 1, struct state_file);
    leaflet->said = arena_copy(arena, from->said);
    for (size_t i = 0; i < from->input_count; i++)
        leaflet->inputs[i] = keep_input(state, from->inputs[i]);
    for (size_t i = 0; i < from->file_count; i++) {
        leaflet->files[i] = from->files[i];
        leaflet->files[i].path = arena_string(arena, slice_from(from->files[i].path));
    }
    add(state, leaflet);
}

void state_set_shard(struct state *state, unsigned shard, unsigned shards)
{
    state->changed = state->changed || state->shard != shard || state->shards != shards;
    state->shard = shard;
    state->shards = shards;
}

void state_set_batch(struct state *state, const char *const *paths, size_t count)
{
    size_t known = 0;
    while (state->batch && state->batch[known])
        known++;
    bool same = known == count;
    for (size_t i = 0; same && i < count; i++)
        same = strcmp(state->batch[i], paths[i]) == 0;
    if (same)
        return;
    const char **batch = ARENA_ARRAY(&state->arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++)
        batch[i] = arena_string(&state->arena, slice_from(paths[i]));
    batch[count] = NULL;
    state->batch = batch;
    state->changed = true;
}

void state_adopt(struct state *state, const struct state *other)
{
    for (size_t i = 0; i < other->count; i++)
        if (!other->items[i]->gone)
            add(state, other->items[i]);
}

void state_leave(struct state *state, struct state_leaflet *leaflet)
{
    leaflet->gone = true;
    leave_files(state, leaflet);
    state->changed = true;
}

static int compare_files(const void *a, const void *b)
{
    return strcmp((*(struct state_file *const *)a)->path, (*(struct state_file *const *)b)->path);
}

void state_settle(struct state *state, struct state_probe *probe)
{
    struct map taken = {0};
    size_t kept = 0, before = state->left_count;
    for (size_t i = 0; before > 0 && i < state->count; i++)
        for (size_t k = 0; !state->items[i]->gone && k < state->items[i]->file_count; k++)
            map_put(&taken, slice_from(state->items[i]->files[k].path), state);
    for (size_t i = 0; i < before; i++)
        if (!map_get(&taken, slice_from(state->left[i]->path)) &&
            is_as_made(state, probe, state->left[i])) {
            map_put(&taken, slice_from(state->left[i]->path), state);
            state->left[kept++] = state->left[i];
        }
    state->left_count = kept;
    state->changed = state->changed || kept < before;
    if (kept > 0)
        qsort(state->left, kept, sizeof *state->left, compare_files);
    map_free(&taken);
}
