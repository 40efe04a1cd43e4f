#include "base/inputs.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"

struct inputs {
    const struct memory_files *memory; /* NULL: the disk */
    bool digested;
    struct arena arena; /* all below */
    const char *root, *goal;
    struct input **items; /* not in the arena */
    size_t count, cap;
    struct map known; /* question and path to input */
};

struct inputs *inputs_open(const struct memory_files *files, bool digested)
{
    struct inputs *inputs = mem_calloc(1, sizeof *inputs);
    inputs->memory = files;
    inputs->digested = digested;
    return inputs;
}

struct inputs *inputs_open_like(const struct inputs *inputs)
{
    return inputs_open(inputs->memory, inputs->digested);
}

void inputs_clear(struct inputs *inputs)
{
    inputs->root = inputs->goal = NULL;
    inputs->count = 0;
    map_free(&inputs->known);
    arena_free(&inputs->arena);
}

void inputs_close(struct inputs *inputs)
{
    if (!inputs)
        return;
    inputs_clear(inputs);
    mem_free(inputs->items);
    mem_free(inputs);
}

/* The question, and the path. */
static char *key_of(struct inputs *inputs, const struct input *input)
{
    size_t len = strlen(input->path);
    char *key = arena_bytes(&inputs->arena, len + 2);
    key[0] = (char)('0' + (int)input->question);
    memcpy(key + 1, input->path, len + 1);
    return key;
}

/* The first answer counts: it is what the leaflet was made of. */
const struct input *inputs_note(struct inputs *inputs, const struct input *known)
{
    struct arena_mark mark = arena_mark_get(&inputs->arena);
    const char *key = key_of(inputs, known);
    struct input *input = map_get(&inputs->known, slice_from(key));
    if (input) {
        arena_reset(&inputs->arena, mark);
        return input;
    }
    input = ARENA_NEW(&inputs->arena, struct input);
    *input = *known;
    input->path = key + 1;
    map_put(&inputs->known, slice_from(key), input);
    *MEM_PUSH(inputs->items, inputs->count, inputs->cap) = input;
    return input;
}

void inputs_note_all(struct inputs *inputs, const struct inputs *others)
{
    for (size_t i = 0; i < others->count; i++)
        inputs_note(inputs, others->items[i]);
}

static const struct input *note(struct inputs *inputs, enum input_question question,
                                const char *path, bool found, struct slice answer)
{
    struct input input = {.question = question, .path = path, .found = found};
    input.size = found ? answer.len : 0;
    if (found && inputs->digested)
        input.digest = digest_of(answer.ptr, answer.len);
    return inputs_note(inputs, &input);
}

static const struct input *note_file(struct inputs *inputs, const char *path, bool found,
                                     struct file_stamp stamp, struct slice bytes)
{
    struct input input = {.question = INPUT_BYTES, .path = path, .found = found};
    input.size = found ? bytes.len : 0;
    if (found && inputs->digested) {
        input.digest = digest_of(bytes.ptr, bytes.len);
        input.stamp = stamp;
    }
    return inputs_note(inputs, &input);
}

void inputs_note_answer(struct inputs *inputs, enum input_question question, const char *path,
                        struct slice answer)
{
    note(inputs, question, path, true, answer);
}

enum status inputs_read(struct inputs *inputs, const char *path, size_t limit, struct arena *arena,
                        struct slice *text, const char **reason)
{
    struct file_stamp stamp = {0};
    enum status status = inputs->memory ? memory_read(inputs->memory, path, limit, text, reason)
                                        : file_read(path, limit, arena, text, &stamp, reason);
    note_file(inputs, path, status == STATUS_OK, stamp, *text);
    return status;
}

enum status inputs_read_standard(struct inputs *inputs, size_t limit, struct arena *arena,
                                 struct slice *text, const char **reason)
{
    enum status status = file_read_descriptor(STDIN_FILENO, limit, arena, text, reason);
    note(inputs, INPUT_BYTES, "-", status == STATUS_OK, *text);
    return status;
}

enum status inputs_map(struct inputs *inputs, const char *path, enum file_owner owner, size_t limit,
                       struct file_map *map, const struct input **input, const char **reason)
{
    enum status status;
    struct file_stamp stamp = {0};
    if (inputs->memory) {
        *map = (struct file_map){0};
        status = memory_read(inputs->memory, path, limit, &map->bytes, reason);
        if (memory_kind(inputs->memory, path, reason) == FILE_MISSING)
            *reason = NULL;
    } else {
        status = file_map(path, owner, limit, map, &stamp, reason);
    }
    *input = note_file(inputs, path, status == STATUS_OK, stamp, map->bytes);
    return status;
}

enum file_kind inputs_kind(struct inputs *inputs, const char *path, const char **reason)
{
    static const char *const words[] = {[FILE_MISSING] = "",
                                        [FILE_UNREADABLE] = "",
                                        [FILE_REGULAR] = "file",
                                        [FILE_FOLDER] = "folder",
                                        [FILE_OTHER] = "other"};
    enum file_kind kind = inputs->memory ? memory_kind(inputs->memory, path, reason)
                                         : file_kind_of(path, &inputs->arena, reason);
    note(inputs, INPUT_KIND, path, *words[kind], slice_from(words[kind]));
    return kind;
}

enum status inputs_list(struct inputs *inputs, const char *folder, struct arena *arena,
                        const char ***names, const char **reason)
{
    struct buf answer = {0};
    enum status status = inputs->memory ? memory_list(inputs->memory, folder, arena, names, reason)
                                        : file_list(folder, arena, names, reason);
    for (size_t i = 0; status == STATUS_OK && (*names)[i]; i++)
        buf_put(&answer, (*names)[i], strlen((*names)[i]) + 1);
    note(inputs, INPUT_NAMES, folder, status == STATUS_OK, buf_slice(&answer));
    buf_free(&answer);
    return status;
}

char *inputs_real(struct inputs *inputs, struct arena *arena, const char *path, const char **reason)
{
    char *real = inputs->memory ? memory_real(inputs->memory, arena, path, reason)
                                : file_real(arena, path, reason);
    note(inputs, INPUT_REAL, path, real != NULL, slice_from(real));
    return real;
}

void inputs_set_root(struct inputs *inputs, const char *root, const char *goal)
{
    inputs->root = arena_string(&inputs->arena, slice_from(root));
    inputs->goal = goal ? arena_string(&inputs->arena, slice_from(goal)) : NULL;
}

bool inputs_are_inside(const struct inputs *inputs, const char *path)
{
    return inputs->root && (file_is_inside(path, inputs->root) ||
                            (inputs->goal && file_is_inside(path, inputs->goal)));
}

const char *inputs_root(const struct inputs *inputs)
{
    return inputs->root;
}

char *inputs_inside(struct inputs *inputs, struct arena *arena, const char *folder,
                    const char *path, const char **reason)
{
    const char *full = file_join(arena, folder, path), *why = NULL;
    char *real = inputs->root ? inputs_real(inputs, arena, full, &why) : NULL;
    *reason = !real && inputs_are_inside(inputs, file_fold(arena, full)) ? why : NULL;
    return real && inputs_are_inside(inputs, real) ? real : NULL;
}

size_t inputs_count(const struct inputs *inputs)
{
    return inputs->count;
}

const struct input *inputs_at(const struct inputs *inputs, size_t index)
{
    return inputs->items[index];
}
