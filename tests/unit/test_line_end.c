#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "text/line_end.h"

static bool joins(const char *line, const char *next)
{
    return text_lines_join(slice_from(line), slice_from(next));
}

static void test_ideographs_join(void **state)
{
    (void)state;
    assert_true(joins("服用", "一次"));
    assert_true(joins("服用，", "一次"));
    assert_true(joins("カ", "た"));
    assert_true(joins("ﾊﾝｶ", "ｸ"));
    assert_true(joins("ㄅ", "ꀀ"));
    assert_true(joins("第１", "条"));
    assert_true(joins("第", "１条"));
    assert_true(joins("二十", "五"));
}

static void test_words_part(void **state)
{
    (void)state;
    assert_false(joins("take", "it"));
    assert_false(joins("服用", "Panadol"));
    assert_false(joins("Panadol", "服用"));
    assert_false(joins("250", "毫克"));
    assert_false(joins("한국", "말"));
    assert_false(joins("한국", "和"));
    assert_false(joins("好", "✅"));
    assert_false(joins("💊", "好"));
    assert_false(joins("𐎀", "好"));
    assert_false(joins("", "好"));
    assert_false(joins("好", ""));
}

static void test_numbers_stay_apart(void **state)
{
    (void)state;
    assert_false(joins("２５０", "５００"));
}

static void test_shared_marks_belong_to_their_neighbours(void **state)
{
    (void)state;
    assert_true(joins("说“好”", "就"));
    assert_true(joins("好——", "“就"));
    assert_false(joins("say “yes”", "好"));
    assert_false(joins("好", "“yes”"));
    assert_false(joins("““““““““““好””””””””””", "好"));
}

static void test_words_that_go_on(void **state)
{
    (void)state;
    assert_true(joins("physio\u00ad", "therapy"));
    assert_true(joins("ภาษา\u200b", "ไทย"));
    assert_true(joins("ภาษา", "\u200bไทย"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ideographs_join),
        cmocka_unit_test(test_words_part),
        cmocka_unit_test(test_numbers_stay_apart),
        cmocka_unit_test(test_shared_marks_belong_to_their_neighbours),
        cmocka_unit_test(test_words_that_go_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
