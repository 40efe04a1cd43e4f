#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/sink.h"

static void a_sink_keeps_what_is_written(void **state)
{
    (void)state;
    struct sink *sink = sink_open();
    assert_int_equal(sink_bytes(sink).len, 0);
    sink_write(sink, "ne", 2);
    sink_write(sink, NULL, 0);
    sink_write(sink, "w", 1);
    assert_true(slice_equal_string(sink_bytes(sink), "new"));
    sink_close(sink);
}

static void large_outputs_are_whole(void **state)
{
    (void)state;
    enum { SIZE = 400000 };
    struct arena arena = {0};
    char *want = arena_bytes(&arena, SIZE);
    size_t at = 0, step = 1;
    for (size_t i = 0; i < SIZE; i++)
        want[i] = (char)(i * 7 + i / 251);
    struct sink *sink = sink_open();
    while (at < SIZE) {
        size_t len = step < SIZE - at ? step : SIZE - at;
        sink_write(sink, want + at, len);
        at += len;
        step = step * 2 + 1;
    }
    assert_int_equal(sink_bytes(sink).len, SIZE);
    assert_memory_equal(sink_bytes(sink).ptr, want, SIZE);
    sink_close(sink);
    arena_free(&arena);
}

static void a_sink_to_nowhere_keeps_nothing(void **state)
{
    (void)state;
    struct sink *sink = sink_open_nowhere();
    sink_write(sink, "text", 4);
    assert_int_equal(sink_bytes(sink).len, 0);
    sink_close(sink);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sink_keeps_what_is_written),
        cmocka_unit_test(large_outputs_are_whole),
        cmocka_unit_test(a_sink_to_nowhere_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
