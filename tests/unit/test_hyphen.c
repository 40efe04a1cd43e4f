#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/inputs.h"
#include "text/hyphenators.h"
#include "text/text.h"

/* The word with "-" at its hyphenation points. */
static const char *hyphenated(struct hyphenator *hyphenator, const char *word, char *out)
{
    bool points[512];
    char *p = out;
    struct slice slice = slice_from(word);
    memset(points, 1, sizeof points);
    hyphenator_points(hyphenator, slice, points);
    for (size_t i = 0; i < slice.len; i++) {
        if (points[i])
            *p++ = '-';
        *p++ = word[i];
    }
    *p = '\0';
    return out;
}

static struct inputs *inputs;
static struct hyphenator_trouble trouble;

static struct hyphenator *open_or_skip(const char *lang)
{
    struct hyphenator *hyphenator = hyphenator_open(inputs, lang, &trouble);
    if (!hyphenator) {
        print_message("no dictionary for %s is installed\n", lang);
        skip();
    }
    return hyphenator;
}

static void english(void **state)
{
    char out[512];
    (void)state;
    struct hyphenator *hyphenator = open_or_skip("en-GB");
    assert_string_equal(hyphenated(hyphenator, "information", out), "in-form-a-tion");
    assert_string_equal(hyphenated(hyphenator, "INFORMATION", out), "IN-FORM-A-TION");
    assert_string_equal(hyphenated(hyphenator, "Appointment", out), "Ap-point-ment");
    assert_string_equal(hyphenated(hyphenator, "", out), "");
    assert_string_equal(hyphenated(hyphenator, "a", out), "a");
    assert_string_equal(hyphenated(hyphenator, "over", out), "over");
    assert_string_equal(hyphenated(hyphenator, "through", out), "through");
    /* At least two letters before and three after. */
    const char *shown = hyphenated(hyphenator, "ability", out);
    assert_true(shown[1] != '-' && !strstr(shown, "-ty") && strchr(shown, '-'));
    hyphenator_free(hyphenator);
}

/* Two letters on either side; in English three after. */
static void minima_by_language(void **state)
{
    char out[512];
    (void)state;
    struct hyphenator *hyphenator = open_or_skip("de-DE");
    assert_string_equal(hyphenated(hyphenator, "Tabletten", out), "Ta-blet-ten");
    assert_string_equal(hyphenated(hyphenator, "Abende", out), "Aben-de");
    hyphenator_free(hyphenator);
    hyphenator = open_or_skip("pl-PL");
    assert_string_equal(hyphenated(hyphenator, "lekarza", out), "le-ka-rza");
    assert_string_equal(hyphenated(hyphenator, "choroba", out), "cho-ro-ba");
    hyphenator_free(hyphenator);
    hyphenator = open_or_skip("es");
    assert_string_equal(hyphenated(hyphenator, "medicina", out), "me-di-ci-na");
    hyphenator_free(hyphenator);
}

/* What the dictionary says, where that is more. */
static void minima_of_a_dictionary(void **state)
{
    char out[512];
    (void)state;
    const struct memory_file items[] = {
        {.path = "/usr/share/hyphen/hyph_xx.dic",
         .bytes = SLICE_LIT("UTF-8\nLEFTHYPHENMIN 4\nRIGHTHYPHENMIN 5\na1\n")},
        {.path = "/usr/share/hyphen/hyph_cs.dic",
         .bytes = SLICE_LIT("UTF-8\nRIGHTHYPHENMIN 1\na1\n")},
        {.path = "/usr/share/hyphen/hyph_qq.dic",
         .bytes = SLICE_LIT("UTF-8\nLEFTHYPHENMIN 1\na1\n")}};
    static const char *const wanted[][2] = {
        {"xx", "aaaa-aaaaa"}, {"cs", "aa-a-a-a-a-a-aaa"}, {"qq", "aa-a-a-a-a-a-a-aa"}};
    const struct memory_files files = {items, 3};
    struct inputs *memory = inputs_open(&files, false);
    for (size_t i = 0; i < 3; i++) {
        struct hyphenator *hyphenator = hyphenator_open(memory, wanted[i][0], &trouble);
        assert_non_null(hyphenator);
        const char *word = i == 0 ? "aaaaaaaaa" : "aaaaaaaaaa";
        assert_string_equal(hyphenated(hyphenator, word, out), wanted[i][1]);
        hyphenator_free(hyphenator);
    }
    inputs_close(memory);
}

static void letters_of_several_bytes(void **state)
{
    char out[512];
    (void)state;
    struct hyphenator *hyphenator = open_or_skip("fr");
    assert_string_equal(hyphenated(hyphenator, "médicament", out), "mé-di-ca-ment");
    assert_string_equal(hyphenated(hyphenator, "hôpitaux", out), "hô-pi-taux");
    hyphenator_free(hyphenator);
}

