/* The scanner of read/markdown/: what ends where. Places are written as the text from there on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "read/markdown/scan.h"

/* The text from a place on must be this. */
static void expect_rest(struct slice text, uint32_t at, const char *rest)
{
    assert_true(at <= text.len);
    char found[100];
    struct slice left = slice_from_position(text, at);
    assert_true(left.len < sizeof found);
    memcpy(found, left.ptr, left.len);
    found[left.len] = '\0';
    assert_string_equal(found, rest);
}

static void behind_the_end_stands_nothing(void **state)
{
    (void)state;
    struct slice text = slice_sub(SLICE_LIT("ab"), 0, 1); /* b is not of it */
    assert_int_equal(md_at(text, 0), 'a');
    assert_int_equal(md_at(text, 1), '\0');
    assert_int_equal(md_at(text, MD_NOWHERE), '\0');
    assert_int_equal(md_run(SLICE_EMPTY, 0, '\0'), 0);
    assert_int_equal(md_line_end(SLICE_EMPTY, 0), 0);
    assert_int_equal(md_line_next(SLICE_EMPTY, 0), 0);
    assert_int_equal(md_skip_prefix(SLICE_EMPTY, 0, NULL), 0);
    assert_int_equal(md_row_columns(SLICE_EMPTY), 0);
    assert_int_equal(md_link_label(SLICE_LIT("["), 0), MD_NOWHERE);
}

static void pieces_have_their_place(void **state)
{
    (void)state;
    static const char bytes[] = "abcdef";
    struct slice text = {bytes + 1, 4};
    assert_int_equal(md_place(text, bytes + 1, 4), 0);
    assert_int_equal(md_place(text, bytes + 3, 2), 2);
    assert_int_equal(md_place(text, bytes + 5, 0), 4);
    assert_int_equal(md_place(text, bytes, 2), MD_NOWHERE);
    assert_int_equal(md_place(text, bytes + 3, 3), MD_NOWHERE);
}

static void lines_end_in_three_ways(void **state)
{
    (void)state;
    struct slice text = SLICE_LIT("a\r\nbc\rd\n\ne");
    expect_rest(text, md_line_next(text, md_line_end(text, 0)), "bc\rd\n\ne");
    expect_rest(text, md_line_next(text, md_line_end(text, 3)), "d\n\ne");
    expect_rest(text, md_line_next(text, 7), "\ne");
    expect_rest(text, md_line_next(text, 9), "e"); /* no line end stands there */
    assert_int_equal(md_line_start(text, 4), 3);
    assert_int_equal(md_line_start(text, 9), 9);
    assert_true(slice_equal_string(md_line(text, 4), "c"));
    assert_int_equal(md_line(text, 8).len, 0);
}

static void prefixes_are_blanks_and_markers(void **state)
{
    (void)state;
    uint32_t count;
    struct slice text = SLICE_LIT("x\n > \t> a > b");
    expect_rest(text, md_skip_prefix(text, 2, &count), "a > b");
    assert_int_equal(count, 2);
    assert_true(md_begins_line(text, 8));
    assert_true(md_begins_line(text, 0));
    assert_false(md_begins_line(text, 10)); /* a stands before it */
    assert_false(md_begins_line(text, 1));
}

static void indents_are_columns(void **state)
{
    (void)state;
    uint32_t indent;
    struct slice text = SLICE_LIT("> >   a");
    expect_rest(text, md_skip_indent(text, 2, 4, &indent), "a");
    assert_int_equal(indent, 2);
    expect_rest(text, md_skip_indent(text, 2, 1, &indent), " a");
    assert_int_equal(indent, 1);
    md_skip_indent(text, 3, 4, &indent); /* a marker is missing */
    assert_int_equal(indent, 0);
    text = SLICE_LIT(" \ta");
    expect_rest(text, md_skip_indent(text, 0, 9, &indent), "a");
    assert_int_equal(indent, 4); /* to the next tab stop */
}

static void only_markers_at_line_starts_are_silent(void **state)
{
    (void)state;
    struct slice text = SLICE_LIT(" > \v\n> > a");
    expect_rest(text, md_skip_silent(text, 0, 10, true), "a");
    expect_rest(text, md_skip_silent(text, 0, 10, false), "> \v\n> > a");
    expect_rest(text, md_skip_silent(text, 0, 5, true), "> > a");
}

static void runs_are_measured(void **state)
{
    (void)state;
    assert_int_equal(md_run(SLICE_LIT("a**b"), 1, '*'), 2);
    assert_int_equal(md_run(SLICE_LIT("a**"), 1, '*'), 2);
    assert_int_equal(md_run(SLICE_LIT("a"), 0, '*'), 0);
    assert_int_equal(md_run_word(SLICE_LIT("x-1_y]"), 0, "-"), 3);
    assert_int_equal(md_run_word(SLICE_LIT("x-1_y]"), 0, "-_"), 5);
    assert_true(md_is_escape(SLICE_LIT("\\]"), 0));
    assert_false(md_is_escape(SLICE_LIT("\\a"), 0));
    assert_false(md_is_escape(SLICE_LIT("\\"), 0));
}

