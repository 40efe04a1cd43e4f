#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/sink.h"
#include "folder.h"

static void check_file(struct fixture *f, const char *path, const char *text)
{
    struct slice bytes;
    const char *reason = "";
    assert_int_equal(file_read(path, 1 << 20, &f->arena, &bytes, &reason), STATUS_OK);
    assert_true(slice_equal_string(bytes, text));
}

static size_t entries(struct fixture *f)
{
    const char **names, *reason;
    size_t count = 0;
    assert_int_equal(file_list(".", &f->arena, &names, &reason), STATUS_OK);
    while (names[count])
        count++;
    return count;
}

static void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void an_output_appears_only_by_commit(void **state)
{
    struct fixture *f = *state;
    put_file("a.pdf", "old");
    struct sink *sink = sink_open("a.pdf");
    sink_write(sink, "ne", 2);
    sink_write(sink, NULL, 0);
    sink_write(sink, "w", 1);
    assert_false(sink_failed(sink));
    check_file(f, "a.pdf", "old");
    assert_int_equal(sink_commit(sink, NULL), STATUS_OK);
    check_file(f, "a.pdf", "new");
    assert_int_equal(entries(f), 1);
}

static void a_discarded_output_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    static char big[300000];
    put_file("a.pdf", "old");
    struct sink *sink = sink_open("a.pdf");
    sink_write(sink, big, sizeof big);
    sink_discard(sink);
    sink_discard(sink_open("b.pdf"));
    check_file(f, "a.pdf", "old");
    assert_int_equal(entries(f), 1);
}

static void a_sink_to_nowhere_keeps_nothing_and_never_fails(void **state)
{
    struct fixture *f = *state;
    static char big[300000];
    const char *reason = NULL;
    struct sink *sink = sink_open_nowhere();
    sink_write(sink, "text", 4);
    sink_write(sink, big, sizeof big);
    assert_false(sink_failed(sink));
    assert_true(sink_finish(sink));
    assert_int_equal(sink_commit(sink, &reason), STATUS_OK);
    assert_null(reason);
    sink_discard(sink_open_nowhere());
    assert_int_equal(entries(f), 0);
}

static void large_outputs_are_whole(void **state)
{
    struct fixture *f = *state;
    enum { SIZE = 400000 };
    char *want = arena_bytes(&f->arena, SIZE);
    size_t at = 0, step = 1;
    for (size_t i = 0; i < SIZE; i++)
        want[i] = (char)(i * 7 + i / 251);
    struct sink *sink = sink_open("big");
    while (at < SIZE) { /* steps below, at and above the buffer's size */
        size_t len = step < SIZE - at ? step : SIZE - at;
        sink_write(sink, want + at, len);
        at += len;
        step = step > 131072 ? 65536 : step * 2 + 1;
    }
    assert_int_equal(sink_commit(sink, NULL), STATUS_OK);
    struct slice got;
    const char *reason;
    assert_int_equal(file_read("big", SIZE, &f->arena, &got, &reason), STATUS_OK);
    assert_int_equal(got.len, SIZE);
    assert_memory_equal(got.ptr, want, SIZE);
}

