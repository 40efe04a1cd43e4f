/* The mends of the rules about English and doses, put into the source: what is written then, and
 * that nothing beside it changes. */
#include <stdlib.h>

#include "markdown.h"
#include "prose/prose.h"

static int by_place(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    return (a->replaced.offset > b->replaced.offset) - (a->replaced.offset < b->replaced.offset);
}

/* The source with all mends of the editor's rules; those that overlap an earlier one are left. */
static void mended(const char *written, const char *expected)
{
    struct markdown m;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct buf out = {0};
    size_t at = 0;
    markdown_open(&m, written);
    m.doc->meta.lang.value = m.doc->root->lang = "en-GB";
    struct prose *prose = prose_new(m.doc, NULL);
    check_run(&(struct check_subject){.doc = m.doc, .editor = true, .prose = prose}, &diags);
    qsort(diags.items, diags.count, sizeof *diags.items, by_place);
    for (size_t i = 0; i < diags.count; i++) {
        const struct diag *diag = &diags.items[i];
        if (!diag->fix || diag->replaced.offset < at)
            continue;
        buf_put_slice(&out, slice_sub(m.doc->source->text, at, diag->replaced.offset - at));
        buf_put_string(&out, diag->fix);
        at = diag->replaced.offset + diag->replaced.len;
    }
    buf_put_slice(&out, slice_from_position(m.doc->source->text, at));
    assert_string_equal(out.data, expected);
    buf_free(&out);
    diag_free(&diags);
    arena_free(&arena);
    prose_free(prose);
    markdown_close(&m);
}

static void words_are_written_in_full(void **state)
{
    (void)state;
    mended("Don't eat. You can't drink.\n", "Do not eat. You cannot drink.\n");
    mended("It **isn’t** far. We won't wait.\n", "It **is not** far. We will not wait.\n");
    mended("Why can't I eat? Ain't so.\n", "Why can't I eat? Ain't so.\n");
    mended("The label says \"Don't crush\".\n", "The label says \"Don't crush\".\n");
    mended("Do**n't** go.\n", "Do**n't** go.\n");
    mended("Rest & drink.\n", "Rest and drink.\n");
    mended("Rest &amp; drink.\n", "Rest &amp; drink.\n");
    mended("Eat fruit, e.g. pears.\n", "Eat fruit, for example pears.\n");
}

static void numbers_are_written_safely(void **state)
{
    (void)state;
    mended("Wait 5-10 minutes.\n", "Wait 5 to 10 minutes.\n");
    mended("Pay £5-£10.\n", "Pay £5 to £10.\n");
    mended("Wait 5 – 10 minutes.\n", "Wait 5 to 10 minutes.\n");
    mended("It is between 5-10 mg.\n", "It is between 5 and 10 mg.\n");
    mended("Open 9.00am-5.30 p.m. and on Mon-Fri.\n", "Open 9am to 5:30pm and on Mon to Fri.\n");
    mended("Come on 6th August at 12pm.\n", "Come on 6 August at midday.\n");
    mended("Come on 6/8/2026.\n", "Come on 6/8/2026.\n");
    mended("Take 1.0 mg, then 2.50 ml.\n", "Take 1.0 mg, then 2.50 ml.\n");
    mended("Take .5 mg.\n", "Take .5 mg.\n");
    mended("Take 50mcg. Inject 10U.\n", "Take 50 micrograms. Inject 10 units.\n");
    mended("Take 1 &micro;g.\n", "Take 1 microgram.\n");
    mended("Take 5 mg and 5 mg and 5mg.\n", "Take 5 mg and 5 mg and 5 mg.\n");
    mended("Call 01632960001 or 020 74504000.\n", "Call 01632 960 001 or 020 7450 4000.\n");
    mended("Walk 10000 steps.\n", "Walk 10,000 steps.\n");
}

static void what_means_something_else_stays(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Version 1.0 of form AB-12 replaces 0.9.\n",
        "Call 01632 960 001 or +44 1632 960001.\n",
        "COVID-19 and one-to-one care, 24-7.\n",
        "See <https://example.org/5-10/e.g./a&b>.\n",
        "Type `don't 5-10 &` into it.\n",
        "Take one or two 200 mg tablets at 5pm.\n",
        "A&E and Hill & Sons are open on 6 August 2026.\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        mended(texts[i], texts[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_written_in_full),
        cmocka_unit_test(numbers_are_written_safely),
        cmocka_unit_test(what_means_something_else_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
