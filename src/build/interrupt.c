#include "build/interrupt.h"

/* The process ends by the signal itself, so that the shell sees what ended it (POSIX, 2.8.2). The
 * lock is kept: no thread begins to write in the moment that is left. */
static void *wait_for_signal(void *context)
{
    struct interrupt *interrupt = context;
    int number;
    if (sigwait(&interrupt->waited, &number) != 0)
        return NULL;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
    pthread_mutex_lock(&interrupt->lock);
    interrupt->ending = true;
    while (interrupt->writing > 0)
        pthread_cond_wait(&interrupt->idle, &interrupt->lock);
    pthread_sigmask(SIG_UNBLOCK, &interrupt->waited, NULL);
    raise(number);
    return NULL;
}

static void find_signals(sigset_t *set)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action;
    sigset_t blocked;
    sigemptyset(set);
    if (pthread_sigmask(SIG_BLOCK, NULL, &blocked) != 0)
        return;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], NULL, &action) == 0 && action.sa_handler == SIG_DFL &&
            !sigismember(&blocked, numbers[i]))
            sigaddset(set, numbers[i]);
}

void interrupt_start(struct interrupt *interrupt, bool several)
{
    *interrupt = (struct interrupt){0};
    pthread_mutex_init(&interrupt->lock, NULL);
    pthread_cond_init(&interrupt->idle, NULL);
    find_signals(&interrupt->waited);
    if (!several)
        return;
    pthread_sigmask(SIG_BLOCK, &interrupt->waited, NULL);
    interrupt->started = pthread_create(&interrupt->waiter, NULL, wait_for_signal, interrupt) == 0;
    if (!interrupt->started)
        pthread_sigmask(SIG_UNBLOCK, &interrupt->waited, NULL);
}

void interrupt_end(struct interrupt *interrupt)
{
    if (interrupt->started) {
        pthread_cancel(interrupt->waiter); /* sigwait is a cancellation point */
        pthread_join(interrupt->waiter, NULL);
        pthread_sigmask(SIG_UNBLOCK, &interrupt->waited, NULL);
    }
    pthread_cond_destroy(&interrupt->idle);
    pthread_mutex_destroy(&interrupt->lock);
}

void interrupt_hold(struct interrupt *interrupt)
{
    if (!interrupt->started) {
        pthread_sigmask(SIG_BLOCK, &interrupt->waited, NULL);
        return;
    }
    pthread_mutex_lock(&interrupt->lock);
    while (interrupt->ending)
        pthread_cond_wait(&interrupt->idle, &interrupt->lock); /* until the process ends */
    interrupt->writing++;
    pthread_mutex_unlock(&interrupt->lock);
}

void interrupt_release(struct interrupt *interrupt)
{
    if (!interrupt->started) {
        pthread_sigmask(SIG_UNBLOCK, &interrupt->waited, NULL);
        return;
    }
    pthread_mutex_lock(&interrupt->lock);
    if (--interrupt->writing == 0)
        pthread_cond_broadcast(&interrupt->idle);
    pthread_mutex_unlock(&interrupt->lock);
}
