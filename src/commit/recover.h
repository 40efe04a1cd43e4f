/* Putting right what a build that died left in a folder. Used by commit/ and build/. */
#pragma once

#include "commit/turn.h"

/* As turn_take, after the journals of the dead are carried out: the turn is this process's own. */
bool recover_and_take(struct turn *turn, const char *folder, bool sync, struct arena *arena,
                      struct commit_failure *failure);

/* The same where there is anything to put right, and removes the hidden files of the dead. A folder
 * that is missing is in order. False after filling *failure. */
bool recover_folder(const char *folder, bool sync, struct arena *arena,
                    struct commit_failure *failure);
