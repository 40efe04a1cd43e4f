#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "commit/commit.h"
#include "commit/folder.h"
#include "commit/journal.h"
#include "commit/recover.h"
#include "commit/replace.h"
#include "folder.h"

static void check_file(struct fixture *f, const char *path, const char *text)
{
    struct slice bytes;
    const char *reason = "";
    assert_int_equal(file_read(path, 1 << 20, &f->arena, &bytes, NULL, &reason), STATUS_OK);
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

static void put_bytes(const char *path, struct slice bytes)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    fclose(file);
}

static void put_file(const char *path, const char *text)
{
    put_bytes(path, slice_from(text));
}

static const struct commit_file pair[] = {{"./a.pdf", {"new pdf", 7}, false, NULL},
                                          {"./a.epub", {"new epub", 8}, false, NULL}};

static struct commit_set commit_pair(struct fixture *f, bool sync)
{
    struct commit_set set = {.files = pair, .count = 2};
    commit_run(".", &set, 1, sync, &f->arena);
    return set;
}

static void put_old_pair(void)
{
    put_file("a.pdf", "old pdf");
    put_file("a.epub", "old epub");
}

static void check_pair(struct fixture *f, const char *pdf, const char *epub)
{
    check_file(f, "a.pdf", pdf);
    check_file(f, "a.epub", epub);
    assert_int_equal(entries(f), 2);
}

static void a_pair_appears_and_nothing_else_stays(void **state)
{
    struct fixture *f = *state;
    for (int sync = 0; sync < 2; sync++) {
        assert_false(commit_pair(f, sync).failed);
        check_pair(f, "new pdf", "new epub");
        put_old_pair();
        assert_false(commit_pair(f, sync).failed);
        check_pair(f, "new pdf", "new epub");
    }
}

static void a_missing_folder_is_made(void **state)
{
    struct fixture *f = *state;
    const struct commit_file file = {"x/y/a.pdf", SLICE_LIT("text"), false, NULL};
    struct commit_set set = {.files = &file, .count = 1};
    commit_run("x/y", &set, 1, true, &f->arena);
    assert_false(set.failed);
    check_file(f, "x/y/a.pdf", "text");
    remove("x/y/a.pdf");
    remove("x/y");
}

