#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "build/clashes.h"
#include "build/formats.h"
#include "build/jobs.h"
#include "read/readers.h"

struct fixture {
    char folder[200];
    struct arena arena;
    struct inputs *inputs;
    struct diag_list diags;
    struct job_list jobs;
    struct build_options options;
};

static void put_file(const char *name)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fclose(file);
}

static int set_up(void **state)
{
    struct fixture *f = mem_calloc(1, sizeof *f);
    const char *top = getenv("TMPDIR");
    snprintf(f->folder, sizeof f->folder, "%s/leafset-jobs-XXXXXX", top ? top : "/tmp");
    *state = f;
    if (!mkdtemp(f->folder) || chdir(f->folder) != 0)
        return -1;
    f->inputs = inputs_open(NULL, false);
    f->diags.arena = &f->arena;
    f->options.out = "out";
    f->options.formats = formats_parse("pdf,epub");
    return 0;
}

/* Removes what is in the folder at hand; links are not followed. */
static void empty_folder(struct arena *arena)
{
    const char **names, *reason;
    struct stat info;
    if (file_list(".", arena, &names, &reason) != STATUS_OK)
        return;
    for (; *names; names++) {
        if (lstat(*names, &info) == 0 && S_ISDIR(info.st_mode) && chdir(*names) == 0) {
            empty_folder(arena);
            assert_int_equal(chdir(".."), 0);
        }
        remove(*names);
    }
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    empty_folder(&f->arena);
    jobs_free(&f->jobs);
    inputs_close(f->inputs);
    diag_free(&f->diags);
    arena_free(&f->arena);
    int result = chdir("/");
    rmdir(f->folder);
    mem_free(f);
    return result;
}

static enum status collect(struct fixture *f, const char *const *paths, size_t count)
{
    f->options.paths = paths;
    f->options.path_count = count;
    enum status status = jobs_collect(&f->options, f->inputs, &f->jobs, &f->diags);
    enum status clashes = clashes_find(&f->options, f->inputs, &f->jobs, &f->diags);
    return status > clashes ? status : clashes;
}

static void folders_are_read_in_sorted_order(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c"};
    mkdir("c", 0777);
    mkdir("c/b", 0777);
    put_file("c/z.md");
    put_file("c/a.TXT");
    put_file("c/README.md");
    put_file("c/.hidden.md");
    put_file("c/picture.png");
    put_file("c/b/m.md");
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_int_equal(f->jobs.count, 3);
    assert_string_equal(f->jobs.items[0].path, "c/a.TXT");
    assert_string_equal(f->jobs.items[0].reader->name, "plain");
    assert_string_equal(f->jobs.items[1].path, "c/b/m.md");
    assert_string_equal(f->jobs.items[1].stem, "out/b/m");
    assert_string_equal(f->jobs.items[2].stem, "out/z");
}

static void expect_passed(struct fixture *f, const char *expected)
{
    struct buf text = {0};
    passed_put(&f->jobs.passed, &text);
    assert_string_equal(text.data ? text.data : "", expected);
    buf_free(&text);
}

static void other_files_are_noted(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {
        "c/1.docx",   "c/2.DOCX",         "c/3.docx",     "c/4.docx",
        "c/LICENSE",  "c/x.pdf",          "c/clinic.yml", "c/photo.JPG",
        "c/~$1.docx", "c/README.md",      "c/b.md",       "c/d.markdown",
        "c/.x.docx",  "c/clinic.yml.txt", "out/b.pdf",    "out/old.epub",
    };
    const char *const paths[] = {"c"}, *const all[] = {"."};
    mkdir("c", 0777);
    mkdir("out", 0777);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        put_file(names[i]);
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_int_equal(f->jobs.count, 2);
    expect_passed(f, "4 .docx (c/1.docx, c/2.DOCX, c/3.docx …), 1 without an ending (c/LICENSE), "
                     "1 .pdf (c/x.pdf)");
    f->jobs.count = f->jobs.passed.count = 0;
    assert_int_equal(collect(f, all, 1), STATUS_OK);
    assert_int_equal(f->jobs.passed.count, 6); /* nothing of out */
}

static void outputs_beside_their_sources_are_not_noted(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"."};
    f->options.out = ".";
    put_file("a.md");
    put_file("a.pdf");
    put_file("a.epub");
    put_file("b.pdf");
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    expect_passed(f, "1 .pdf (b.pdf)");
}

static void outputs_that_clash_are_refused(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"a.md", "A.txt"};
    put_file("a.md");
    put_file("A.txt");
    assert_int_equal(collect(f, paths, 2), STATUS_CONTENT);
    assert_int_equal(f->diags.per_code[DIAG_CODE_OUTPUT_CLASH], 1);
}

static void standard_output_clashes_with_nothing(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"-"};
    f->options.out = "-";
    f->options.from = readers_find("plain");
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_string_equal(f->jobs.items[0].reader->name, "plain");
}

