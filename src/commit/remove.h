/* Removing files that a build made once. Used by build/. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/file.h"
#include "commit/failure.h"

struct remove_file {
    const char *path;        /* in the folder */
    struct file_stamp stamp; /* one that is not as this says is somebody else's, and stays */
};

/* Removes the files in the folder's turn; a folder that is empty then goes too, with those around
 * it below `above`. A folder that is missing is in order. False after filling *failure. */
bool remove_files(const char *folder, const struct remove_file *files, size_t count, bool sync,
                  const char *above, struct arena *arena, struct commit_failure *failure);
