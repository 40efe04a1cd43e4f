/* Giving the files of one set their names, one after another, so that every step can be taken back:
 * what a name held before is kept aside under a hidden name. Called in the folder's turn. Used
 * within commit/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"
#include "commit/failure.h"
#include "commit/replace.h"

struct place {
    const char *stem;   /* what its hidden names begin with */
    const char *path;   /* the name it is to have */
    const char *hidden; /* the name it has, in the same folder */
    const char *aside;  /* for what has that name */
    bool written;       /* by this process: the next three are known */
    struct slice bytes;
    dev_t device;
    ino_t inode;
    bool kept;    /* something is kept aside */
    bool placed;  /* it has its name */
    bool foreign; /* but another program was quicker: what has the name now is not ours */
};

/* The file that is to be called path is called stem and an ending of commit/folder.h in the folder.
 * All three are borrowed. */
void place_name(struct place *place, const char *folder, const char *stem, const char *path,
                struct arena *arena);

/* Places all that are not placed in the folder. Files that this process wrote are looked at again:
 * each name must lead to what was written. False after filling *failure: something is left to be
 * put back. */
bool place_all(struct place *places, size_t count, const struct replace_folder *folder,
               struct commit_failure *failure);
/* Makes everything as it was before place_all: old files have their names, new ones their hidden
 * names. False: that failed. */
bool place_back(struct place *places, size_t count);

/* Removes what is kept aside, and what has hidden names still. */
void place_clean(const struct place *places, size_t count);
