/* Quotes, dashes and spaces by the language; measures and code stay as typed. */
#include "markdown.h"

static void test_quotes(void **state)
{
    (void)state;
    markdown_text("\"a\" 'b' don't\n", NULL, "“a” ‘b’ don’t");
    markdown_text("She said \"it's 'fine'\" (\"x\").\n", NULL, "She said “it’s ‘fine’” (“x”).");
    markdown_text("\"*a* b\" **\"c\"**\n", NULL, "“a b” “c”");
    markdown_text("the patients' notes, the '90s, '68, 'tis\n", NULL,
                  "the patients’ notes, the ’90s, ’68, ’tis");
    markdown_text("\"goes on\n\n\"and ends\"\n", NULL, "“goes on“and ends”");
    markdown_text("\"a\"\n", "de", "„a“");
    markdown_text("'a' l'eau \"b\"\n", "fr", "“a” l’eau «\u00a0b\u00a0»");
    markdown_text("\"a\" <span lang=\"pl\">\"b\"</span> \"c\"\n", "en", "“a” „b” “c”");
    markdown_text("\"text\"[^1] \"text[^1]\"\n\n[^1]: \"n\"\n", NULL, "“text” “text”“n”");
}

static void test_measures(void **state)
{
    (void)state;
    markdown_text("5'10\" tall, 6'2\", a 12\" pipe, 5' high\n", NULL,
                  "5'10\" tall, 6'2\", a 12\" pipe, 5' high");
    markdown_text("\"take 10\" and \"20\"\n", NULL, "“take 10” and “20”");
    markdown_text("`\"a\" -- b` <kbd>'x'</kbd> \"c\"\n", NULL, "\"a\" -- b 'x' “c”");
    markdown_text("\"a\" <w title=\"x\">c <d\n", NULL, "“a” <w title=\"x\">c <d");
    markdown_text("http://a.example/--b...c'd\n", NULL, "http://a.example/--b...c'd");
}

static void test_dashes(void **state)
{
    (void)state;
    markdown_text("a -- b --- c---d 5--10 ---- --> <!-- x -->\n", NULL,
                  "a – b — c—d 5–10 ---- -->");
    markdown_text("-5--3, 2026-11-28--30, 1,5--2,5\n", NULL, "-5--3, 2026-11-28–30, 1,5–2,5");
    markdown_text("wait... no.... 1..2 ../..\n", NULL, "wait… no.... 1..2 ../..");
}

static void test_spaces(void **state)
{
    (void)state;
    markdown_text("250 mg, 5 ml. 37 °C 50 % 3 cm\n", NULL,
                  "250\u00a0mg, 5\u00a0ml. 37\u00a0°C 50\u00a0% 3\u00a0cm");
    markdown_text("5 months, 3 grapes, 250\nmg, mg 5\n", NULL,
                  "5 months, 3 grapes, 250\u00a0mg, mg 5");
    markdown_text("**5** mg `5 mg`\n", NULL, "5\u00a0mg 5 mg");
    markdown_text("a  b <!-- c --> d\n", NULL, "a b d");
}

/* Places survive the change of lengths. */
static void test_places(void **state)
{
    struct markdown m;
    (void)state;
    markdown_open(&m, "x \"a\" -- 5 mg\n> \"b\"\n");
    const struct node *text = m.doc->root->first->first;
    assert_int_equal(text->kind, NODE_TEXT);
    for (size_t i = 0; i < text->text.len; i++) {
        char c = text->text.ptr[i];
        if (ascii_is_alpha(c) || ascii_is_digit(c))
            assert_int_equal(m.doc->source->text.ptr[node_text_span(text, i, 1).offset], c);
    }
    assert_int_equal(node_text_span(text, 2, 3).offset, 2);
    markdown_close(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quotes), cmocka_unit_test(test_measures),
        cmocka_unit_test(test_dashes), cmocka_unit_test(test_spaces),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
