/* What a leaflet reads: from the disk, from memory, and the record of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/inputs.h"
#include "build/formats.h"
#include "build/leaflet.h"
#include "build/telling.h"
#include "folder.h"
#include "read/readers.h"

/* A picture of one grey pixel. */
static const unsigned char png[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

#define BYTES(literal) SLICE_LIT(literal)

static void put_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static const struct input *find(const struct inputs *inputs, enum input_question question,
                                const char *path)
{
    for (size_t i = 0; i < inputs_count(inputs); i++) {
        const struct input *input = inputs_at(inputs, i);
        if (input->question == question && strcmp(input->path, path) == 0)
            return input;
    }
    return NULL;
}

static void assert_answer(const struct inputs *inputs, enum input_question question,
                          const char *path, struct slice answer)
{
    struct digest digest = digest_of(answer.ptr, answer.len);
    const struct input *input = find(inputs, question, path);
    assert_non_null(input);
    assert_true(input->found);
    assert_int_equal(input->size, answer.len);
    assert_true(digest_equal(&input->digest, &digest));
}

static void assert_nothing(const struct inputs *inputs, enum input_question question,
                           const char *path)
{
    const struct input *input = find(inputs, question, path);
    assert_non_null(input);
    assert_false(input->found);
    assert_int_equal(input->size, 0);
}

static void every_question_is_recorded_once(void **state)
{
    struct fixture *f = *state;
    struct inputs *inputs = inputs_open(NULL, true);
    struct slice text;
    const char *reason = NULL, **names;
    put_text("a", "some words");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(inputs_read(inputs, "a", 100, &f->arena, &text, &reason), STATUS_OK);
        assert_true(slice_equal_string(text, "some words"));
        assert_int_equal(inputs_read(inputs, "b", 100, &f->arena, &text, &reason),
                         STATUS_ENVIRONMENT);
        assert_int_equal(inputs_kind(inputs, "a", &reason), FILE_REGULAR);
        assert_int_equal(inputs_kind(inputs, "b", &reason), FILE_MISSING);
        assert_int_equal(inputs_list(inputs, ".", &f->arena, &names, &reason), STATUS_OK);
        assert_string_equal(names[0], "a");
    }
    const char *real = inputs_real(inputs, &f->arena, "a", NULL);
    assert_int_equal(inputs_count(inputs), 6);
    assert_answer(inputs, INPUT_BYTES, "a", BYTES("some words"));
    assert_nothing(inputs, INPUT_BYTES, "b");
    assert_answer(inputs, INPUT_KIND, "a", BYTES("file"));
    assert_nothing(inputs, INPUT_KIND, "b");
    assert_answer(inputs, INPUT_NAMES, ".", BYTES("a\0"));
    assert_answer(inputs, INPUT_REAL, "a", slice_from(real));
    assert_string_equal(inputs_at(inputs, 0)->path, "a");
    inputs_clear(inputs);
    assert_int_equal(inputs_count(inputs), 0);
    inputs_close(inputs);
}

static void what_is_too_large_is_not_found(void **state)
{
    struct fixture *f = *state;
    struct inputs *inputs = inputs_open(NULL, false);
    struct slice text;
    const char *reason;
    put_text("a", "some words");
    assert_int_equal(inputs_read(inputs, "a", 9, &f->arena, &text, &reason), STATUS_CONTENT);
    assert_string_equal(reason, "it is too large");
    assert_nothing(inputs, INPUT_BYTES, "a");
    inputs_close(inputs);
}

static void digests_are_made_only_when_wanted(void **state)
{
    struct fixture *f = *state;
    struct inputs *inputs = inputs_open(NULL, false);
    const struct digest none = {{0}};
    struct slice text;
    const char *reason;
    put_text("a", "some words");
    assert_int_equal(inputs_read(inputs, "a", 100, &f->arena, &text, &reason), STATUS_OK);
    assert_int_equal(find(inputs, INPUT_BYTES, "a")->size, 10);
    assert_true(digest_equal(&find(inputs, INPUT_BYTES, "a")->digest, &none));
    inputs_close(inputs);
}

