#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/suggest.h"

static const char *const names[] = {"title", "subtitle", "summary", "lang", "reference"};

static const char *find(const char *word)
{
    const char *found = suggest_nearest(word, names, sizeof names / sizeof *names);
    return found ? found : "";
}

static void edits_and_turns_are_found(void **state)
{
    (void)state;
    assert_string_equal(find("titel"), "title");
    assert_string_equal(find("sumary"), "summary");
    assert_string_equal(find("langg"), "lang");
    assert_string_equal(find("subtilte"), "subtitle");
    assert_string_equal(find("ref"), "reference");
}

static void what_is_far_is_not_suggested(void **state)
{
    (void)state;
    char much[200];
    memset(much, 'x', sizeof much - 1);
    much[sizeof much - 1] = '\0';
    assert_string_equal(find("phone"), "");
    assert_string_equal(find(""), "");
    assert_string_equal(find("t"), "");
    assert_string_equal(find(much), "");
    assert_null(suggest_nearest("title", names, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_and_turns_are_found),
        cmocka_unit_test(what_is_far_is_not_suggested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
