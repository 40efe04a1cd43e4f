#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "report/baseline.h"
#include "report/changes.h"
#include "report/fix.h"
#include "report/github.h"
#include "report/json.h"
#include "report/junit.h"
#include "report/pack.h"
#include "report/run.h"

/* ---- findings */

static struct source source_of(const char *text, struct arena *arena)
{
    struct source source = {.name = "a.md", .text = slice_from(text)};
    source_index(&source, arena);
    return source;
}

static struct finding find(const struct source *source, uint32_t offset, uint32_t len,
                           struct arena *arena)
{
    struct diag_list diags = {.arena = arena};
    struct finding_lines lines = {0};
    struct finding finding;
    diag_add(&diags, DIAG_CODE_HEADING_SKIPPED, (struct span){source, offset, len}, NULL, "x");
    finding_make(&diags.items[0], &lines, false, arena, &finding);
    finding.path = finding.name;
    finding_identify(&finding);
    diag_free(&diags);
    return finding;
}

static void check_place(struct finding_place place, uint32_t line, uint32_t column, uint32_t byte)
{
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.byte, byte);
}

static void places_end_behind_the_last_character(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct source source = source_of("\xef\xbb\xbf"
                                     "dr\xc3\xb6p\r\nnext line\r\n\r\n",
                                     &arena);
    struct finding finding = find(&source, 3, 5, &arena);
    check_place(finding.start, 1, 1, 4);
    check_place(finding.end, 1, 5, 9);
    finding = find(&source, 7, 16, &arena); /* "p", and the line below with its ends */
    check_place(finding.start, 1, 4, 8);
    check_place(finding.end, 2, 10, 10);
    check_place(finding.first_end, 1, 5, 9);
    finding = find(&source, 10, 0, &arena);
    check_place(finding.start, 2, 1, 1);
    check_place(finding.end, 2, 1, 1);
    finding = find(&source, 5000, 5000, &arena);
    assert_int_equal(finding.start.line, 4);
    arena_free(&arena);
}

static void a_fingerprint_stays_where_words_do(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct source one = source_of("Some  words\there.\n", &arena);
    struct source two = source_of("\n\n  Some words here.  \r\n", &arena);
    struct source three = source_of("Some words, here.\n", &arena);
    struct finding first = find(&one, 0, 4, &arena), second = find(&two, 4, 4, &arena);
    struct finding third = find(&three, 0, 4, &arena);
    assert_string_equal(first.fingerprint, second.fingerprint);
    assert_string_not_equal(first.fingerprint, third.fingerprint);
    second.path = "b.md";
    finding_identify(&second);
    assert_string_not_equal(first.fingerprint, second.fingerprint);
    arena_free(&arena);
}

/* ---- JSON */

static void what_is_packed_is_text_and_comes_back(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf bytes = {0}, again = {0};
    struct source source = source_of("one\ntwo words\n", &arena);
    struct finding finding = find(&source, 4, 3, &arena), back;
    finding.line_hash = UINT64_MAX;
    finding.fix = (struct finding_fix){"2", 4, 3, finding.start, finding.end, 7};
    finding_pack(&finding, &bytes);
    const char *numbers =
        arena_format(&arena, "%d,%d,2,1,1,2,4,4,2,4,4,18446744073709551615,1,4,3,2,1,1,2,4,4,7",
                     (int)finding.code, (int)finding.severity);
    assert_string_equal(bytes.data, numbers);
    struct slice rest = buf_slice(&bytes);
    assert_true(finding_unpack(&rest, &back));
    assert_int_equal(rest.len, 0);
    assert_string_equal(back.message, "x");
    finding_pack(&back, &again);
    assert_true(slice_equal(buf_slice(&bytes), buf_slice(&again)));
    for (size_t len = 0; len < bytes.len; len++) { /* a part is none */
        rest = slice_sub(buf_slice(&bytes), 0, len);
        assert_false(finding_unpack(&rest, &back));
    }
    rest = SLICE_LIT("18446744073709551616,0\0\0\0\0\0\0");
    assert_false(finding_unpack(&rest, &back));
    buf_free(&bytes);
    buf_free(&again);
    arena_free(&arena);
}

