#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "build/settle.h"

static void nothing_is_waited_for_without_a_change(void **state)
{
    (void)state;
    struct settle settle = {0};
    assert_int_equal(settle_wait(&settle, 1000), -1);
}

static void a_file_that_has_its_name_is_built_at_once(void **state)
{
    (void)state;
    struct settle settle = {0};
    settle_add(&settle, SETTLE_WHOLE, "1/a.md", 1000);
    assert_int_equal(settle_wait(&settle, 1000), SETTLE_WHOLE_MS);
    assert_int_equal(settle_wait(&settle, 1000 + SETTLE_WHOLE_MS), 0);
    settle_clear(&settle);
    assert_int_equal(settle_wait(&settle, 1000), -1);
}

static void a_file_that_is_written_is_waited_for(void **state)
{
    (void)state;
    struct settle settle = {0};
    settle_add(&settle, SETTLE_BEGUN, "1/a.md", 1000); /* emptied */
    settle_add(&settle, SETTLE_BEGUN, "1/a.md", 1050); /* written */
    assert_int_equal(settle_wait(&settle, 1060), SETTLE_BEGUN_MS - 10);
    settle_add(&settle, SETTLE_WHOLE, "1/a.md", 1070); /* closed */
    assert_int_equal(settle_wait(&settle, 1070), SETTLE_WHOLE_MS);
    settle_clear(&settle);
}

static void a_file_that_is_gone_may_come_back(void **state)
{
    (void)state;
    struct settle settle = {0};
    settle_add(&settle, SETTLE_BEGUN, "1/a.md", 1000); /* moved to a.md~ */
    assert_int_equal(settle_wait(&settle, 1001), SETTLE_BEGUN_MS - 1);
    assert_int_equal(settle_wait(&settle, 1000 + SETTLE_BEGUN_MS), 0);
    settle_clear(&settle);
}

static void one_file_waits_for_another(void **state)
{
    (void)state;
    struct settle settle = {0};
    settle_add(&settle, SETTLE_BEGUN, "1/a.png", 1000);
    settle_add(&settle, SETTLE_WHOLE, "1/a.md", 1001);
    settle_add(&settle, SETTLE_OTHER, "1/a.png", 1002);
    assert_int_equal(settle_wait(&settle, 1002), SETTLE_BEGUN_MS);
    settle_add(&settle, SETTLE_WHOLE, "1/a.png", 1003);
    assert_int_equal(settle_wait(&settle, 1003), SETTLE_WHOLE_MS);
    settle_clear(&settle);
}

static void nobody_waits_for_ever(void **state)
{
    (void)state;
    struct settle settle = {0};
    int64_t now = 1000;
    for (; now < 1000 + SETTLE_MOST_MS; now += 50)
        settle_add(&settle, SETTLE_BEGUN, "1/a.log", now);
    assert_int_equal(settle_wait(&settle, now), 0);
    settle_clear(&settle);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_waited_for_without_a_change),
        cmocka_unit_test(a_file_that_has_its_name_is_built_at_once),
        cmocka_unit_test(a_file_that_is_written_is_waited_for),
        cmocka_unit_test(a_file_that_is_gone_may_come_back),
        cmocka_unit_test(one_file_waits_for_another),
        cmocka_unit_test(nobody_waits_for_ever),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
