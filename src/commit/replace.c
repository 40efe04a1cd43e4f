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
static bool is_ours(const struct replace_folder *folder, const struct statx *info,
                    struct commit_failure *failure)
{
    if (!(folder->mode & S_ISVTX))
        return true;
    uid_t user = geteuid();
    if (user == 0 || user == info->stx_uid || user == folder->owner)
        return true;
    return no(failure, "it belongs to another user, who alone may replace it in this folder",
              "build into a folder of your own, or have the file removed");
}

static bool look(const char *path, int flags, struct statx *info)
{
    return statx(AT_FDCWD, path, flags, STATX_TYPE | STATX_MODE | STATX_UID, info) == 0;
}

bool replace_look_at(const char *folder, struct replace_folder *out, struct commit_failure *failure)
{
    struct statx info;
    *out = (struct replace_folder){.path = folder};
    *failure = (struct commit_failure){.path = folder};
    if (!look(folder, 0, &info)) {
        out->missing = errno == ENOENT;
        return out->missing || no_error(failure);
    }
    out->mode = info.stx_mode;
    out->owner = info.stx_uid;
    if (access(folder, W_OK | X_OK) != 0)
        return no_error(failure);
    return is_unlocked(&info, failure);
}

/* In a folder that is missing no other name can be wrong. */
static bool is_short(const char *path, struct commit_failure *failure)
{
    if (strlen(file_name(path)) <= NAME_MAX)
        return true;
    errno = ENAMETOOLONG;
    return no_error(failure);
}

bool replace_is_possible(const struct replace_folder *folder, const char *path,
                         struct commit_failure *failure)
{
    struct statx info;
    *failure = (struct commit_failure){.path = path};
    if (folder->missing)
        return is_short(path, failure);
    if (!look(path, AT_SYMLINK_NOFOLLOW, &info))
        return errno == ENOENT || no_error(failure);
    if (S_ISDIR(info.stx_mode))
        return no(failure, "a folder has this name", "rename the folder or the source");
    if (info.stx_attributes & STATX_ATTR_MOUNT_ROOT)
        return no(failure, "it is mounted from another place",
                  "build into another folder, or unmount it");
    return is_unlocked(&info, failure) && is_ours(folder, &info, failure);
}
