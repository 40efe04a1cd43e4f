#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/columns.h"
#include "report/csv.h"

static void assert_written(const char *text, const char *wanted)
{
    struct buf out = {0};
    struct csv csv = {&out, false};
    csv_text(&csv, text);
    assert_string_equal(out.data ? out.data : "", wanted);
    buf_free(&out);
}

static void test_cells(void **state)
{
    (void)state;
    assert_written("plain", "plain");
    assert_written("", "");
    assert_written(NULL, "");
    assert_written("one, two", "\"one, two\"");
    assert_written("a \"b\"", "\"a \"\"b\"\"\"");
    assert_written("two\nlines", "\"two\nlines\"");
    assert_written("=1+1", "\"'=1+1\"");
    assert_written("+44", "\"'+44\"");
    assert_written("-5", "\"'-5\"");
    assert_written("@home", "\"'@home\"");
    assert_written("\tx", "\"'\tx\"");
    assert_written("\uff1d1", "\"'\uff1d1\"");
    assert_written("a=b", "a=b");
    assert_written("bad \xff byte", "bad \ufffd byte");
}

static void test_numbers(void **state)
{
    (void)state;
    struct buf out = {0};
    struct csv csv = {&out, false};
    csv_number(&csv, -12);
    csv_hundredths(&csv, 1120);
    csv_hundredths(&csv, -5);
    csv_end(&csv);
    csv_number(&csv, 7);
    csv_end(&csv);
    assert_string_equal(out.data, "-12,11.20,-0.05\r\n7\r\n");
    buf_free(&out);
}

/* What is written is read again. */
static void test_reading(void **state)
{
    (void)state;
    static const char *const texts[] = {"plain", "", "a, \"b\"", "=x", "two\r\nlines", "'quoted'"};
    enum { COUNT = sizeof texts / sizeof *texts };
    struct arena arena = {0};
    struct buf out = {0};
    struct csv csv = {&out, false};
    const char *cells[COUNT];
    for (int i = 0; i < COUNT; i++)
        csv_text(&csv, texts[i]);
    csv_end(&csv);
    struct slice rest = buf_slice(&out);
    assert_int_equal(csv_read(&rest, &arena, cells, COUNT), COUNT);
    for (int i = 0; i < COUNT; i++)
        assert_string_equal(cells[i], texts[i]);
    assert_int_equal(csv_read(&rest, &arena, cells, COUNT), 0);
    buf_free(&out);
    arena_free(&arena);
}

static void test_broken(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *cells[2];
    struct slice rest = SLICE_LIT("\"never closed,\n");
    assert_int_equal(csv_read(&rest, &arena, cells, 2), 1);
    rest = SLICE_LIT("a,b,c,d\nno end");
    assert_int_equal(csv_read(&rest, &arena, cells, 2), 2);
    assert_int_equal(csv_read(&rest, &arena, cells, 2), 1);
    assert_string_equal(cells[0], "no end");
    arena_free(&arena);
}

static void test_widths(void **state)
{
    (void)state;
    assert_int_equal(columns_width(SLICE_LIT("abc")), 3);
    assert_int_equal(columns_width(SLICE_LIT("皮膚")), 4);
    assert_int_equal(columns_width(SLICE_LIT("e\u0301")), 1);
    assert_int_equal(columns_width(SLICE_LIT("\u2068\u05d1\u05d3\u2069")), 2);
    assert_int_equal(columns_width(SLICE_LIT("\u1112\u1161\u11ab")), 2); /* a syllable in parts */
}

static void test_table(void **state)
{
    (void)state;
    static const struct column columns[] = {{"Number", true, 0, 0}, {"Title", false, 4, 0}};
    struct arena arena = {0};
    struct buf out = {0};
    struct columns table = {.arena = &arena, .columns = columns, .column_count = 2};
    columns_add(&table, "7");
    columns_add(&table, "皮膚検査");
    columns_add(&table, "12");
    columns_add(&table, "Skin\ttest");
    columns_put(&table, 13, &out);
    assert_string_equal(out.data, "Number  Title\n"
                                  "     7  皮膚…\n"
                                  "    12  Skin…\n");
    buf_free(&out);
    columns_free(&table);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),   cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_reading), cmocka_unit_test(test_broken),
        cmocka_unit_test(test_widths),  cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
