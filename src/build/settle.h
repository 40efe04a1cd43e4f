/* When a change on the disk is whole, so that it can be built: editors save by writing in place, by
 * emptying and writing, or beside and with a rename; some take the old file away first. Pure: the
 * caller says what time it is, in milliseconds. Only build/. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"

enum settle_change {
    SETTLE_BEGUN, /* a file is being written, or it is gone and another may take its place */
    SETTLE_WHOLE, /* it was closed, or has its name */
    SETTLE_OTHER, /* its rights or its time, or a folder */
};

/* Zero-initialise. */
struct settle {
    struct arena arena;
    struct map open; /* names of the files that are begun, to whether they still are */
    size_t begun;
    bool changed;
    int64_t first, last; /* when the first and the last change came */
};

/* What is whole may be followed by more of one command (a save of all files, a checkout); what is
 * begun is waited for as long as something happens; but whatever happens, nobody waits longer. */
#define SETTLE_WHOLE_MS 4
#define SETTLE_BEGUN_MS 250
#define SETTLE_MOST_MS  2000

void settle_add(struct settle *settle, enum settle_change change, const char *file, int64_t now);
/* Milliseconds until it is to be built: 0 is now; -1: nothing has changed. */
int settle_wait(const struct settle *settle, int64_t now);
/* It is being built: empty again. */
void settle_clear(struct settle *settle);
