/* The table of units: each name once, and who knows it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/unit.h"

static void test_names(void **state)
{
    (void)state;
    for (const struct unit *a = unit_table; a->name; a++) {
        assert_true(a->uses != 0 || a->kind != UNIT_NONE);
        for (const struct unit *b = a + 1; b->name; b++)
            assert_string_not_equal(a->name, b->name);
    }
}

static void test_kinds(void **state)
{
    (void)state;
    assert_int_equal(unit_kind_of(SLICE_LIT("mg")), UNIT_WEIGHT);
    assert_int_equal(unit_kind_of(SLICE_LIT("MG")), UNIT_NONE);
    assert_int_equal(unit_kind_of(SLICE_LIT("MCG")), UNIT_MICROGRAM);
    assert_int_equal(unit_kind_of(SLICE_LIT("Units")), UNIT_WORD);
    assert_int_equal(unit_kind_of(SLICE_LIT("kcal")), UNIT_NONE);
    assert_int_equal(unit_kind_of(SLICE_EMPTY), UNIT_NONE);
}

static void test_uses(void **state)
{
    (void)state;
    assert_true(unit_is_of_tables(SLICE_LIT("ML")));
    assert_true(unit_is_of_tables(SLICE_LIT("\xe2\x82\xac")));
    assert_false(unit_is_of_tables(SLICE_LIT("tablets")));
    assert_false(unit_is_of_tables(SLICE_EMPTY));
    unsigned kept = 0, doses = 0;
    for (const struct unit *at = unit_table; (at = unit_with(at, UNIT_KEPT)); at++)
        kept++;
    for (const struct unit *at = unit_table; (at = unit_with(at, UNIT_OF_DOSES)); at++)
        doses++;
    assert_int_equal(kept, 28);
    assert_int_equal(doses, 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_kinds),
                                       cmocka_unit_test(test_uses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
