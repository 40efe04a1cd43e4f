#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

struct fixture {
    struct arena arena;
    struct source source;
    struct diag_list list;
    struct buf out;
};

static void start(struct fixture *f, struct slice text)
{
    *f = (struct fixture){.source = {.name = "a.md", .text = text}};
    source_index(&f->source, &f->arena);
    f->list.arena = &f->arena;
}

static void finish(struct fixture *f)
{
    diag_free(&f->list);
    buf_free(&f->out);
    arena_free(&f->arena);
}

static struct span at(const struct fixture *f, uint32_t offset)
{
    return (struct span){&f->source, offset, 1};
}

static const char *print(struct fixture *f, bool context, bool colour)
{
    buf_clear(&f->out);
    diag_sort(&f->list);
    diag_print(&f->list, &f->out, context, colour);
    return f->out.data ? f->out.data : "";
}

static void the_table_has_distinct_names(void **state)
{
    (void)state;
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        assert_true(strlen(diag_code_name((enum diag_code)i)) > 2);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(diag_code_name((enum diag_code)i),
                                    diag_code_name((enum diag_code)j));
    }
    assert_string_equal(diag_code_name(DIAG_CODE_NOT_UTF8), "not-utf8");
    assert_int_equal(diag_code_severity(DIAG_CODE_NOT_UTF8), DIAG_ERROR);
    assert_int_equal(diag_code_severity(DIAG_CODE_KEY_UNKNOWN), DIAG_WARNING);
    assert_int_equal(diag_code_severity(DIAG_CODE_MORE_DIAGNOSTICS), DIAG_NOTE);
}

static void a_diagnostic_is_printed_with_its_place_and_hint(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("one\ntwo \xc3\xa9 three\n"));
    diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 11), "leave it out", "the tag %s", "<x>");
    assert_string_equal(print(&f, false, false),
                        "a.md:2:7: warning: the tag <x> [html-unknown]\n  hint: leave it out\n");
    assert_string_equal(print(&f, true, false), "a.md:2:7: warning: the tag <x> [html-unknown]\n"
                                                "    two \xc3\xa9 three\n"
                                                "          ^\n"
                                                "  hint: leave it out\n");
    assert_null(strchr(f.out.data, '\033'));
    assert_non_null(strchr(print(&f, true, true), '\033'));
    assert_int_equal(f.list.warnings, 1);
    assert_int_equal(f.list.errors, 0);
    finish(&f);
}

static void a_subject_without_a_place_has_no_line(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_EMPTY);
    diag_add_file(&f.list, DIAG_CODE_OUTPUT_FAILED, "out/a.pdf", NULL, "cannot be written");
    diag_add_file(&f.list, DIAG_CODE_NOTHING_TO_BUILD, NULL, NULL, "nothing");
    assert_string_equal(print(&f, true, false),
                        "leafset: error: nothing [nothing-to-build]\n"
                        "out/a.pdf: error: cannot be written [output-failed]\n");
    finish(&f);
}

static void order_is_by_file_place_and_code(void **state)
{
    (void)state;
    struct fixture f;
    struct source other = {.name = "Z.md", .text = SLICE_LIT("z")};
    start(&f, SLICE_LIT("a\nb\nc\n"));
    source_index(&other, &f.arena);
    diag_add(&f.list, DIAG_CODE_LINK_BROKEN, at(&f, 4), NULL, "third");
    diag_add_file(&f.list, DIAG_CODE_DRAFT_REFUSED, "a.md", NULL, "last of a.md");
    diag_add(&f.list, DIAG_CODE_LINK_BROKEN, at(&f, 2), NULL, "second b");
    diag_add(&f.list, DIAG_CODE_CELL_DROPPED, at(&f, 2), NULL, "second a");
    diag_add(&f.list, DIAG_CODE_LINK_BROKEN, (struct span){&other, 0, 1}, NULL, "first");
    print(&f, false, false);
    const char *const want[] = {"first", "second a", "second b", "third", "last of a.md"};
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(f.list.items[i].message, want[i]);
    finish(&f);
}

static void a_flood_of_one_kind_is_limited(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("text"));
    diag_add_file(&f.list, DIAG_CODE_KEY_UNKNOWN, "clinic.yml", NULL, "a key of another file");
    for (unsigned i = 0; i < DIAG_LIMIT + 7; i++)
        diag_add(&f.list, DIAG_CODE_LINK_BROKEN, at(&f, 1), NULL, "number %u", i);
    for (unsigned i = 0; i < DIAG_LIMIT; i++)
        diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 1), NULL, "tag");
    assert_int_equal(f.list.errors, DIAG_LIMIT + 7);
    assert_int_equal(f.list.count, 2 * DIAG_LIMIT + 1);
    const char *text = print(&f, false, false);
    assert_non_null(strstr(text, "a.md: note: 7 more of the kind link-broken"));
    assert_non_null(strstr(text, "[more-diagnostics]"));
    assert_null(strstr(text, "of the kind html-unknown"));
    assert_int_equal(f.list.count, 2 * DIAG_LIMIT + 2);
    print(&f, false, false); /* printing again says it once */
    assert_int_equal(f.list.count, 2 * DIAG_LIMIT + 2);
    finish(&f);
}

