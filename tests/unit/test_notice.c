#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "build/notice.h"
#include "folder.h"

static void empty_folder(struct arena *arena, const char *folder)
{
    const char **names, *reason;
    if (file_list(folder, arena, &names, &reason) != STATUS_OK)
        return;
    for (; *names; names++) {
        const char *path = file_join(arena, folder, *names);
        if (!file_is_link(path))
            empty_folder(arena, path);
        remove(path);
    }
}

static int empty(void **state)
{
    struct fixture *f = *state;
    empty_folder(&f->arena, ".");
    return tear_down(state);
}

static void put_file(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("words", file);
    fclose(file);
}

/* The leaflet in/a.md, whose settings are not there, in a folder of leaflets; and a picture in a
 * folder that is not there. True: as notice_end. */
static bool ask(struct notice *notice)
{
    notice_begin(notice);
    notice_ask(notice, INPUT_NAMES, "in");
    notice_ask(notice, INPUT_BYTES, "in/a.md");
    notice_ask(notice, INPUT_KIND, "in/clinic.yml");
    notice_ask(notice, INPUT_BYTES, "in/pictures/a.png");
    return notice_end(notice);
}

static void open_notice(struct notice *notice)
{
    assert_int_equal(mkdir("in", 0777), 0);
    assert_true(notice_open(notice));
    assert_true(ask(notice));
    assert_false(ask(notice));
    assert_int_equal(notice->error, 0);
}

/* Milliseconds to wait after all that has happened; -1: nothing of it matters. */
static int take(struct notice *notice)
{
    struct settle settle = {0};
    notice_take(notice, &settle, 1000);
    int wait = settle_wait(&settle, 1000);
    settle_clear(&settle);
    return wait;
}

static void what_was_asked_for_matters(void **state)
{
    (void)state;
    struct notice notice;
    open_notice(&notice);
    put_file("in/a.md");
    assert_int_equal(take(&notice), SETTLE_WHOLE_MS);
    put_file("in/clinic.yml"); /* which was not there */
    assert_int_equal(take(&notice), SETTLE_WHOLE_MS);
    put_file("in/.a.md.swp");
    put_file("in/a.md~");
    put_file("in/a.pdf");
    assert_int_equal(rename("in/a.md~", "in/a.old"), 0);
    assert_int_equal(take(&notice), -1);
    put_file("in/.new");
    assert_int_equal(rename("in/.new", "in/a.md"), 0);
    assert_int_equal(take(&notice), SETTLE_WHOLE_MS);
    unlink("in/a.md");
    assert_int_equal(take(&notice), SETTLE_BEGUN_MS);
    notice_close(&notice);
}

static void leaflets_and_folders_of_a_listed_folder_matter(void **state)
{
    (void)state;
    struct notice notice;
    open_notice(&notice);
    put_file("in/b.md");
    assert_int_equal(take(&notice), SETTLE_WHOLE_MS);
    assert_int_equal(mkdir("in/skin", 0777), 0);
    assert_int_equal(take(&notice), SETTLE_BEGUN_MS);
    assert_int_equal(symlink("skin", "in/link"), 0);
    assert_int_equal(take(&notice), SETTLE_BEGUN_MS);
    assert_int_equal(mkdir("in/.git", 0777), 0);
    assert_int_equal(take(&notice), -1);
    notice_close(&notice);
}

static void a_folder_that_comes_is_watched(void **state)
{
    (void)state;
    struct notice notice;
    open_notice(&notice);
    assert_int_equal(mkdir("in/pictures", 0777), 0);
    assert_int_equal(take(&notice), SETTLE_BEGUN_MS);
    put_file("in/pictures/a.png"); /* too early to be noticed, … */
    assert_int_equal(take(&notice), -1);
    assert_true(ask(&notice)); /* … which this says */
    put_file("in/pictures/a.png");
    assert_int_equal(take(&notice), SETTLE_WHOLE_MS);
    notice_close(&notice);
}

static void a_folder_that_is_made_again_is_watched(void **state)
{
    (void)state;
    struct notice notice;
    open_notice(&notice);
    assert_int_equal(rename("in", "before"), 0);
    assert_int_equal(mkdir("in", 0777), 0);
    assert_true(take(&notice) >= 0);
    assert_true(ask(&notice));
    put_file("before/a.md");
    assert_int_equal(take(&notice), -1);
    put_file("in/a.md");
    assert_int_equal(take(&notice), SETTLE_WHOLE_MS);
    notice_close(&notice);
}

static void two_ways_to_a_folder_are_one(void **state)
{
    (void)state;
    struct notice notice;
    open_notice(&notice);
    assert_int_equal(symlink("in", "link"), 0);
    assert_int_equal(take(&notice), -1);
    notice_begin(&notice);
    notice_ask(&notice, INPUT_BYTES, "in/a.md");
    notice_ask(&notice, INPUT_BYTES, "link/b.txt");
    notice_end(&notice);
    put_file("in/b.txt");
    assert_int_equal(take(&notice), SETTLE_WHOLE_MS);
    notice_close(&notice);
}

static void what_cannot_be_there_is_left_out(void **state)
{
    (void)state;
    struct notice notice;
    struct buf deep = {0}, wide = {0};
    open_notice(&notice);
    for (int i = 0; i < 100000; i++)
        buf_put_string(&deep, "a/");
    for (int i = 0; i < 300; i++)
        buf_put_char(&wide, 'a');
    buf_put_string(&wide, "/a.png");
    assert_int_equal(symlink("circle", "circle"), 0);
    notice_begin(&notice);
    notice_ask(&notice, INPUT_BYTES, deep.data);
    notice_ask(&notice, INPUT_BYTES, wide.data);
    notice_ask(&notice, INPUT_BYTES, "circle/a.png");
    notice_end(&notice);
    assert_int_equal(notice.error, 0);
    notice_close(&notice);
    buf_free(&deep);
    buf_free(&wide);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_asked_for_matters, set_up, empty),
        cmocka_unit_test_setup_teardown(leaflets_and_folders_of_a_listed_folder_matter, set_up,
                                        empty),
        cmocka_unit_test_setup_teardown(a_folder_that_comes_is_watched, set_up, empty),
        cmocka_unit_test_setup_teardown(a_folder_that_is_made_again_is_watched, set_up, empty),
        cmocka_unit_test_setup_teardown(two_ways_to_a_folder_are_one, set_up, empty),
        cmocka_unit_test_setup_teardown(what_cannot_be_there_is_left_out, set_up, empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
