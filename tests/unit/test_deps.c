#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "build/deps.h"

#define MOST 8

/* One leaflet of a source, and what else was asked for it. */
struct made {
    struct state_leaflet leaflet;
    struct state_file files[MOST];
    struct input asked[MOST];
    struct input *inputs[MOST];
};

static void ask(struct made *made, enum input_question question, const char *path, bool found)
{
    struct input *input = &made->asked[made->leaflet.input_count];
    *input = (struct input){.question = question, .path = path, .found = found};
    made->inputs[made->leaflet.input_count++] = input;
}

static void start(struct made *made, const char *source, const char *first, const char *second)
{
    *made = (struct made){0};
    made->leaflet.files = made->files;
    made->leaflet.inputs = made->inputs;
    ask(made, INPUT_BYTES, source, true);
    made->files[made->leaflet.file_count++].path = first;
    if (second)
        made->files[made->leaflet.file_count++].path = second;
}

static void expect_make(const struct made *const *made, size_t count, const char *text)
{
    const struct state_leaflet *leaflets[MOST];
    struct arena arena = {0};
    struct buf out = {0};
    for (size_t i = 0; i < count; i++)
        leaflets[i] = &made[i]->leaflet;
    const struct deps deps = {leaflets, count, ".", "/srv/clinic"};
    assert_null(deps_put_make(&deps, &arena, &out));
    assert_string_equal(out.data, text);
    buf_free(&out);
    arena_free(&arena);
}

static void rules_name_what_was_read(void **state)
{
    (void)state;
    struct made made;
    start(&made, "in/a.md", "out/a.pdf", "./out/a.epub");
    ask(&made, INPUT_KIND, "/srv/clinic/in/clinic.yml", true);
    ask(&made, INPUT_BYTES, "/srv/clinic/in/clinic.yml", true);
    ask(&made, INPUT_BYTES, "/srv/clinic/clinic.yml", false);
    ask(&made, INPUT_BYTES, "/usr/share/fonts/a.ttf", true);
    ask(&made, INPUT_NAMES, "/srv/clinic/in", true);
    ask(&made, INPUT_BYTES, "/srv/clinic/in/../in/a.md", true);
    ask(&made, INPUT_BYTES, "in/./a.md", true);
    const struct made *list[] = {&made};
    expect_make(list, 1,
                "out/a.pdf out/a.epub: \\\n"
                "  in/a.md \\\n"
                "  /srv/clinic/in/../in/a.md \\\n"
                "  /usr/share/fonts/a.ttf \\\n"
                "  in/clinic.yml\n"
                "\nin/a.md:\n"
                "\n/srv/clinic/in/../in/a.md:\n"
                "\n/usr/share/fonts/a.ttf:\n"
                "\nin/clinic.yml:\n");
}

static void several_share_the_rules_without_prerequisites(void **state)
{
    (void)state;
    struct made a, b;
    start(&a, "a.md", "a.pdf", NULL);
    start(&b, "b.md", "b.pdf", NULL);
    ask(&a, INPUT_BYTES, "b.pdf", true);
    ask(&a, INPUT_BYTES, "b.md", true);
    ask(&b, INPUT_BYTES, "b.pdf", true); /* of an earlier build */
    const struct made *list[] = {&a, &b};
    expect_make(list, 2,
                "a.pdf: \\\n  a.md \\\n  b.md \\\n  b.pdf\n"
                "b.pdf: \\\n  b.md\n"
                "\na.md:\n"
                "\nb.md:\n");
}

static void names_are_written_as_make_and_ninja_read_them(void **state)
{
    (void)state;
    struct made made;
    start(&made, "50% of $x #1: a b.md", "50% of $x #1: a b.pdf", NULL);
    ask(&made, INPUT_BYTES, "a\\ b\\c.png", true);
    ask(&made, INPUT_BYTES, "end\\", true);
    const struct made *list[] = {&made};
    expect_make(list, 1,
                "50\\%\\ of\\ $$x\\ \\#1\\:\\ a\\ b.pdf: \\\n"
                "  50%\\ of\\ $$x\\ \\#1\\:\\ a\\ b.md \\\n"
                "  a\\\\\\ b\\c.png \\\n"
                "  end\\\\\n"
                "\n50\\%\\ of\\ $$x\\ \\#1\\:\\ a\\ b.md:\n"
                "\na\\\\\\ b\\c.png:\n"
                "\nend\\\\:\n");
}

static void a_name_that_make_cannot_read_is_told(void **state)
{
    (void)state;
    static const char *const names[] = {"a=b.md",  "a;b.md",   "a|b.md", "a\nb.md",
                                        "a\tb.md", "a\\#b.md", "a:"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct made made;
        struct arena arena = {0};
        struct buf out = {0};
        start(&made, "a.md", "a.pdf", NULL);
        ask(&made, INPUT_BYTES, names[i], true);
        const struct state_leaflet *leaflets[] = {&made.leaflet};
        const struct deps deps = {leaflets, 1, ".", "/srv/clinic"};
        assert_string_equal(deps_put_make(&deps, &arena, &out), names[i]);
        buf_free(&out);
        arena_free(&arena);
    }
}

static void json_has_all_that_was_asked(void **state)
{
    (void)state;
    struct made made;
    struct buf out = {0};
    start(&made, "in/a.md", "out/a.pdf", NULL);
    ask(&made, INPUT_KIND, "/srv/clinic/in/clinic.yml", false);
    ask(&made, INPUT_NAMES, "/srv/clinic/in", true);
    ask(&made, INPUT_REAL, "in", true);
    ask(&made, INPUT_REAL, "/srv/clinic/in", true);
    const struct state_leaflet *leaflets[] = {&made.leaflet};
    const struct deps deps = {leaflets, 1, ".", "/srv/clinic"};
    deps_put_json(&deps, &out);
    assert_string_equal(
        out.data,
        "{\n  \"version\": 1,\n  \"leaflets\": [\n    {\n      \"source\": \"in/a.md\",\n"
        "      \"outputs\": [\n        \"out/a.pdf\"\n      ],\n      \"inputs\": [\n"
        "        {\n          \"path\": \"in/a.md\",\n          \"kind\": \"content\",\n"
        "          \"found\": true\n        },\n"
        "        {\n          \"path\": \"in/clinic.yml\",\n          \"kind\": \"presence\",\n"
        "          \"found\": false\n        },\n"
        "        {\n          \"path\": \"in\",\n          \"kind\": \"names\",\n"
        "          \"found\": true\n        },\n"
        "        {\n          \"path\": \"in\",\n          \"kind\": \"place\",\n"
        "          \"found\": true\n        }\n      ]\n    }\n  ]\n}\n");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_name_what_was_read),
        cmocka_unit_test(several_share_the_rules_without_prerequisites),
        cmocka_unit_test(names_are_written_as_make_and_ninja_read_them),
        cmocka_unit_test(a_name_that_make_cannot_read_is_told),
        cmocka_unit_test(json_has_all_that_was_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
