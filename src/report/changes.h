/* Which lines of which files have changed, as git tells it. Paths are those of the repository, from
 * its top. Used by report/ only but for changes_touch and changes_free. */
#pragma once

#include "base/arena.h"
#include "base/hash.h"

/* Zero-initialise. */
struct changes {
    struct arena arena;
    const char *top; /* real folder, set by whoever asks git */
    struct map tracked, changed;
};

/* What `git ls-files -z` says. */
void changes_add_tracked(struct changes *changes, struct slice names);
/* What `git diff -U0` with the prefixes a/ and b/ says. */
void changes_add_diff(struct changes *changes, struct slice diff);

/* True where one of the lines first to last (0: any line) of the file (its real path) is new or
 * changed, or the file is not git's. */
bool changes_touch(const struct changes *changes, const char *path, uint32_t first, uint32_t last);

void changes_free(struct changes *changes);