static void standard_output_takes_one_leaflet(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c"};
    f->options.out = "-";
    mkdir("c", 0777);
    put_file("c/a.md");
    put_file("c/b.md");
    assert_int_equal(collect(f, paths, 1), STATUS_CONTENT);
    assert_int_equal(f->diags.per_code[DIAG_CODE_OUTPUT_CLASH], 1);
}

static void clashes_are_seen_whatever_the_case_and_form(void **state)
{
    struct fixture *f = *state;
    /* composed and decomposed, capital and small */
    const char *const paths[] = {"\xc3\xa9t\xc3\xa9.md", "E\xcc\x81TE\xcc\x81.txt", "\xff.md",
                                 "\xff.txt", "\xfe.md"};
    for (int i = 0; i < 5; i++)
        put_file(paths[i]);
    assert_int_equal(collect(f, paths, 5), STATUS_CONTENT);
    assert_int_equal(f->diags.per_code[DIAG_CODE_OUTPUT_CLASH], 2);
    assert_string_equal(f->diags.items[0].file, paths[1]);
    assert_non_null(strstr(f->diags.items[0].message, paths[0]));
}

static void files_of_two_folders_clash(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"x/a.md", "y/a.md", "z/a.txt"};
    mkdir("x", 0777);
    mkdir("y", 0777);
    mkdir("z", 0777);
    for (int i = 0; i < 3; i++)
        put_file(paths[i]);
    assert_int_equal(collect(f, paths, 3), STATUS_CONTENT);
    assert_int_equal(f->diags.per_code[DIAG_CODE_OUTPUT_CLASH], 2);
    assert_non_null(strstr(f->diags.items[1].message, "x/a.md"));
}

static void one_leaflet_named_twice_is_one(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"a.md", "./a.md", "c", "c/", "a.md"};
    put_file("a.md");
    mkdir("c", 0777);
    put_file("c/b.md");
    assert_int_equal(collect(f, paths, 5), STATUS_OK);
    assert_int_equal(f->jobs.count, 2);
    assert_string_equal(f->jobs.items[0].path, "a.md");
    assert_string_equal(f->jobs.items[1].stem, "out/b");
}

static void no_output_replaces_a_source(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"a.md", "a.pdf"};
    put_file("a.md");
    put_file("a.pdf");
    f->options.out = ".";
    assert_int_equal(collect(f, paths, 2), STATUS_CONTENT);
    assert_true(f->diags.per_code[DIAG_CODE_OUTPUT_CLASH] > 0);
    assert_non_null(strstr(f->diags.items[f->diags.count - 1].message, "overwritten"));
}

static void a_source_named_like_its_output_is_kept(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"x.epub"};
    put_file("x.epub");
    f->options.out = ".";
    assert_int_equal(collect(f, paths, 1), STATUS_CONTENT);
    f->jobs.count = 0;
    f->options.formats = formats_parse("pdf");
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    f->jobs.count = 0;
    f->options.formats = formats_parse("epub");
    f->options.out = "elsewhere";
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
}

static void a_file_that_is_not_there_is_a_job_that_will_fail(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"nowhere.md", "c"};
    mkdir("c", 0777);
    put_file("c/a.md");
    assert_int_equal(symlink("nothing", "c/broken.md"), 0);
    assert_int_equal(symlink("nothing", "c/picture.png"), 0);
    assert_int_equal(collect(f, paths, 2), STATUS_OK);
    assert_int_equal(f->jobs.count, 3);
    assert_string_equal(f->jobs.items[0].path, "nowhere.md");
    assert_string_equal(f->jobs.items[2].path, "c/broken.md");
}

static void no_leaflet_at_all_is_told(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"e"};
    mkdir("e", 0777);
    put_file("e/readme.MD");
    put_file("e/.md");
    put_file("e/.txt");
    put_file("e/a.mdx");
    assert_int_equal(collect(f, paths, 1), STATUS_CONTENT);
    assert_int_equal(f->diags.per_code[DIAG_CODE_NOTHING_TO_BUILD], 1);
}

static void one_folder_without_a_leaflet_is_told_beside_others(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"full", "bare"};
    mkdir("full", 0777);
    mkdir("bare", 0777);
    put_file("full/a.md");
    put_file("bare/README.md");
    assert_int_equal(collect(f, paths, 2), STATUS_CONTENT);
    assert_int_equal(f->jobs.count, 1);
    assert_int_equal(f->diags.per_code[DIAG_CODE_NOTHING_TO_BUILD], 1);
    assert_string_equal(f->diags.items[0].file, "bare");
}

