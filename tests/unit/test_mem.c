#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/leave.h"
#include "base/mem.h"

static void a_push_keeps_what_is_there(void **state)
{
    (void)state;
    struct {
        uint32_t *items;
        size_t count, cap;
    } list = {0};
    for (uint32_t i = 0; i < 1000; i++)
        *MEM_PUSH(list.items, list.count, list.cap) = i;
    assert_int_equal(list.count, 1000);
    assert_true(list.cap >= 1000);
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_equal(list.items[i], i);
    mem_free(list.items);
}

static void a_reserve_makes_room_at_once(void **state)
{
    (void)state;
    uint64_t *items = NULL;
    size_t cap = 0;
    MEM_RESERVE(items, cap, 100);
    assert_true(cap >= 100);
    items[99] = 7;
    uint64_t *before = items;
    MEM_RESERVE(items, cap, 50);
    assert_ptr_equal(items, before);
    assert_int_equal(items[99], 7);
    mem_free(items);
}

/* Runs in a child, whose exit status is the result and whose messages go to text. */
static int in_child(void (*run)(void), char *text, size_t size)
{
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        run();
        _exit(0);
    }
    close(ends[1]);
    size_t len = 0;
    for (ssize_t got; (got = read(ends[0], text + len, size - 1 - len)) > 0;)
        len += (size_t)got;
    text[len] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static volatile size_t huge = PTRDIFF_MAX, half = SIZE_MAX / 2;
static void *volatile block;

static void ask_mem_alloc(void)
{
    block = mem_alloc(huge);
}

static void ask_mem_resize(void)
{
    block = mem_resize(NULL, half, 4);
}

static void ends(void (*run)(void))
{
    char text[1000];
    assert_int_equal(in_child(run, text, sizeof text), 3);
    const char *last = strstr(text, "leafset:"); /* a sanitizer may say something before */
    assert_non_null(last);
    assert_string_equal(last, "leafset: not enough memory to go on\n");
}

static void no_memory_ends_with_status_3(void **state)
{
    (void)state;
    ends(ask_mem_alloc);
    ends(ask_mem_resize);
}

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__

static void ask_malloc(void)
{
    block = malloc(huge);
}

static void ask_calloc(void)
{
    block = calloc(half, 4);
}

static void ask_realloc(void)
{
    block = realloc(malloc(1), huge);
}

static void ask_reallocarray(void)
{
    block = reallocarray(NULL, half, 4);
}

static void ask_memalign(void)
{
    block = memalign(64, huge);
}

static void ask_aligned_alloc(void)
{
    block = aligned_alloc(64, half + 1);
}

static void ask_posix_memalign(void)
{
    void *got;
    block = posix_memalign(&got, 64, huge) == 0 ? got : NULL;
}

/* The libraries call these. */
static void the_c_librarys_functions_end_it_too(void **state)
{
    (void)state;
    ends(ask_malloc);
    ends(ask_calloc);
    ends(ask_realloc);
    ends(ask_reallocarray);
    ends(ask_memalign);
    ends(ask_aligned_alloc);
    ends(ask_posix_memalign);
}

static void a_callers_mistake_is_no_want_of_memory(void **state)
{
    (void)state;
    void *got = NULL;
    assert_int_equal(posix_memalign(&got, 3, 8), EINVAL);
    got = realloc(malloc(8), 0);
    assert_null(got);
}

static void fill(void)
{
    if (!mem_limit(64))
        _exit(1);
    for (;;)
        memset(block = malloc(100000), 1, 100000);
}

static void a_limit_is_named(void **state)
{
    char text[200];
    (void)state;
    assert_int_equal(in_child(fill, text, sizeof text), 3);
    assert_string_equal(text, "leafset: not enough memory to go on: --memory allows 64 MB\n");
}

#endif

static void *run_out(void *started)
{
    pthread_barrier_wait(started);
    mem_exhausted();
}

static void hold_while_another_runs_out(void)
{
    pthread_t other;
    pthread_barrier_t started;
    pthread_barrier_init(&started, NULL, 2);
    leave_hold();
    pthread_create(&other, NULL, run_out, &started);
    pthread_barrier_wait(&started);
    usleep(20000);
    ssize_t ignored = write(STDERR_FILENO, "done. ", 6);
    (void)ignored;
    leave_release();
    pause();
}

static void what_belongs_together_is_finished(void **state)
{
    char text[200];
    (void)state;
    assert_int_equal(in_child(hold_while_another_runs_out, text, sizeof text), 3);
    assert_memory_equal(text, "done. ", 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_push_keeps_what_is_there),
        cmocka_unit_test(a_reserve_makes_room_at_once),
        cmocka_unit_test(no_memory_ends_with_status_3),
#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__
        cmocka_unit_test(the_c_librarys_functions_end_it_too),
        cmocka_unit_test(a_callers_mistake_is_no_want_of_memory),
        cmocka_unit_test(a_limit_is_named),
#endif
        cmocka_unit_test(what_belongs_together_is_finished),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
