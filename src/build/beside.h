/* A thread beside a worker, for what can be done at the same time: it loads what the files need
 * while the leaflet is read, and writes one file while the worker writes another. Only build/. */
#pragma once

#include <stdbool.h>

struct beside;

/* A piece of work, the caller's: it must live until it is done, and is put once. */
struct beside_piece {
    void (*work)(void *context);
    void *context;
    struct beside_piece *next; /* beside's own */
};

/* Starts the thread, on another processor than the caller's; NULL if it cannot be started. It takes
 * no signals: those are for the other threads, since it must not end the process while they write.
 */
struct beside *beside_open(void);

/* Ends the thread when all is done, and frees. NULL is allowed. */
void beside_close(struct beside *beside);

/* The thread will do it, after what was put before. */
void beside_put(struct beside *beside, struct beside_piece *piece);

/* Returns when all is done; does itself what the thread has not begun. */
void beside_wait(struct beside *beside);
