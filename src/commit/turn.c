#include "commit/turn.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "commit/folder.h"

/* Another build holds its turn for as long as its files take to the disk. */
#define WAIT_STEP_MS 5
#define WAIT_STEPS   6000

#define JOURNAL_LIMIT (16u << 20)

static const char wait_hint[] =
    "wait for the other build to end, or build into another folder; if none "
    "is running, remove the hidden file .leafset-turn there";

enum attempt { TAKEN, BUSY, AGAIN, REFUSED, FOREIGN };

/* The file may have been removed, or another one made, before it was locked. */
static bool has_its_name(const struct turn *turn, const struct stat *info)
{
    struct stat named;
    return lstat(turn->path, &named) == 0 && named.st_dev == info->st_dev &&
           named.st_ino == info->st_ino;
}

/* Where everybody may write but nobody replace what is another's, what another left there is not
 * to be carried out with our rights. */
static bool is_trusted(const char *folder, const struct stat *info)
{
    struct stat around;
    if (!S_ISREG(info->st_mode))
        return false;
    if (info->st_uid == geteuid())
        return true;
    return stat(folder, &around) == 0 && !(around.st_mode & S_ISVTX);
}

/* Where the file system has no locks, making the file is the lock, and one that is there is taken
 * for a living build's. */
static enum attempt lock(struct turn *turn, const char *folder)
{
    struct stat info;
    bool locked = flock(turn->descriptor, LOCK_EX | LOCK_NB) == 0;
    if (!locked && (turn->found || errno == EWOULDBLOCK))
        return BUSY;
    if (fstat(turn->descriptor, &info) != 0)
        return REFUSED;
    if (!has_its_name(turn, &info))
        return AGAIN;
    return is_trusted(folder, &info) ? TAKEN : FOREIGN;
}

static int open_there(const char *path)
{
    int flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    int descriptor = open(path, O_RDWR | flags); /* NFS locks only what may be written */
    return descriptor < 0 && errno == EACCES ? open(path, O_RDONLY | flags) : descriptor;
}

static enum attempt try_to_take(struct turn *turn, const char *folder)
{
    turn->descriptor = open(turn->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    turn->found = turn->descriptor < 0 && errno == EEXIST;
    if (turn->found)
        turn->descriptor = open_there(turn->path);
    if (turn->descriptor < 0)
        return turn->found && errno == ENOENT ? AGAIN : REFUSED;
    enum attempt attempt = lock(turn, folder);
    int error = errno;
    if (attempt != TAKEN) {
        if (attempt == REFUSED && !turn->found)
            unlink(turn->path);
        close(turn->descriptor);
    }
    errno = error;
    return attempt;
}

static enum attempt wait_and_take(struct turn *turn, const char *folder)
{
    const struct timespec step = {0, WAIT_STEP_MS * 1000000L};
    enum attempt attempt = AGAIN;
    for (int i = 0; i < WAIT_STEPS; i++) {
        attempt = try_to_take(turn, folder);
        if (attempt == BUSY)
            nanosleep(&step, NULL);
        else if (attempt != AGAIN)
            break;
    }
    return attempt;
}

static bool fail(const char *folder, const char *reason, const char *how,
                 struct commit_failure *failure)
{
    *failure = (struct commit_failure){folder, reason, how};
    return false;
}

bool turn_take(struct turn *turn, const char *folder, struct arena *arena,
               struct commit_failure *failure)
{
    *turn = (struct turn){.journal = SLICE_EMPTY};
    turn->path = arena_format(arena, "%s/" FOLDER_TURN, folder);
    switch (wait_and_take(turn, folder)) {
    case TAKEN: break;
    case REFUSED: return fail(folder, strerror(errno), NULL, failure);
    case FOREIGN:
        return fail(folder, "another user's build was stopped in this folder",
                    "that user's next build into it puts it right", failure);
    case AGAIN:
    case BUSY: return fail(folder, "another build is writing into this folder", wait_hint, failure);
    }
    const char *reason;
    if (!turn->found || file_read_descriptor(turn->descriptor, JOURNAL_LIMIT, arena, &turn->journal,
                                             &reason) == STATUS_OK)
        return true;
    turn_end(turn);
    return fail(folder, reason, NULL, failure);
}

bool turn_write(const struct turn *turn, struct slice journal, bool sync)
{
    return file_write_descriptor(turn->descriptor, journal.ptr, journal.len) &&
           (!sync || fsync(turn->descriptor) == 0);
}

void turn_remove(const struct turn *turn)
{
    unlink(turn->path);
}

void turn_end(struct turn *turn)
{
    close(turn->descriptor);
    turn->descriptor = -1;
}
