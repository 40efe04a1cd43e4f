#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/quantity.h"

/* Brackets around what is isolated. */
static void isolated(const char *written, const char *expected)
{
    struct slice text = slice_from(written);
    struct quantity part = {0};
    struct buf out = {0};
    size_t done = 0;
    for (; quantity_find(text, done, &part); done = part.end) {
        assert_true(part.start >= done && part.end > part.start && part.end <= text.len);
        buf_put_slice(&out, slice_sub(text, done, part.start - done));
        buf_put_string(&out, "{");
        buf_put_slice(&out, slice_sub(text, part.start, part.end - part.start));
        buf_put_string(&out, "}");
    }
    buf_put_slice(&out, slice_from_position(text, done));
    buf_put_char(&out, '\0');
    assert_string_equal(out.data, expected);
    buf_free(&out);
}

#define WHOLE(text) isolated("א " text " א", "א {" text "} א")

static void telephone_numbers_stay_whole(void **state)
{
    (void)state;
    WHOLE("+44 1632 960001");
    WHOLE("+44 (0)1632 960001");
    WHOLE("(020) 7946 0018");
    WHOLE("(555) 123-4567");
    WHOLE("1 (555) 123-4567");
    WHOLE("01632 960 001 ext. 123");
    WHOLE("*100#");
}

static void signs_and_units_belong_to_their_number(void **state)
{
    (void)state;
    WHOLE("-5 °C");
    WHOLE("±2 mg");
    WHOLE("£5.50");
    WHOLE("US$5");
    WHOLE("5 €");
    WHOLE("<5 mg");
    WHOLE("65+");
    WHOLE("+/-5 mg");
    WHOLE(".5 mg");
    WHOLE("1½");
    WHOLE("5 mg/(kg·h)");
    WHOLE("8:00 a.m.");
    isolated("O- א Na+", "{O-} א {Na+}");
    isolated("Ca++ א 3+++ א", "{Ca++} א {3+++} א");
    isolated("ב-5 mg", "ב-{5 mg}"); /* a dash that joins words */
    isolated("37.5°م", "{37.5}°م"); /* a degree of the word behind it */
    isolated("(-5)", "({-5})");
}

static void ranges_and_ratios_read_as_written(void **state)
{
    (void)state;
    WHOLE("5-10 ml");
    WHOLE("5 – 10 ml");
    WHOLE("1 : 1000");
    WHOLE("2026-11-23");
    WHOLE("8:30 - 17:00");
    WHOLE("5 mg → 10 mg");
}

/* The second of "< 4 or > 15" would else be mirrored, and look like the first. */
static void the_comparisons_of_a_line_stand_alike(void **state)
{
    (void)state;
    isolated("< 4 או > 15", "{< 4} או {> 15}");
    isolated("≥ 4 ו ≤ 10", "{≥ 4} ו {≤ 10}");
    isolated("<4 או > 15", "{<4} או {> 15}");
    isolated("א < 4 או > 15", "א < 4 או > 15");
    isolated("א < 4 או >15", "א < 4 או >15");
    isolated("א < 4 או > 15 mg", "א < 4 או > {15 mg}");
    isolated("BP < 90 או > 180", "{BP < 90} או {> 180}");
    isolated("5 < א < 12", "5 < א < 12");
    isolated("א < ב, < 4", "א < ב, < 4");
    isolated("א < 4, pH > 7 או < 6", "א < 4, {pH > 7} או {< 6}");
    isolated("< ۴ یا > ۱۵", "{< ۴} یا {> ۱۵}");
    isolated("< ٤ أو > ١٥", "< ٤ أو > ١٥");
}

static void a_point_before_a_blank_ends_it(void **state)
{
    (void)state;
    isolated("5 mg. <6: א", "{5 mg}. {<6}: א");
    isolated("18:00. +44 1632 960001", "{18:00}. {+44 1632 960001}");
    isolated("4. <5", "4. {<5}");
    isolated("2, +44 1632", "2, {+44 1632}");
    isolated("38. -5", "38. {-5}");
    isolated("10. 5 mg", "10. {5 mg}");
    isolated("5 mg: -5 °C", "{5 mg}: {-5 °C}");
    WHOLE("1 : 1000");
    WHOLE("5 – 10 ml");
    WHOLE("5 x -5 mg");
    WHOLE("no. 5 mg");
}

/* "500 mg 3 times": the second number stands beside the word that it counts. */
static void a_number_behind_a_unit_is_one_of_its_own(void **state)
{
    (void)state;
    isolated("500 mg 3 א", "{500 mg} 3 א");
    isolated("500 mg - 3 א", "{500 mg} - 3 א");
    isolated("500 mg. 3 א", "{500 mg}. 3 א");
    isolated("2, 3, 5 א", "2, 3, 5 א");
    isolated("2014", "2014");
    isolated("א < 5 א", "א < 5 א");
    WHOLE("70 kg / 250 mg");
    WHOLE("23 November 2026");
}

/* What it counts stands on its left, the name on its right: it must not be drawn to the name. */
static void a_number_behind_a_name_counts(void **state)
{
    (void)state;
    isolated("א Panadol Extra 3 א", "א {Panadol Extra} 3 א");
    isolated("א Panadol 1-2 א", "א Panadol {1-2} א");
    isolated("א Panadol 2.5 א", "א Panadol {2.5} א");
    isolated("א Panadol - 3 א", "א {Panadol} - 3 א");
    isolated("א Panadol: 3 א", "א {Panadol}: 3 א");
    isolated("א Panadol ½ א", "א Panadol ½ א");
    isolated("א Panadol ٣ א", "א Panadol ٣ א");
    isolated("א Panadol ۳ א", "א {Panadol} ۳ א");
    isolated("א Panadol 10 mg 3 א", "א {Panadol 10 mg} 3 א");
    isolated("א Panadol א 3 א", "א Panadol א 3 א");
    isolated("א Tel: 020 7946 0018", "א Tel: {020 7946 0018}");
    WHOLE("NHS 111");
    WHOLE("Augmentin 625");
    isolated("א COVID 19", "א {COVID 19}");
}

/* As CLDR has them, but for groups of digits and the signs of Persian. */
static void digits_of_the_arabic_script_keep_their_ways(void **state)
{
    (void)state;
    isolated("٥-١٠", "٥-١٠");
    isolated("٥٪", "٥٪");
    isolated("-٥", "-٥");
    isolated("-۵", "{-۵}");
    WHOLE("٠١٦ ٩٦٠");
    WHOLE("+٤٤ ١٦٣ ٩٦٠");
    WHOLE("٥ mg");
}

static void units_are_no_words(void **state)
{
    (void)state;
    assert_int_equal(quantity_unit_length(SLICE_LIT("5 mg/kg."), 1), 6);
    assert_int_equal(quantity_unit_length(SLICE_LIT("2 of these"), 1), 0);
    assert_int_equal(quantity_unit_length(SLICE_LIT("2 tablets"), 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(telephone_numbers_stay_whole),
        cmocka_unit_test(signs_and_units_belong_to_their_number),
        cmocka_unit_test(ranges_and_ratios_read_as_written),
        cmocka_unit_test(the_comparisons_of_a_line_stand_alike),
        cmocka_unit_test(a_point_before_a_blank_ends_it),
        cmocka_unit_test(a_number_behind_a_unit_is_one_of_its_own),
        cmocka_unit_test(a_number_behind_a_name_counts),
        cmocka_unit_test(digits_of_the_arabic_script_keep_their_ways),
        cmocka_unit_test(units_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
