/* Whether an output's name can be given to a new file, asked before any work is done for it. Used
 * by commit/ and build/. */
#pragma once

#include <stdbool.h>

#include "commit/failure.h"

/* path lies in folder. False after filling *failure: the name is too long, the folder takes no
 * files, a folder or a mount is in the way, or the file there may not be replaced. A folder that is
 * missing is made later. */
bool replace_is_possible(const char *folder, const char *path, struct commit_failure *failure);
