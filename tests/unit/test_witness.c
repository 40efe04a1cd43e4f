#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "build/witness.h"

static void put(void *context, enum input_question question, const char *path)
{
    buf_format(context, "%d %s\n", (int)question, path);
}

/* What the process that builds sends reaches the other. */
static void pass_on(struct witness *from, struct witness *to, struct witness_counts *counts,
                    const char *asked)
{
    int ends[2];
    char bytes[4096];
    struct buf heard = {0};
    buf_put_string(&heard, "");
    assert_int_equal(pipe(ends), 0);
    assert_true(witness_send(from, ends[1]));
    ssize_t got = read(ends[0], bytes, sizeof bytes);
    assert_true(got > 0);
    assert_false(witness_take(to, (struct slice){bytes, (size_t)got - 1}, counts, put, &heard));
    assert_true(witness_take(to, (struct slice){bytes, (size_t)got}, counts, put, &heard));
    assert_string_equal(heard.data ? heard.data : "", asked);
    buf_free(&heard);
    close(ends[0]);
    close(ends[1]);
}

static void what_was_asked_and_came_of_it_is_passed_on(void **state)
{
    (void)state;
    struct witness there, here;
    struct witness_counts counts;
    witness_open(&there);
    witness_open(&here);
    const struct input inputs[] = {{.question = INPUT_BYTES, .path = "a.md"},
                                   {.question = INPUT_REAL, .path = "/srv/a b\n.png"},
                                   {.question = INPUT_BYTES, .path = "a.md"}};
    for (size_t i = 0; i < 3; i++)
        witness_asked_one(&there, &inputs[i]);
    witness_built(&there, "a.md", 2);
    witness_built(&there, "b.md", 3);
    witness_removed(&there, 1);
    assert_true(witness_tells(&there, "c.md", SLICE_LIT("c.md:1: error"), true));
    pass_on(&there, &here, &counts, "0 a.md\n3 /srv/a b\n.png\n");
    assert_int_equal(counts.built, 2);
    assert_int_equal(counts.files, 5);
    assert_int_equal(counts.failed, 1);
    assert_int_equal(counts.removed, 1);
    assert_string_equal(counts.name, "c.md");
    witness_close(&there);
    witness_close(&here);
}

static void what_was_told_is_told_once(void **state)
{
    (void)state;
    struct witness there, here;
    struct witness_counts counts;
    const struct slice text = SLICE_LIT("a.md:1: warning");
    witness_open(&there);
    assert_true(witness_tells(&there, "a.md", text, false));
    witness_open(&here);
    pass_on(&there, &here, &counts, "");
    witness_close(&there);
    assert_false(witness_tells(&here, "a.md", text, false));
    assert_true(witness_tells(&here, "a.md", text, true));
    assert_true(witness_tells(&here, "b.md", text, false));
    assert_true(witness_tells(&here, "a.md", SLICE_LIT("a.md:2: warning"), false));
    assert_int_equal(here.counts.failed, 1);
    witness_close(&here);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_asked_and_came_of_it_is_passed_on),
        cmocka_unit_test(what_was_told_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
