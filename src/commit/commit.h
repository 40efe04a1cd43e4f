/* The one way in which outputs reach the file system. The files of a set (one leaflet's) get their
 * names together or not at all, whatever fails: an error, kill -9, or the machine's power.
 *
 * In the folder's turn (commit/turn.h) every file is written under a hidden name; the journal then
 * says what is to be renamed; then it is renamed; then the journal goes. So in a folder that has no
 * journal all sets are whole, and one that has a dead build's is put right by the next build that
 * comes (commit/recover.h). With sync, each of these steps is on the disk before the next one
 * begins. Used by build/. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/slice.h"
#include "commit/failure.h"

struct commit_file {
    const char *path; /* in the folder */
    struct slice bytes;
    bool keeps; /* the mode and, where that may be, the owner of the file that is there now */
    struct file_stamp
        *stamp; /* filled by commit_run with that of the file that was made; or NULL */
};

struct commit_set {
    const struct commit_file *files;
    size_t count;
    bool failed;                   /* filled by commit_run … */
    struct commit_failure failure; /* … with the reason */
};

/* Commits the sets, each for itself; the folder is made where it is missing. Without sync nothing
 * is waited for. The arena is for all that is needed on the way, and holds the failures' texts. */
void commit_run(const char *folder, struct commit_set *sets, size_t count, bool sync,
                struct arena *arena);