static void rows_have_columns(void **state)
{
    (void)state;
    assert_int_equal(md_row_columns(SLICE_LIT("no bar")), 0);
    assert_int_equal(md_row_columns(SLICE_LIT("a | b")), 2);
    assert_int_equal(md_row_columns(SLICE_LIT("> | a | b |  ")), 2);
    assert_int_equal(md_row_columns(SLICE_LIT("| a \\| b |")), 1);
    assert_int_equal(md_row_columns(SLICE_LIT("| a | b \\|")), 2); /* the last bar is text */
    assert_int_equal(md_row_cell_end(SLICE_LIT("a\\|b|c"), 0), 4);
    assert_int_equal(md_row_cell_end(SLICE_LIT("a\\"), 0), 2);
}

static void lines_of_dashes_are_known(void **state)
{
    (void)state;
    assert_true(md_row_is_dashes(SLICE_LIT("|:-:|-|")));
    assert_true(md_row_is_dashes(SLICE_LIT("> - | --: ")));
    assert_false(md_row_is_dashes(SLICE_LIT("---")));       /* a bar is needed */
    assert_false(md_row_is_dashes(SLICE_LIT("|:|:|")));     /* and a dash */
    assert_false(md_row_is_dashes(SLICE_LIT("|- -|")));     /* in one run */
    assert_false(md_row_is_dashes(SLICE_LIT("| a | - |"))); /* and nothing else */
    assert_int_equal(md_row_dash_columns(SLICE_LIT("|- -|-|")), 2);
    assert_int_equal(md_row_dash_columns(SLICE_LIT("---")), 1);
    assert_int_equal(md_row_dash_columns(SLICE_LIT("|-|a|")), 0);
}

static void tails_of_links_end(void **state)
{
    (void)state;
    struct slice text = SLICE_LIT("(a\\)(b)c \"t)\"\n> )x");
    assert_int_equal(md_link_inline(text, 0, 0), MD_NOWHERE); /* the quote's marker is no blank */
    expect_rest(text, md_link_inline(text, 0, 1), "x");
    assert_int_equal(md_link_inline(SLICE_LIT("(a b)"), 0, 0), MD_NOWHERE);
    assert_int_equal(md_link_inline(SLICE_LIT("()"), 0, 0), 2);
    assert_int_equal(md_link_inline(SLICE_LIT("(<a b>)"), 0, 0), 7);
    assert_int_equal(md_link_inline(SLICE_LIT("(<a\nb>)"), 0, 0), MD_NOWHERE);
    assert_int_equal(md_link_inline(SLICE_LIT("(a 't\n\nt')"), 0, 0), MD_NOWHERE);
    assert_int_equal(md_link_label(SLICE_LIT("[a\\]b]"), 0), 6);
    assert_int_equal(md_link_label(SLICE_LIT("[a[b]"), 0), MD_NOWHERE);
}

static void expect_definition(const char *text, const char *label, const char *href,
                              const char *rest)
{
    struct md_link_definition definition;
    struct slice slice = slice_from(text);
    assert_true(md_link_definition(slice, 0, (uint32_t)slice.len, &definition));
    assert_true(slice_equal_string(definition.label, label));
    assert_true(slice_equal_string(definition.href, href));
    expect_rest(slice, definition.end, rest);
}

static void definitions_of_links_end(void **state)
{
    (void)state;
    struct md_link_definition definition;
    expect_definition("[a]: /b\nc", "a", "/b", "\nc");
    expect_definition("[a]:\n <b c>  'd\ne' \nf", "a", "b c", " \nf");
    expect_definition("[a]: /b\n'c' d", "a", "/b", "\n'c' d"); /* the next line is no title */
    assert_false(md_link_definition(SLICE_LIT("[a]: /b c"), 0, 9, &definition));
    assert_false(md_link_definition(SLICE_LIT("[]: /b"), 0, 6, &definition));
    assert_false(md_link_definition(SLICE_LIT("[a] /b"), 0, 6, &definition));
    assert_false(md_link_definition(SLICE_LIT("[a]: /bcd"), 0, 7, &definition)); /* the limit */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(behind_the_end_stands_nothing),
        cmocka_unit_test(pieces_have_their_place),
        cmocka_unit_test(lines_end_in_three_ways),
        cmocka_unit_test(prefixes_are_blanks_and_markers),
        cmocka_unit_test(indents_are_columns),
        cmocka_unit_test(only_markers_at_line_starts_are_silent),
        cmocka_unit_test(runs_are_measured),
        cmocka_unit_test(rows_have_columns),
        cmocka_unit_test(lines_of_dashes_are_known),
        cmocka_unit_test(tails_of_links_end),
        cmocka_unit_test(definitions_of_links_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
