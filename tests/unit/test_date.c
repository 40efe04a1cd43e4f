#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"

static void months_have_their_days(void **state)
{
    (void)state;
    assert_int_equal(date_days_in_month(2026, 1), 31);
    assert_int_equal(date_days_in_month(2026, 2), 28);
    assert_int_equal(date_days_in_month(2028, 2), 29);
    assert_int_equal(date_days_in_month(1900, 2), 28);
    assert_int_equal(date_days_in_month(2000, 2), 29);
    assert_int_equal(date_days_in_month(2026, 11), 30);
}

static void only_real_dates_are_possible(void **state)
{
    (void)state;
    assert_true(date_is_possible(2026, 11, 23));
    assert_true(date_is_possible(2026, 11, 0)); /* the month */
    assert_true(date_is_possible(2028, 2, 29));
    assert_false(date_is_possible(2026, 2, 29));
    assert_false(date_is_possible(2026, 13, 1));
    assert_false(date_is_possible(2026, 0, 1));
    assert_false(date_is_possible(2026, 4, 31));
    assert_false(date_is_possible(2026, 4, -1));
    assert_false(date_is_possible(999, 4, 1));
}

static void expect(int64_t seconds, struct date_moment expected)
{
    struct date_moment moment = date_of_epoch(seconds);
    assert_memory_equal(&moment, &expected, sizeof moment);
}

static void seconds_become_moments(void **state)
{
    (void)state;
    expect(0, (struct date_moment){1970, 1, 1, 0, 0, 0});
    expect(86399, (struct date_moment){1970, 1, 1, 23, 59, 59});
    expect(951782400, (struct date_moment){2000, 2, 29, 0, 0, 0});
    expect(951868800, (struct date_moment){2000, 3, 1, 0, 0, 0});
    expect(4102444800, (struct date_moment){2100, 1, 1, 0, 0, 0});
    expect(4107542399, (struct date_moment){2100, 2, 28, 23, 59, 59});
    expect(4107542400, (struct date_moment){2100, 3, 1, 0, 0, 0}); /* no leap year */
    expect(253402300799, (struct date_moment){9999, 12, 31, 23, 59, 59});
}

static void days_are_counted(void **state)
{
    (void)state;
    assert_int_equal(date_day_number(1969, 12, 31), -1);
    for (int64_t day = 0; day < 400000; day += 13) {
        struct date_moment moment = date_of_epoch(day * 86400);
        assert_int_equal(date_day_number(moment.year, moment.month, moment.day), day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_have_their_days),
        cmocka_unit_test(only_real_dates_are_possible),
        cmocka_unit_test(seconds_become_moments),
        cmocka_unit_test(days_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