static void the_mode_follows_the_mask(void **state)
{
    struct fixture *f = *state;
    struct stat info;
    mode_t old = umask(027);
    assert_false(commit_pair(f, true).failed);
    umask(old);
    assert_int_equal(stat("a.pdf", &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(info.st_nlink, 1);
}

static void a_mended_file_keeps_its_mode(void **state)
{
    struct fixture *f = *state;
    const struct commit_file file = {"./a.md", SLICE_LIT("new text"), true, NULL};
    struct commit_set set = {.files = &file, .count = 1};
    struct stat info;
    put_file("a.md", "old text");
    assert_int_equal(chmod("a.md", 0604), 0);
    commit_run(".", &set, 1, true, &f->arena);
    assert_false(set.failed);
    check_file(f, "a.md", "new text");
    assert_int_equal(stat("a.md", &info), 0);
    assert_int_equal(info.st_mode & 07777, 0604);
    assert_int_equal(entries(f), 1);
}

static void the_longest_name_can_be_written(void **state)
{
    struct fixture *f = *state;
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    const struct commit_file file = {name, SLICE_LIT("x"), false, NULL};
    struct commit_set set = {.files = &file, .count = 1};
    commit_run(".", &set, 1, true, &f->arena);
    assert_false(set.failed);
    check_file(f, name, "x");
}

static void a_folder_in_the_way_keeps_the_old_pair(void **state)
{
    struct fixture *f = *state;
    put_file("a.pdf", "old pdf");
    assert_int_equal(mkdir("a.epub", 0777), 0);
    struct commit_set set = commit_pair(f, true);
    assert_true(set.failed);
    assert_string_equal(set.failure.path, "./a.epub");
    assert_string_equal(set.failure.reason, "a folder has this name");
    check_file(f, "a.pdf", "old pdf");
    assert_int_equal(entries(f), 2);
}

static void where_there_was_nothing_nothing_stays(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(mkdir("a.epub", 0777), 0);
    assert_true(commit_pair(f, true).failed);
    assert_int_equal(entries(f), 1);
}

static void one_sets_failure_is_not_anothers(void **state)
{
    struct fixture *f = *state;
    const struct commit_file other = {"./b.pdf", SLICE_LIT("b"), false, NULL};
    struct commit_set sets[] = {{.files = pair, .count = 2}, {.files = &other, .count = 1}};
    put_file("a.pdf", "old pdf");
    assert_int_equal(mkdir("a.epub", 0777), 0);
    commit_run(".", sets, 2, true, &f->arena);
    assert_true(sets[0].failed);
    assert_false(sets[1].failed);
    check_file(f, "a.pdf", "old pdf");
    check_file(f, "b.pdf", "b");
    assert_int_equal(entries(f), 3);
}

static void a_limit_in_the_middle_keeps_the_old_pair(void **state)
{
    struct fixture *f = *state;
    static char big[200000];
    const struct commit_file files[] = {{"./a.pdf", SLICE_LIT("few"), false, NULL},
                                        {"./a.epub", {big, sizeof big}, false, NULL}};
    struct commit_set set = {.files = files, .count = 2};
    struct rlimit old, small;
    put_old_pair();
    getrlimit(RLIMIT_FSIZE, &old);
    small = (struct rlimit){100000, old.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    commit_run(".", &set, 1, true, &f->arena);
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, handler);
    assert_true(set.failed);
    assert_string_equal(set.failure.reason, "File too large");
    check_pair(f, "old pdf", "old epub");
}

/* --- what the dead left ---------------------------------------------------------------------- */

#define STEM "./.leafset-0123456789abcdef-"

static void put_journal(bool whole)
{
    struct buf text = {0};
    journal_begin(&text);
    journal_put_file(&text, &STEM "0"[2], "a.pdf");
    journal_put_file(&text, &STEM "1"[2], "a.epub");
    journal_end_set(&text);
    journal_end(&text);
    put_bytes(FOLDER_TURN, (struct slice){text.data, text.len - !whole});
    buf_free(&text);
}

static void recover(struct fixture *f)
{
    struct commit_failure failure;
    assert_true(recover_folder(".", true, &f->arena, &failure));
}

static void before_the_first_rename_it_is_completed(void **state)
{
    struct fixture *f = *state;
    put_old_pair();
    put_file(STEM "0.new", "new pdf");
    put_file(STEM "1.new", "new epub");
    put_journal(true);
    recover(f);
    check_pair(f, "new pdf", "new epub");
}

static void between_the_renames_it_is_completed(void **state)
{
    struct fixture *f = *state;
    put_file("a.pdf", "new pdf");
    put_file("a.epub", "old epub");
    put_file(STEM "0.old", "old pdf");
    put_file(STEM "1.new", "new epub");
    put_journal(true);
    recover(f);
    check_pair(f, "new pdf", "new epub");
}

static void what_was_moved_aside_does_not_come_back(void **state)
{
    struct fixture *f = *state;
    put_file("a.pdf", "new pdf");
    put_file(STEM "0.old", "old pdf");
    put_file(STEM "1.old", "old epub");
    put_file(STEM "1.new", "new epub");
    put_journal(true);
    recover(f);
    check_pair(f, "new pdf", "new epub");
}

static void what_cannot_be_completed_is_put_back(void **state)
{
    struct fixture *f = *state;
    put_file("a.pdf", "new pdf");
    put_file(STEM "0.old", "old pdf");
    put_file(STEM "1.new", "new epub");
    assert_int_equal(mkdir("a.epub", 0777), 0);
    put_journal(true);
    recover(f);
    check_file(f, "a.pdf", "old pdf");
    assert_int_equal(entries(f), 2);
}

static void after_the_last_rename_nothing_is_undone(void **state)
{
    struct fixture *f = *state;
    put_file("a.pdf", "new pdf");
    put_file("a.epub", "new epub");
    put_file(STEM "1.old", "old epub");
    put_journal(true);
    recover(f);
    check_pair(f, "new pdf", "new epub");
}

static void a_journal_that_was_cut_off_is_none(void **state)
{
    struct fixture *f = *state;
    put_old_pair();
    put_file(STEM "0.new", "new pdf");
    put_file(STEM "1.new", "new epub");
    put_journal(false);
    recover(f);
    check_pair(f, "old pdf", "old epub");
}

static void a_commit_carries_out_the_journal_first(void **state)
{
    struct fixture *f = *state;
    const struct commit_file file = {"./b.pdf", SLICE_LIT("b"), false, NULL};
    struct commit_set set = {.files = &file, .count = 1};
    put_old_pair();
    put_file(STEM "0.new", "new pdf");
    put_file(STEM "1.new", "new epub");
    put_journal(true);
    commit_run(".", &set, 1, true, &f->arena);
    assert_false(set.failed);
    check_file(f, "a.epub", "new epub");
    check_file(f, "b.pdf", "b");
    assert_int_equal(entries(f), 3);
}

static void a_journal_names_only_files_of_ours(void **state)
{
    struct fixture *f = *state;
    static const char *const wrong[][2] = {
        {"mine.txt", "a.pdf"}, {&STEM "0"[2], "../a.pdf"}, {&STEM "0"[2], FOLDER_TURN}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct buf text = {0};
        journal_begin(&text);
        journal_put_file(&text, wrong[i][0], wrong[i][1]);
        journal_end_set(&text);
        journal_end(&text);
        put_file("mine.txt", "mine");
        put_file("mine.txt.new", "mine too");
        put_file("a.pdf", "old");
        put_bytes(FOLDER_TURN, buf_slice(&text));
        buf_free(&text);
        recover(f);
        check_file(f, "mine.txt", "mine");
        check_file(f, "mine.txt.new", "mine too");
        check_file(f, "a.pdf", "old");
        assert_int_equal(entries(f), 3);
    }
}

static void a_living_builds_files_are_left_alone(void **state)
{
    struct fixture *f = *state;
    put_file(STEM "0.new", "half");
    put_journal(false);
    int held = open(FOLDER_TURN, O_RDWR);
    assert_true(held >= 0);
    assert_int_equal(flock(held, LOCK_EX), 0);
    pid_t child = fork();
    if (child == 0) {
        usleep(100000);
        put_file("alive", "");
        unlink(STEM "0.new");
        unlink(FOLDER_TURN);
        _exit(0);
    }
    close(held); /* the child has it still */
    recover(f);
    assert_int_equal(access("alive", F_OK), 0);
    assert_int_equal(entries(f), 1);
}

static void hidden_names_are_told_from_others(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *stem = folder_stem(&arena, 0x1a, 12);
    assert_string_equal(stem, ".leafset-000000000000001a-12");
    assert_true(folder_is_stem(stem));
    assert_true(folder_is_hidden_file(".leafset-000000000000001a-12.new"));
    assert_true(folder_is_hidden_file(".leafset-000000000000001a-12.old"));
    assert_false(folder_is_hidden_file(stem));
    assert_false(folder_is_hidden_file(".leafset-1a-12.new"));
    assert_false(folder_is_hidden_file(".leafset-000000000000001a-.new"));
    assert_false(folder_is_hidden_file(".leafset-000000000000001a-12.new2"));
    assert_false(folder_is_hidden_file("leafset-000000000000001a-12.new"));
    arena_free(&arena);
}

static bool can_be_replaced(const char *folder, const char *path, struct commit_failure *failure)
{
    struct replace_folder around;
    return replace_look_at(folder, &around, failure) && replace_is_possible(&around, path, failure);
}

static void what_cannot_be_replaced_is_known_before(void **state)
{
    (void)state;
    struct commit_failure failure;
    char name[300];
    memset(name, 'n', sizeof name);
    name[256] = '\0';
    put_file("a.pdf", "old");
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_true(can_be_replaced(".", "./a.pdf", &failure));
    assert_true(can_be_replaced(".", "./b.pdf", &failure));
    assert_true(can_be_replaced("missing", "missing/b.pdf", &failure));
    assert_false(can_be_replaced(".", name, &failure));
    assert_string_equal(failure.reason, "the name is too long for the disk");
    assert_false(can_be_replaced("missing", name, &failure));
    assert_string_equal(failure.reason, "the name is too long for the disk");
    assert_false(can_be_replaced(".", "folder", &failure));
    assert_false(can_be_replaced("a.pdf", "a.pdf/b.pdf", &failure));
    remove("folder");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_pair_appears_and_nothing_else_stays),
        TEST(a_missing_folder_is_made),
        TEST(the_mode_follows_the_mask),
        TEST(a_mended_file_keeps_its_mode),
        TEST(the_longest_name_can_be_written),
        TEST(a_folder_in_the_way_keeps_the_old_pair),
        TEST(where_there_was_nothing_nothing_stays),
        TEST(one_sets_failure_is_not_anothers),
        TEST(a_limit_in_the_middle_keeps_the_old_pair),
        TEST(before_the_first_rename_it_is_completed),
        TEST(between_the_renames_it_is_completed),
        TEST(what_was_moved_aside_does_not_come_back),
        TEST(what_cannot_be_completed_is_put_back),
        TEST(after_the_last_rename_nothing_is_undone),
        TEST(a_journal_that_was_cut_off_is_none),
        TEST(a_commit_carries_out_the_journal_first),
        TEST(a_journal_names_only_files_of_ours),
        TEST(a_living_builds_files_are_left_alone),
        TEST(hidden_names_are_told_from_others),
        TEST(what_cannot_be_replaced_is_known_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
