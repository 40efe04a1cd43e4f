#include "reading.h"

/* A leaflet with the front matter given, read as plain text. */
static struct reading *front(const char *keys)
{
    char *text = NULL;
    assert_true(asprintf(&text, "---\n%s---\nTitle\n\nSome words.\n", keys) > 0);
    struct reading *r = calloc(1, sizeof *r);
    r->inputs = inputs_open(NULL, false);
    struct slice bytes = arena_copy(&r->arena, slice_from(text));
    struct read_options options = {.inputs = r->inputs,
                                   .name = "leaflet",
                                   .folder = "/proc",
                                   .top = "/proc",
                                   .reader = READ_PLAIN};
    free(text);
    r->diags.arena = &r->arena;
    r->doc = read_document(bytes, &options, &r->diags);
    check_run(&(struct check_subject){.doc = r->doc}, &r->diags);
    return r;
}

static void one(const char *keys, enum diag_code code, uint32_t line, uint32_t column,
                const char *hint)
{
    struct reading *r = front(keys);
    if (count_code(r, code) != 1)
        fail_msg("%u times [%s] for\n%s", count_code(r, code), diag_code_name(code), keys);
    assert_code_at(r, code, line, column);
    if (hint) {
        assert_non_null(find_code(r, code)->hint);
        assert_holds(find_code(r, code)->hint, hint);
    }
    end_reading(r);
}

static void every_key_is_read(void **state)
{
    (void)state;
    struct reading *r = front(
        "subtitle: Sub\nsummary: >\n  Two\n  lines.\nlang: en-GB\nreference: SK-014\n"
        "version: 1.10\nstatus: final\npublished: 2026-11-23\nreviewed: 2026-10\n"
        "next_review: 2028-11\nowner: Skin team\nauthors: One author\nreviewers: [A, 'B, C']\n"
        "keywords:\n  - x\n  - y\nsources: []\naudience: adults\nonline: https://a.example/x\n"
        "contact:\n  phone: 01632 960 001\n  email: a@b.example\npage: a5\nprint_links: list\n"
        "theme: {brand: '#123456'}\nwords: {contact: Talk to us}\n");
    const struct meta *meta = &r->doc->meta;
    assert_int_equal(r->diags.count, 0);
    assert_string_equal(meta->subtitle.value, "Sub");
    assert_string_equal(meta->summary.value, "Two lines.");
    assert_string_equal(meta->lang.value, "en-GB");
    assert_string_equal(meta->version.value, "1.10");
    assert_int_equal(meta->status, META_STATUS_FINAL);
    assert_int_equal(meta->published.day, 23);
    assert_int_equal(meta->reviewed.month, 10);
    assert_int_equal(meta->reviewed.day, 0);
    assert_int_equal(meta->next_review.year, 2028);
    assert_string_equal(meta->owner.value, "Skin team");
    assert_int_equal(meta->authors.count, 1);
    assert_int_equal(meta->reviewers.count, 2);
    assert_string_equal(meta->reviewers.items[1].value, "B, C");
    assert_int_equal(meta->keywords.count, 2);
    assert_int_equal(meta->sources.count, 0);
    assert_string_equal(meta->contact.phone.value, "01632 960 001");
    assert_string_equal(meta->contact.email.value, "a@b.example");
    assert_int_equal(meta->paper.page, META_PAGE_A5);
    assert_int_equal(meta->print_links, META_LINKS_LIST);
    assert_string_equal(meta->theme.items[0].value, "#123456");
    assert_string_equal(meta->words.items[0].key, "contact");
    end_reading(r);
}

static void a_paper_may_be_given_in_numbers(void **state)
{
    (void)state;
    static const char *const forms[] = {"148x210mm", "148 x 210", "14.8 x 21 cm",
                                        "148mm \xc3\x97 21cm"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char keys[64];
        snprintf(keys, sizeof keys, "lang: en\nfit: 2\nlandscape: yes\npage: %s\n", forms[i]);
        struct reading *r = front(keys);
        const struct meta *meta = &r->doc->meta;
        assert_int_equal(meta->paper.page, META_PAGE_OWN);
        assert_int_equal(meta->paper.width, 1480);
        assert_int_equal(meta->paper.height, 2100);
        assert_int_equal(meta->landscape, META_SWITCH_ON);
        assert_int_equal(meta->fit.pages, 2);
        end_reading(r);
    }
}

