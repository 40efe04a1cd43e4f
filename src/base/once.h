/* Things by name that several threads need and that are made once, each by the thread that asks
 * first; another that asks for the same waits until it is made. Every module. */
#pragma once

#include <pthread.h>

#include "base/arena.h"
#include "base/hash.h"

/* The first member of each thing. */
struct once_thing {
    pthread_mutex_t lock; /* held while it is made; what is made does not change */
    bool made;
    struct once_thing *older;
};

/* Owns the things, which live until once_end. */
struct once {
    pthread_mutex_t lock; /* guards all below */
    struct arena arena;
    struct map known;
    struct once_thing *last;
};

void once_start(struct once *once);
/* The thing of that name, of size bytes, zero when new. Until once_release no other thread gets it:
 * who finds it not made makes it. */
void *once_hold(struct once *once, const char *name, size_t size);
void once_release(void *thing);
/* Ends all things, each first by `end`, when no thread asks any more. */
void once_end(struct once *once, void (*end)(void *thing));
