/* Names in folders: which is meant by one that is not there, and that a folder is listed once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <pthread.h>

#include "base/mem.h"
#include "read/passes/names.h"

#define LARGE   3000u
#define THREADS 8u

struct place {
    struct arena arena;
    struct memory_file items[LARGE + 5];
    struct memory_files files;
    struct inputs *inputs;
    struct names *names;
};

static int set_up(void **state)
{
    static const char *const small[] = {"/s/Knee.md", "/s/caf\xc3\xa9.md", "/s/wash.md",
                                        "/s/WASH.md", "/s/wash"};
    struct place *p = mem_calloc(1, sizeof *p);
    for (size_t i = 0; i < 5; i++)
        p->items[i].path = small[i];
    for (size_t i = 0; i < LARGE; i++)
        p->items[5 + i].path = arena_format(&p->arena, "/l/Leaflet-%04zu.md", i);
    p->files = (struct memory_files){p->items, LARGE + 5};
    p->inputs = inputs_open(&p->files, true);
    p->names = names_open();
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;
    names_close(p->names);
    inputs_close(p->inputs);
    arena_free(&p->arena);
    mem_free(p);
    return 0;
}

static const char *nearest(struct place *p, const char *folder, const char *name)
{
    return names_nearest(p->names, p->inputs, &p->arena, folder, name);
}

static void test_small(void **state)
{
    struct place *p = *state;
    assert_string_equal(nearest(p, "/s", "cafe\xcc\x81.md"), "caf\xc3\xa9.md");
    assert_string_equal(nearest(p, "/s", "knee.md"), "Knee.md");
    assert_string_equal(nearest(p, "/s", "WASH.md"), "WASH.md");
    assert_string_equal(nearest(p, "/s", "Wash.md"), "WASH.md"); /* the first in order */
    assert_string_equal(nearest(p, "/s", "kneee.md"), "Knee.md");
    assert_null(nearest(p, "/s", "something.md"));
    assert_null(nearest(p, "/none", "knee.md"));
}

static void test_large(void **state)
{
    struct place *p = *state;
    assert_string_equal(nearest(p, "/l", "LEAFLET-2999.MD"), "Leaflet-2999.md");
    assert_string_equal(nearest(p, "/l", "leaflet-0000.md"), "Leaflet-0000.md");
    assert_string_equal(nearest(p, "/l", "Leaflet-1500x.md"), "Leaflet-1500.md");
    assert_string_equal(nearest(p, "/l", "Leaflet-2999x.md"), "Leaflet-2999.md");
    assert_string_equal(nearest(p, "/l", "Leaflet-0000x.md"), "Leaflet-0000.md");
    assert_null(nearest(p, "/l", "xeaflet"));
}

static void *ask(void *context)
{
    struct place *p = context;
    struct inputs *inputs = inputs_open(&p->files, true);
    struct arena arena = {0};
    bool right = strcmp(names_nearest(p->names, inputs, &arena, "/l", "leaflet-0007.md"),
                        "Leaflet-0007.md") == 0 &&
                 inputs_count(inputs) == 1 && inputs_at(inputs, 0)->question == INPUT_NAMES;
    arena_free(&arena);
    inputs_close(inputs);
    return right ? p : NULL;
}

/* Each leaflet knows that it depends on the folder's names, whoever listed them. */
static void test_threads(void **state)
{
    pthread_t threads[THREADS];
    void *right;
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, ask, *state), 0);
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], &right);
        assert_non_null(right);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_small, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_large, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_threads, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