static void a_named_file_needs_no_ending(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"README.md", "notes", "a.b.md", ".hidden"};
    for (int i = 0; i < 4; i++)
        put_file(paths[i]);
    assert_int_equal(collect(f, paths, 4), STATUS_OK);
    const char *const stems[] = {"out/README", "out/notes", "out/a.b", "out/.hidden"};
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(f->jobs.items[i].stem, stems[i]);
        assert_null(f->jobs.items[i].top);
        assert_string_equal(f->jobs.items[i].reader->name, "markdown");
    }
}

static void a_folder_that_cannot_be_read_stops_no_other(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c"};
    struct buf deep = {0};
    buf_put_string(&deep, "c");
    for (int i = 0; i < 110; i++) {
        mkdir(deep.data, 0777);
        buf_put_string(&deep, "/d");
    }
    put_file("c/z.md");
    assert_int_equal(collect(f, paths, 1), STATUS_ENVIRONMENT);
    assert_int_equal(f->jobs.count, 1);
    assert_int_equal(f->diags.per_code[DIAG_CODE_FILE_UNREADABLE], 1);
    assert_non_null(strstr(f->diags.items[0].message, "too deeply"));
    buf_free(&deep);
}

static void a_loop_of_links_ends(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c"};
    mkdir("c", 0777);
    put_file("c/a.md");
    assert_int_equal(symlink("../c", "c/loop"), 0);
    assert_int_equal(symlink("..", "c/up"), 0);
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_int_equal(f->jobs.count, 1);
}

/* Each may be a folder of leaflets, which nobody would miss. */
static void a_link_that_leads_nowhere_is_told(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c"};
    mkdir("c", 0777);
    put_file("c/a.md");
    assert_int_equal(symlink("self", "c/self"), 0);
    assert_int_equal(symlink("../gone", "c/old"), 0);
    assert_int_equal(symlink("../gone.png", "c/old.png"), 0);
    assert_int_equal(collect(f, paths, 1), STATUS_ENVIRONMENT);
    assert_int_equal(f->jobs.count, 1);
    assert_int_equal(f->diags.per_code[DIAG_CODE_FILE_UNREADABLE], 2);
    assert_string_equal(f->diags.items[0].file, "c/old");
    assert_non_null(strstr(f->diags.items[0].message, "a symbolic link to '../gone'"));
}

/* Each folder links to both others: followed blindly, the paths double at every level. */
static void a_net_of_links_is_read_once(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c"};
    static const char *const names[] = {"c", "x", "y"};
    for (int i = 0; i < 3; i++) {
        char path[32], goal[32];
        mkdir(names[i], 0777);
        snprintf(path, sizeof path, "%s/%s.md", names[i], names[i]);
        put_file(path);
        for (int j = 0; j < 3; j++) {
            snprintf(path, sizeof path, "%s/to-%s", names[i], names[j]);
            snprintf(goal, sizeof goal, "../%s", names[j]);
            assert_int_equal(symlink(goal, path), 0);
        }
    }
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_int_equal(f->jobs.count, 3);
    assert_string_equal(f->jobs.items[0].stem, "out/c");
    assert_string_equal(f->jobs.items[1].stem, "out/to-x/to-y/y");
    assert_string_equal(f->jobs.items[2].stem, "out/to-x/x");
}

static void a_link_to_other_settings_is_followed_once(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c"};
    mkdir("c", 0777);
    mkdir("c/n", 0777);
    mkdir("c/s", 0777);
    mkdir("c/s/t", 0777);
    put_file("c/n/clinic.yml");
    put_file("c/s/t/a.md");
    assert_int_equal(symlink("s", "c/alias"), 0);     /* nothing else holds there */
    assert_int_equal(symlink("../s", "c/n/link"), 0); /* n's settings hold there */
    assert_int_equal(symlink("../../n", "c/s/t/back"), 0);
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_int_equal(f->jobs.count, 2);
    const struct job *linked = &f->jobs.items[0], *own = &f->jobs.items[1];
    assert_string_equal(linked->stem, "out/n/link/t/a");
    assert_string_equal(linked->folder, file_real(&f->arena, "c/s/t", NULL));
    assert_string_equal(linked->goal, file_real(&f->arena, "c/s", NULL));
    assert_string_equal(linked->link,
                        file_join(&f->arena, file_real(&f->arena, "c/n", NULL), "link"));
    assert_string_equal(jobs_reached(&f->arena, linked, linked->folder),
                        arena_format(&f->arena, "%s/t", linked->link));
    assert_string_equal(own->stem, "out/s/t/a");
    assert_null(own->link);
}