static void files_are_mapped(void **state)
{
    (void)state;
    struct inputs *inputs = inputs_open(NULL, true);
    struct file_map map;
    const struct input *input;
    const char *reason;
    put_text("a", "some words");
    put_text("empty", "");
    assert_int_equal(inputs_map(inputs, "a", FILE_OF_SYSTEM, 100, &map, &input, &reason),
                     STATUS_OK);
    assert_true(slice_equal_string(map.bytes, "some words"));
    assert_answer(inputs, INPUT_BYTES, "a", map.bytes);
    file_unmap(&map);
    assert_int_equal(inputs_map(inputs, "empty", FILE_OF_SYSTEM, 100, &map, &input, &reason),
                     STATUS_OK);
    assert_int_equal(map.bytes.len, 0);
    file_unmap(&map);
    assert_int_equal(inputs_map(inputs, "a", FILE_OF_SYSTEM, 9, &map, &input, &reason),
                     STATUS_CONTENT);
    assert_int_equal(inputs_map(inputs, ".", FILE_OF_SYSTEM, 9, &map, &input, &reason),
                     STATUS_ENVIRONMENT);
    assert_string_equal(reason, "it is a folder");
    file_unmap(&map);
    inputs_close(inputs);
}

/* A file that an earlier leaflet opened is used by a later one. */
static void what_is_known_can_be_noted_again(void **state)
{
    (void)state;
    struct inputs *inputs = inputs_open(NULL, true);
    struct file_map map;
    const struct input *input;
    const char *reason;
    put_text("a", "some words");
    assert_int_equal(inputs_map(inputs, "a", FILE_OF_SYSTEM, 100, &map, &input, &reason),
                     STATUS_OK);
    struct input known = *input;
    known.path = "a";
    inputs_clear(inputs);
    inputs_note(inputs, &known);
    inputs_note(inputs, &known);
    assert_int_equal(inputs_count(inputs), 1);
    assert_answer(inputs, INPUT_BYTES, "a", map.bytes);
    file_unmap(&map);
    inputs_close(inputs);
}

static void the_root_bounds_what_is_inside(void **state)
{
    struct fixture *f = *state;
    const struct memory_file items[] = {{.path = "/c/a.png", .bytes = BYTES("a")},
                                        {.path = "/cc/b.png", .bytes = BYTES("b")}};
    const struct memory_files files = {items, 2};
    struct inputs *inputs = inputs_open(&files, false);
    const char *reason;
    assert_null(inputs_inside(inputs, &f->arena, "/c", "a.png", &reason));
    inputs_set_root(inputs, "/c", NULL);
    assert_string_equal(inputs_root(inputs), "/c");
    assert_string_equal(inputs_inside(inputs, &f->arena, "/c", "a.png", &reason), "/c/a.png");
    assert_null(inputs_inside(inputs, &f->arena, "/c", "../cc/b.png", &reason));
    assert_null(inputs_inside(inputs, &f->arena, "/c", "none.png", &reason));
    inputs_clear(inputs);
    assert_null(inputs_root(inputs));
    inputs_close(inputs);
}

static void memory_answers_as_the_disk_does(void **state)
{
    struct fixture *f = *state;
    const struct memory_file items[] = {{.path = "/c/b/x.md", .bytes = BYTES("text")},
                                        {.path = "/c/a.md", .bytes = BYTES("more text")},
                                        {.path = "/c/b/a.md", .bytes = BYTES("")}};
    const struct memory_files files = {items, 3};
    struct inputs *inputs = inputs_open(&files, false);
    struct slice text;
    const char *reason, **names;
    assert_int_equal(inputs_read(inputs, "c/./b/../a.md", 9, &f->arena, &text, &reason), STATUS_OK);
    assert_true(slice_equal_string(text, "more text"));
    assert_int_equal(inputs_read(inputs, "/c/a.md", 8, &f->arena, &text, &reason), STATUS_CONTENT);
    assert_int_equal(inputs_read(inputs, "/c/b", 8, &f->arena, &text, &reason), STATUS_ENVIRONMENT);
    assert_string_equal(reason, "it is a folder");
    assert_int_equal(inputs_read(inputs, "/c/none", 8, &f->arena, &text, &reason),
                     STATUS_ENVIRONMENT);
    assert_string_equal(reason, "No such file or directory");
    assert_int_equal(inputs_kind(inputs, "/", &reason), FILE_FOLDER);
    assert_int_equal(inputs_kind(inputs, "/c/", &reason), FILE_FOLDER);
    assert_int_equal(inputs_kind(inputs, "/c/a", &reason), FILE_MISSING);
    assert_int_equal(inputs_list(inputs, "/c", &f->arena, &names, &reason), STATUS_OK);
    assert_string_equal(names[0], "a.md");
    assert_string_equal(names[1], "b");
    assert_null(names[2]);
    assert_int_equal(inputs_list(inputs, "/d", &f->arena, &names, &reason), STATUS_ENVIRONMENT);
    assert_int_equal(inputs_list(inputs, "/c/a.md", &f->arena, &names, &reason),
                     STATUS_ENVIRONMENT);
    assert_string_equal(reason, "Not a directory");
    assert_string_equal(inputs_real(inputs, &f->arena, "c/b/.", NULL), "/c/b");
    assert_null(inputs_real(inputs, &f->arena, "/c/none", NULL));
    inputs_close(inputs);
}

