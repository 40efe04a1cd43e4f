#include "read/passes/nearest.h"

#include <stdlib.h>
#include <string.h>

#include "base/inputs.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "text/text.h"

bool read_is_same_composed(struct arena *arena, const char *a, const char *b)
{
    struct slice one = slice_from(a), other = slice_from(b);
    if (slice_equal(one, other))
        return true;
    return utf8_check(one) == one.len && utf8_check(other) == other.len &&
           slice_equal(text_normalise(one, arena), text_normalise(other, arena));
}

/* A name and its composed form, by which a folder's names are sorted. */
struct composed_name {
    const char *composed, *name;
};

/* A folder's names, listed once; kept in the document (doc->folders). */
struct folder {
    const char *const *names; /* up to count */
    size_t count;
    struct composed_name *sorted;
};

static const char *compose(struct arena *arena, const char *name)
{
    struct slice text = slice_from(name);
    bool good = utf8_check(text) == text.len;
    return good ? arena_string(arena, text_normalise(text, arena)) : name;
}

/* For qsort: of names that differ in composition alone, the first in the folder's order. */
static int compare_names(const void *left, const void *right)
{
    const struct composed_name *a = left, *b = right;
    int order = strcmp(a->composed, b->composed);
    return order != 0 ? order : strcmp(a->name, b->name);
}

/* The names of a folder, which are none where it cannot be listed. */
static const struct folder *list_folder(struct doc *doc, const char *path)
{
    struct arena *arena = &doc->arena;
    const char *reason, **names;
    struct folder *folder = map_get(&doc->folders, slice_from(path));
    if (folder)
        return folder;
    folder = ARENA_NEW(arena, struct folder);
    map_put(&doc->folders, slice_from(arena_string(arena, slice_from(path))), folder);
    if (inputs_list(doc->inputs, path, arena, &names, &reason) != STATUS_OK)
        return folder;
    folder->names = names;
    while (names[folder->count])
        folder->count++;
    folder->sorted = ARENA_ARRAY(arena, folder->count, struct composed_name);
    for (size_t i = 0; i < folder->count; i++)
        folder->sorted[i] = (struct composed_name){compose(arena, names[i]), names[i]};
    if (folder->count > 1)
        qsort(folder->sorted, folder->count, sizeof *folder->sorted, compare_names);
    return folder;
}

/* The name that differs in composition alone; NULL: none does. */
static const char *find_composed(const struct folder *folder, const char *composed)
{
    size_t low = 0, high = folder->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(folder->sorted[middle].composed, composed) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool same = low < folder->count && strcmp(folder->sorted[low].composed, composed) == 0;
    return same ? folder->sorted[low].name : NULL;
}

/* The name in the folder that is meant; NULL: none. */
static const char *find_name(struct doc *doc, const char *path, const char *name)
{
    struct arena *arena = &doc->arena;
    const char *reason;
    if (!inputs_are_inside(doc->inputs, path))
        return NULL;
    if (inputs_kind(doc->inputs, file_join(arena, path, name), &reason) != FILE_MISSING)
        return name;
    const struct folder *folder = list_folder(doc, path);
    const char *same = find_composed(folder, compose(arena, name));
    if (same)
        return same;
    for (size_t i = 0; i < folder->count; i++)
        if (slice_equal_nocase(slice_from(folder->names[i]), slice_from(name)))
            return folder->names[i];
    return suggest_nearest(name, folder->names, folder->count);
}

const char *read_nearest_path(struct doc *doc, const char *folder, const char *path)
{
    struct arena *arena = &doc->arena;
    struct buf meant = {0};
    const char *at = folder;
    for (const char *part = path; at && *part;) {
        size_t len = strcspn(part, "/");
        const char *name = arena_string(arena, (struct slice){part, len});
        bool step = len == 0 || strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
        if (!step)
            name = find_name(doc, at, name);
        at = name ? file_fold(arena, file_join(arena, at, name)) : NULL;
        buf_put_string(&meant, name ? name : "");
        part += len;
        if (*part == '/')
            buf_put_char(&meant, *part++);
    }
    const char *found = buf_keep(&meant, arena).ptr;
    return at && strcmp(found, path) != 0 ? found : NULL;
}

const char *read_nearest_hint(struct doc *doc, const char *folder, const char *path)
{
    struct arena *arena = &doc->arena;
    const char *found = read_nearest_path(doc, folder, path);
    if (!found)
        return NULL;
    if (slice_equal_nocase(slice_from(found), slice_from(path)))
        return arena_format(
            arena, "write '%s': capital and small letters must be those of the file", found);
    return arena_format(arena, "did you mean '%s'?", found);
}
