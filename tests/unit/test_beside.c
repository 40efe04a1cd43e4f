#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "build/beside.h"

#define PIECES 100

struct log {
    pthread_mutex_t lock;
    int order[PIECES], count;
};

struct entry {
    struct beside_piece piece;
    struct log *log;
    int number;
};

static void write_down(void *context)
{
    struct entry *entry = context;
    pthread_mutex_lock(&entry->log->lock);
    entry->log->order[entry->log->count++] = entry->number;
    pthread_mutex_unlock(&entry->log->lock);
}

static void put_all(struct beside *beside, struct entry *entries, struct log *log)
{
    for (int i = 0; i < PIECES; i++) {
        entries[i] = (struct entry){.piece = {.work = write_down}, .log = log, .number = i};
        entries[i].piece.context = &entries[i];
        beside_put(beside, &entries[i].piece);
    }
}

static void does_all_before_wait_returns(void **state)
{
    (void)state;
    struct log log = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct entry entries[PIECES];
    struct beside *beside = beside_open();
    assert_non_null(beside);
    for (int round = 1; round <= 20; round++) {
        log.count = 0;
        put_all(beside, entries, &log);
        beside_wait(beside);
        assert_int_equal(log.count, PIECES);
    }
    beside_wait(beside); /* nothing is put: returns at once */
    beside_close(beside);
    beside_close(NULL);
}

static void does_in_order_what_is_left_at_the_end(void **state)
{
    (void)state;
    struct log log = {.lock = PTHREAD_MUTEX_INITIALIZER};
    struct entry entries[PIECES];
    struct beside *beside = beside_open();
    put_all(beside, entries, &log);
    beside_close(beside);
    assert_int_equal(log.count, PIECES);
    for (int i = 0; i < PIECES; i++)
        assert_int_equal(log.order[i], i);
}

static void wait_for_it(void *context)
{
    while (sem_wait(context) != 0)
        continue;
}

static void let_go(void *context)
{
    sem_post(context);
}

/* The first piece ends only once the second has run: on one thread they would wait for ever. */
static void caller_does_what_is_not_begun(void **state)
{
    (void)state;
    sem_t sem;
    sem_init(&sem, 0, 0);
    struct beside_piece first = {wait_for_it, &sem, NULL}, second = {let_go, &sem, NULL};
    struct beside *beside = beside_open();
    alarm(60);
    beside_put(beside, &first);
    beside_put(beside, &second);
    beside_wait(beside);
    alarm(0);
    beside_close(beside);
    sem_destroy(&sem);
}

struct seen {
    cpu_set_t allowed;
    sigset_t blocked;
};

static void look(void *context)
{
    struct seen *seen = context;
    pthread_getaffinity_np(pthread_self(), sizeof seen->allowed, &seen->allowed);
    pthread_sigmask(SIG_SETMASK, NULL, &seen->blocked);
}

/* It starts elsewhere but may run everywhere, and leaves signals to the other threads. */
static void thread_is_free_and_takes_no_signals(void **state)
{
    (void)state;
    cpu_set_t allowed;
    sigset_t blocked;
    struct seen seen = {0};
    struct beside_piece piece = {look, &seen, NULL};
    pthread_getaffinity_np(pthread_self(), sizeof allowed, &allowed);
    struct beside *beside = beside_open();
    beside_put(beside, &piece);
    beside_close(beside);
    assert_true(CPU_EQUAL(&seen.allowed, &allowed));
    assert_true(sigismember(&seen.blocked, SIGTERM) && sigismember(&seen.blocked, SIGINT));
    pthread_sigmask(SIG_SETMASK, NULL, &blocked);
    assert_false(sigismember(&blocked, SIGTERM));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_all_before_wait_returns),
        cmocka_unit_test(does_in_order_what_is_left_at_the_end),
        cmocka_unit_test(caller_does_what_is_not_begun),
        cmocka_unit_test(thread_is_free_and_takes_no_signals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