static void what_cannot_be_looked_at_is_not_missing(void **state)
{
    struct fixture *f = *state;
    const struct memory_file items[] = {{.path = "/c/shut", .trouble = "Permission denied"},
                                        {.path = "/c/a.md", .bytes = BYTES("text")}};
    const struct memory_files files = {items, 2};
    struct inputs *inputs = inputs_open(&files, false);
    struct slice text;
    const char *reason = NULL, **names;
    inputs_set_root(inputs, "/c", NULL);
    assert_int_equal(inputs_kind(inputs, "/c/shut/x.png", &reason), FILE_UNREADABLE);
    assert_string_equal(reason, "Permission denied");
    assert_nothing(inputs, INPUT_KIND, "/c/shut/x.png");
    assert_null(inputs_inside(inputs, &f->arena, "/c", "shut/x.png", &reason));
    assert_string_equal(reason, "Permission denied");
    assert_null(inputs_inside(inputs, &f->arena, "/c", "../shut/x.png", &reason));
    assert_null(reason);
    assert_int_equal(inputs_read(inputs, "/c/shut", 8, &f->arena, &text, &reason),
                     STATUS_ENVIRONMENT);
    assert_string_equal(reason, "Permission denied");
    assert_int_equal(inputs_list(inputs, "/c/shut", &f->arena, &names, &reason),
                     STATUS_ENVIRONMENT);
    assert_string_equal(reason, "Permission denied");
    inputs_close(inputs);
}

/* ---- a whole leaflet */

#define FONT_FILES 4

/* The house font as it is on the disk, for leaflets that are not. */
static void load_fonts(struct arena *arena, struct memory_file fonts[FONT_FILES])
{
    static const char *const names[FONT_FILES] = {"Regular", "Bold", "Italic", "BoldItalic"};
    struct inputs *disk = inputs_open(NULL, false);
    const char *reason;
    for (int i = 0; i < FONT_FILES; i++) {
        fonts[i].path =
            arena_format(arena, "/usr/share/fonts/truetype/noto/NotoSans-%s.ttf", names[i]);
        if (inputs_read(disk, fonts[i].path, 1 << 24, arena, &fonts[i].bytes, &reason) != STATUS_OK)
            skip();
    }
    inputs_close(disk);
}

/* report: what is told. */
static enum status dump_leaflet(struct worker *worker, const char *path, struct buf *out,
                                struct buf *report)
{
    struct build_options options = {
        .out = "out", .formats = formats_with(FORMAT_BY_DEFAULT), .epoch = -1};
    struct job_list jobs = {0};
    jobs_add_file(&options, worker->inputs, path, &jobs);
    struct report made = {0};
    struct telling telling = {.options = &options};
    enum status status =
        leaflet_dump(&jobs.items[0], &options, worker, BUILD_DUMP_FRAMES, out, &made);
    status = telling_add_leaflet(&telling, path, status, &made, report);
    report_free(&made);
    telling_free(&telling);
    jobs_free(&jobs);
    return status;
}

#define FRONT "---\ntitle: A leaflet\nsummary: What it says.\n---\n\n"