static void spans_name_the_value(void **state)
{
    (void)state;
    struct reading *r = front("lang: en\nreference: \"SK-014\"\n");
    struct span span = r->doc->meta.reference.span;
    struct source_place place = source_locate(span.source, span.offset);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 13);
    assert_int_equal(span.len, 6);
    end_reading(r);
}

static void dates_are_iso(void **state)
{
    (void)state;
    static const struct {
        const char *date, *hint;
    } cases[] = {
        {"23/11/2026", "write 2026-11-23"},
        {"23.11.2026", "write 2026-11-23"},
        {"11/23/2026", "write 2026-11-23"},
        {"2026/11/23", "write 2026-11-23"},
        {"2026-1-5", "write 2026-01-05"},
        {"05/04/2026", "2026-04-05 for 5 April 2026, or 2026-05-04 for 4 May"},
        {"04/04/2026", "write 2026-04-04"},
        {"11/2026", "write 2026-11"},
        {"23 November 2026", "write 2026-11-23"},
        {"1er mai 2026", "write 2026-05-01"},
        {"listopad 2026", "write 2026-11"},
        {"2026-02-30", "February 2026 has 28 days"},
        {"2024-02-30", "February 2024 has 29 days"},
        {"2026-13-01", "month is a number"},
        {"2026-00", "month is a number"},
        {"2026-11-00", "has 30 days"},
        {"0026-11-01", "four digits"},
        {"soon", "year-month-day"},
        {"2026", "year-month-day"},
        {"2026-11-23-1", "year-month-day"},
        {"99999999999999999999-11-23", "year-month-day"},
        {"2026-11-", "year-month-day"},
        {"2026-11-23T10:00", "write the day alone: 2026-11-23"},
        {"2nd January 2026", "write 2026-01-02"},
        {"Jan 2, 2026", "write 2026-01-02"},
        {"sept 2026", "write 2026-09"},
        {"31st April 2026", "year-month-day"},
        {"2 Jan 3 2026", "year-month-day"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char keys[128];
        snprintf(keys, sizeof keys, "lang: en\npublished: %s\n", cases[i].date);
        one(keys, DIAG_CODE_VALUE_FORM, 3, 12, cases[i].hint);
    }
    struct reading *r = front("lang: en\npublished: 2024-02-29\n");
    assert_int_equal(r->diags.count, 0);
    end_reading(r);
}

static void dates_come_in_order(void **state)
{
    (void)state;
    one("lang: en\npublished: 2026-11-23\nnext_review: 2026-10\n", DIAG_CODE_DATE_ORDER, 4, 14,
        NULL);
    one("lang: en\nreviewed: 2027-01-01\nnext_review: 2026-12-31\n", DIAG_CODE_DATE_ORDER, 4, 14,
        NULL);
    struct reading *r = front("lang: en\npublished: 2026-11-23\nnext_review: 2026-11\n");
    assert_int_equal(r->diags.count, 0); /* the same month */
    end_reading(r);
}

static void wrong_types_and_forms(void **state)
{
    (void)state;
    one("lang: en\ntitle: [a]\n", DIAG_CODE_VALUE_TYPE, 3, 8, NULL);
    one("lang: en\nauthors: {a: b}\n", DIAG_CODE_VALUE_TYPE, 3, 10, NULL);
    one("lang: en\nauthors:\n  - Smith: X\n", DIAG_CODE_VALUE_TYPE, 4, 5, "write - \"Smith: X\"");
    one("lang: en\nauthors:\n  - {name: X, role: Y}\n", DIAG_CODE_VALUE_TYPE, 4, 5,
        "name: and url:");
    one("lang: en\ncontact: 01632\n", DIAG_CODE_VALUE_TYPE, 3, 10, "indent");
    one("lang: en\ntheme: blue\n", DIAG_CODE_VALUE_TYPE, 3, 8, NULL);
    one("lang: en_GB\n", DIAG_CODE_VALUE_FORM, 2, 7, "write en-GB");
    one("lang: english language\n", DIAG_CODE_VALUE_FORM, 2, 7, "BCP 47");
    one("lang: en\nstatus: done\n", DIAG_CODE_VALUE_FORM, 3, 9, "draft or final");
    one("lang: en\npage: b5\n", DIAG_CODE_VALUE_FORM, 3, 7, "a3, a4, a5, dl or letter");
    one("lang: en\npage: 6x6000mm\n", DIAG_CODE_VALUE_FORM, 3, 7, "5 m");
    one("lang: en\nfit: two\n", DIAG_CODE_VALUE_FORM, 3, 6, "such as 2");
    one("lang: en\nprint_links: yes\n", DIAG_CODE_VALUE_FORM, 3, 14, "inline, list or none");
    one("lang: en\npictures: big\n", DIAG_CODE_VALUE_FORM, 3, 11, "reduced or original");
    one("lang: en\nonline: riverside.example\n", DIAG_CODE_VALUE_FORM, 3, 9, "https://");
    one("lang: en\nonline: https://river,side.example/\n", DIAG_CODE_VALUE_FORM, 3, 9, "https://");
    one("lang: en\ncontact:\n  email: me at home\n", DIAG_CODE_VALUE_FORM, 4, 10, NULL);
    one("lang: en\nwords: {page: Page}\n", DIAG_CODE_VALUE_FORM, 3, 15, "{1} of {2}");
    one("- a\n- b\n", DIAG_CODE_VALUE_TYPE, 2, 1, "key: value");
    one("only words\n", DIAG_CODE_VALUE_TYPE, 2, 1, NULL);
}

static void keys_must_be_known(void **state)
{
    (void)state;
    one("lang: en\nnext-review: 2027-01\n", DIAG_CODE_KEY_UNKNOWN, 3, 1, "'next_review'");
    one("lang: en\nphone: 1\n", DIAG_CODE_KEY_UNKNOWN, 3, 1, "contact:");
    one("lang: en\ncontact: {authors: x}\n", DIAG_CODE_KEY_UNKNOWN, 3, 11, "front matter");
    one("lang: en\nwords: {contakt: x}\n", DIAG_CODE_KEY_UNKNOWN, 3, 9, "'contact'");
    one("lang: en\ncontact: {zzzzzz: 1}\n", DIAG_CODE_KEY_UNKNOWN, 3, 11, NULL);
    one("lang: en\nowner: a\nowner: b\n", DIAG_CODE_KEY_REPEATED, 4, 1, NULL);
}

static void an_address_is_no_part_of_a_name(void **state)
{
    (void)state;
    struct reading *r = front("lang: en\nauthors: {name: Prof Y, url: \"https://example.org\"}\n"
                              "reviewers: Dr Z\n");
    const struct meta *meta = &r->doc->meta;
    assert_string_equal(meta->authors.items[0].value, "Prof Y, https://example.org");
    assert_string_equal(meta_name(&meta->authors.items[0]), "Prof Y");
    assert_string_equal(meta_name(&meta->reviewers.items[0]), "Dr Z");
    end_reading(r);
}

static void empty_values_are_absent(void **state)
{
    (void)state;
    struct reading *r = front("lang: en\nreference:\nowner: ''\nauthors:\nnext_review:\n"
                              "contact:\ntheme:\nonline:\nstatus:\nsubtitle: \"  \"\n");
    const struct meta *meta = &r->doc->meta;
    assert_int_equal(r->diags.count, 0);
    assert_null(meta->reference.value);
    assert_null(meta->owner.value);
    assert_null(meta->online.value);
    assert_null(meta->subtitle.value);
    assert_int_equal(meta->authors.count, 0);
    assert_int_equal(meta->next_review.year, 0);
    end_reading(r);
}

static void front_matter_must_end(void **state)
{
    (void)state;
    struct reading *r = read_string("---\nlang: en\ntitle: Lost fence\n\nBody text.\n", READ_PLAIN);
    assert_code_at(r, DIAG_CODE_YAML_SYNTAX, 1, 1);
    assert_int_equal(r->diags.count, 1); /* one mistake, one message */
    assert_string_equal(r->doc->meta.title.value, "Lost fence");
    assert_holds(dump(r), "Body text.");
    end_reading(r);
    r = read_string("---", READ_PLAIN);
    assert_code_at(r, DIAG_CODE_YAML_SYNTAX, 1, 1);
    end_reading(r);
}

/* The title and the language stand in keys that cannot be read: that is one mistake. */
static void lost_keys_are_not_missed_twice(void **state)
{
    (void)state;
    struct reading *r = read_string("---\ntitle: A: b\nlang: en\n---\n- a list\n", READ_PLAIN);
    assert_int_equal(count_code(r, DIAG_CODE_YAML_SYNTAX), 1);
    assert_int_equal(r->diags.count, 1);
    end_reading(r);
}

static void fences_have_forms(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "---\nlang: en\n---\nTitle\n\nText.",
        "---  \nlang: en\n...\nTitle\n\nText.",
        "\xef\xbb\xbf---\r\nlang: en\r\n---\r\nTitle\r\n\r\nText.\r\n",
        "---\rlang: en\r---\rTitle\r\rText.\r",
        "---\n# only a comment\nlang: en\n--- \nTitle\n\nText.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading *r = read_string(texts[i], READ_PLAIN);
        assert_int_equal(r->diags.count, 0);
        assert_string_equal(outline(r), "h1 Title|p Text.");
        end_reading(r);
    }
    struct reading *r = read_string("----\nTitle\n\nText.", READ_PLAIN); /* no fence */
    assert_int_equal(count_code(r, DIAG_CODE_YAML_SYNTAX), 0);
    end_reading(r);
}

