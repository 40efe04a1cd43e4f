#include "read/passes/nearest.h"

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

/* The name in the folder that is meant; NULL: none. */
static const char *find_name(struct doc *doc, const char *folder, const char *name)
{
    struct arena *arena = &doc->arena;
    const char *reason, **names;
    size_t count = 0;
    if (!inputs_are_inside(doc->inputs, folder))
        return NULL;
    if (inputs_kind(doc->inputs, file_join(arena, folder, name), &reason) != FILE_MISSING)
        return name;
    if (inputs_list(doc->inputs, folder, arena, &names, &reason) != STATUS_OK)
        return NULL;
    for (size_t i = 0; names[i]; i++)
        if (read_is_same_composed(arena, names[i], name))
            return names[i];
    for (; names[count]; count++)
        if (slice_equal_nocase(slice_from(names[count]), slice_from(name)))
            return names[count];
    return suggest_nearest(name, names, count);
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
