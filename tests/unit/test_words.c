#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "text/text.h"
#include "text/words.h"

/* Of English and forty-three more. */
#define LANG_COUNT 44u

static void every_language_words_everything(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < LANG_COUNT; i++) {
        assert_true(words_has_language(words_tag(i)));
        for (int w = 0; w < WORD_COUNT; w++) {
            struct slice text = slice_from(words_get(words_tag(i), (enum word)w));
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
            const char *text = words_get(words_tag(i), (enum word)w);
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
            same +=
                strcmp(words_get("en", (enum word)w), words_get(words_tag(i), (enum word)w)) == 0;
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
    assert_false(words_has_language("sw"));
    assert_string_equal(words_get("sw", WORD_CONTENTS), "Contents");
    assert_string_equal(words_get(NULL, WORD_CONTENTS), "Contents");
}

static void scripts_of_a_language_have_their_own_words(void **state)
{
    (void)state;
    assert_string_equal(words_get("pa", WORD_PHONE), "ਫ਼ੋਨ");
    assert_string_equal(words_get("pa-Arab", WORD_PHONE), "فون");
    assert_string_equal(words_get("pa-PK", WORD_PHONE), "فون");
    assert_string_equal(words_get("pnb", WORD_PHONE), "فون");
    assert_string_equal(words_get("zh-CN", WORD_PHONE), "电话");
    assert_string_equal(words_get("zh-hant-HK", WORD_PHONE), "電話");
    assert_string_equal(words_get("zh-TW", WORD_PHONE), "電話");
    assert_string_equal(words_get("zh-Hans-HK", WORD_PHONE), "电话");
    assert_string_equal(words_get("prs", WORD_PHONE), words_get("fa-AF", WORD_PHONE));
    assert_string_equal(words_get("ku-Arab", WORD_PHONE), words_get("ckb", WORD_PHONE));
    assert_true(words_are_same("zh-TW", "zh-Hant"));
    assert_false(words_are_same("zh-TW", "zh"));
    assert_false(words_are_same("sw", "sw"));
}

static void every_language_has_a_line_for_the_panel(void **state)
{
    (void)state;
    bool reviewed;
    for (size_t i = 0; i < LANG_COUNT; i++)
        assert_non_null(words_offer(words_tag(i), &reviewed));
    assert_null(words_tag(LANG_COUNT));
    assert_string_equal(words_offer("en-GB", &reviewed), "Ask us for this leaflet in English.");
    assert_true(reviewed);
    assert_non_null(words_offer("ti", &reviewed));
    assert_false(reviewed);
    assert_null(words_offer("sv", &reviewed));
}

static void words_say_whether_they_were_checked(void **state)
{
    (void)state;
    assert_true(words_is_reviewed("en", WORD_CONTACT));
    assert_true(words_is_reviewed("cy", WORD_CONTACT));
    assert_true(words_is_reviewed("ur", WORD_IMPORTANT)); /* of DocBook's */
    assert_false(words_is_reviewed("ur", WORD_CONTACT));
}

static void commas_follow_the_script(void **state)
{
    (void)state;
    assert_string_equal(words_comma("en"), ", ");
    assert_string_equal(words_comma("ur"), "، ");
    assert_string_equal(words_comma("sd"), "، ");
    assert_string_equal(words_comma("ja"), "、");
    assert_string_equal(words_comma("sw"), ", ");
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
        {"en", 23, "23 November 2026"},
        {"en", 0, "November 2026"},
        {"fr", 23, "23 novembre 2026"},
        {"fr", 1, "1er novembre 2026"},
        {"fr", 11, "11 novembre 2026"},
        {"fr", 0, "novembre 2026"},
        {"es", 1, "1 de noviembre de 2026"},
        {"es", 0, "noviembre de 2026"},
        {"de", 23, "23. November 2026"},
        {"de", 0, "November 2026"},
        {"pl", 23, "23 listopada 2026"},
        {"pl", 0, "listopad 2026"},
        {"ar", 23, "23 نوفمبر 2026"},
        {"ar", 0, "نوفمبر 2026"},
        {"cy", 23, "23 Tachwedd 2026"},
        {"cy", 0, "Tachwedd 2026"},
        {"sw", 23, "23 November 2026"},
        {"ur", 23, "23 نومبر، 2026"},
        {"fa", 0, "نوامبر 2026"},
        {"he", 23, "23 בנובמבר 2026"},
        {"ru", 23, "23 ноября 2026\u00a0г."},
        {"ru", 0, "ноябрь 2026\u00a0г."},
        {"hu", 23, "2026. november 23."},
        {"zh", 23, "2026年11月23日"},
        {"ja", 0, "2026年11月"},
        {"th", 23, "23 พฤศจิกายน ค.ศ. 2026"},
        {"vi", 0, "tháng 11 năm 2026"},
        {"ckb", 23, "23ی تشرینی دووەمی 2026"},
        {"ku", 23, "23ê mijdara 2026an"},
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
                assert_string_not_equal(words_date(&arena, words_tag(i), 2026, a, 0),
                                        words_date(&arena, words_tag(i), 2026, b, 0));
                assert_string_not_equal(words_date(&arena, words_tag(i), 2026, a, 2),
                                        words_date(&arena, words_tag(i), 2026, b, 2));
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
    assert_string_equal(words_quotes("ja").open, "「");
    assert_string_equal(words_quotes("xx").close_single, "’");
    for (size_t i = 0; i < LANG_COUNT; i++)
        assert_true(words_quotes(words_tag(i)).close_single &&
                    words_quotes(words_tag(i)).open_single);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_words_everything),
        cmocka_unit_test(every_wording_keeps_the_places),
        cmocka_unit_test(translations_differ_from_english),
        cmocka_unit_test(keys_lead_back_to_words),
        cmocka_unit_test(languages_are_found_by_primary_subtag),
        cmocka_unit_test(scripts_of_a_language_have_their_own_words),
        cmocka_unit_test(every_language_has_a_line_for_the_panel),
        cmocka_unit_test(words_say_whether_they_were_checked),
        cmocka_unit_test(commas_follow_the_script),
        cmocka_unit_test(fill_replaces_places),
        cmocka_unit_test(dates_take_the_long_form),
        cmocka_unit_test(months_are_twelve_different_names),
        cmocka_unit_test(quotes_follow_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