static void encodings(void **state)
{
    (void)state;
    struct reading *r = read_string("Title\n\nThe caf\xe9 is open.\n", READ_PLAIN);
    assert_code_at(r, DIAG_CODE_NOT_UTF8, 3, 8);
    assert_holds(find_code(r, DIAG_CODE_NOT_UTF8)->message, "0xE9");
    assert_holds(find_code(r, DIAG_CODE_NOT_UTF8)->hint, "é");
    end_reading(r);
    r = read_string("It\x92s", READ_PLAIN);
    assert_holds(find_code(r, DIAG_CODE_NOT_UTF8)->hint, "’");
    end_reading(r);
    r = read_string("cut \xe2\x82", READ_PLAIN);
    assert_code_at(r, DIAG_CODE_NOT_UTF8, 1, 5);
    end_reading(r);
    r = read_bytes(SLICE_LIT("Title\0\n\nText"), READ_PLAIN);
    assert_code_at(r, DIAG_CODE_NUL_BYTE, 1, 6);
    assert_int_equal(count_code(r, DIAG_CODE_UTF16), 0);
    end_reading(r);
    static const struct slice wide[] = {{"\xff\xfeT\0i\0", 6},
                                        {"\xfe\xff\0T\0i", 6},
                                        {"T\0i\0t\0l\0e\0", 10},
                                        {"\0T\0i\0t\0l", 8},
                                        {"\xff\xfe\0\0T\0\0\0", 8}};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        r = read_bytes(wide[i], READ_PLAIN);
        assert_int_equal(count_code(r, DIAG_CODE_UTF16), 1);
        assert_int_equal(r->diags.errors, 1);
        end_reading(r);
    }
    static const char *const empty[] = {"", "\xef\xbb\xbf", " \r\n\t\n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        r = read_string(empty[i], READ_MARKDOWN);
        assert_int_equal(count_code(r, DIAG_CODE_EMPTY_FILE), 1);
        assert_int_equal(r->diags.count, 1);
        end_reading(r);
    }
    r = read_string("Title\n\nA bell \x07 rings.\x7f\n", READ_PLAIN);
    assert_int_equal(count_code(r, DIAG_CODE_CONTROL_CHARACTER), 2);
    assert_code_at(r, DIAG_CODE_CONTROL_CHARACTER, 3, 8);
    end_reading(r);
}

static void text_is_normalised(void **state)
{
    (void)state;
    struct reading *r = read_string("Cafe\u0301\n\nWords here.\n", READ_PLAIN);
    assert_string_equal(r->doc->meta.title.value, "Café");
    assert_holds(dump(r), "@3:1");
    end_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_read),
        cmocka_unit_test(a_paper_may_be_given_in_numbers),
        cmocka_unit_test(spans_name_the_value),
        cmocka_unit_test(dates_are_iso),
        cmocka_unit_test(dates_come_in_order),
        cmocka_unit_test(wrong_types_and_forms),
        cmocka_unit_test(keys_must_be_known),
        cmocka_unit_test(an_address_is_no_part_of_a_name),
        cmocka_unit_test(empty_values_are_absent),
        cmocka_unit_test(front_matter_must_end),
        cmocka_unit_test(lost_keys_are_not_missed_twice),
        cmocka_unit_test(fences_have_forms),
        cmocka_unit_test(encodings),
        cmocka_unit_test(text_is_normalised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
