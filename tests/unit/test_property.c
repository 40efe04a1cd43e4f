#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/property.h"

#define PAST_EUROPE 0x10000u

static void what_is_known_is_what_icu_says(void **state)
{
    const struct icu *lib = icu();
    UErrorCode error = U_ZERO_ERROR;
    (void)state;
    for (uint32_t code_point = 0x80; code_point < PAST_EUROPE; code_point++) {
        UChar32 c = (UChar32)code_point;
        uint32_t category = property_category(code_point);
        assert_true(category & U_MASK(lib->u_charType(c)));
        assert_true(category == U_GC_L_MASK || category == U_GC_P_MASK || category == U_GC_S_MASK ||
                    category == U_MASK(lib->u_charType(c)));
        assert_int_equal(property_direction(code_point), lib->u_charDirection(c));
        assert_int_equal(property_script(code_point), lib->uscript_getScript(c, &error));
        assert_int_equal(property_lower(code_point), lib->u_tolower(c));
        assert_int_equal(property_line_break(code_point),
                         lib->u_getIntPropertyValue(c, UCHAR_LINE_BREAK));
        assert_int_equal(property_grapheme(code_point),
                         lib->u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK));
        assert_int_equal(property_is_ignorable(code_point),
                         lib->u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
    }
}

static void widths_of_punctuation_are_what_icu_says(void **state)
{
    const struct icu *lib = icu();
    (void)state;
    for (uint32_t code_point = 0x80; code_point < PAST_EUROPE; code_point++) {
        int width = lib->u_getIntPropertyValue((UChar32)code_point, UCHAR_EAST_ASIAN_WIDTH);
        bool told = width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH ||
                    (width == U_EA_AMBIGUOUS && property_category(code_point) & U_GC_P_MASK);
        if (told)
            assert_int_equal(property_width(code_point), width);
        else
            assert_true(property_width(code_point) == width ||
                        property_width(code_point) == U_EA_NEUTRAL);
    }
}

static void what_is_plainly_normal_is_so_in_any_order(void **state)
{
    const struct icu *lib = icu();
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = lib->unorm2_getNFCInstance(&error);
    (void)state;
    for (uint32_t code_point = 0x80; code_point < PAST_EUROPE; code_point++) {
        if (!property_is_plainly_nfc(code_point))
            continue;
        assert_int_equal(lib->u_getIntPropertyValue((UChar32)code_point, UCHAR_NFC_QUICK_CHECK),
                         UNORM_YES);
        assert_int_equal(lib->unorm2_getCombiningClass(nfc, (UChar32)code_point), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_known_is_what_icu_says),
        cmocka_unit_test(widths_of_punctuation_are_what_icu_says),
        cmocka_unit_test(what_is_plainly_normal_is_so_in_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
