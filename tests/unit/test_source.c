#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/source.h"

struct fixture {
    struct arena arena;
    struct source source;
};

static void open_source(struct fixture *f, struct slice text)
{
    *f = (struct fixture){.source = {.name = "a.md", .text = text}};
    source_index(&f->source, &f->arena);
}

static void check_place(const struct fixture *f, uint32_t offset, uint32_t line, uint32_t column)
{
    struct source_place place = source_locate(&f->source, offset);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void all_line_ends_count(void **state)
{
    (void)state;
    struct fixture f;
    open_source(&f, SLICE_LIT("a\nb\r\nc\rd\n\r\n\re"));
    const char *const lines[] = {"a", "b", "c", "d", "", "", "e"};
    assert_int_equal(f.source.line_count, 7);
    for (uint32_t i = 0; i < 7; i++)
        assert_true(slice_equal_string(source_line(&f.source, i + 1), lines[i]));
    check_place(&f, 0, 1, 1);
    check_place(&f, 2, 2, 1);
    check_place(&f, 3, 2, 2); /* the CR of CR LF */
    check_place(&f, 5, 3, 1);
    check_place(&f, 7, 4, 1);
    check_place(&f, 12, 7, 1);
    check_place(&f, 13, 7, 2);
    check_place(&f, 5000, 7, 2); /* past the end: the end */
    arena_free(&f.arena);
}

static void columns_count_code_points(void **state)
{
    (void)state;
    struct fixture f;
    open_source(&f, SLICE_LIT("\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80x"));
    check_place(&f, 2, 1, 2);
    check_place(&f, 5, 1, 3);
    check_place(&f, 9, 1, 4);
    arena_free(&f.arena);
}

static void a_byte_order_mark_has_no_column(void **state)
{
    (void)state;
    struct fixture f;
    open_source(&f, SLICE_LIT("\xef\xbb\xbf"
                              "ab\ncd"));
    check_place(&f, 3, 1, 1);
    check_place(&f, 4, 1, 2);
    check_place(&f, 6, 2, 1);
    arena_free(&f.arena);
}

static void an_empty_source_has_one_line(void **state)
{
    (void)state;
    struct fixture f;
    open_source(&f, SLICE_EMPTY);
    assert_int_equal(f.source.line_count, 1);
    check_place(&f, 0, 1, 1);
    assert_int_equal(source_line(&f.source, 1).len, 0);
    assert_int_equal(source_line(&f.source, 0).len, 0);
    assert_int_equal(source_line(&f.source, 2).len, 0);
    arena_free(&f.arena);
}

static void a_source_without_index_is_harmless(void **state)
{
    (void)state;
    struct source source = {.name = "x", .text = SLICE_LIT("abc")};
    assert_int_equal(source_locate(&source, 2).line, 1);
    assert_int_equal(source_line(&source, 1).len, 0);
}

static void an_excerpt_keeps_its_place(void **state)
{
    (void)state;
    struct fixture f;
    open_source(&f, SLICE_LIT("\xef\xbb\xbfone\r\ntwo three\nfour\n"));
    struct span span = source_excerpt(&f.arena, (struct span){&f.source, 12, 5});
    struct source_place place = source_locate(span.source, span.offset);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 5);
    assert_true(slice_equal_string(source_line(span.source, 2), "two three"));
    assert_int_equal(source_line(span.source, 1).len, 0);
    span = source_excerpt(&f.arena, span);
    assert_int_equal(source_locate(span.source, span.offset).line, 2);
    span = source_excerpt(&f.arena, (struct span){&f.source, 5, 1});
    assert_int_equal(source_locate(span.source, span.offset).column, 3);
    arena_free(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_line_ends_count),
        cmocka_unit_test(columns_count_code_points),
        cmocka_unit_test(a_byte_order_mark_has_no_column),
        cmocka_unit_test(an_empty_source_has_one_line),
        cmocka_unit_test(a_source_without_index_is_harmless),
        cmocka_unit_test(an_excerpt_keeps_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
