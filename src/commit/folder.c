#include "commit/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

#define ENTER_STEP_MS 1
#define ENTER_STEPS   100

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

static bool leads_to(const char *path, int descriptor)
{
    struct stat named, open;
    return stat(path, &named) == 0 && fstat(descriptor, &open) == 0 &&
           named.st_dev == open.st_dev && named.st_ino == open.st_ino;
}

/* Who removes the folder has it for himself for a moment; a lock that lasts is another program's,
 * and not waited for. */
static void share(int descriptor)
{
    const struct timespec step = {0, ENTER_STEP_MS * 1000000L};
    for (int i = 0; i < ENTER_STEPS; i++) {
        if (flock(descriptor, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK)
            return;
        nanosleep(&step, NULL);
    }
}

bool folder_enter(const char *folder, bool sync, struct arena *arena, int *descriptor,
                  const char **reason)
{
    for (int i = 0; i < ENTER_STEPS; i++) {
        *descriptor = -1;
        if (!folder_make(folder, sync, arena, reason))
            return false;
        *descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (*descriptor < 0 && errno == ENOENT)
            continue;
        if (*descriptor < 0)
            return true;
        share(*descriptor);
        if (leads_to(folder, *descriptor))
            return true;
        close(*descriptor);
    }
    *descriptor = -1;
    return true;
}

void folder_leave(const char *folder, const char *above, int descriptor)
{
    if (descriptor < 0)
        return;
    if (above && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        file_remove_empty(folder, above);
    close(descriptor);
}
