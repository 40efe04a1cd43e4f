#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

static void memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t size = 1; size < 300; size++) {
        arena_bytes(&arena, size % 7); /* puts the next object off its alignment */
        unsigned char *bytes = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xff, size);
    }
    arena_free(&arena);
}

static void memory_after_a_reset_is_zeroed_too(void **state)
{
    (void)state;
    struct arena arena = {0};
    arena_alloc(&arena, 16);
    struct arena_mark mark = arena_mark_get(&arena);
    char *first = arena_alloc(&arena, 64);
    memset(first, 1, 64);
    arena_reset(&arena, mark);
    char *second = arena_alloc(&arena, 64);
    assert_ptr_equal(first, second);
    for (int i = 0; i < 64; i++)
        assert_int_equal(second[i], 0);
    arena_free(&arena);
}

static void blocks_do_not_overlap(void **state)
{
    (void)state;
    struct arena arena = {0};
    enum { COUNT = 2000 };
    static unsigned char *blocks[COUNT];
    static size_t sizes[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        sizes[i] = i % 97 == 0 ? 70000 : i % 61;
        blocks[i] = arena_alloc(&arena, sizes[i]);
        memset(blocks[i], (int)(i & 0xff), sizes[i]);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(blocks[i][j], i & 0xff);
    arena_free(&arena);
}

static void a_reset_goes_back_over_blocks(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *kept = arena_string(&arena, SLICE_LIT("kept"));
    struct arena_mark mark = arena_mark_get(&arena);
    for (int i = 0; i < 100; i++)
        arena_alloc(&arena, 100000);
    assert_ptr_not_equal(arena.head, mark.head);
    arena_reset(&arena, mark);
    assert_ptr_equal(arena.head, mark.head);
    assert_int_equal(arena.used, mark.used);
    assert_string_equal(kept, "kept");
    arena_free(&arena);
    assert_null(arena.head);
    assert_string_equal(arena_string(&arena, SLICE_LIT("again")), "again");
    arena_free(&arena);
}

static void a_mark_of_an_empty_arena_frees_all(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct arena_mark mark = arena_mark_get(&arena);
    arena_alloc(&arena, 10);
    arena_reset(&arena, mark);
    assert_null(arena.head);
}

/* Only the build with gcc's or clang's sanitizer has the function. */
extern int __asan_address_is_poisoned(const volatile void *address) __attribute__((weak));

static void free_parts_are_poisoned(void **state)
{
    (void)state;
    if (!__asan_address_is_poisoned)
        return; /* nothing to see without the sanitizer */
    struct arena arena = {0};
    char *kept = arena_bytes(&arena, 16);
    struct arena_mark mark = arena_mark_get(&arena);
    char *gone = arena_alloc(&arena, 64);
    assert_int_equal(__asan_address_is_poisoned(gone + 63), 0);
    arena_reset(&arena, mark);
    assert_int_equal(__asan_address_is_poisoned(kept + 15), 0);
    assert_int_equal(__asan_address_is_poisoned(gone), 1);
    assert_int_equal(__asan_address_is_poisoned(gone + 63), 1);
    assert_ptr_equal(arena_alloc(&arena, 64), gone);
    assert_int_equal(__asan_address_is_poisoned(gone + 63), 0);
    arena_free(&arena);
}

static void copies_are_independent(void **state)
{
    (void)state;
    struct arena arena = {0};
    char text[] = "one\0two";
    struct slice copy = arena_copy(&arena, (struct slice){text, 7});
    char *string = arena_string(&arena, (struct slice){text, 3});
    memset(text, 'x', 7);
    assert_int_equal(copy.len, 7);
    assert_memory_equal(copy.ptr, "one\0two", 7);
    assert_string_equal(string, "one");
    assert_int_equal(arena_copy(&arena, (struct slice){NULL, 0}).len, 0);
    assert_string_equal(arena_string(&arena, (struct slice){NULL, 0}), "");
    arena_free(&arena);
}

static void formats_of_any_length_fit(void **state)
{
    (void)state;
    struct arena arena = {0};
    static char wide[20001];
    memset(wide, 'w', 20000);
    char *text = arena_format(&arena, "<%s|%d>", wide, -5);
    assert_int_equal(strlen(text), 20005);
    assert_string_equal(text + 20000, "w|-5>");
    assert_string_equal(arena_format(&arena, "%s", ""), "");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(memory_after_a_reset_is_zeroed_too),
        cmocka_unit_test(blocks_do_not_overlap),
        cmocka_unit_test(a_reset_goes_back_over_blocks),
        cmocka_unit_test(a_mark_of_an_empty_arena_frees_all),
        cmocka_unit_test(free_parts_are_poisoned),
        cmocka_unit_test(copies_are_independent),
        cmocka_unit_test(formats_of_any_length_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
