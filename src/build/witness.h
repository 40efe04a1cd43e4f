/* What a build that runs in a process of its own lets the one that started it know: what was asked
 * of the disk, what was told of which leaflet, and what came of it. The process that builds is born
 * with what the other knew, and so does not tell twice what is still the same. Only build/. */
#pragma once

#include <pthread.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/inputs.h"

/* What is new after a build: leaflets that were built, and how many files they have; those that
 * could not be, but for what was told before; those that are gone. */
struct witness_counts {
    size_t built, files, failed, removed;
    const char *name; /* of the last that was built or not; NULL: there is none */
};

struct witness {
    struct arena known;   /* of the next: */
    struct map told;      /* a leaflet's name to the hash of what was told of it */
    pthread_mutex_t lock; /* of the build: guards all below */
    struct arena own;
    struct map asked;
    struct buf out;
    struct witness_counts counts;
};

void witness_open(struct witness *witness);
void witness_close(struct witness *witness);

/* ---- where it is built; any thread; NULL: nobody wants to know, and all is told */

/* All that was asked for so far. */
void witness_asked(struct witness *witness, const struct inputs *inputs);
void witness_asked_one(struct witness *witness, const struct input *input);
/* The same for the search for leaflets, which looks at each name of a folder that it lists: that it
 * lists the folder says it all, and does not name outputs that lie there. */
void witness_searched(struct witness *witness, const struct inputs *inputs);
/* What is to be told of a leaflet of that name ("": of none) and whether it could not be built.
 * False: this was told before, and the source is as it was. */
bool witness_tells(struct witness *witness, const char *name, struct slice text, bool failed);
/* A leaflet's files are new. */
void witness_built(struct witness *witness, const char *name, size_t files);
/* The files of a leaflet that is gone are, too. */
void witness_removed(struct witness *witness, size_t leaflets);
/* Sends all, once. False: nobody takes it. */
bool witness_send(struct witness *witness, int to);

/* ---- where it was started */

typedef void witness_heard(void *context, enum input_question question, const char *path);

/* Takes what was sent: what was told is known from now on, and *counts is what came of it (the name
 * lives until the next call). asked is called for each question. False, and nothing is done: it is
 * not whole. */
bool witness_take(struct witness *witness, struct slice sent, struct witness_counts *counts,
                  witness_heard *asked, void *context);
