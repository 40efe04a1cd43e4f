/* Asks git, as a child process: before the sandbox closes, since no program can be started later.
 * Used by build/. */
#pragma once

#include "report/changes.h"

/* What has changed in the files as they are since they parted from the commit that ref names (as
 * `git diff REF...` has it: what others have changed there since does not count), in the repository
 * of the working folder. git runs without a pager, other programs for diffs, hooks and what else
 * configuration or environment could bring, and takes no lock. False: *reason, in the arena, says
 * why that cannot be told, *hint (it may be NULL) what helps. */
bool git_changes(const char *ref, struct changes *out, struct arena *arena, const char **reason,
                 const char **hint);
