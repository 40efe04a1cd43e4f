#include "read/passes/nearest.h"

#include <string.h>

#include "base/inputs.h"
#include "read/passes/names.h"

/* The name in the folder that is meant; NULL: none. */
static const char *find_name(struct doc *doc, const char *path, const char *name)
{
    struct arena *arena = &doc->arena;
    const char *reason;
    if (!inputs_are_inside(doc->inputs, path))
        return NULL;
    if (inputs_kind(doc->inputs, file_join(arena, path, name), &reason) != FILE_MISSING)
        return name;
    return names_nearest(doc->names, doc->inputs, arena, path, name);
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
