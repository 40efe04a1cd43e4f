#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/file/syntax.h"

static const char *text_of(struct buf *buf, const char *text)
{
    buf_clear(buf);
    pdf_put_text(buf, slice_from(text));
    return buf->data;
}

static void numbers_are_short_and_exact(void **state)
{
    (void)state;
    static const struct {
        int64_t units;
        const char *text;
    } cases[] = {{0, "0"},           {1024, "1"},     {-1024, "-1"},     {512, "0.5"},
                 {5, "0"},           {6, "0.01"},     {-6, "-0.01"},     {102, "0.1"},
                 {609563, "595.28"}, {-521, "-0.51"}, {1024000, "1000"}, {INT32_MAX, "2097152"}};
    struct buf buf = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf_clear(&buf);
        pdf_put_centi(&buf, pdf_centi(cases[i].units));
        assert_string_equal(buf.data, cases[i].text);
    }
    buf_free(&buf);
}

static void strings_escape_what_the_syntax_claims(void **state)
{
    (void)state;
    struct buf buf = {0};
    pdf_put_bytes(&buf, "a(b)\\\r\n\0z", 9);
    assert_int_equal(buf.len, 15);
    assert_memory_equal(buf.data, "(a\\(b\\)\\\\\\r\n\0z)", 15);
    buf_free(&buf);
}

static void texts_are_ascii_or_utf16(void **state)
{
    (void)state;
    struct buf buf = {0};
    assert_string_equal(text_of(&buf, "plain (a)"), "(plain \\(a\\))");
    text_of(&buf, "\xC3\xA9");
    assert_memory_equal(buf.data, "(\xFE\xFF\x00\xE9)", 6);
    text_of(&buf, "\xF0\x9F\x98\x80"); /* U+1F600 as a surrogate pair */
    assert_memory_equal(buf.data, "(\xFE\xFF\xD8\x3D\xDE\x00)", 8);
    text_of(&buf, "\xE0\xA4\xA8"); /* U+0928: its low byte is a bracket */
    assert_memory_equal(buf.data, "(\xFE\xFF\x09\\()", 7);
    text_of(&buf, "\t");
    assert_memory_equal(buf.data, "(\xFE\xFF\x00\t)", 6);
    buf_free(&buf);
}

/* PDF/A-2, 6.1.13, and no half of a surrogate pair. */
static void long_texts_are_cut_between_characters(void **state)
{
    (void)state;
    struct buf text = {0}, out = {0};
    buf_put_string(&text, "\xC3\xA9");
    for (int i = 0; i < 20000; i++)
        buf_put_string(&text, "\xF0\x9F\x98\x80");
    pdf_put_text(&out, buf_slice(&text));
    assert_in_range(out.len, PDF_STRING_MOST - 6, PDF_STRING_MOST + 2);
    assert_int_equal((uint8_t)out.data[out.len - 3] & 0xfc, 0xdc);
    buf_free(&text);
    buf_free(&out);
}

static void names_escape_delimiters(void **state)
{
    (void)state;
    struct buf buf = {0};
    pdf_put_name(&buf, "A+B c#(d)/\xC3");
    assert_string_equal(buf.data, "/A+B#20c#23#28d#29#2F#C3");
    buf_free(&buf);
}

static void colours_are_three_operands(void **state)
{
    (void)state;
    struct buf buf = {0};
    pdf_put_colour(&buf, 0xff0080);
    assert_string_equal(buf.data, "1 0 0.502 ");
    buf_free(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_short_and_exact),
        cmocka_unit_test(strings_escape_what_the_syntax_claims),
        cmocka_unit_test(texts_are_ascii_or_utf16),
        cmocka_unit_test(long_texts_are_cut_between_characters),
        cmocka_unit_test(names_escape_delimiters),
        cmocka_unit_test(colours_are_three_operands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
