#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/slice.h"
#include "base/starts.h"

static void strings_become_slices(void **state)
{
    (void)state;
    assert_int_equal(slice_from("abc").len, 3);
    assert_int_equal(slice_from(NULL).len, 0);
    assert_non_null(slice_from(NULL).ptr);
    assert_int_equal(SLICE_LIT("a\0b").len, 3);
}

static void comparing_is_by_bytes(void **state)
{
    (void)state;
    assert_true(slice_equal(SLICE_LIT("a\0b"), SLICE_LIT("a\0b")));
    assert_false(slice_equal(SLICE_LIT("a\0b"), SLICE_LIT("a\0c")));
    assert_false(slice_equal(SLICE_LIT("ab"), SLICE_LIT("abc")));
    assert_true(slice_equal((struct slice){NULL, 0}, SLICE_EMPTY));
    assert_true(slice_equal_string(SLICE_LIT("ab"), "ab"));
    assert_false(slice_equal_string(SLICE_LIT("a\0b"), "a"));
    assert_true(slice_equal_nocase(SLICE_LIT("ReadMe"), SLICE_LIT("rEADmE")));
    assert_false(slice_equal_nocase(SLICE_LIT("\xc3\x84"), SLICE_LIT("\xc3\xa4")));
    assert_false(slice_equal_nocase(SLICE_LIT("@"), SLICE_LIT("`"))); /* 0x40 and 0x60 */
    assert_false(slice_equal_nocase(SLICE_LIT("["), SLICE_LIT("{")));
}

static void ends_are_found(void **state)
{
    (void)state;
    assert_true(slice_starts(SLICE_LIT("abc"), "ab"));
    assert_true(slice_starts(SLICE_LIT("abc"), ""));
    assert_false(slice_starts(SLICE_LIT("a"), "ab"));
    assert_true(slice_ends(SLICE_LIT("a.md"), ".md"));
    assert_false(slice_ends(SLICE_LIT("md"), ".md"));
    assert_int_equal(slice_find(SLICE_LIT("a,b,c"), ','), 1);
    assert_int_equal(slice_find(SLICE_LIT("abc"), ','), 3);
    assert_int_equal(slice_find((struct slice){NULL, 0}, ','), 0);
}

static void words_are_found(void **state)
{
    (void)state;
    assert_int_equal(slice_find_string(SLICE_LIT("a ] b ]: c"), "]:"), 6);
    assert_int_equal(slice_find_string(SLICE_LIT("]]]:"), "]:"), 2);
    assert_int_equal(slice_find_string(SLICE_LIT("ends with ]"), "]:"), 11);
    assert_int_equal(slice_find_string((struct slice){NULL, 0}, "]:"), 0);
}

/* A word of a list may begin where its first three letters stand, in any case, and nowhere else. */
static void words_begin_by_their_letters(void **state)
{
    (void)state;
    struct starts starts = {0};
    struct slice text = SLICE_LIT("Is it Painless, or pa");
    starts_add(&starts, "painless");
    for (size_t at = 0; at <= text.len; at++)
        assert_int_equal(starts_may(&starts, text, at), at == 6);
}

static void fields_are_taken_one_by_one(void **state)
{
    (void)state;
    struct slice rest = SLICE_LIT("ab||c");
    assert_true(slice_equal_string(slice_take(&rest, '|'), "ab"));
    assert_true(slice_equal_string(slice_take(&rest, '|'), ""));
    assert_true(slice_equal_string(slice_take(&rest, '|'), "c"));
    assert_int_equal(rest.len, 0);
    assert_int_equal(slice_take(&rest, '|').len, 0);
}

static void parts_are_clamped(void **state)
{
    (void)state;
    struct slice text = SLICE_LIT("abcdef");
    assert_true(slice_equal_string(slice_sub(text, 2, 3), "cde"));
    assert_true(slice_equal_string(slice_sub(text, 4, 100), "ef"));
    assert_true(slice_equal_string(slice_sub(text, 4, SIZE_MAX), "ef"));
    assert_true(slice_equal_string(slice_from_position(text, 4), "ef"));
    assert_int_equal(slice_from_position(text, 7).len, 0);
    assert_int_equal(slice_sub(text, 100, 3).len, 0);
    assert_ptr_equal(slice_sub(text, 100, 3).ptr, text.ptr + 6);
}

static void only_ascii_space_is_trimmed(void **state)
{
    (void)state;
    assert_true(slice_equal_string(slice_trim(SLICE_LIT(" \t\r\n a b \n")), "a b"));
    assert_int_equal(slice_trim(SLICE_LIT(" \n ")).len, 0);
    assert_int_equal(slice_trim(SLICE_LIT("\xc2\xa0")).len, 2); /* a no-break space stays */
}

static void classes_know_no_locale(void **state)
{
    (void)state;
    int spaces = 0, digits = 0, letters = 0, lowered = 0;
    for (int i = 0; i < 256; i++) {
        char c = (char)i;
        spaces += ascii_is_space(c);
        digits += ascii_is_digit(c);
        letters += ascii_is_alpha(c);
        lowered += ascii_lower(c) != c;
    }
    assert_int_equal(spaces, 4);
    assert_int_equal(digits, 10);
    assert_int_equal(letters, 52);
    assert_int_equal(lowered, 26);
    assert_int_equal(ascii_lower('I'), 'i');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_become_slices),
        cmocka_unit_test(comparing_is_by_bytes),
        cmocka_unit_test(ends_are_found),
        cmocka_unit_test(fields_are_taken_one_by_one),
        cmocka_unit_test(parts_are_clamped),
        cmocka_unit_test(only_ascii_space_is_trimmed),
        cmocka_unit_test(classes_know_no_locale),
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(words_begin_by_their_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
