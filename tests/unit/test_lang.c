#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/text.h"

static void right_to_left(void **state)
{
    (void)state;
    static const char *const rtl[] = {"ar",      "he",         "fa",  "ur", "ps",    "yi",
                                      "sd",      "ug",         "ckb", "dv", "AR-EG", "ar-Arab-SA",
                                      "pa-Arab", "az-arab-IR", "ks",  "syr"};
    static const char *const ltr[] = {"en", "pa", "ur-Latn", "az",        "ku",     "so", "zh-Hant",
                                      "a",  "",   "x-ar",    "en-x-arab", "hebrew", "ha"};
    for (size_t i = 0; i < sizeof rtl / sizeof *rtl; i++)
        if (!text_lang_is_rtl(rtl[i]))
            fail_msg("%s should be right to left", rtl[i]);
    for (size_t i = 0; i < sizeof ltr / sizeof *ltr; i++)
        if (text_lang_is_rtl(ltr[i]))
            fail_msg("%s should be left to right", ltr[i]);
    assert_false(text_lang_is_rtl(NULL));
}

static void well_formed(void **state)
{
    (void)state;
    /* RFC 5646, appendix A, and the irregular tags of section 2.1. */
    static const char *const good[] = {"en",
                                       "de",
                                       "i-enochian",
                                       "zh-Hant",
                                       "sr-Latn-RS",
                                       "sl-rozaj-biske",
                                       "de-CH-1901",
                                       "hy-Latn-IT-arevela",
                                       "es-419",
                                       "de-CH-x-phonebk",
                                       "az-Arab-x-AZE-derbend",
                                       "x-whatever",
                                       "qaa-Qaaa-QM-x-southern",
                                       "zh-cmn-Hans-CN",
                                       "sl-IT-nedis",
                                       "en-US-u-islamcal",
                                       "zh-CN-a-myext-x-private",
                                       "en-a-myext-b-another",
                                       "EN-gb",
                                       "sgn-BE-FR",
                                       "zh-min-nan",
                                       "abcde",
                                       "en-GB-oed",
                                       "de-1996",
                                       "x-a-b-c"};
    static const char *const bad[] = {"",
                                      "e",
                                      "en_GB",
                                      "en-",
                                      "-en",
                                      "en--GB",
                                      "de-419-DE",
                                      "a-DE",
                                      "ar-a-aaa-b-bbb-a-ccc",
                                      "en-u",
                                      "en-x",
                                      "x",
                                      "de-DE-1901-1901",
                                      "en-abcdefghi",
                                      "en GB",
                                      "d\xc3\xa9",
                                      "en-GB-",
                                      "12",
                                      "en-a",
                                      "en-x-abcdefghi",
                                      "no!",
                                      "en-GB-US"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!text_lang_is_valid(good[i]))
            fail_msg("%s is well-formed", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (text_lang_is_valid(bad[i]))
            fail_msg("%s is not well-formed", bad[i]);
    assert_false(text_lang_is_valid(NULL));
}

static void same_primary(void **state)
{
    (void)state;
    assert_true(text_lang_same_primary("en", "en-GB"));
    assert_true(text_lang_same_primary("EN-us", "en-GB"));
    assert_false(text_lang_same_primary("en", "eng"));
    assert_false(text_lang_same_primary("fr", "en"));
    assert_false(text_lang_same_primary(NULL, "en"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_to_left),
        cmocka_unit_test(well_formed),
        cmocka_unit_test(same_primary),
    };
    return cmocka_run_group_tests_name("lang", tests, NULL, NULL);
}
