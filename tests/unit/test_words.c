#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/text.h"
#include "text/words.h"

static const char *const langs[] = {"en", "fr", "es", "de", "pl", "ar", "cy"};
#define LANG_COUNT (sizeof langs / sizeof *langs)

static void every_language_words_everything(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < LANG_COUNT; i++) {
        assert_true(words_has_language(langs[i]));
        for (int w = 0; w < WORD_COUNT; w++) {
            struct slice text = slice_from(words_get(langs[i], (enum word)w));
            assert_true(text.len > 0);
            assert_int_equal(utf8_check(text), text.len);
            assert_ptr_equal(text_normalise(text, &arena).ptr, text.ptr);
            assert_true(slice_trim(text).len == text.len);
        }
    }
    arena_free(&arena);
}

/* A wording that lost a {1} would lose a page number. */
static void every_wording_keeps_the_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < LANG_COUNT; i++)
        for (int w = 0; w < WORD_COUNT; w++) {
            const char *english = words_get("en", (enum word)w);
            const char *text = words_get(langs[i], (enum word)w);
            assert_int_equal(strstr(english, "{1}") != NULL, strstr(text, "{1}") != NULL);
            assert_int_equal(strstr(english, "{2}") != NULL, strstr(text, "{2}") != NULL);
        }
}

/* Nothing was left in English by mistake; some words are the same in two languages. */
static void translations_differ_from_english(void **state)
{
    (void)state;
    for (size_t i = 1; i < LANG_COUNT; i++) {
        int same = 0;
        for (int w = 0; w < WORD_COUNT; w++)
            same += strcmp(words_get("en", (enum word)w), words_get(langs[i], (enum word)w)) == 0;
        assert_true(same <= 5);
    }
}

static void keys_lead_back_to_words(void **state)
{
    (void)state;
    for (int w = 0; w < WORD_COUNT; w++)
        assert_int_equal(words_find(words_key((enum word)w)), w);
    assert_int_equal(words_find("no such key"), WORD_COUNT);
    assert_int_equal(words_find(""), WORD_COUNT);
    assert_string_equal(words_key(WORD_NEXT_REVIEW), "next_review");
}

static void languages_are_found_by_primary_subtag(void **state)
{
    (void)state;
    assert_string_equal(words_get("fr-CA", WORD_CONTENTS), "Sommaire");
    assert_string_equal(words_get("DE", WORD_CONTENTS), "Inhalt");
    assert_string_equal(words_get("ar-Arab-EG", WORD_CONTENTS), "المحتويات");
    assert_false(words_has_language("fro"));
    assert_false(words_has_language("f"));
    assert_false(words_has_language(""));
    assert_false(words_has_language(NULL));
    assert_false(words_has_language("so"));
    assert_string_equal(words_get("so", WORD_CONTENTS), "Contents");
    assert_string_equal(words_get(NULL, WORD_CONTENTS), "Contents");
}

static void fill_replaces_places(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(words_fill(&arena, "Page {1} of {2}", "3", "12"), "Page 3 of 12");
    assert_string_equal(words_fill(&arena, "{2}{1}{2}", "a", "b"), "bab");
    assert_string_equal(words_fill(&arena, "Table {1}. {2}", "1", NULL), "Table 1. ");
    assert_string_equal(words_fill(&arena, "{3} {} {1", "x", "y"), "{3} {} {1");
    assert_string_equal(words_fill(&arena, "{1}", "{2}", "y"), "{2}"); /* values are not patterns */
    assert_string_equal(words_fill(&arena, "", "x", "y"), "");
    arena_free(&arena);
}

static void dates_take_the_long_form(void **state)
{
    (void)state;
    struct arena arena = {0};
    static const struct {
        const char *lang;
        int day;
        const char *wanted;
    } cases[] = {
        {"en", 23, "23 November 2026"},      {"en", 0, "November 2026"},
        {"fr", 23, "23 novembre 2026"},      {"fr", 1, "1er novembre 2026"},
        {"fr", 11, "11 novembre 2026"},      {"fr", 0, "novembre 2026"},
        {"es", 1, "1 de noviembre de 2026"}, {"es", 0, "noviembre de 2026"},
        {"de", 23, "23. November 2026"},     {"de", 0, "November 2026"},
        {"pl", 23, "23 listopada 2026"},     {"pl", 0, "listopad 2026"},
        {"ar", 23, "23 نوفمبر 2026"},        {"ar", 0, "نوفمبر 2026"},
        {"cy", 23, "23 Tachwedd 2026"},      {"cy", 0, "Tachwedd 2026"},
        {"so", 23, "23 November 2026"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(words_date(&arena, cases[i].lang, 2026, 11, cases[i].day),
                            cases[i].wanted);
    assert_string_equal(words_date(&arena, "fr", 2026, 5, 1), "1er mai 2026");
    assert_string_equal(words_date(&arena, "pl", 2027, 5, 0), "maj 2027");
    assert_string_equal(words_date(&arena, "de", 2027, 3, 9), "9. März 2027");
    arena_free(&arena);
}

static void months_are_twelve_different_names(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < LANG_COUNT; i++)
        for (int a = 1; a <= 12; a++)
            for (int b = a + 1; b <= 12; b++) {
                assert_string_not_equal(words_date(&arena, langs[i], 2026, a, 0),
                                        words_date(&arena, langs[i], 2026, b, 0));
                assert_string_not_equal(words_date(&arena, langs[i], 2026, a, 2),
                                        words_date(&arena, langs[i], 2026, b, 2));
            }
    arena_free(&arena);
}

static void quotes_follow_the_language(void **state)
{
    (void)state;
    assert_string_equal(words_quotes("en-GB").open, "“");
    assert_string_equal(words_quotes("de").open, "„");
    assert_string_equal(words_quotes("de").close, "“");
    assert_string_equal(words_quotes("fr").open, "«\u00a0");
    assert_string_equal(words_quotes("fr").close, "\u00a0»");
    assert_string_equal(words_quotes("pl").close, "”");
    assert_string_equal(words_quotes("xx").close_single, "’");
    for (size_t i = 0; i < LANG_COUNT; i++)
        assert_true(words_quotes(langs[i]).close_single && words_quotes(langs[i]).open_single);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_words_everything),
        cmocka_unit_test(every_wording_keeps_the_places),
        cmocka_unit_test(translations_differ_from_english),
        cmocka_unit_test(keys_lead_back_to_words),
        cmocka_unit_test(languages_are_found_by_primary_subtag),
        cmocka_unit_test(fill_replaces_places),
        cmocka_unit_test(dates_take_the_long_form),
        cmocka_unit_test(months_are_twelve_different_names),
        cmocka_unit_test(quotes_follow_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
