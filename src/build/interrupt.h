/* Interrupts (SIGINT, SIGTERM, SIGHUP) wait while outputs get their names, so that a leaflet's
 * two files are both the old ones or both the new ones, and no hidden file stays behind. Only
 * build/ includes it. One per batch, owned by whoever starts it, shared by its threads. */
#pragma once

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>

struct interrupt {
    sigset_t waited; /* signals that would end the process */
    pthread_t waiter;
    bool started;         /* the waiter runs */
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t idle;
    unsigned writing; /* commits under way */
    bool ending;      /* nobody may begin to write any more */
};

/* In a batch of several leaflets another thread waits, from here until interrupt_end, for the
 * signals in the place of all others; call it before they are started, as they take over the signal
 * mask. A single leaflet only masks the signals while it is committed. Signals that are ignored,
 * handled or blocked before are left alone. */
void interrupt_start(struct interrupt *interrupt, bool several);
void interrupt_end(struct interrupt *interrupt);

/* Around the commit of outputs. Between the two the process is not interrupted; once
 * it is to end, interrupt_hold does not return. */
void interrupt_hold(struct interrupt *interrupt);
void interrupt_release(struct interrupt *interrupt);