static void nothing_of_the_content_steers_a_terminal(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("a\x1b[2Jb\x07\xc2\x9b\tc \xff\xe2\x82 d"));
    diag_add(&f.list, DIAG_CODE_CONTROL_CHARACTER, at(&f, 15), "\x1bhint", "\x1b[31m\n\x7f");
    f.source.name = "a\x1b.md";
    assert_string_equal(print(&f, true, false), "a?.md:1:14: error: ?[31m?? [control-character]\n"
                                                "    a?[2Jb?? c ??? d\n"
                                                "                  ^\n"
                                                "  hint: ?hint\n");
    finish(&f);
}

static void nothing_of_the_content_turns_a_message(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("take \u202e01\u202c mg\u2028x"));
    diag_add(&f.list, DIAG_CODE_CONTROL_CHARACTER, at(&f, 10), "1\u200f-2", "\u2066x\u2069\u061c");
    f.source.name = "a\u200e.md";
    assert_string_equal(print(&f, true, false),
                        "a<U+200E>.md:1:9: error: <U+2066>x<U+2069><U+061C> [control-character]\n"
                        "    take <U+202E>01<U+202C> mg?x\n"
                        "                   ^\n"
                        "  hint: 1<U+200F>-2\n");
    finish(&f);
}

static void lines_stay_lines(void **state)
{
    (void)state;
    struct buf out = {0};
    diag_put_clean_lines(&out, SLICE_LIT("a\x1b\n\nb\n"));
    assert_string_equal(out.data, "a?\n\nb\n");
    buf_free(&out);
}

static void a_long_line_is_shown_around_its_place(void **state)
{
    (void)state;
    struct fixture f;
    static char text[5000];
    memset(text, 'x', sizeof text);
    for (size_t i = 0; i < 4000; i += 2)
        memcpy(text + i, "\xc3\xa9", 2);
    text[4000] = '!';
    start(&f, (struct slice){text, sizeof text});
    diag_add(&f.list, DIAG_CODE_LINE_OVERFULL, at(&f, 4000), NULL, "long");
    diag_add(&f.list, DIAG_CODE_LINE_OVERFULL, at(&f, 4999), NULL, "end");
    diag_add(&f.list, DIAG_CODE_LINE_OVERFULL, at(&f, 0), NULL, "start");
    const char *out = print(&f, true, false);
    assert_true(strlen(out) < 1000);
    const char *mark = strchr(strstr(out, "long"), '!');
    assert_non_null(mark);
    const char *line = mark;
    while (line[-1] != '\n')
        line--;
    const char *caret = strchr(strstr(mark, "\n") + 1, '^');
    size_t columns = 0;
    for (const char *p = line; p < mark; p++)
        columns += ((unsigned char)*p & 0xc0) != 0x80;
    assert_int_equal(caret - (strstr(mark, "\n") + 1), columns);
    finish(&f);
}

static void a_byte_order_mark_does_not_move_the_caret(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("\xef\xbb\xbf"
                        "abc"));
    diag_add(&f.list, DIAG_CODE_NO_TITLE, at(&f, 4), NULL, "x");
    assert_string_equal(print(&f, true, false), "a.md:1:2: error: x [no-title]\n    \xef\xbb\xbf"
                                                "abc\n     ^\n");
    finish(&f);
}

static void a_place_past_the_end_is_harmless(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("abc\n\n"));
    diag_add(&f.list, DIAG_CODE_NO_TITLE, at(&f, 4), NULL, "empty line");
    diag_add(&f.list, DIAG_CODE_NO_TITLE, at(&f, 3), NULL, "line end");
    diag_add(&f.list, DIAG_CODE_NO_TITLE, at(&f, 999), NULL, "far out");
    const char *out = print(&f, true, false);
    assert_non_null(strstr(out, "a.md:1:4: error: line end [no-title]\n    abc\n       ^\n"));
    assert_non_null(strstr(out, "a.md:3:1: error: far out [no-title]\n"));
    finish(&f);
}

static void texts_are_copied(void **state)
{
    (void)state;
    struct fixture f;
    char hint[] = "hint", file[] = "file";
    static char wide[9001];
    memset(wide, 'w', 9000);
    start(&f, SLICE_EMPTY);
    diag_add_file(&f.list, DIAG_CODE_EMPTY_FILE, file, hint, "%s", wide);
    hint[0] = file[0] = 'x';
    assert_string_equal(f.list.items[0].hint, "hint");
    assert_string_equal(f.list.items[0].file, "file");
    assert_string_equal(f.list.items[0].message, wide);
    finish(&f);
}