static void dictionary_of_eight_bits(void **state)
{
    char out[512];
    (void)state;
    struct hyphenator *hyphenator = open_or_skip("de-DE");
    assert_string_equal(hyphenated(hyphenator, "Nebenwirkungen", out), "Ne-ben-wir-kun-gen");
    assert_string_equal(hyphenated(hyphenator, "Übelkeit", out), "Übel-keit");
    /* A letter that the dictionary's character set lacks. */
    assert_string_equal(hyphenated(hyphenator, "Нebenwirkungen", out), "Нebenwirkungen");
    hyphenator_free(hyphenator);
    hyphenator = open_or_skip("pl");
    assert_string_equal(hyphenated(hyphenator, "żołądkowy", out), "żo-łąd-ko-wy");
    hyphenator_free(hyphenator);
}

static void regions_fall_back(void **state)
{
    (void)state;
    static const char *const tags[] = {"en", "en-NZ", "en-Latn-GB-oxendict", "EN-gb"};
    hyphenator_free(open_or_skip("en-GB"));
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct hyphenator *hyphenator = hyphenator_open(inputs, tags[i], &trouble);
        if (!hyphenator)
            fail_msg("no dictionary for %s", tags[i]);
        hyphenator_free(hyphenator);
    }
}

/* Neither another dictionary of the language nor none in its place. */
static void what_cannot_be_read_is_told(void **state)
{
    (void)state;
    const struct memory_file items[] = {
        {.path = "/usr/share/hyphen/hyph_en_GB.dic", .trouble = "Permission denied"},
        {.path = "/usr/share/hyphen/hyph_en_US.dic", .bytes = SLICE_LIT("UTF-8\n")}};
    const struct memory_files files = {items, 2};
    struct inputs *memory = inputs_open(&files, false);
    assert_null(hyphenator_open(memory, "en-GB", &trouble));
    assert_string_equal(trouble.reason, "Permission denied");
    assert_string_equal(trouble.path, items[0].path);
    inputs_close(memory);
}

/* A later leaflet has the same, and is told the same. */
static void dictionaries_stay_open(void **state)
{
    (void)state;
    const struct memory_file items[] = {
        {.path = "/usr/share/hyphen/hyph_fr.dic", .bytes = SLICE_LIT("UTF-8\nmedic1al\n")},
        {.path = "/usr/share/hyphen/hyph_de_DE.dic", .trouble = "Permission denied"}};
    const struct memory_files files = {items, 2};
    struct text_engine *engine = text_engine_new();
    struct inputs *first = inputs_open(&files, true), *second = inputs_open_like(first);
    struct hyphenator *french = hyphenators_get(engine, first, "fr-BE", &trouble);
    assert_non_null(french);
    assert_null(hyphenators_get(engine, first, "de", &trouble));
    assert_string_equal(trouble.reason, "Permission denied");
    hyphenators_trim(engine);
    assert_ptr_equal(hyphenators_get(engine, second, "fr-BE", &trouble), french);
    assert_null(hyphenators_get(engine, second, "de", &trouble));
    assert_int_equal(inputs_count(second), inputs_count(first));
    for (size_t i = 0; i < inputs_count(first); i++) {
        assert_string_equal(inputs_at(second, i)->path, inputs_at(first, i)->path);
        assert_int_equal(inputs_at(second, i)->size, inputs_at(first, i)->size);
    }
    for (char lang[] = "fr-A1"; lang[3] <= 'H'; lang[3]++)
        assert_non_null(hyphenators_get(engine, second, lang, &trouble));
    hyphenators_trim(engine);
    inputs_close(first);
    inputs_close(second);
    text_engine_free(engine);
}

static void unknown_languages_have_none(void **state)
{
    (void)state;
    static const char *const tags[] = {"", "x", "qaa", "../../etc/passwd", "en_GB/..", "x-en"};
    assert_null(hyphenator_open(inputs, NULL, &trouble));
    assert_null(trouble.reason);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct hyphenator *hyphenator = hyphenator_open(inputs, tags[i], &trouble);
        if (hyphenator && strncmp(tags[i], "en", 2) != 0)
            fail_msg("a dictionary for \"%s\"", tags[i]);
        hyphenator_free(hyphenator);
    }
    hyphenator_free(NULL);
}

static void long_words_are_left_alone(void **state)
{
    char word[401], out[1024];
    (void)state;
    struct hyphenator *hyphenator = open_or_skip("en-GB");
    for (size_t i = 0; i < 400; i += 4)
        memcpy(word + i, "tion", 4);
    word[400] = '\0';
    assert_string_equal(hyphenated(hyphenator, word, out), word);
    word[100] = '\0';
    assert_non_null(strchr(hyphenated(hyphenator, word, out), '-'));
    hyphenator_free(hyphenator);
}

static int open_inputs(void **state)
{
    (void)state;
    inputs = inputs_open(NULL, false);
    return 0;
}

static int close_inputs(void **state)
{
    (void)state;
    inputs_close(inputs);
    return 0;
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(english),
        cmocka_unit_test(minima_by_language),
        cmocka_unit_test(minima_of_a_dictionary),
        cmocka_unit_test(letters_of_several_bytes),
        cmocka_unit_test(dictionary_of_eight_bits),
        cmocka_unit_test(regions_fall_back),
        cmocka_unit_test(what_cannot_be_read_is_told),
        cmocka_unit_test(dictionaries_stay_open),
        cmocka_unit_test(unknown_languages_have_none),
        cmocka_unit_test(long_words_are_left_alone),
    };
    return cmocka_run_group_tests_name("hyphen", tests, open_inputs, close_inputs);
}
