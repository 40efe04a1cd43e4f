#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "text/amount.h"

/* The text before the point, then "|", then the rest; "words" where it is no amount. */
static const char *split(const char *text, const char *lang)
{
    static char out[200];
    size_t point = 0;
    if (!amount_read(slice_from(text), lang, &point))
        return "words";
    snprintf(out, sizeof out, "%.*s|%s", (int)point, text, text + point);
    return out;
}

static void test_amounts_are_split_at_the_point(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"17", "17|"},
        {"14.5", "14|.5"},
        {"1,150", "1,150|"},
        {"£1,200.50", "£1,200|.50"},
        {"1 200 000", "1 200 000|"},
        {"0.125", "0|.125"},
        {"0,5 mg", "0|,5 mg"},
        {".5", "|.5"},
        {"< 0.5", "< 0|.5"},
        {"≥ 18.5 kg/m²", "≥ 18|.5 kg/m²"},
        {"−3 °C", "−3| °C"},
        {"7½ h", "7|½ h"},
        {"½", "|½"},
        {"4 to 7 mmol/L", "4 to 7| mmol/L"},
        {"10–15 mg/kg/day", "10–15| mg/kg/day"},
        {"120/80 mmHg", "120/80| mmHg"},
        {"5 mg – 7.5 mg", "5 mg – 7|.5 mg"},
        {"12 (40%)", "12| (40%)"},
        {"9.75 (8–11)", "9|.75 (8–11)"},
        {"45%*", "45|%*"},
        {"٥٫٢٥", "٥|٫٢٥"},
        {"10,50 €", "10|,50 €"},
        {"2.5 units", "2|.5 units"},
        {"125 micrograms", "125| micrograms"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(split(cases[i][0], "en"), cases[i][1]);
    assert_string_equal(split("1.150", "de"), "1.150|");
    assert_string_equal(split("1,150", "de"), "1|,150");
    assert_string_equal(split("14.5", "de"), "14|.5");
    assert_string_equal(split("1.150", "de-CH"), "1|.150");
}

static void test_other_numbers_are_words(void **state)
{
    (void)state;
    static const char *const cases[] = {"",
                                        "–",
                                        "mg",
                                        "01632 960 001",
                                        "(020) 7946 0018",
                                        "23/11/2026",
                                        "8:30",
                                        "8 am",
                                        "1 medium slice",
                                        "B12",
                                        "about 5",
                                        "1.2.3",
                                        "2 × 5 mg",
                                        "5 to",
                                        "12 (see note)",
                                        "1st",
                                        "3 tablespoons",
                                        "5 mg daily"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(split(cases[i], "en"), "words");
}

static void test_what_stands_for_no_amount(void **state)
{
    (void)state;
    assert_true(amount_is_missing(slice_from("")));
    assert_true(amount_is_missing(slice_from(" – ")));
    assert_true(amount_is_missing(slice_from("N/A")));
    assert_false(amount_is_missing(slice_from("-5")));
    assert_false(amount_is_missing(slice_from("no")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_amounts_are_split_at_the_point),
        cmocka_unit_test(test_other_numbers_are_words),
        cmocka_unit_test(test_what_stands_for_no_amount),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
