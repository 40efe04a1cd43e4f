#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "folder.h"

static void put_file(const char *path, size_t size)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (size_t i = 0; i < size; i++)
        fputc('a' + (int)(i % 26), file);
    fclose(file);
}

static void whole_files_are_read_up_to_the_limit(void **state)
{
    struct fixture *f = *state;
    struct slice text;
    const char *reason = NULL;
    put_file("a", 100000);
    assert_int_equal(file_read("a", 100000, &f->arena, &text, NULL, &reason), STATUS_OK);
    assert_int_equal(text.len, 100000);
    assert_int_equal(text.ptr[99999], 'a' + 99999 % 26);
    assert_int_equal(file_read("a", 99999, &f->arena, &text, NULL, &reason), STATUS_CONTENT);
    assert_non_null(reason);
    put_file("empty", 0);
    assert_int_equal(file_read("empty", 0, &f->arena, &text, NULL, &reason), STATUS_OK);
    assert_int_equal(text.len, 0);
}

static void what_is_no_file_is_refused_at_once(void **state)
{
    struct fixture *f = *state;
    struct slice text;
    const char *reason = NULL;
    assert_int_equal(file_read("none", 9, &f->arena, &text, NULL, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "No such file or directory");
    assert_int_equal(mkfifo("pipe", 0666), 0);
    assert_int_equal(file_read("pipe", 9, &f->arena, &text, NULL, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "it is not a regular file");
    assert_int_equal(file_read(".", 9, &f->arena, &text, NULL, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "it is a folder");
    assert_int_equal(file_read("/dev/zero", 9, &f->arena, &text, NULL, &reason),
                     STATUS_ENVIRONMENT);
}

static void files_without_a_size_are_read(void **state)
{
    struct fixture *f = *state;
    struct slice text;
    const char *reason = NULL;
    if (file_kind_of("/proc/self/status", &f->arena, &reason) != FILE_REGULAR)
        skip();
    assert_int_equal(file_read("/proc/self/status", 1 << 20, &f->arena, &text, NULL, &reason),
                     STATUS_OK);
    assert_true(slice_starts(text, "Name:"));
}

/* Whoever cuts a mapped file short ends whoever looks at it (SIGBUS). */
static void what_others_do_to_a_file_changes_no_copy(void **state)
{
    (void)state;
    struct file_map map;
    const char *reason = NULL;
    put_file("a", 300000);
    assert_int_equal(file_map("a", FILE_OF_CONTENT, 1 << 20, &map, NULL, &reason), STATUS_OK);
    assert_int_equal(truncate("a", 0), 0);
    size_t sum = 0;
    for (size_t i = 0; i < map.bytes.len; i++)
        sum += map.bytes.ptr[i] != '\0';
    assert_int_equal(map.bytes.len, 300000);
    assert_int_equal(sum, 300000);
    file_unmap(&map);
}

struct toucher {
    pthread_t thread;
    atomic_bool ended;
};

static void *touch(void *context)
{
    struct toucher *toucher = context;
    for (long i = 0; !atomic_load(&toucher->ended); i++) {
        const struct timespec times[2] = {{i, 0}, {i, 0}};
        utimensat(AT_FDCWD, "a", times, 0);
    }
    return NULL;
}

static void a_change_while_a_file_is_read_is_told(void **state)
{
    struct fixture *f = *state;
    struct toucher toucher = {.ended = false};
    struct slice text;
    const char *reason = "";
    enum status status = STATUS_OK;
    put_file("a", 1 << 20);
    assert_int_equal(pthread_create(&toucher.thread, NULL, touch, &toucher), 0);
    for (int i = 0; i < 2000 && status == STATUS_OK; i++) {
        struct arena_mark mark = arena_mark_get(&f->arena);
        status = file_read("a", 1 << 20, &f->arena, &text, NULL, &reason);
        arena_reset(&f->arena, mark);
    }
    atomic_store(&toucher.ended, true);
    pthread_join(toucher.thread, NULL);
    assert_int_equal(status, STATUS_ENVIRONMENT);
    assert_string_equal(reason, "it changed while it was read");
    assert_int_equal(text.len, 0);
}

static void descriptors_are_read_to_their_end(void **state)
{
    struct fixture *f = *state;
    struct slice text;
    const char *reason = NULL;
    int ends[2];
    put_file("a", 300000);
    int descriptor = open("a", O_RDONLY);
    assert_int_equal(file_read_descriptor(descriptor, 1 << 20, &f->arena, &text, &reason),
                     STATUS_OK);
    assert_int_equal(text.len, 300000);
    assert_int_equal(text.ptr[299999], 'a' + 299999 % 26);
    close(descriptor);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "few", 3), 3);
    close(ends[1]);
    assert_int_equal(file_read_descriptor(ends[0], 10, &f->arena, &text, &reason), STATUS_OK);
    assert_true(slice_equal_string(text, "few"));
    close(ends[0]);
    descriptor = open("/dev/zero", O_RDONLY);
    assert_int_equal(file_read_descriptor(descriptor, 1 << 20, &f->arena, &text, &reason),
                     STATUS_CONTENT);
    close(descriptor);
    assert_int_equal(file_read_descriptor(-1, 9, &f->arena, &text, &reason), STATUS_ENVIRONMENT);
}

static void all_bytes_are_written_or_it_is_told(void **state)
{
    struct fixture *f = *state;
    struct slice text;
    const char *reason;
    int descriptor = open("a", O_WRONLY | O_CREAT, 0666);
    assert_true(file_write_descriptor(descriptor, "bytes", 5));
    assert_true(file_write_descriptor(descriptor, NULL, 0));
    close(descriptor);
    assert_int_equal(file_read("a", 9, &f->arena, &text, NULL, &reason), STATUS_OK);
    assert_true(slice_equal_string(text, "bytes"));
    assert_false(file_write_descriptor(-1, "bytes", 5));
    descriptor = open("/dev/full", O_WRONLY);
    assert_false(file_write_descriptor(descriptor, "bytes", 5));
    close(descriptor);
}

static void folders_are_listed_in_byte_order(void **state)
{
    struct fixture *f = *state;
    const char **names, *reason = NULL;
    const char *const want[] = {".hidden", "B", "_", "a", "a.md", "\xc3\xa9"};
    for (int i = 5; i >= 0; i--)
        put_file(want[i], 0);
    assert_int_equal(file_list(".", &f->arena, &names, &reason), STATUS_OK);
    for (int i = 0; i < 6; i++)
        assert_string_equal(names[i], want[i]);
    assert_null(names[6]);
    assert_int_equal(file_list("none", &f->arena, &names, &reason), STATUS_ENVIRONMENT);
    assert_int_equal(file_list("a", &f->arena, &names, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "Not a directory");
}

static void kinds_follow_links(void **state)
{
    struct fixture *f = *state;
    const char *reason = NULL;
    put_file("a", 0);
    assert_int_equal(symlink("of/nothing", "to-nothing"), 0);
    assert_int_equal(symlink("a", "to-a"), 0);
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_int_equal(mkfifo("pipe", 0666), 0);
    assert_int_equal(file_kind_of("to-a", &f->arena, &reason), FILE_REGULAR);
    assert_int_equal(file_kind_of(".", &f->arena, &reason), FILE_FOLDER);
    assert_null(reason);
    assert_int_equal(file_kind_of("loop", &f->arena, &reason), FILE_UNREADABLE);
    assert_string_equal(reason, "Too many levels of symbolic links");
    assert_int_equal(file_kind_of("to-nothing", &f->arena, &reason), FILE_UNREADABLE);
    assert_string_equal(reason, "it is a symbolic link to 'of/nothing', which is not there");
    char *long_name = arena_bytes(&f->arena, 301);
    memset(long_name, 'x', 300);
    long_name[300] = '\0';
    assert_int_equal(file_kind_of(long_name, &f->arena, &reason), FILE_UNREADABLE);
    assert_string_equal(reason, "File name too long");
    assert_int_equal(file_kind_of("a/below", &f->arena, &reason), FILE_MISSING);
    assert_int_equal(file_kind_of("none", &f->arena, &reason), FILE_MISSING);
    assert_int_equal(file_kind_of("pipe", &f->arena, &reason), FILE_OTHER);
}

static void folders_are_made_with_their_parents(void **state)
{
    struct fixture *f = *state;
    const char *reason = NULL;
    assert_int_equal(file_make_folders("x/y//z/", &reason), STATUS_OK);
    assert_int_equal(file_kind_of("x/y/z", &f->arena, &reason), FILE_FOLDER);
    assert_int_equal(file_make_folders("x/y", &reason), STATUS_OK);
    assert_int_equal(file_make_folders(f->folder, &reason), STATUS_OK);
    assert_int_equal(file_make_folders(".", &reason), STATUS_OK);
    assert_int_equal(file_make_folders("/", &reason), STATUS_OK);
    put_file("file", 0);
    assert_int_equal(file_make_folders("file", &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "Not a directory");
    assert_int_equal(file_make_folders("file/deeper", &reason), STATUS_ENVIRONMENT);
    rmdir("x/y/z");
    rmdir("x/y");
}

static void paths_are_joined_and_parted(void **state)
{
    struct arena *arena = &((struct fixture *)*state)->arena;
    assert_string_equal(file_join(arena, "a/b", "c"), "a/b/c");
    assert_string_equal(file_join(arena, "a/", "c"), "a/c");
    assert_string_equal(file_join(arena, "", "c"), "c");
    assert_string_equal(file_join(arena, ".", "c"), "c");
    assert_string_equal(file_join(arena, "/", "c"), "/c");
    assert_string_equal(file_folder(arena, "a/b/c.md"), "a/b");
    assert_string_equal(file_folder(arena, "c.md"), ".");
    assert_string_equal(file_folder(arena, "/c.md"), "/");
    assert_string_equal(file_name("a/b/c.md"), "c.md");
    assert_string_equal(file_name("c.md"), "c.md");
}

static void a_path_is_told_from_a_folder(void **state)
{
    struct arena *arena = &((struct fixture *)*state)->arena;
    assert_string_equal(file_relative(arena, "a/b", "a/c/d"), "../c/d");
    assert_string_equal(file_relative(arena, "/a/b", "/a/b/c"), "c");
    assert_string_equal(file_relative(arena, ".", "c"), "c");
    assert_string_equal(file_relative(arena, ".", "./c/d"), "c/d");
    assert_string_equal(file_relative(arena, "a/b/c", "d"), "../../../d");
    assert_string_equal(file_relative(arena, "a/bc", "a/b/d"), "../b/d");
    assert_string_equal(file_relative(arena, "a/b", "a/b"), "../b");
    assert_string_equal(file_relative(arena, "../x/a", "../x/b"), "../b");
    assert_string_equal(file_relative(arena, "/", "/a/b"), "a/b");
}

static void inside_means_below_and_not_beside(void **state)
{
    (void)state;
    assert_true(file_is_inside("/a/b", "/a/b"));
    assert_true(file_is_inside("/a/b/c", "/a/b"));
    assert_true(file_is_inside("/a/b/c", "/a/b/"));
    assert_true(file_is_inside("/a", "/"));
    assert_false(file_is_inside("/a/bc", "/a/b"));
    assert_false(file_is_inside("/a", "/a/b"));
    assert_false(file_is_inside("/etc/passwd", "/a"));
}

static void real_paths_leave_links_behind(void **state)
{
    struct fixture *f = *state;
    put_file("a", 0);
    assert_int_equal(symlink("a", "b"), 0);
    assert_string_equal(file_real(&f->arena, "b", NULL), file_real(&f->arena, "./a", NULL));
    assert_null(file_real(&f->arena, "none", NULL));
}

static void no_real_path_has_a_reason_where_something_is_there(void **state)
{
    struct fixture *f = *state;
    const char *reason = "";
    assert_null(file_real(&f->arena, "none", &reason));
    assert_null(reason);
    assert_int_equal(symlink("round", "round"), 0);
    assert_null(file_real(&f->arena, "round", &reason));
    assert_string_equal(reason, "Too many levels of symbolic links");
    assert_int_equal(symlink("none", "dangling"), 0);
    assert_null(file_real(&f->arena, "dangling", &reason));
    assert_non_null(strstr(reason, "'none', which is not there"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(whole_files_are_read_up_to_the_limit),
        TEST(what_is_no_file_is_refused_at_once),
        TEST(files_without_a_size_are_read),
        TEST(what_others_do_to_a_file_changes_no_copy),
        TEST(a_change_while_a_file_is_read_is_told),
        TEST(descriptors_are_read_to_their_end),
        TEST(all_bytes_are_written_or_it_is_told),
        TEST(folders_are_listed_in_byte_order),
        TEST(kinds_follow_links),
        TEST(folders_are_made_with_their_parents),
        TEST(paths_are_joined_and_parted),
        TEST(a_path_is_told_from_a_folder),
        TEST(inside_means_below_and_not_beside),
        TEST(real_paths_leave_links_behind),
        TEST(no_real_path_has_a_reason_where_something_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
