/* A process that writes, for one that must not: it is started before the sandbox closes, knows from
 * then on which files may be written, and gets their bytes. So whatever goes wrong in the process
 * that reads content, no other file is touched. Each file appears when it is whole (commit/).
 * Only build/. */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/slice.h"

struct scribe_target {
    const char *path;
    bool keeps; /* the mode and owner of the file that is there */
};

/* Zero-initialise. */
struct scribe {
    pid_t child; /* 0: none */
    int to;      /* a pipe to it */
    bool failed;
};

/* The targets are borrowed until scribe_end. No other thread runs yet. False: it cannot be started
 * (errno). */
bool scribe_start(struct scribe *scribe, const struct scribe_target *targets, size_t count,
                  bool sync);
/* The file is to have these bytes. */
void scribe_put(struct scribe *scribe, size_t target, struct slice bytes);
/* Has all that was put written, and ends the process. False: it said on standard error what could
 * not be written. Without scribe_end nothing is written. */
bool scribe_end(struct scribe *scribe);
