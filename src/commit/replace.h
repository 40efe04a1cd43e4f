/* Whether an output's name can be given to a new file, asked before any work is done for it. Used
 * by commit/ and build/. */
#pragma once

#include <stdbool.h>

#include "commit/failure.h"

/* What was seen of a folder: good for all names in it. */
struct replace_folder {
    const char *path; /* borrowed */
    bool missing;     /* it is made later */
    unsigned mode, owner;
};

/* False after filling *failure: the folder takes no files. */
bool replace_look_at(const char *folder, struct replace_folder *out,
                     struct commit_failure *failure);

/* path lies in the folder. False after filling *failure: the name is too long, a folder or a mount
 * is in the way, or the file there may not be replaced. */
bool replace_is_possible(const struct replace_folder *folder, const char *path,
                         struct commit_failure *failure);
