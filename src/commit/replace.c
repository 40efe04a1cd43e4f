#include "commit/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static bool no(struct commit_failure *failure, const char *reason, const char *hint)
{
    failure->reason = reason;
    failure->hint = hint;
    return false;
}

static bool no_error(struct commit_failure *failure)
{
    if (errno == ENAMETOOLONG)
        return no(failure, "the name is too long for the disk",
                  "give the source a shorter name: letters beyond a-z count two to four times");
    return no(failure, strerror(errno), NULL);
}

/* What keeps even its owner from it. */
static bool is_unlocked(const struct statx *info, struct commit_failure *failure)
{
    if (info->stx_attributes & (STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND))
        return no(failure, "it is locked against changes", "unlock it with: chattr -ia");
    return true;
}

/* unlink(2), EPERM: in a folder with the sticky bit only the owner of a file, or the folder's, may
 * replace it. */
static bool is_ours(const struct statx *around, const struct statx *info,
                    struct commit_failure *failure)
{
    uid_t user = geteuid();
    if (!(around->stx_mode & S_ISVTX) || user == 0 || user == info->stx_uid ||
        user == around->stx_uid)
        return true;
    return no(failure, "it belongs to another user, who alone may replace it in this folder",
              "build into a folder of your own, or have the file removed");
}

static bool look(const char *path, int flags, struct statx *info)
{
    return statx(AT_FDCWD, path, flags, STATX_TYPE | STATX_MODE | STATX_UID, info) == 0;
}

static bool look_at_file(const char *path, const struct statx *around,
                         struct commit_failure *failure)
{
    struct statx info;
    if (!look(path, AT_SYMLINK_NOFOLLOW, &info))
        return errno == ENOENT || no_error(failure);
    if (S_ISDIR(info.stx_mode))
        return no(failure, "a folder has this name", "rename the folder or the source");
    if (info.stx_attributes & STATX_ATTR_MOUNT_ROOT)
        return no(failure, "it is mounted from another place",
                  "build into another folder, or unmount it");
    return is_unlocked(&info, failure) && is_ours(around, &info, failure);
}

bool replace_is_possible(const char *folder, const char *path, struct commit_failure *failure)
{
    struct statx around;
    *failure = (struct commit_failure){.path = path};
    if (!look(folder, 0, &around)) {
        bool missing = errno == ENOENT;
        if (missing && strlen(file_name(path)) > NAME_MAX)
            errno = ENAMETOOLONG;
        return errno == ENOENT || no_error(failure);
    }
    failure->path = folder;
    if (access(folder, W_OK | X_OK) != 0)
        return no_error(failure);
    if (!is_unlocked(&around, failure))
        return false;
    failure->path = path;
    return look_at_file(path, &around, failure);
}