static void the_mode_follows_the_mask(void **state)
{
    (void)state;
    struct stat info;
    mode_t old = umask(027);
    assert_int_equal(sink_commit(sink_open("a"), NULL), STATUS_OK);
    umask(old);
    assert_int_equal(stat("a", &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(info.st_size, 0);
    assert_int_equal(info.st_nlink, 1);
}

static void the_longest_name_can_be_written(void **state)
{
    struct fixture *f = *state;
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    struct sink *sink = sink_open(name);
    sink_write(sink, "x", 1);
    assert_int_equal(sink_commit(sink, NULL), STATUS_OK);
    check_file(f, name, "x");
}

static void a_failure_to_open_is_told_at_the_end(void **state)
{
    struct fixture *f = *state;
    const char *reason = "";
    struct sink *sink = sink_open("nowhere/a.pdf");
    assert_true(sink_failed(sink));
    sink_write(sink, "text", 4);
    assert_int_equal(sink_commit(sink, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "No such file or directory");
    sink_discard(sink_open("nowhere/a.pdf"));
    assert_int_equal(entries(f), 0);
}

static void a_folder_in_the_way_is_an_error(void **state)
{
    struct fixture *f = *state;
    const char *reason = "";
    assert_int_equal(mkdir("a.pdf", 0777), 0);
    struct sink *sink = sink_open("a.pdf");
    sink_write(sink, "text", 4);
    assert_int_equal(sink_commit(sink, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "Is a directory");
    assert_int_equal(entries(f), 1);
}

static void a_full_device_is_an_error(void **state)
{
    (void)state;
    static char big[100000];
    const char *reason = "";
    int full = open("/dev/full", O_WRONLY);
    if (full < 0)
        skip();
    struct sink *sink = sink_open_descriptor(full, "<stdout>");
    sink_write(sink, "few", 3);
    assert_false(sink_failed(sink));
    assert_int_equal(sink_commit(sink, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "No space left on device");
    sink = sink_open_descriptor(full, "<stdout>");
    sink_write(sink, big, sizeof big);
    assert_true(sink_failed(sink));
    sink_write(sink, "more", 4);
    assert_int_equal(sink_commit(sink, NULL), STATUS_ENVIRONMENT);
    assert_int_equal(close(full), 0); /* it was only borrowed */
}

static void a_limit_in_the_middle_keeps_the_old_file(void **state)
{
    struct fixture *f = *state;
    static char big[200000];
    struct rlimit old, small;
    const char *reason = "";
    put_file("a.pdf", "old");
    getrlimit(RLIMIT_FSIZE, &old);
    small = (struct rlimit){100000, old.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct sink *sink = sink_open("a.pdf");
    for (size_t i = 0; i < sizeof big; i += 1000)
        sink_write(sink, big + i, 1000);
    enum status status = sink_commit(sink, &reason);
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, handler);
    assert_int_equal(status, STATUS_ENVIRONMENT);
    assert_string_equal(reason, "File too large");
    check_file(f, "a.pdf", "old");
    assert_int_equal(entries(f), 1);
}

static void a_borrowed_descriptor_gets_all(void **state)
{
    (void)state;
    int ends[2];
    char got[8] = "";
    assert_int_equal(pipe(ends), 0);
    struct sink *sink = sink_open_descriptor(ends[1], "<stdout>");
    sink_write(sink, "bytes", 5);
    assert_int_equal(sink_commit(sink, NULL), STATUS_OK);
    assert_int_equal(read(ends[0], got, sizeof got), 5);
    assert_string_equal(got, "bytes");
    sink = sink_open_descriptor(ends[1], "<stdout>");
    sink_discard(sink);
    assert_int_equal(close(ends[1]), 0);
    close(ends[0]);
}

static void two_outputs_at_once_do_not_meet(void **state)
{
    struct fixture *f = *state;
    struct sink *a = sink_open("a.pdf"), *b = sink_open("a.epub");
    sink_write(a, "A", 1);
    sink_write(b, "B", 1);
    assert_int_equal(sink_commit(a, NULL), STATUS_OK);
    assert_int_equal(sink_commit(b, NULL), STATUS_OK);
    check_file(f, "a.pdf", "A");
    check_file(f, "a.epub", "B");
}

static void finished_outputs_wait_for_their_commit(void **state)
{
    struct fixture *f = *state;
    const char *reason = "";
    put_file("a.pdf", "old");
    struct sink *a = sink_open("a.pdf"), *b = sink_open("b.pdf"), *c = sink_open("nowhere/c");
    sink_write(a, "new", 3);
    assert_true(sink_finish(a));
    assert_true(sink_finish(b));
    assert_false(sink_finish(c));
    check_file(f, "a.pdf", "old");
    assert_int_equal(sink_commit(a, NULL), STATUS_OK);
    sink_discard(b);
    assert_int_equal(sink_commit(c, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "No such file or directory");
    check_file(f, "a.pdf", "new");
    assert_int_equal(entries(f), 1);
}

static void a_folder_in_the_way_is_seen_before_the_rename(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(mkdir("a.pdf", 0777), 0);
    struct sink *sink = sink_open("a.pdf");
    assert_false(sink_finish(sink));
    sink_discard(sink);
    assert_int_equal(entries(f), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_output_appears_only_by_commit),
        TEST(a_discarded_output_leaves_nothing),
        TEST(a_sink_to_nowhere_keeps_nothing_and_never_fails),
        TEST(large_outputs_are_whole),
        TEST(the_mode_follows_the_mask),
        TEST(the_longest_name_can_be_written),
        TEST(a_failure_to_open_is_told_at_the_end),
        TEST(a_folder_in_the_way_is_an_error),
        TEST(a_full_device_is_an_error),
        TEST(a_limit_in_the_middle_keeps_the_old_file),
        TEST(a_borrowed_descriptor_gets_all),
        TEST(two_outputs_at_once_do_not_meet),
        TEST(finished_outputs_wait_for_their_commit),
        TEST(a_folder_in_the_way_is_seen_before_the_rename),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
