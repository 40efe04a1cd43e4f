/* Interrupts (SIGINT, SIGTERM, SIGHUP) wait while outputs are being written, so that a leaflet's
 * two files are both the old ones or both the new ones, and no hidden file stays behind. Only
 * build/ includes it. One per batch, owned by whoever starts it, shared by its threads. */
#ifndef BUILD_INTERRUPT_H
#define BUILD_INTERRUPT_H

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>

struct interrupt {
    sigset_t waited; /* signals that would end the process */
    sigset_t before; /* the mask to go back to */
    pthread_t waiter;
    bool started;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t idle;
    unsigned writing; /* leaflets whose outputs are under way */
    bool ending;      /* nobody may begin to write any more */
};

/* From here until interrupt_end a thread waits for the signals in the place of all others; signals
 * that are ignored or handled are left alone. Call it before other threads are started: they take
 * over the signal mask. Where no thread can be had, interrupts act at once, as without it. */
void interrupt_start(struct interrupt *interrupt);
void interrupt_end(struct interrupt *interrupt);

/* Around the writing of one leaflet's outputs. Between the two the process is not interrupted; once
 * it is to end, interrupt_hold does not return. */
void interrupt_hold(struct interrupt *interrupt);
void interrupt_release(struct interrupt *interrupt);

#endif
