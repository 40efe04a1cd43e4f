#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

static void bytes_add_up(void **state)
{
    (void)state;
    struct buf buf = {0};
    assert_int_equal(buf_slice(&buf).len, 0);
    buf_put(&buf, NULL, 0);
    assert_string_equal(buf.data, "");
    for (int i = 0; i < 5000; i++)
        buf_put_string(&buf, "ab");
    buf_put_slice(&buf, SLICE_LIT("c\0d"));
    buf_put_char(&buf, '!');
    assert_int_equal(buf.len, 10004);
    assert_memory_equal(buf.data + 9998, "abc\0d!", 7);
    buf_clear(&buf);
    assert_int_equal(buf.len, 0);
    assert_string_equal(buf.data, "");
    buf_put_char(&buf, 'x');
    assert_string_equal(buf.data, "x");
    buf_free(&buf);
    assert_null(buf.data);
}

static void integers_are_whole(void **state)
{
    (void)state;
    struct buf buf = {0};
    const int64_t values[] = {0, 7, -7, INT64_MAX, INT64_MIN};
    for (int i = 0; i < 5; i++) {
        buf_put_int(&buf, values[i]);
        buf_put_char(&buf, ' ');
    }
    assert_string_equal(buf.data, "0 7 -7 9223372036854775807 -9223372036854775808 ");
    buf_free(&buf);
}

static void digits_are_counted_in_hexadecimal(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_put_hex(&buf, 0x1f, 4);
    buf_put_hex(&buf, 0xdeadbeef, 8);
    buf_put_hex(&buf, 0x123, 2);
    assert_string_equal(buf.data, "001FDEADBEEF23");
    buf_free(&buf);
}

static void decimals_are_rounded_half_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        int64_t value, denominator;
        int digits;
        const char *text;
    } cases[] = {
        {0, 1024, 2, "0"},
        {1024, 1024, 2, "1"},
        {1, 2, 0, "1"},
        {-1, 2, 0, "-1"},
        {1, 3, 3, "0.333"},
        {2, 3, 3, "0.667"},
        {-2, 3, 1, "-0.7"},
        {1, 8, 2, "0.13"},
        {-1, 8, 2, "-0.13"},
        {1, 1024, 2, "0"},
        {-1, 1024, 2, "0"},
        {999, 1000, 2, "1"},
        {-1999, 1000, 2, "-2"},
        {105, 100, 1, "1.1"},
        {100005, 100, 2, "1000.05"},
        {1, -4, 2, "-0.25"},
        {-1, -4, 2, "0.25"},
        {123456789, 1, 3, "123456789"},
        {10, 1000, 2, "0.01"},
        {INT64_MIN, 1, 0, "-9223372036854775808"},
        {35840, 1024, 1, "35"},
        {1200, 1000, 3, "1.2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf buf = {0};
        buf_put_fixed(&buf, cases[i].value, cases[i].denominator, cases[i].digits);
        assert_string_equal(buf.data, cases[i].text);
        buf_free(&buf);
    }
}

static void code_points_become_utf8(void **state)
{
    (void)state;
    struct buf buf = {0};
    const uint32_t points[] = {0x41, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff};
    for (int i = 0; i < 8; i++)
        buf_put_utf8(&buf, points[i]);
    assert_string_equal(buf.data, "A\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80"
                                  "\xf4\x8f\xbf\xbf");
    buf_free(&buf);
}

static void formats_are_appended(void **state)
{
    (void)state;
    struct buf buf = {0};
    static char wide[3001];
    memset(wide, 'w', 3000);
    buf_format(&buf, "%d:", 12);
    buf_format(&buf, "%s", "");
    buf_format(&buf, "%s#%u", wide, 3u);
    assert_int_equal(buf.len, 3005);
    assert_memory_equal(buf.data, "12:w", 4);
    assert_string_equal(buf.data + 3002, "w#3");
    buf_free(&buf);
}

static void quoted_texts_stay_on_a_line(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_put_quoted(&buf, SLICE_LIT("a \"b\" \\ \n\t\x01\x7f\0 \xc2\x9b \xc2\xa0\xc3\xa9"));
    assert_int_equal(strlen(buf.data), buf.len);
    assert_string_equal(buf.data,
                        "\"a \\\"b\\\" \\\\ \\n\\x09\\x01\\x7f\\x00 \\x9b \xc2\xa0\xc3\xa9\"");
    buf_clear(&buf);
    buf_put_quoted(&buf, SLICE_EMPTY);
    buf_put_quoted(&buf, (struct slice){"\xc2\x9b", 1}); /* cut short: no second byte is read */
    assert_string_equal(buf.data, "\"\"\"\xc2\"");
    buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_add_up),
        cmocka_unit_test(integers_are_whole),
        cmocka_unit_test(digits_are_counted_in_hexadecimal),
        cmocka_unit_test(decimals_are_rounded_half_away_from_zero),
        cmocka_unit_test(code_points_become_utf8),
        cmocka_unit_test(formats_are_appended),
        cmocka_unit_test(quoted_texts_stay_on_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
