#include "read/passes/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/once.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "text/text.h"

#define NEAR_MOST 1000u /* names that a missing one is compared with */

/* A name and the key by which a folder's names are sorted: composed, in small letters. */
struct keyed_name {
    const char *key, *composed, *name;
    size_t rank; /* in the folder's order */
};

struct folder {
    struct once_thing once;
    struct inputs *inputs; /* what was asked for it */
    struct arena arena;
    const char **names; /* in the folder's order, up to count */
    size_t count;
    struct keyed_name *sorted;
    const char **near; /* the names as sorted */
};

struct names {
    struct once folders; /* by path */
};

struct names *names_open(void)
{
    struct names *names = mem_calloc(1, sizeof *names);
    once_start(&names->folders);
    return names;
}

static void end_folder(void *thing)
{
    struct folder *folder = thing;
    inputs_close(folder->inputs);
    arena_free(&folder->arena);
}

void names_close(struct names *names)
{
    if (!names)
        return;
    once_end(&names->folders, end_folder);
    mem_free(names);
}

/* ---- keys */

static const char *compose(struct arena *arena, const char *name)
{
    struct slice text = slice_from(name);
    bool good = utf8_check(text) == text.len;
    return good ? arena_string(arena, text_normalise(text, arena)) : name;
}

bool names_are_same(struct arena *arena, const char *a, const char *b)
{
    return strcmp(a, b) == 0 || strcmp(compose(arena, a), compose(arena, b)) == 0;
}

static struct keyed_name key_of(struct arena *arena, const char *name)
{
    const char *composed = compose(arena, name);
    char *key = arena_string(arena, slice_from(composed));
    for (char *c = key; *c; c++)
        *c = ascii_lower(*c);
    return (struct keyed_name){.key = key, .composed = composed, .name = name};
}

/* For qsort: those of one key in the folder's order. */
static int compare_names(const void *left, const void *right)
{
    const struct keyed_name *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    return order != 0 ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

/* ---- lists */

/* A folder that cannot be listed has no names. */
static void list(struct folder *folder, const char *path, const struct inputs *asker)
{
    struct arena *arena = &folder->arena;
    const char *reason;
    folder->inputs = inputs_open_like(asker);
    if (inputs_list(folder->inputs, path, arena, &folder->names, &reason) != STATUS_OK)
        return;
    while (folder->names[folder->count])
        folder->count++;
    folder->sorted = ARENA_ARRAY(arena, folder->count, struct keyed_name);
    folder->near = ARENA_ARRAY(arena, folder->count, const char *);
    for (size_t i = 0; i < folder->count; i++) {
        folder->sorted[i] = key_of(arena, folder->names[i]);
        folder->sorted[i].rank = i;
    }
    if (folder->count > 1)
        qsort(folder->sorted, folder->count, sizeof *folder->sorted, compare_names);
    for (size_t i = 0; i < folder->count; i++)
        folder->near[i] = folder->sorted[i].name;
}

static const struct folder *list_once(struct names *names, const char *path, struct inputs *inputs)
{
    struct folder *folder = once_hold(&names->folders, path, sizeof *folder);
    if (!folder->once.made)
        list(folder, path, inputs);
    once_release(folder);
    inputs_note_all(inputs, folder->inputs);
    return folder;
}

/* ---- what is near */

/* Where the first name stands whose key is not before this one. */
static size_t first_from(const struct folder *folder, const char *key)
{
    size_t low = 0, high = folder->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(folder->sorted[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const char *names_nearest(struct names *names, struct inputs *inputs, struct arena *arena,
                          const char *path, const char *name)
{
    const struct folder *folder = list_once(names, path, inputs);
    struct keyed_name meant = key_of(arena, name);
    size_t first = first_from(folder, meant.key);
    for (size_t i = first; i < folder->count && strcmp(folder->sorted[i].key, meant.key) == 0; i++)
        if (strcmp(folder->sorted[i].composed, meant.composed) == 0)
            return folder->sorted[i].name;
    if (first < folder->count && strcmp(folder->sorted[first].key, meant.key) == 0)
        return folder->sorted[first].name;
    if (folder->count <= NEAR_MOST)
        return suggest_nearest(name, folder->names, folder->count);
    size_t start = first > NEAR_MOST / 2 ? first - NEAR_MOST / 2 : 0;
    start = start < folder->count - NEAR_MOST ? start : folder->count - NEAR_MOST;
    return suggest_nearest(name, folder->near + start, NEAR_MOST);
}
