/* The hidden names that a commit uses in a folder, and the folder's own entry on the disk. Used
 * by commit/ and build/. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What all of them begin with. */
#define FOLDER_HIDDEN ".leafset-"
#define FOLDER_TURN   FOLDER_HIDDEN "turn"
#define FOLDER_NEW    ".new"
#define FOLDER_OLD    ".old"

/* A random number that nobody else has, for folder_stem. False: the system has none (errno). */
bool folder_random(unsigned long long *number);
/* What the hidden names of file number `index` begin with. */
const char *folder_stem(struct arena *arena, unsigned long long number, size_t index);
/* True for what folder_stem writes, and for that with one of the two endings. */
bool folder_is_stem(const char *name);
bool folder_is_hidden_file(const char *name);

/* mkdir -p; with sync what was made is on the disk. False: it failed. */
bool folder_make(const char *folder, bool sync, struct arena *arena, const char **reason);
/* The same for the folder of a build, which no other build removes until folder_leave. *descriptor
 * is for that (-1: it cannot be held). */
bool folder_enter(const char *folder, bool sync, struct arena *arena, int *descriptor,
                  const char **reason);
/* Removes the folder and those around it, below `above`, as far as they are empty and no other
 * build is in it; NULL: nothing is removed. */
void folder_leave(const char *folder, const char *above, int descriptor);
/* Has the folder's entries on the disk; true also where the file system knows nothing of the kind.
 * False: it failed (errno). */
bool folder_sync(const char *folder);
