#include "commit/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

#define DIGITS     "0123456789abcdef"
#define NUMBER_LEN 16u

bool folder_random(unsigned long long *number)
{
    return getrandom(number, sizeof *number, 0) == (ssize_t)sizeof *number;
}

const char *folder_stem(struct arena *arena, unsigned long long number, size_t index)
{
    return arena_format(arena, FOLDER_HIDDEN "%016llx-%zu", number, index);
}

/* What stands behind the stem, or NULL. */
static const char *behind_stem(const char *name)
{
    size_t len = strlen(FOLDER_HIDDEN);
    if (strncmp(name, FOLDER_HIDDEN, len) != 0)
        return NULL;
    name += len;
    if (strspn(name, DIGITS) != NUMBER_LEN || name[NUMBER_LEN] != '-')
        return NULL;
    name += NUMBER_LEN + 1;
    len = strspn(name, "0123456789");
    return len > 0 ? name + len : NULL;
}

bool folder_is_stem(const char *name)
{
    const char *rest = behind_stem(name);
    return rest && !*rest;
}

bool folder_is_hidden_file(const char *name)
{
    const char *rest = behind_stem(name);
    return rest && (strcmp(rest, FOLDER_NEW) == 0 || strcmp(rest, FOLDER_OLD) == 0);
}

bool folder_sync(const char *folder)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == EACCES; /* may be written but not read */
    bool done = fsync(descriptor) == 0 || errno == EINVAL;
    int error = errno;
    close(descriptor);
    errno = error;
    return done;
}

/* A folder's own entry stands in the one around it. */
bool folder_make(const char *folder, bool sync, struct arena *arena, const char **reason)
{
    const char *around = folder;
    struct stat info;
    if (stat(folder, &info) == 0 && S_ISDIR(info.st_mode))
        return true;
    if (file_make_folders(folder, reason) != STATUS_OK)
        return false;
    while (sync && strcmp(around, ".") != 0 && strcmp(around, "/") != 0) {
        around = file_folder(arena, around);
        if (folder_sync(around))
            continue;
        *reason = strerror(errno);
        return false;
    }
    return true;
}
