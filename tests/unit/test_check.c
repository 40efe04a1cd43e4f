/* The rules over the finished tree, on trees that no reader has made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "check/check.h"

struct checked {
    struct doc *doc;
    struct arena arena;
    struct diag_list diags;
};

/* What is released names who checked it. */
static const struct meta_text reviewer = {.value = "the lead nurse"};

static void start(struct checked *c)
{
    *c = (struct checked){.doc = doc_new()};
    c->diags.arena = &c->arena;
    c->doc->root->lang = "en";
    c->doc->meta.reviewers = (struct meta_list){&reviewer, 1};
}

static void check(struct checked *c, bool release)
{
    check_run(&(struct check_subject){.doc = c->doc, .release = release}, &c->diags);
}

static void end(struct checked *c)
{
    diag_free(&c->diags);
    doc_free(c->doc);
    arena_free(&c->arena);
}

/* The only diagnostic, or none for NULL. */
static void expect(struct checked *c, const char *code, const char *message)
{
    check(c, true);
    assert_int_equal(c->diags.count, code ? 1 : 0);
    if (code) {
        assert_string_equal(diag_code_name(c->diags.items[0].code), code);
        assert_string_equal(c->diags.items[0].message, message);
    }
    end(c);
}

static struct node *add_heading(struct checked *c, struct node *parent, int level)
{
    struct node *heading = doc_add(c->doc, parent, NODE_HEADING, SPAN_NONE);
    heading->u.heading.level = level;
    doc_add_text(c->doc, heading, SLICE_LIT("Words"), SPAN_NONE);
    return heading;
}

static void headings_skip_no_level(void **state)
{
    (void)state;
    struct checked c;
    start(&c);
    add_heading(&c, c.doc->root, 1);
    add_heading(&c, c.doc->root, 2);
    add_heading(&c, c.doc->root, 3);
    add_heading(&c, c.doc->root, 2);
    expect(&c, NULL, NULL);

    start(&c);
    add_heading(&c, c.doc->root, 1);
    add_heading(&c, c.doc->root, 2);
    add_heading(&c, c.doc->root, 4);
    expect(&c, "heading-skipped", "a heading of level 4 follows level 2");

    /* before any heading stands the title */
    start(&c);
    add_heading(&c, c.doc->root, 3);
    expect(&c, "heading-skipped", "a heading of level 3 follows level 1");
}

static void notes_and_boilerplate_have_their_own_levels(void **state)
{
    (void)state;
    struct checked c;
    start(&c);
    add_heading(&c, c.doc->root, 1);
    add_heading(&c, doc_add(c.doc, c.doc->root, NODE_NOTE, SPAN_NONE), 5);
    struct node *about = doc_add(c.doc, c.doc->root, NODE_ABOUT, SPAN_NONE);
    about->generated = true;
    add_heading(&c, about, 4);
    add_heading(&c, c.doc->root, 2);
    expect(&c, NULL, NULL);
}

static void pictures_are_described(void **state)
{
    (void)state;
    struct checked c;
    start(&c);
    struct node *figure = doc_add(c.doc, c.doc->root, NODE_FIGURE, SPAN_NONE);
    doc_add(c.doc, figure, NODE_IMAGE, SPAN_NONE)->u.image.alt = ""; /* decorates */
    expect(&c, NULL, NULL);

    start(&c);
    figure = doc_add(c.doc, c.doc->root, NODE_FIGURE, SPAN_NONE);
    struct node *image = doc_add(c.doc, figure, NODE_IMAGE, SPAN_NONE);
    image->u.image.alt = "";
    image->u.image.undescribed = true;
    expect(&c, "image-no-alt", "this picture has no description");
}

static void links_have_words(void **state)
{
    (void)state;
    struct checked c;
    start(&c);
    struct node *block = doc_add(c.doc, c.doc->root, NODE_PARAGRAPH, SPAN_NONE);
    struct node *link = doc_add(c.doc, block, NODE_LINK, SPAN_NONE);
    link->u.link.href = SLICE_LIT("https://example.org");
    doc_add_text(c.doc, link, link->u.link.href, SPAN_NONE);
    link->u.link.wordless = true;
    expect(&c, "link-empty", "this link has no words");
}

static void drafts_are_not_released(void **state)
{
    (void)state;
    struct checked c;
    start(&c);
    c.doc->meta.status = META_STATUS_DRAFT;
    check(&c, false);
    assert_int_equal(c.diags.count, 0);
    expect(&c, "draft-refused", "is a draft");
}

static void dates_follow_one_another(void **state)
{
    (void)state;
    struct checked c;
    start(&c);
    c.doc->meta.published = (struct meta_date){.year = 2026, .month = 11, .day = 23};
    c.doc->meta.next_review = (struct meta_date){.year = 2026, .month = 11}; /* the same month */
    expect(&c, NULL, NULL);

    start(&c);
    c.doc->meta.published = (struct meta_date){.year = 2026, .month = 11, .day = 23};
    c.doc->meta.next_review = (struct meta_date){.year = 2026, .month = 10};
    expect(&c, "date-order", "the next review is before the leaflet is published");

    start(&c);
    c.doc->meta.reviewed = (struct meta_date){.year = 2027, .month = 1, .day = 1};
    c.doc->meta.next_review = (struct meta_date){.year = 2026, .month = 12, .day = 31};
    expect(&c, "date-order", "the next review is before the last review");
}

static void foreign_letters_have_a_language(void **state)
{
    (void)state;
    struct checked c;
    start(&c);
    struct node *block = doc_add(c.doc, c.doc->root, NODE_PARAGRAPH, SPAN_NONE);
    doc_add_text(c.doc, block, SLICE_LIT("Call \xd7\xa9\xd7\x9c"), SPAN_NONE);
    doc_add_text(c.doc, block, SLICE_LIT("\xd7\xa9"), SPAN_NONE); /* told once a block */
    expect(&c, "language-unmarked",
           "these letters run from right to left, but the language here is en");

    start(&c);
    block = doc_add(c.doc, c.doc->root, NODE_PARAGRAPH, SPAN_NONE);
    struct node *span = doc_add(c.doc, block, NODE_SPAN, SPAN_NONE);
    span->lang = "he";
    doc_add_text(c.doc, span, SLICE_LIT("\xd7\xa9\xd7\x9c"), SPAN_NONE);
    expect(&c, NULL, NULL);
}

static void every_code_has_one_row(void **state)
{
    (void)state;
    unsigned rows[DIAG_CODE_COUNT] = {0};
    size_t array;
    const struct rule *row = rule_next(&check_table, NULL, &array);
    for (; row; row = rule_next(&check_table, row, &array)) {
        rows[row->code]++;
        assert_true(row->asks && *row->asks);
    }
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        if (rows[code] != 1)
            fail_msg("%s has %u rows", diag_code_name((enum diag_code)code), rows[code]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_has_one_row),
        cmocka_unit_test(headings_skip_no_level),
        cmocka_unit_test(notes_and_boilerplate_have_their_own_levels),
        cmocka_unit_test(pictures_are_described),
        cmocka_unit_test(links_have_words),
        cmocka_unit_test(drafts_are_not_released),
        cmocka_unit_test(dates_follow_one_another),
        cmocka_unit_test(foreign_letters_have_a_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
