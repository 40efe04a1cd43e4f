#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/phone.h"

static void phone_links(const char *phone, const char *hrefs)
{
    struct buf found = {0};
    struct arena arena = {0};
    struct slice text = slice_from(phone);
    struct phone at = {0, 0};
    while (phone_find(text, at.end, &at)) {
        buf_put_string(&found, found.len > 0 ? " " : "");
        buf_put_string(&found, phone_href(&arena, slice_sub(text, at.start, at.end - at.start)));
    }
    buf_put_char(&found, '\0');
    assert_string_equal(found.data, hrefs);
    buf_free(&found);
    arena_free(&arena);
}

/* A wrong number in a leaflet can harm: hours, extensions and second numbers are not dialled. */
static void numbers_to_dial_end_where_they_end(void **state)
{
    (void)state;
    phone_links("01632 960 001", "tel:01632960001");
    phone_links("01632-960-001.", "tel:01632960001");
    phone_links("01632 960 001 (24 hours)", "tel:01632960001");
    phone_links("01632 960 001 (24)", "tel:01632960001");
    phone_links("01632 960 001 (9-5)", "tel:01632960001");
    phone_links("01632 960 001 - 9am", "tel:01632960001");
    phone_links("01632 960 001 9.30am to 5pm", "tel:01632960001");
    phone_links("01632 960 001 08:00-18:00", "tel:01632960001");
    phone_links("01632 960 001 24 hours", "tel:01632960001");
    phone_links("01632 960 001, extension 205 or 2006", "tel:01632960001");
    phone_links("01632 960001 / 01632 960002", "tel:01632960001 tel:01632960002");
    phone_links("01632 960001/01632 960002", "tel:01632960001 tel:01632960002");
    phone_links("01632 960 001 or +44 1632 960 002", "tel:01632960001 tel:+441632960002");
    phone_links("(+44) 1632 960 001", "tel:+441632960001");
    phone_links("+44 (0)1632 960 001", "tel:+441632960001");
    phone_links("+44 (0) 1632 960 001 (option 2)", "tel:+441632960001");
    phone_links("(01632) 960 001", "tel:01632960001");
    phone_links("(01632)960001", "tel:01632960001");
    phone_links("+1 (555) 555-0100", "tel:+15555550100");
    phone_links("030 / 1234567", "tel:0301234567");
    phone_links("030/1234567", "tel:0301234567");
    phone_links("01\xc2\xa0"
                "99 00 10 01",
                "tel:0199001001");
    phone_links("Call 111 (24 hours)", "tel:111");
    phone_links("111 or 01632 960 001", "tel:111 tel:01632960001");
    phone_links("Monday 9-17: 01632 960 001", "tel:01632960001");
    phone_links("From 24/12/2026: 01632 960 001", "tel:01632960001");
    phone_links("9am to 5pm, 24/7", "");
    phone_links("ask at the desk (+", "");
    phone_links("", "");
}

static bool shows(const char *words, const char *dialled)
{
    return phone_is_shown(slice_from(words), slice_from(dialled));
}

static void words_show_the_number_but_for_its_country(void **state)
{
    (void)state;
    assert_true(shows("call 01632 960 001", "01632960001"));
    assert_true(shows("01632 960 001", "+441632960001"));
    assert_true(shows("+44 (0)1632 960 001", "+441632960001"));
    assert_true(shows("+44 (0)1632 960 001", "00441632960001"));
    assert_true(shows("111", "111"));
    assert_false(shows("01632 960 002", "01632960001"));
    assert_false(shows("960 001", "+441632960001")); /* more than a country is missing */
    assert_false(shows("+44 1632 960 001", "01632960001"));
    assert_false(shows("11", "11"));
    assert_false(shows("call us", "111"));
    assert_false(shows("", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_to_dial_end_where_they_end),
        cmocka_unit_test(words_show_the_number_but_for_its_country),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
