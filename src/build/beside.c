#include "build/beside.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>

#include "base/mem.h"

struct beside {
    pthread_t thread;
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t put, done;
    struct beside_piece *first, **last; /* not yet begun */
    bool busy, ends;
    cpu_set_t allowed; /* processors; the thread's own once it runs */
};

/* Called with the lock, which is free while the piece is worked on. */
static void do_first(struct beside *beside)
{
    struct beside_piece *piece = beside->first;
    beside->first = piece->next;
    if (!beside->first)
        beside->last = &beside->first;
    pthread_mutex_unlock(&beside->lock);
    piece->work(piece->context);
    pthread_mutex_lock(&beside->lock);
}

static void *run(void *context)
{
    struct beside *beside = context;
    pthread_setaffinity_np(pthread_self(), sizeof beside->allowed, &beside->allowed);
    pthread_mutex_lock(&beside->lock);
    for (;;) {
        while (!beside->first && !beside->ends)
            pthread_cond_wait(&beside->put, &beside->lock);
        if (!beside->first)
            break;
        beside->busy = true;
        do_first(beside);
        beside->busy = false;
        pthread_cond_signal(&beside->done);
    }
    pthread_mutex_unlock(&beside->lock);
    return NULL;
}

/* Where a thread starts is the kernel's choice, and it knows a processor as busy for a moment after
 * it came free: mostly this one, where the thread waits for a millisecond. */
static void start_elsewhere(pthread_attr_t *attributes, cpu_set_t *allowed)
{
    int here = sched_getcpu();
    if (here < 0 || pthread_getaffinity_np(pthread_self(), sizeof *allowed, allowed) != 0)
        return;
    cpu_set_t others = *allowed;
    CPU_CLR((size_t)here, &others);
    if (CPU_COUNT(&others) > 0)
        pthread_attr_setaffinity_np(attributes, sizeof others, &others);
}

static bool start(struct beside *beside)
{
    pthread_attr_t attributes;
    sigset_t all, before;
    pthread_attr_init(&attributes);
    start_elsewhere(&attributes, &beside->allowed);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&beside->thread, &attributes, run, beside) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}

static void free_beside(struct beside *beside)
{
    pthread_cond_destroy(&beside->done);
    pthread_cond_destroy(&beside->put);
    pthread_mutex_destroy(&beside->lock);
    mem_free(beside);
}

struct beside *beside_open(void)
{
    struct beside *beside = mem_calloc(1, sizeof *beside);
    beside->last = &beside->first;
    pthread_mutex_init(&beside->lock, NULL);
    pthread_cond_init(&beside->put, NULL);
    pthread_cond_init(&beside->done, NULL);
    if (start(beside))
        return beside;
    free_beside(beside);
    return NULL;
}

void beside_close(struct beside *beside)
{
    if (!beside)
        return;
    pthread_mutex_lock(&beside->lock);
    beside->ends = true;
    pthread_cond_signal(&beside->put);
    pthread_mutex_unlock(&beside->lock);
    pthread_join(beside->thread, NULL);
    free_beside(beside);
}

void beside_put(struct beside *beside, struct beside_piece *piece)
{
    pthread_mutex_lock(&beside->lock);
    piece->next = NULL;
    *beside->last = piece;
    beside->last = &piece->next;
    pthread_cond_signal(&beside->put);
    pthread_mutex_unlock(&beside->lock);
}

void beside_wait(struct beside *beside)
{
    pthread_mutex_lock(&beside->lock);
    while (beside->first)
        do_first(beside);
    while (beside->busy)
        pthread_cond_wait(&beside->done, &beside->lock);
    pthread_mutex_unlock(&beside->lock);
}