static void a_leaflet_is_built_from_memory(void **state)
{
    struct fixture *f = *state;
    struct memory_file items[FONT_FILES + 4] = {
        {.path = "/content/clinic.yml",
         .bytes = BYTES("lang: en\nname: Riverside Clinic\nphone: 01632 960 001\n")},
        {.path = "/content/skin/a.md",
         .bytes =
             BYTES(FRONT "Words and [a link](b.md).\n\n<img src=\"../pixel.png\" alt=\"\">\n")},
        {.path = "/content/skin/b.md", .bytes = BYTES(FRONT "![A pixel](../pixle.png)\n")},
        {.path = "/content/pixel.png", .bytes = {(const char *)png, sizeof png}},
    };
    const struct memory_files files = {items, FONT_FILES + 4};
    struct buf out = {0}, report = {0};
    struct worker worker;
    load_fonts(&f->arena, items + 4);
    worker_open(&worker, inputs_open(&files, true));
    assert_int_equal(dump_leaflet(&worker, "/content/skin/a.md", &out, &report), STATUS_OK);
    assert_int_equal(report.len, 0);
    assert_non_null(strstr(out.data, "Riverside Clinic"));
    assert_non_null(strstr(out.data, "image"));
    assert_string_equal(inputs_root(worker.inputs), "/content");
    assert_answer(worker.inputs, INPUT_BYTES, "/content/skin/a.md", items[1].bytes);
    assert_answer(worker.inputs, INPUT_BYTES, "/content/clinic.yml", items[0].bytes);
    assert_answer(worker.inputs, INPUT_BYTES, "/content/pixel.png", items[3].bytes);
    assert_answer(worker.inputs, INPUT_REAL, "/content/skin/b.md", slice_from(items[2].path));
    assert_answer(worker.inputs, INPUT_BYTES, items[4].path, items[4].bytes);
    assert_nothing(worker.inputs, INPUT_KIND, "/content/skin/clinic.yml");
    assert_int_equal(dump_leaflet(&worker, "/content/skin/b.md", &out, &report), STATUS_CONTENT);
    assert_non_null(strstr(report.data, "'../pixel.png'"));
    assert_nothing(worker.inputs, INPUT_REAL, "/content/pixle.png");
    assert_non_null(find(worker.inputs, INPUT_NAMES, "/content"));
    worker_close(&worker);
    buf_free(&out);
    buf_free(&report);
}

static void assert_same_record(const struct inputs *inputs, struct input *first, size_t count)
{
    assert_int_equal(inputs_count(inputs), count);
    for (size_t i = 0; i < count; i++) {
        const struct input *input = find(inputs, first[i].question, first[i].path);
        if (!input)
            fail_msg("%s is not in the record", first[i].path);
        assert_int_equal(input->found, first[i].found);
        assert_int_equal(input->size, first[i].size);
        assert_true(digest_equal(&input->digest, &first[i].digest));
    }
}

/* Faces stay open from leaflet to leaflet; each leaflet's record names them nevertheless, also
 * those that were looked for in vain. */
static void the_record_does_not_depend_on_what_was_built_before(void **state)
{
    struct fixture *f = *state;
    struct memory_file items[FONT_FILES + 2] = {
        {.path = "/c/a.md",
         .bytes = BYTES("---\nlang: en\ntitle: A\nsummary: S\n---\n\n**Bold** \xe4\xb8\xad.\n")},
        {.path = "/c/b.md",
         .bytes = BYTES("---\nlang: en\ntitle: B\nsummary: S\n---\n\n*Italic* `code`.\n")},
    };
    const struct memory_files files = {items, FONT_FILES + 2};
    struct buf out = {0}, report = {0};
    struct worker worker;
    static struct input first[2000]; /* each face is looked for in three folders */
    load_fonts(&f->arena, items + 2);
    worker_open(&worker, inputs_open(&files, true));
    dump_leaflet(&worker, "/c/a.md", &out, &report);
    size_t count = inputs_count(worker.inputs);
    assert_true(count > 10 && count <= 2000);
    for (size_t i = 0; i < count; i++) {
        first[i] = *inputs_at(worker.inputs, i);
        first[i].path = arena_string(&f->arena, slice_from(first[i].path));
    }
    dump_leaflet(&worker, "/c/b.md", &out, &report);
    dump_leaflet(&worker, "/c/a.md", &out, &report);
    assert_same_record(worker.inputs, first, count);
    worker_close(&worker);
    buf_free(&out);
    buf_free(&report);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_question_is_recorded_once),
        TEST(what_is_too_large_is_not_found),
        TEST(digests_are_made_only_when_wanted),
        TEST(files_are_mapped),
        TEST(what_is_known_can_be_noted_again),
        TEST(the_root_bounds_what_is_inside),
        TEST(memory_answers_as_the_disk_does),
        TEST(what_cannot_be_looked_at_is_not_missing),
        TEST(a_leaflet_is_built_from_memory),
        TEST(the_record_does_not_depend_on_what_was_built_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
