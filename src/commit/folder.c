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

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* The entry of a folder that was made stands in the one around it. */
bool folder_make(const char *folder, bool sync, struct arena *arena, const char **reason)
{
    const char *there = folder;
    while (!is_folder(there) && strcmp(there, file_folder(arena, there)) != 0)
        there = file_folder(arena, there);
    if (strcmp(there, folder) != 0 && file_make_folders(folder, reason) != STATUS_OK)
        return false;
    while (sync && strcmp(folder, there) != 0) {
        folder = file_folder(arena, folder);
        if (folder_sync(folder))
            continue;
        *reason = strerror(errno);
        return false;
    }
    return true;
}