static void any_bytes_make_json(void **state)
{
    (void)state;
    struct buf out = {0};
    struct json json = {.out = &out};
    json_open(&json, NULL, '{');
    json_slice(&json, "a", (struct slice){"\"\\\n\t\0\x7f", 6});
    json_text(&json, "b", "\xff\xc3(\xe2\x80\xae\xc2\x85\xed\xa0\x80 \xf0\x9f\x92\x8a");
    json_text(&json, "none", NULL);
    json_open(&json, "c", '[');
    json_close(&json, ']');
    json_number(&json, "d", UINT64_MAX);
    json_close(&json, '}');
    assert_string_equal(out.data,
                        "{\n"
                        "  \"a\": \"\\\"\\\\\\n\\u0009\\u0000\\u007f\",\n"
                        "  \"b\": \"\xef\xbf\xbd\xef\xbf\xbd(\\u202e\\u0085\xef\xbf\xbd\xef\xbf\xbd"
                        "\xef\xbf\xbd \xf0\x9f\x92\x8a\",\n"
                        "  \"c\": [],\n"
                        "  \"d\": 18446744073709551615\n"
                        "}\n");
    buf_free(&out);
}

/* ---- baseline */

static void a_baseline_counts_what_is_equal(void **state)
{
    (void)state;
    struct baseline baseline = {0};
    struct finding finding = {.fingerprint = "0123456789abcdef", .path = "a%b\nc.md"};
    struct buf line = {0}, text = {0};
    struct map paths = {0};
    unsigned number;
    baseline_put_line(&finding, &line);
    const char *lines[] = {line.data, "0000000000000000 link-broken gone.md", line.data};
    baseline_put(lines, 3, &text);
    assert_non_null(strstr(text.data, "\n0000000000000000 link-broken gone.md\n0123"));
    assert_non_null(strstr(text.data, " a%25b%0Ac.md\n"));
    assert_true(baseline_parse(buf_slice(&text), &baseline, &number));
    map_put(&paths, slice_from("a%b\nc.md"), &finding);
    assert_int_equal(baseline_gone(&baseline, &paths), 2);
    assert_true(baseline_takes(&baseline, &finding));
    assert_int_equal(baseline_gone(&baseline, &paths), 1);
    assert_true(baseline_takes(&baseline, &finding));
    assert_false(baseline_takes(&baseline, &finding));
    assert_int_equal(baseline_gone(&baseline, &paths), 0);
    baseline_free(&baseline);
    map_free(&paths);
    buf_free(&line);
    buf_free(&text);
}

static void what_is_no_baseline_is_told_by_its_line(void **state)
{
    (void)state;
    static const char *const bad[] = {"<<<<<<< ours\n", "0123456789abcde link-broken a.md\n",
                                      "0123456789ABCDEF link-broken a.md\n", "0123456789abcdef\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct baseline baseline = {0};
        struct buf text = {0};
        unsigned line;
        buf_format(&text, "# a comment\n\n%s", bad[i]);
        assert_false(baseline_parse(buf_slice(&text), &baseline, &line));
        assert_int_equal(line, 3);
        baseline_free(&baseline);
        buf_free(&text);
    }
}

/* ---- changes */

