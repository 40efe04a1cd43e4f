/* What leaflets show to one another: found by their places, read once, in any thread. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>

#include "base/mem.h"
#include "build/neighbours.h"
#include "read/readers.h"

#define BYTES(literal) {(literal), sizeof(literal) - 1}
#define THREADS        8u

static const struct memory_file items[] = {
    {.path = "/c/clinic.yml", .bytes = BYTES("lang: de\nlogo: none.png\n")},
    {.path = "/c/a.md", .bytes = BYTES("[b](b.md)\n")},
    {.path = "/c/b.md",
     .bytes = BYTES("---\nreference: B-1\nonline: https://x.example/b\n---\n# B *\"b\"*\n\n"
                    "## Pain\n\n## Pain\n\n![no](none.png) [c](c.md)\n")},
    {.path = "/c/ent/c.txt", .bytes = BYTES("A title\n\nWords.\n")},
    {.path = "/c/README.md", .bytes = BYTES("# No\n")},
    {.path = "/c/x/y/deep.md", .bytes = BYTES("# \"Deep\"\n")},
    {.path = "/c/bad.md", .bytes = BYTES("\xff\xfe\x41\x00")},
    {.path = "/c/draft.md", .bytes = BYTES("---\nstatus: draft\n---\nNo title.\n")},
};
static const struct memory_files files = {items, sizeof items / sizeof *items};

struct place {
    struct arena arena;
    struct job jobs[2];
    struct job_list list;
    struct neighbours *all;
    struct neighbours_view view; /* of /c/a.md */
    struct inputs *inputs;
};

static int set_up(void **state)
{
    struct place *p = mem_calloc(1, sizeof *p);
    const struct reader *markdown = readers_find("markdown");
    p->jobs[0] = (struct job){.path = "/c/a.md", .folder = "/c", .stem = "out/x/a"};
    p->jobs[1] = (struct job){.path = "/c/b.md", .folder = "/c", .stem = "out/b"};
    p->jobs[0].reader = p->jobs[1].reader = markdown;
    p->list = (struct job_list){.items = p->jobs, .count = 2};
    p->all = neighbours_open(&p->list, NULL);
    p->inputs = inputs_open(&files, true);
    neighbours_view(p->all, &p->jobs[0], &p->view);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;
    neighbours_close(p->all);
    inputs_close(p->inputs);
    arena_free(&p->arena);
    mem_free(p);
    return 0;
}

static struct leaflet_answer ask(struct place *p, const char *path)
{
    return p->view.finder.find(&p->view.finder, p->inputs, &p->arena, path);
}

static bool was_read(const struct inputs *inputs, const char *path)
{
    for (size_t i = 0; i < inputs_count(inputs); i++)
        if (inputs_at(inputs, i)->question == INPUT_BYTES &&
            strcmp(inputs_at(inputs, i)->path, path) == 0)
            return true;
    return false;
}

static void a_leaflet_shows_what_its_reader_gives_it(void **state)
{
    struct place *p = *state;
    struct leaflet_answer b = ask(p, "/c/b.md");
    assert_int_equal(b.kind, LEAFLET_OTHER);
    assert_string_equal(b.stem, "../b");
    assert_string_equal(b.facts->shown.title, "B \xe2\x80\x9e"
                                              "b\xe2\x80\x9c");
    assert_string_equal(b.facts->shown.reference, "B-1");
    assert_string_equal(b.facts->shown.online, "https://x.example/b");
    assert_string_equal(b.facts->shown.lang, "de");
    assert_false(b.facts->shown.draft);
    assert_string_equal(anchors_find(&b.facts->anchors, "PAIN-1")->name, "pain-1");
    assert_null(anchors_find(&b.facts->anchors, "pain-2"));
    assert_true(was_read(p->inputs, "/c/b.md") && was_read(p->inputs, "/c/clinic.yml"));
    assert_false(was_read(p->inputs, "/c/none.png"));
}

/* Its settings are those of the content root, as in a build of all of it. */
static void one_outside_the_batch_has_its_settings(void **state)
{
    struct place *p = *state;
    inputs_set_root(p->inputs, "/c", NULL);
    struct leaflet_answer deep = ask(p, "/c/x/y/deep.md");
    assert_string_equal(deep.stem, "x/y/deep");
    assert_string_equal(deep.facts->shown.lang, "de");
    assert_string_equal(deep.facts->shown.title, "\xe2\x80\x9e"
                                                 "Deep\xe2\x80\x9c");
}

static void places_are_told_apart(void **state)
{
    struct place *p = *state;
    assert_int_equal(ask(p, "/c/a.md").kind, LEAFLET_SELF);
    assert_int_equal(ask(p, "/c/README.md").kind, LEAFLET_NONE);
    struct leaflet_answer c = ask(p, "/c/ent/c.txt");
    assert_string_equal(c.stem, "ent/c");
    assert_string_equal(c.facts->shown.title, "A title");
    assert_non_null(ask(p, "/c/bad.md").facts->trouble);
    assert_non_null(strstr(ask(p, "/c/none.md").facts->trouble, "cannot be read"));
    assert_null(ask(p, "/c/draft.md").facts->shown.title);
    assert_true(ask(p, "/c/draft.md").facts->shown.draft);
}

/* The record of what a leaflet read is the same, whether another has asked before. */
static void the_second_that_asks_notes_the_same(void **state)
{
    struct place *p = *state;
    const struct leaflet_facts *first = ask(p, "/c/b.md").facts;
    size_t count = inputs_count(p->inputs);
    inputs_clear(p->inputs);
    assert_ptr_equal(ask(p, "/c/b.md").facts, first);
    assert_int_equal(inputs_count(p->inputs), count);
    assert_true(was_read(p->inputs, "/c/b.md"));
}

static void *ask_in_thread(void *context)
{
    struct place *p = context;
    struct arena arena = {0};
    struct inputs *inputs = inputs_open(&files, true);
    const struct leaflet_facts *facts =
        p->view.finder.find(&p->view.finder, inputs, &arena, "/c/b.md").facts;
    inputs_close(inputs);
    arena_free(&arena);
    return (void *)(uintptr_t)facts;
}

static void many_threads_ask_for_one(void **state)
{
    pthread_t threads[THREADS];
    void *facts[THREADS];
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, ask_in_thread, *state), 0);
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(threads[i], &facts[i]);
    for (size_t i = 1; i < THREADS; i++)
        assert_ptr_equal(facts[i], facts[0]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_leaflet_shows_what_its_reader_gives_it),
        TEST(one_outside_the_batch_has_its_settings),
        TEST(places_are_told_apart),
        TEST(the_second_that_asks_notes_the_same),
        TEST(many_threads_ask_for_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
