/* One build at a time in a folder: whoever holds the folder's turn alone makes, renames and removes
 * files in it. The turn is a hidden file of a fixed name, locked by flock(2), which tells the
 * living from the dead in whatever container they are, and which holds the holder's journal. Used
 * within commit/ only. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"
#include "base/slice.h"
#include "commit/failure.h"

struct turn {
    char *path;
    int descriptor;
    bool found;           /* it was there, and who made it has died … */
    struct slice journal; /* … leaving this, or nothing */
};

/* Waits until no other build holds the folder's turn, half a minute at most. The arena is for the
 * path and a journal that is found. False after filling *failure, whose path is the folder. */
bool turn_take(struct turn *turn, const char *folder, struct arena *arena,
               struct commit_failure *failure);
/* Writes the journal, once, and where sync has it on the disk. False: it failed (errno tells). Not
 * for a turn that was found. */
bool turn_write(const struct turn *turn, struct slice journal, bool sync);
/* Takes the journal away: nothing of what it says is to be done any more. Call turn_end then. */
void turn_remove(const struct turn *turn);
/* Lets others in. A journal that is still there is theirs to carry out. */
void turn_end(struct turn *turn);