static void two_lists_are_merged_with_their_numbers(void **state)
{
    struct fixture f;
    struct arena arena = {0};
    struct diag_list other = {.arena = &arena};
    (void)state;
    start(&f, slice_from("text\n"));
    diag_add(&f.list, DIAG_CODE_LINK_BROKEN, at(&f, 0), NULL, "first");
    for (unsigned i = 0; i < DIAG_LIMIT + 3; i++)
        diag_add(&other, DIAG_CODE_LINK_BROKEN, at(&f, 1), "hint", "other %u", i);
    diag_add_file(&other, DIAG_CODE_KEY_UNKNOWN, "b.yml", NULL, "a key");
    diag_merge(&f.list, &other);
    diag_free(&other);
    arena_free(&arena);
    assert_int_equal(f.list.errors, DIAG_LIMIT + 4);
    assert_int_equal(f.list.warnings, 1);
    assert_int_equal(f.list.count, DIAG_LIMIT + 1);
    const char *text = print(&f, false, false);
    assert_non_null(strstr(text, "a.md:1:1: error: first"));
    assert_non_null(strstr(text, "other 0 "));
    assert_non_null(strstr(text, "a.md: note: 4 more of the kind link-broken"));
    assert_non_null(strstr(text, "b.yml: warning: a key [key-unknown]"));
    finish(&f);
}

static void a_grade_holds_for_what_is_there_and_what_comes(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("one two three\n"));
    diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 0), NULL, "first");
    diag_grade_set(&f.list, DIAG_CODE_HTML_UNKNOWN, DIAG_AS_ERROR);
    diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 4), NULL, "second");
    assert_int_equal(f.list.errors, 2);
    assert_int_equal(f.list.warnings, 0);
    diag_grade_set(&f.list, DIAG_CODE_HTML_UNKNOWN, DIAG_AS_NOTE);
    assert_int_equal(f.list.errors, 0);
    assert_string_equal(print(&f, false, false), "a.md:1:1: note: first [html-unknown]\n"
                                                 "a.md:1:5: note: second [html-unknown]\n");
    diag_grade_set(&f.list, DIAG_CODE_HTML_UNKNOWN, DIAG_OFF);
    assert_null(diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 8), NULL, "third"));
    assert_int_equal(f.list.count, 0);
    assert_int_equal(f.list.per_code[DIAG_CODE_HTML_UNKNOWN], 0);
    assert_int_equal(f.list.warnings, 0);
    finish(&f);
}

struct from_four {
    struct diag_filter filter;
    int taken;
};

static bool takes(struct diag_filter *filter, const struct diag *diag)
{
    bool taken = diag->span.offset >= 4;
    ((struct from_four *)filter)->taken += taken;
    return taken;
}

static void a_filter_keeps_diagnostics_from_being_told(void **state)
{
    (void)state;
    struct fixture f;
    struct from_four filter = {.filter = {takes}};
    start(&f, SLICE_LIT("one two three\n"));
    struct diag_list other = {.arena = &f.arena};
    diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 0), NULL, "kept");
    diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 4), NULL, "there already");
    diag_filter_set(&f.list, &filter.filter);
    assert_null(diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 8), NULL, "later"));
    diag_add(&other, DIAG_CODE_HTML_UNKNOWN, at(&f, 9), NULL, "elsewhere");
    diag_merge(&f.list, &other);
    assert_int_equal(filter.taken, 3);
    assert_int_equal(f.list.warnings, 1);
    assert_string_equal(print(&f, false, false), "a.md:1:1: warning: kept [html-unknown]\n");
    diag_free(&other);
    finish(&f);
}

static void a_diagnostic_may_hold_its_mend(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, SLICE_LIT("5-10 mg\n"));
    diag_fix(&f.list, diag_add(&f.list, DIAG_CODE_HTML_UNKNOWN, at(&f, 0), NULL, "a dash"),
             at(&f, 1), " to ");
    assert_string_equal(f.list.items[0].fix, " to ");
    assert_int_equal(f.list.items[0].replaced.offset, 1);
    diag_fix(&f.list, NULL, at(&f, 1), "x");
    assert_string_equal(f.list.items[0].fix, " to ");
    finish(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_has_distinct_names),
        cmocka_unit_test(a_diagnostic_is_printed_with_its_place_and_hint),
        cmocka_unit_test(a_subject_without_a_place_has_no_line),
        cmocka_unit_test(order_is_by_file_place_and_code),
        cmocka_unit_test(a_flood_of_one_kind_is_limited),
        cmocka_unit_test(nothing_of_the_content_steers_a_terminal),
        cmocka_unit_test(nothing_of_the_content_turns_a_message),
        cmocka_unit_test(lines_stay_lines),
        cmocka_unit_test(a_long_line_is_shown_around_its_place),
        cmocka_unit_test(a_byte_order_mark_does_not_move_the_caret),
        cmocka_unit_test(a_place_past_the_end_is_harmless),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(two_lists_are_merged_with_their_numbers),
        cmocka_unit_test(a_grade_holds_for_what_is_there_and_what_comes),
        cmocka_unit_test(a_filter_keeps_diagnostics_from_being_told),
        cmocka_unit_test(a_diagnostic_may_hold_its_mend),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