static void a_link_on_the_way_to_a_file_is_known(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"n/link/t/a.md", "s/t/a.md", "n/link/../x.md"};
    mkdir("n", 0777);
    mkdir("s", 0777);
    mkdir("s/t", 0777);
    put_file("s/t/a.md");
    put_file("x.md");
    assert_int_equal(symlink("../s", "n/link"), 0);
    f->options.out = "-";
    collect(f, paths, 3);
    assert_int_equal(f->jobs.count, 2);
    assert_string_equal(f->jobs.items[0].goal, file_real(&f->arena, "s", NULL));
    assert_string_equal(f->jobs.items[0].link,
                        file_join(&f->arena, file_real(&f->arena, "n", NULL), "link"));
    assert_null(f->jobs.items[1].link); /* ".." behind a link leads elsewhere than it reads */
}

static void a_folder_keeps_its_real_top(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"c/../c/"};
    mkdir("c", 0777);
    mkdir("c/d", 0777);
    put_file("c/d/a.md");
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_string_equal(f->jobs.items[0].path, "c/../c/d/a.md");
    assert_string_equal(f->jobs.items[0].stem, "out/d/a");
    assert_string_equal(f->jobs.items[0].top, file_real(&f->arena, "c", NULL));
    assert_string_equal(f->jobs.items[0].folder, file_real(&f->arena, "c/d", NULL));
}

static const struct edition pair[] = {{.suffix = ""}, {.suffix = "-large"}};

static void give_editions(struct fixture *f)
{
    for (size_t i = 0; i < f->jobs.count; i++) {
        f->jobs.items[i].editions = pair;
        f->jobs.items[i].edition_count = 2;
    }
}

static void a_leaflet_has_one_edition_without_a_suffix(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"a.md"};
    put_file("a.md");
    assert_int_equal(collect(f, paths, 1), STATUS_OK);
    assert_int_equal(f->jobs.items[0].edition_count, 1);
    assert_string_equal(jobs_stem(&f->arena, &f->jobs.items[0], f->jobs.items[0].editions),
                        "out/a");
    assert_string_equal(jobs_stem(&f->arena, &f->jobs.items[0], &pair[1]), "out/a-large");
}

static void editions_clash_by_their_own_names(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"a.md", "b.md", "a-large.md"};
    for (int i = 0; i < 3; i++)
        put_file(paths[i]);
    assert_int_equal(collect(f, paths, 2), STATUS_OK);
    give_editions(f);
    assert_int_equal(clashes_find(&f->options, f->inputs, &f->jobs, &f->diags), STATUS_OK);
    f->jobs.count = 0;
    assert_int_equal(collect(f, paths, 3), STATUS_OK);
    give_editions(f);
    assert_int_equal(clashes_find(&f->options, f->inputs, &f->jobs, &f->diags), STATUS_CONTENT);
    assert_int_equal(f->diags.per_code[DIAG_CODE_OUTPUT_CLASH], 1);
    assert_non_null(strstr(f->diags.items[0].message, "as a.md: out/a-large"));
}

static void no_edition_replaces_a_source(void **state)
{
    struct fixture *f = *state;
    const char *const paths[] = {"a.md", "a-large.pdf"};
    put_file(paths[0]);
    put_file(paths[1]);
    f->options.out = ".";
    f->options.paths = paths;
    f->options.path_count = 2;
    assert_int_equal(jobs_collect(&f->options, f->inputs, &f->jobs, &f->diags), STATUS_OK);
    f->jobs.items[0].editions = pair;
    f->jobs.items[0].edition_count = 2;
    f->jobs.items[1].edition_count = 0;
    assert_int_equal(clashes_find(&f->options, f->inputs, &f->jobs, &f->diags), STATUS_CONTENT);
    assert_non_null(strstr(f->diags.items[f->diags.count - 1].message, "overwritten"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(folders_are_read_in_sorted_order),
        TEST(other_files_are_noted),
        TEST(outputs_beside_their_sources_are_not_noted),
        TEST(outputs_that_clash_are_refused),
        TEST(standard_output_clashes_with_nothing),
        TEST(standard_output_takes_one_leaflet),
        TEST(clashes_are_seen_whatever_the_case_and_form),
        TEST(files_of_two_folders_clash),
        TEST(one_leaflet_named_twice_is_one),
        TEST(no_output_replaces_a_source),
        TEST(a_source_named_like_its_output_is_kept),
        TEST(a_file_that_is_not_there_is_a_job_that_will_fail),
        TEST(no_leaflet_at_all_is_told),
        TEST(one_folder_without_a_leaflet_is_told_beside_others),
        TEST(a_named_file_needs_no_ending),
        TEST(a_folder_that_cannot_be_read_stops_no_other),
        TEST(a_loop_of_links_ends),
        TEST(a_link_that_leads_nowhere_is_told),
        TEST(a_net_of_links_is_read_once),
        TEST(a_link_to_other_settings_is_followed_once),
        TEST(a_link_on_the_way_to_a_file_is_known),
        TEST(a_folder_keeps_its_real_top),
        TEST(a_leaflet_has_one_edition_without_a_suffix),
        TEST(editions_clash_by_their_own_names),
        TEST(no_edition_replaces_a_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