static void hunks_are_counted_and_names_unquoted(void **state)
{
    (void)state;
    struct changes changes = {.top = "/top"};
    static const char names[] = "a.md\0b \"c\".md\0same.md\0bin.md";
    changes_add_tracked(&changes, (struct slice){names, sizeof names - 1});
    changes_add_diff(&changes, SLICE_LIT("diff --git a/a.md b/a.md\n"
                                         "index 1..2 100644\n"
                                         "--- a/a.md\n"
                                         "+++ b/a.md\n"
                                         "@@ -3 +3,2 @@ words\n"
                                         "--- an old line that looks like a header\n"
                                         "+++ b/same.md\n"
                                         "+@@ -1 +1 @@\n"
                                         "@@ -9,2 +9,0 @@\n"
                                         "-x\n"
                                         "-y\n"
                                         "diff --git \"a/b \\\"c\\\".md\" \"b/b \\\"c\\\".md\"\n"
                                         "--- \"a/b \\\"c\\\".md\"\t\n"
                                         "+++ \"b/b \\\"c\\\".md\"\n"
                                         "@@ -0,0 +1 @@\n"
                                         "+x\n"
                                         "\\ No newline at end of file\n"
                                         "diff --git a/bin.md b/bin.md\n"
                                         "Binary files a/bin.md and b/bin.md differ\n"));
    assert_false(changes_touch(&changes, "/top/a.md", 1, 2));
    assert_true(changes_touch(&changes, "/top/a.md", 1, 3));
    assert_true(changes_touch(&changes, "/top/a.md", 4, 4));
    assert_false(changes_touch(&changes, "/top/a.md", 5, 99));
    assert_true(changes_touch(&changes, "/top/a.md", 0, 0));
    assert_true(changes_touch(&changes, "/top/b \"c\".md", 1, 1));
    assert_false(changes_touch(&changes, "/top/same.md", 1, 1));
    assert_false(changes_touch(&changes, "/top/same.md", 0, 0));
    assert_true(changes_touch(&changes, "/top/bin.md", 7, 7));
    assert_true(changes_touch(&changes, "/top/untracked.md", 1, 1));
    assert_true(changes_touch(&changes, "/elsewhere/a.md", 1, 1));
    changes_free(&changes);
}

static void any_bytes_may_come_from_git_or_a_baseline(void **state)
{
    (void)state;
    static const char text[] = "diff --git a/x b/x\n+++ \"b/x\\303\"\n@@ -1,2 +3,4 @@\n+a\n"
                               "Binary files a/x and b/y differ\n0123456789abcdef x a%25.md\n";
    uint32_t random = 1;
    for (int round = 0; round < 3000; round++) {
        struct changes changes = {.top = "/"};
        struct baseline baseline = {0};
        unsigned line;
        char bytes[sizeof text];
        memcpy(bytes, text, sizeof text);
        for (int i = 0; i < 6; i++) {
            random = random * 1664525u + 1013904223u;
            bytes[(random >> 8) % sizeof text] = "\n\0@+\"\\9 -b\xff%"[(random >> 24) % 12];
        }
        size_t len = (random >> 4) % sizeof text;
        char *exact = mem_alloc(len);
        memcpy(exact, bytes, len);
        changes_add_diff(&changes, (struct slice){exact, len});
        changes_add_tracked(&changes, (struct slice){exact, len});
        changes_touch(&changes, "/x", 1, 2);
        baseline_parse((struct slice){exact, len}, &baseline, &line);
        baseline_free(&baseline);
        changes_free(&changes);
        mem_free(exact);
    }
}

/* ---- fixes */

static void check_diff(const char *text, struct fix_edit *edits, size_t count, const char *expected)
{
    struct buf out = {0};
    count = fix_settle(edits, count);
    fix_put_diff("a.md", slice_from(text), edits, count, &out);
    assert_string_equal(out.data, expected);
    buf_free(&out);
}

static void a_difference_shows_three_lines_around(void **state)
{
    (void)state;
    struct fix_edit edits[] = {{18, 1, "N"}, {0, 1, "A"}};
    check_diff("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n", edits, 2,
               "--- a/a.md\n+++ b/a.md\n"
               "@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n"
               "@@ -7,5 +7,5 @@\n g\n h\n i\n-j\n+N\n k\n");
}

static void lines_may_come_and_go(void **state)
{
    (void)state;
    struct fix_edit join[] = {{1, 1, " "}};
    check_diff("a\nb\nc", join, 1,
               "--- a/a.md\n+++ b/a.md\n@@ -1,3 +1,2 @@\n-a\n-b\n+a b\n c\n"
               "\\ No newline at end of file\n");
    struct fix_edit end[] = {{3, 0, "\n"}};
    check_diff("a\nb", end, 1,
               "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n"
               "\\ No newline at end of file\n+b\n");
    struct fix_edit gone[] = {{0, 2, ""}};
    check_diff("a\n", gone, 1, "--- a/a.md\n+++ b/a.md\n@@ -1,1 +0,0 @@\n-a\n");
}

static void edits_that_meet_are_made_once(void **state)
{
    (void)state;
    struct fix_edit edits[] = {{4, 2, "X"}, {0, 2, "A"}, {0, 2, "A"}, {5, 4, "Y"}, {6, 0, "+"}};
    struct buf out = {0};
    size_t count = fix_settle(edits, 5);
    assert_int_equal(count, 3);
    fix_apply(SLICE_LIT("aabbccdd\r\n"), edits, count, &out);
    assert_string_equal(out.data, "AbbX+dd\r\n");
    buf_free(&out);
}

