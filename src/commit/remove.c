#include "commit/remove.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/leave.h"
#include "commit/folder.h"
#include "commit/recover.h"

static bool remove_all(const struct remove_file *files, size_t count,
                       struct commit_failure *failure)
{
    for (size_t i = 0; i < count; i++) {
        if (!file_stamp_equal(files[i].stamp, file_stamp(files[i].path)) ||
            unlink(files[i].path) == 0 || errno == ENOENT)
            continue;
        *failure = (struct commit_failure){files[i].path, strerror(errno), NULL};
        return false;
    }
    return true;
}

bool remove_files(const char *folder, const struct remove_file *files, size_t count, bool sync,
                  const char *above, struct arena *arena, struct commit_failure *failure)
{
    struct turn turn;
    const char *reason;
    if (file_kind_of(folder, arena, &reason) == FILE_MISSING)
        return true;
    leave_hold(); /* as in commit_run */
    bool done = recover_and_take(&turn, folder, sync, arena, failure);
    if (done) {
        done = remove_all(files, count, failure);
        turn_remove(&turn);
        if (sync)
            folder_sync(folder);
        turn_end(&turn);
        file_remove_empty(folder, above);
    }
    leave_release();
    return done;
}
