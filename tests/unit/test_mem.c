#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"

static void a_push_keeps_what_is_there(void **state)
{
    (void)state;
    struct {
        uint32_t *items;
        size_t count, cap;
    } list = {0};
    for (uint32_t i = 0; i < 1000; i++)
        *MEM_PUSH(list.items, list.count, list.cap) = i;
    assert_int_equal(list.count, 1000);
    assert_true(list.cap >= 1000);
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_equal(list.items[i], i);
    mem_free(list.items);
}

static void a_reserve_makes_room_at_once(void **state)
{
    (void)state;
    uint64_t *items = NULL;
    size_t cap = 0;
    MEM_RESERVE(items, cap, 100);
    assert_true(cap >= 100);
    items[99] = 7;
    uint64_t *before = items;
    MEM_RESERVE(items, cap, 50);
    assert_ptr_equal(items, before);
    assert_int_equal(items[99], 7);
    mem_free(items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_push_keeps_what_is_there),
        cmocka_unit_test(a_reserve_makes_room_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
