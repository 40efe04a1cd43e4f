#include "commit/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commit/folder.h"

void place_name(struct place *place, const char *folder, const char *stem, const char *path,
                struct arena *arena)
{
    *place = (struct place){
        .stem = stem,
        .path = path,
        .hidden = arena_format(arena, "%s/%s" FOLDER_NEW, folder, stem),
        .aside = arena_format(arena, "%s/%s" FOLDER_OLD, folder, stem),
    };
}

/* A second name leaves no moment without a file. Some file systems have none, and nobody may give
 * one to another user's file: there the file is moved. */
static bool keep_aside(struct place *place)
{
    if (link(place->path, place->aside) == 0 ||
        (errno != ENOENT && rename(place->path, place->aside) == 0))
        place->kept = true;
    return place->kept || errno == ENOENT;
}

static bool has_bytes(int descriptor, struct slice bytes)
{
    char block[4096];
    ssize_t got;
    while ((got = read(descriptor, block, sizeof block)) > 0) {
        if ((size_t)got > bytes.len || memcmp(block, bytes.ptr, (size_t)got) != 0)
            return false;
        bytes = slice_from_position(bytes, (size_t)got);
    }
    return got == 0 && bytes.len == 0;
}

static bool can_be_read_again(const struct place *place)
{
    int descriptor = open(place->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    bool same = descriptor >= 0 && has_bytes(descriptor, place->bytes);
    if (descriptor >= 0)
        close(descriptor);
    return same;
}

/* Some file systems number a file anew when it is looked up again: there its bytes tell. */
static bool is_what_was_written(struct place *place, const char **reason)
{
    struct stat info;
    if (!place->written)
        return true;
    if (lstat(place->path, &info) != 0) {
        *reason = strerror(errno);
        return false;
    }
    if ((info.st_dev == place->device && info.st_ino == place->inode &&
         info.st_size == (off_t)place->bytes.len) ||
        can_be_read_again(place))
        return true;
    *reason = "another program changed it in the same moment";
    place->foreign = true;
    return false;
}

static bool put(struct place *place, const struct replace_folder *folder,
                struct commit_failure *failure)
{
    if (!replace_is_possible(folder, place->path, failure))
        return false;
    if (keep_aside(place) && rename(place->hidden, place->path) == 0)
        place->placed = true;
    else
        failure->reason = strerror(errno);
    return place->placed && is_what_was_written(place, &failure->reason);
}

bool place_all(struct place *places, size_t count, const struct replace_folder *folder,
               struct commit_failure *failure)
{
    for (size_t i = 0; i < count; i++)
        if (!places[i].placed && !put(&places[i], folder, failure))
            return false;
    return true;
}

/* A rename to another name of the same file does nothing (POSIX): then the second name goes. */
static bool take_back(struct place *place)
{
    if (place->foreign)
        return true;
    if (place->placed && rename(place->path, place->hidden) != 0)
        return false;
    place->placed = false;
    if (place->kept && rename(place->aside, place->path) != 0)
        return false;
    if (place->kept)
        unlink(place->aside);
    place->kept = false;
    return true;
}

bool place_back(struct place *places, size_t count)
{
    bool done = true;
    for (size_t i = count; i > 0; i--)
        done = take_back(&places[i - 1]) && done;
    return done;
}

void place_clean(const struct place *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (places[i].kept)
            unlink(places[i].aside);
        if (!places[i].placed)
            unlink(places[i].hidden);
    }
}
