/* Leaflets that are written and wait for the disk. In a batch a thread of its own commits them,
 * many at once: while the disk is busy with some, the next ones are built, and the folder's turn,
 * its journal and the waiting for the disk are paid once for all of them. Only build/. */
#pragma once

#include <pthread.h>

#include "build/outputs.h"
#include "build/report.h"

/* A leaflet that is done but for its files. */
struct publish_item {
    size_t index;
    enum status status;
    struct report report;
    struct outputs *outputs;
    struct state_leaflet *entry; /* what the state is to say of it, in the report's arena; NULL:
                                    nothing. Its files are filled here. */
};

/* So many wait at most, with so many files and bytes, but for one leaflet that has more: files are
 * open while they are committed, and in memory until they are there. */
#define PUBLISH_MOST  16u
#define PUBLISH_FILES 256u
#define PUBLISH_BYTES (64u << 20)
/* So many milliseconds the first waits for more, while others are still built. */
#define PUBLISH_WAIT 20

struct publisher {
    const struct build_options *options;
    struct interrupt *interrupt; /* waits while files get their names */
    /* Called for each item once its files are there, or are not to be. */
    void (*done)(void *context, const struct publish_item *item);
    void *context;
    pthread_t thread;
    bool started;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t changed;
    struct publish_item waiting[PUBLISH_MOST];
    size_t count, files;
    size_t bytes; /* of those that wait and those that are being committed */
    bool pressed; /* somebody waits for room */
    bool ending;
};

/* The caller sets the first four. beside: with a thread, for which interrupts must be taken by
 * another (interrupt_start); without one (or where it cannot be started) publish_put does the work.
 */
void publish_start(struct publisher *publisher, bool beside);
/* Takes the item over. Waits where too many wait already. */
void publish_put(struct publisher *publisher, const struct publish_item *item);
/* Returns once all are done. */
void publish_end(struct publisher *publisher);