/* ---- GitHub */

static void annotations_end_with_how_many_more(void **state)
{
    (void)state;
    struct finding findings[14] = {{0}};
    struct report_run run = {.findings = findings, .finding_count = 14, .counts = {0, 13, 1}};
    struct buf out = {0};
    for (size_t i = 0; i < 14; i++)
        findings[i] = (struct finding){.code = DIAG_CODE_HEADING_SKIPPED,
                                       .severity = i == 13 ? DIAG_ERROR : DIAG_WARNING,
                                       .message = "50%: two\r\nlines",
                                       .path = "a:b,c.md"};
    github_put(&run, &out);
    size_t lines = 0;
    for (const char *c = out.data; *c; c++)
        lines += *c == '\n';
    assert_int_equal(lines, 11);
    assert_true(slice_starts(buf_slice(&out), "::error file=a%3Ab%2Cc.md,title=heading-skipped::"
                                              "50%25: two%0D%0Alines\n::warning file="));
    assert_non_null(strstr(out.data, "::warning title=leafset::4 more warnings: "));
    buf_free(&out);
}

static void a_summary_keeps_its_limit(void **state)
{
    (void)state;
    struct finding findings[200] = {{0}};
    struct report_run run = {.findings = findings, .finding_count = 200, .counts = {0, 200, 0}};
    struct buf out = {0};
    for (size_t i = 0; i < 200; i++)
        findings[i] = (struct finding){.code = DIAG_CODE_HEADING_SKIPPED,
                                       .severity = DIAG_WARNING,
                                       .message = "a | <b>",
                                       .path = "a.md"};
    github_put_summary(&run, 2000, &out);
    assert_true(out.len > 1500 && out.len <= 2000);
    assert_non_null(strstr(out.data, "a &#124; &#60;b&#62;"));
    assert_non_null(strstr(out.data, " more are not shown.\n"));
    buf_clear(&out);
    github_put_summary(&run, 20, &out);
    assert_int_equal(out.len, 0);
    buf_free(&out);
}

/* ---- JUnit */

static void of_too_many_cases_those_that_failed_are_told(void **state)
{
    (void)state;
    const size_t count = 20010;
    struct report_run run = {.leaflet_count = count};
    struct buf out = {0};
    run.leaflets = mem_calloc(count, sizeof *run.leaflets);
    for (size_t i = 0; i < count; i++)
        run.leaflets[i] = (struct report_leaflet){.path = "a.md", .failed = i + 3 >= count};
    junit_put(&run, &out);
    size_t cases = 0;
    for (const char *at = out.data; (at = strstr(at, "<testcase ")); at++)
        cases++;
    assert_int_equal(cases, 20001);
    assert_non_null(strstr(out.data, " tests=\"20010\" failures=\"3\" errors=\"0\""));
    assert_non_null(strstr(out.data, "name=\"a.md (3)\" file=\"a.md\">\n      <failure"));
    assert_non_null(strstr(out.data, "name=\"10 more leaflets\"/>"));
    buf_free(&out);
    run_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_end_behind_the_last_character),
        cmocka_unit_test(a_fingerprint_stays_where_words_do),
        cmocka_unit_test(what_is_packed_is_text_and_comes_back),
        cmocka_unit_test(any_bytes_make_json),
        cmocka_unit_test(a_baseline_counts_what_is_equal),
        cmocka_unit_test(what_is_no_baseline_is_told_by_its_line),
        cmocka_unit_test(hunks_are_counted_and_names_unquoted),
        cmocka_unit_test(any_bytes_may_come_from_git_or_a_baseline),
        cmocka_unit_test(a_difference_shows_three_lines_around),
        cmocka_unit_test(lines_may_come_and_go),
        cmocka_unit_test(edits_that_meet_are_made_once),
        cmocka_unit_test(annotations_end_with_how_many_more),
        cmocka_unit_test(a_summary_keeps_its_limit),
        cmocka_unit_test(of_too_many_cases_those_that_failed_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
