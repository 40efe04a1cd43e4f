#include "base/memory_files.h"

#include <errno.h>
#include <string.h>

#include "base/mem.h"

/* What of the file's path lies below the folder (folded), or NULL. */
static const char *below(const char *path, const char *folder)
{
    size_t len = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
    return strncmp(path, folder, len) == 0 && path[len] == '/' ? path + len + 1 : NULL;
}

/* What a path is to one of the files. */
static enum file_kind kind_beside(const struct memory_file *file, const char *path)
{
    bool same = strcmp(file->path, path) == 0;
    if (file->trouble && (same || below(path, file->path)))
        return FILE_UNREADABLE;
    return same ? FILE_REGULAR : below(file->path, path) ? FILE_FOLDER : FILE_MISSING;
}

/* The file of that name or, where it names a folder, any file below it, or what is unreadable there
 * or above; NULL: nothing is there. */
static const struct memory_file *find(const struct memory_files *files, const char *path,
                                      enum file_kind *kind)
{
    struct arena arena = {0};
    const char *folded = file_fold(&arena, path);
    const struct memory_file *found = NULL;
    *kind = FILE_MISSING;
    for (size_t i = 0; i < files->count && !found; i++) {
        *kind = kind_beside(&files->items[i], folded);
        if (*kind != FILE_MISSING)
            found = &files->items[i];
    }
    arena_free(&arena);
    return found;
}

enum status memory_read(const struct memory_files *files, const char *path, size_t limit,
                        struct slice *bytes, const char **reason)
{
    enum file_kind kind;
    const struct memory_file *file = find(files, path, &kind);
    *bytes = SLICE_EMPTY;
    if (kind != FILE_REGULAR) {
        *reason = kind == FILE_FOLDER       ? "it is a folder"
                  : kind == FILE_UNREADABLE ? file->trouble
                                            : strerror(ENOENT);
        return STATUS_ENVIRONMENT;
    }
    if (file->bytes.len > limit) {
        *reason = "it is too large";
        return STATUS_CONTENT;
    }
    *bytes = file->bytes;
    return STATUS_OK;
}

enum file_kind memory_kind(const struct memory_files *files, const char *path, const char **reason)
{
    enum file_kind kind;
    const struct memory_file *file = find(files, path, &kind);
    if (kind == FILE_UNREADABLE)
        *reason = file->trouble;
    return kind;
}

static bool is_listed(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

enum status memory_list(const struct memory_files *files, const char *folder, struct arena *arena,
                        const char ***names, const char **reason)
{
    const char *trouble = NULL;
    enum file_kind kind = memory_kind(files, folder, &trouble);
    const char *folded = file_fold(arena, folder);
    size_t count = 0;
    if (kind != FILE_FOLDER) {
        *reason = trouble ? trouble : strerror(kind == FILE_MISSING ? ENOENT : ENOTDIR);
        return STATUS_ENVIRONMENT;
    }
    *names = ARENA_ARRAY(arena, files->count + 1, const char *);
    for (size_t i = 0; i < files->count; i++) {
        const char *rest = below(files->items[i].path, folded);
        const char *name =
            rest ? arena_string(arena, (struct slice){rest, strcspn(rest, "/")}) : NULL;
        if (name && !is_listed(*names, count, name))
            (*names)[count++] = name;
    }
    file_sort_names(*names, count);
    return STATUS_OK;
}

char *memory_real(const struct memory_files *files, struct arena *arena, const char *path,
                  const char **reason)
{
    const char *trouble = NULL;
    enum file_kind kind = memory_kind(files, path, &trouble);
    if (reason)
        *reason = trouble;
    return kind == FILE_MISSING || trouble ? NULL : file_fold(arena, path);
}
