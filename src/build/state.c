#include "build/state.h"

#include <string.h>

#include "base/file.h"
#include "base/mem.h"

/* More of a file is not hashed: no leaflet reads so much. */
#define HASHED_MOST (512u << 20)

/* ---- the world as it is now */

struct answer {
    bool found;
    bool hashed; /* md5 is known */
    struct file_stamp stamp;
    uint8_t md5[16];
};

void state_probe_free(struct state_probe *probe)
{
    map_free(&probe->answers);
    arena_free(&probe->arena);
}

/* The same questions as a leaflet's, through inputs of their own, so that answers are hashed in one
 * way. */
static void ask(const struct input *input, struct answer *answer)
{
    struct inputs *inputs = inputs_open(NULL, true);
    struct arena arena = {0};
    struct slice bytes;
    const char **names, *reason = NULL;
    switch (input->question) {
    case INPUT_BYTES: inputs_read(inputs, input->path, HASHED_MOST, &arena, &bytes, &reason); break;
    case INPUT_KIND: inputs_kind(inputs, input->path, &reason); break;
    case INPUT_NAMES: inputs_list(inputs, input->path, &arena, &names, &reason); break;
    case INPUT_REAL: inputs_real(inputs, &arena, input->path, &reason); break;
    }
    const struct input *now = inputs_at(inputs, 0);
    *answer = (struct answer){.found = now->found, .hashed = true, .stamp = now->stamp};
    memcpy(answer->md5, now->md5, sizeof now->md5);
    arena_free(&arena);
    inputs_close(inputs);
}

static struct answer *answer_to(struct state_probe *probe, const struct input *input)
{
    const char *key = arena_format(&probe->arena, "%c%s", '0' + (int)input->question, input->path);
    struct answer *answer = map_get(&probe->answers, slice_from(key));
    if (answer)
        return answer;
    answer = ARENA_NEW(&probe->arena, struct answer);
    *answer = (struct answer){0};
    if (input->question == INPUT_BYTES)
        *answer = (struct answer){.stamp = file_stamp(input->path)};
    else
        ask(input, answer);
    map_put(&probe->answers, slice_from(key), answer);
    return answer;
}

static bool is_zero(const uint8_t md5[16])
{
    static const uint8_t zero[16];
    return memcmp(md5, zero, sizeof zero) == 0;
}

/* Size and time spare the hashing. */
static bool is_same_file(struct state_probe *probe, const struct input *input,
                         struct answer *answer)
{
    bool there = answer->stamp.inode != 0;
    if (!input->found)
        return !there;
    bool stamped = file_stamp_equal(input->stamp, answer->stamp);
    if (is_zero(input->md5) || (stamped && !probe->verify))
        return stamped;
    if (!there)
        return false;
    if (!answer->hashed)
        ask(input, answer);
    return answer->found && memcmp(answer->md5, input->md5, sizeof input->md5) == 0;
}

static bool is_same(struct state_probe *probe, const struct input *input)
{
    struct answer *answer = answer_to(probe, input);
    if (input->question == INPUT_BYTES)
        return is_same_file(probe, input, answer);
    return answer->found == input->found &&
           (!input->found || memcmp(answer->md5, input->md5, sizeof input->md5) == 0);
}

const struct state_leaflet *state_fresh(const struct state *state, struct state_probe *probe,
                                        const char *stem, const uint8_t key[16])
{
    const struct state_leaflet *leaflet = map_get(&state->leaflets, slice_from(stem));
    if (!leaflet || memcmp(leaflet->key, key, sizeof leaflet->key) != 0)
        return NULL;
    for (size_t i = 0; i < leaflet->file_count; i++)
        if (!file_stamp_equal(leaflet->files[i].stamp, file_stamp(leaflet->files[i].path)))
            return NULL;
    for (size_t i = 0; i < leaflet->input_count; i++)
        if (!is_same(probe, leaflet->inputs[i]))
            return NULL;
    return leaflet;
}

/* ---- what is known */

static void add(struct state *state, struct state_leaflet *leaflet)
{
    *MEM_PUSH(state->items, state->count, state->cap) = leaflet;
    map_put(&state->leaflets, slice_from(leaflet->stem), leaflet);
}

static const struct input *copy_input(struct arena *arena, const struct input *from)
{
    struct input *input = ARENA_NEW(arena, struct input);
    *input = *from;
    input->path = arena_string(arena, slice_from(from->path));
    return input;
}

void state_put(struct state *state, const struct state_leaflet *from)
{
    struct arena *arena = &state->arena;
    struct state_leaflet *leaflet = map_get(&state->leaflets, slice_from(from->stem));
    const struct input **inputs = ARENA_ARRAY(arena, from->input_count, const struct input *);
    struct state_file *files = ARENA_ARRAY(arena, from->file_count, struct state_file);
    if (!leaflet) {
        leaflet = ARENA_NEW(arena, struct state_leaflet);
        leaflet->stem = arena_string(arena, slice_from(from->stem));
        add(state, leaflet);
    }
    for (size_t i = 0; i < from->input_count; i++)
        inputs[i] = copy_input(arena, from->inputs[i]);
    for (size_t i = 0; i < from->file_count; i++)
        files[i] = (struct state_file){arena_string(arena, slice_from(from->files[i].path)),
                                       from->files[i].stamp};
    const char *stem = leaflet->stem;
    *leaflet = *from;
    leaflet->stem = stem;
    leaflet->inputs = inputs;
    leaflet->files = files;
    leaflet->said = slice_from(arena_string(arena, from->said));
    state->changed = true;
}

void state_drop(struct state *state, const char *stem)
{
    size_t kept = 0;
    for (size_t i = 0; i < state->count; i++)
        if (strcmp(state->items[i]->stem, stem) != 0)
            state->items[kept++] = state->items[i];
    state->changed = state->changed || kept < state->count;
    state->count = kept;
    map_free(&state->leaflets);
    state->leaflets = (struct map){0};
    for (size_t i = 0; i < state->count; i++)
        map_put(&state->leaflets, slice_from(state->items[i]->stem), state->items[i]);
}

void state_free(struct state *state)
{
    map_free(&state->leaflets);
    mem_free(state->items);
    arena_free(&state->arena);
}
