/* Markdown to tree: every kind of node with its place, footnotes, abbreviations, callouts, inline
 * HTML, and what is diagnosed. */
#include <stdio.h>

#include "base/mem.h"
#include "markdown.h"

static void test_blocks(void **state)
{
    (void)state;
    markdown_expect("a\nb\n\n* x\n\n  y\n* [x] z\n  1) q\n  2) r\n",
                    "  paragraph @1:1\n    text \"a b\" @1:1\n"
                    "  list loose @4:1\n    item @4:1\n"
                    "      paragraph @4:3\n        text \"x\" @4:3\n"
                    "      paragraph @6:3\n        text \"y\" @6:3\n"
                    "    item done @7:1\n"
                    "      paragraph @7:7\n        text \"z\" @7:7\n"
                    "      list start=1) tight @8:3\n"
                    "        item number=1 @8:3\n"
                    "          paragraph @8:6\n            text \"q\" @8:6\n"
                    "        item number=2 @9:3\n"
                    "          paragraph @9:6\n            text \"r\" @9:6\n",
                    "");
    markdown_expect("> q\n>\n> > r\n\n---\n\n```py x\na\n  b\n\n```\n    c\n\td\n",
                    "  quote @1:1\n    paragraph @1:3\n      text \"q\" @1:3\n"
                    "    quote @3:3\n      paragraph @3:5\n        text \"r\" @3:5\n"
                    "  break @5:1\n"
                    "  code-block info=\"py x\" @7:1\n    text \"a\\n  b\\n\" @8:1\n"
                    "  code-block @12:5\n    text \"c\\nd\" @12:5\n",
                    "12:5 code-indented\n");
}

static void test_inlines(void **state)
{
    (void)state;
    markdown_expect("*a **b*** ~~c~~ `d` e\\*  \nf\\\ng\n",
                    "  paragraph @1:1\n"
                    "    emphasis @1:1\n      text \"a \" @1:2\n"
                    "      strong @1:4\n        text \"b\" @1:6\n"
                    "    text \" \" @1:10\n    strike @1:11\n      text \"c\" @1:13\n"
                    "    text \" \" @1:16\n    code @1:17\n      text \"d\" @1:18\n"
                    "    text \" e*\" @1:20\n    line-break @1:24\n    text \"f\" @2:1\n"
                    "    line-break @2:2\n    text \"g\" @3:1\n",
                    "1:11 struck-out\n");
    markdown_expect("[a](b \"c\") <http://d.example> www.e.example [f]\n\n[f]: g\\_.html 'h'\n",
                    "  paragraph @1:1\n"
                    "    link href=\"b\" title=\"c\" @1:1\n      text \"a\" @1:2\n"
                    "    text \" \" @1:11\n"
                    "    link href=\"http://d.example\" @1:12\n"
                    "      text \"http://d.example\" @1:13\n    text \" \" @1:30\n"
                    "    link href=\"https://www.e.example\" @1:31\n"
                    "      text \"www.e.example\" @1:31\n    text \" \" @1:44\n"
                    "    link href=\"g_.html\" title=\"h\" @1:45\n      text \"f\" @1:46\n",
                    "");
    markdown_text("&amp;&eacute;&#233;&#xE9;&nope;&nbsp;x &lt;b>\n", NULL, "&ééé&nope;\u00a0x <b>");
}

static void test_pictures(void **state)
{
    (void)state;
    markdown_expect("![a *b*](c.png \"d 'e'\")\n",
                    "  figure @1:1\n    image alt=\"a b\" unread @1:1\n"
                    "    caption @1:17\n      text \"d ‘e’\" @1:17\n",
                    "");
    markdown_says("![](c.png)\n", "1:1 image-no-alt\n");
    markdown_says("<img src=c.png>\n", "1:1 image-no-alt\n");
    markdown_says("<img src=\"c.png\" alt=\"\" width=\"wide\">\n", "1:1 html-unknown\n");
    static const struct {
        const char *written;
        int32_t width;
    } widths[] = {{"96", 72 * 1024}, {"96px", 72 * 1024}, {"10.5pt", 10752},
                  {"25.4mm", 73737}, {"2.54cm", 73727},   {"50%", -50}};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        struct markdown m;
        char text[80];
        snprintf(text, sizeof text, "<img src=c.png alt='' width='%s'>\n", widths[i].written);
        markdown_open(&m, text);
        const struct node *figure = m.doc->root->first;
        assert_int_equal(figure->kind, NODE_FIGURE);
        assert_in_range(figure->first->u.image.width - widths[i].width + 100, 0, 200);
        assert_string_equal(figure->first->u.image.alt, "");
        assert_int_equal(m.diags.count, 0);
        markdown_close(&m);
    }
}

static void test_tables(void **state)
{
    (void)state;
    markdown_expect("Table: How *much*\n| a | b |\n|:-:|-:|\n| `c\\|d` |\n",
                    "  table columns=ce @2:1\n    caption @1:1\n      text \"How \" @1:8\n"
                    "      emphasis @1:12\n        text \"much\" @1:13\n"
                    "    table-head @2:1\n      row @2:1\n"
                    "        cell column=0 header centre @2:3\n          text \"a\" @2:3\n"
                    "        cell column=1 header end @2:7\n          text \"b\" @2:7\n"
                    "    table-body @4:1\n      row @4:1\n"
                    "        cell column=0 centre @4:3\n          code @4:3\n"
                    "            text \"c|d\" @4:4\n"
                    "        cell column=1 end @4:11\n",
                    "4:1 cell-missing\n");
    markdown_says("Table: a\n\nb\n", "1:1 caption-stray\n");
    markdown_says("- Table: a\n\n| b |\n|---|\n", "1:3 caption-stray\n");
    markdown_says("| a |\n|---|\n| b | c |\n", "3:7 cell-dropped\n");
    struct buf wide = {0};
    for (int row = 0; row < 2; row++) {
        for (int i = 0; i < 129; i++)
            buf_put_string(&wide, row ? "|---" : "|a");
        buf_put_string(&wide, "|\n");
    }
    markdown_says(wide.data, "1:1 table-too-wide\n");
    buf_free(&wide);
}

static void test_notes(void **state)
{
    (void)state;
    markdown_expect("a[^y] b[^x] c[^Y]\n\nd\n\n[^x]: e[^z]\n    f\n\n    - g\n[^y]: h\nlazy\n"
                    "[^z]: i\n",
                    "  paragraph @1:1\n    text \"a\" @1:1\n"
                    "    note-ref occurrence=1 text=\"1\" @1:2\n    text \" b\" @1:6\n"
                    "    note-ref occurrence=1 text=\"2\" @1:8\n    text \" c\" @1:12\n"
                    "    note-ref occurrence=2 text=\"1\" @1:14\n"
                    "  note number=1 @9:1\n    paragraph @9:7\n      text \"h lazy\" @9:7\n"
                    "  note number=2 @5:1\n    paragraph @5:7\n      text \"e\" @5:7\n"
                    "      note-ref occurrence=1 text=\"3\" @5:8\n      text \" f\" @5:12\n"
                    "    list tight @8:5\n      item @8:5\n        paragraph @8:7\n"
                    "          text \"g\" @8:7\n"
                    "  note number=3 @11:1\n    paragraph @11:7\n      text \"i\" @11:7\n"
                    "  paragraph @3:1\n    text \"d\" @3:1\n",
                    "");
    markdown_text("a[^1]\n\n[^1]: word\n", NULL, "aword"); /* no link definition */
    markdown_says("[^1]: b\n[^2]: c\n[^2]: d\n\ne[^2] f[^3]\n",
                  "1:1 footnote-unused\n3:1 footnote-repeated\n5:8 footnote-missing\n");
    markdown_says("[^1]: itself[^1]\n", "1:1 footnote-unused\n");
    markdown_says("`a[^1]` \\[^2]\n\n    [^3]: code\n", "3:5 code-indented\n");
    markdown_text("> a[^1]\n> [^1]: b\n> c\n>\n>     d\n\ne\n", NULL, "ab cde");
    markdown_text("[a[^1]](b)\n\n[^1]: c\n", NULL, "ac");
}

static void test_abbreviations(void **state)
{
    (void)state;
    markdown_expect("*[A&E]: accident and emergency\n*[GP]: x\n\nGPs, GP. `GP` [GP](a) A&amp;E "
                    "gp@GP.example\n",
                    "  paragraph @4:1\n    text \"GPs, \" @4:1\n"
                    "    abbreviation expansion=\"x\" @4:6\n      text \"GP\" @4:6\n"
                    "    text \". \" @4:8\n    code @4:10\n      text \"GP\" @4:11\n"
                    "    text \" \" @4:14\n    link href=\"a\" @4:15\n"
                    "      abbreviation expansion=\"x\" @4:16\n        text \"GP\" @4:16\n"
                    "    text \" \" @4:22\n"
                    "    abbreviation expansion=\"accident and emergency\" @4:23\n"
                    "      text \"A&E\" @4:23\n    text \" \" @4:30\n"
                    "    link href=\"mailto:gp@GP.example\" @4:31\n"
                    "      text \"gp@GP.example\" @4:31\n",
                    "");
    markdown_says("*[A]: b\n*[A]: c\n*[D]: e\n\nA\n",
                  "2:1 abbreviation-repeated\n3:1 abbreviation-unused\n");
}

static void test_callouts(void **state)
{
    (void)state;
    markdown_expect("> [!warning] Do *not*\n> a\n>\n> - b\n",
                    "  callout warning @1:1\n    callout-label @1:3\n"
                    "      icon alt=\"Warning\" generated\n      text \"Do \" @1:14\n"
                    "      emphasis @1:17\n        text \"not\" @1:18\n"
                    "    paragraph @2:3\n      text \"a\" @2:3\n"
                    "    list tight @4:3\n      item @4:3\n        paragraph @4:5\n"
                    "          text \"b\" @4:5\n",
                    "");
    markdown_expect("> [!TIP]\n> a\n",
                    "  callout tip @1:1\n    callout-label @1:3\n      icon alt=\"\" generated\n"
                    "      text \"Tip\" generated\n    paragraph @2:3\n      text \"a\" @2:3\n",
                    "");
    markdown_text("> [!NOTE]\n> a\n", "fr", "À notera");
    markdown_says("> [!WARNIGN] a\n", "1:3 callout-unknown\n");
    markdown_text("> [!] a\n> [!NOTE]\n", NULL, "[!] a [!NOTE]");
    markdown_text("> a\n>\n> [!NOTE]\n\n[!NOTE]\n", NULL, "a[!NOTE][!NOTE]");
}

static void test_html(void **state)
{
    (void)state;
    markdown_expect("H<sub>2</sub>O<br/>x<SUP>3</SUP> <abbr title=\"t &amp; u\">T</abbr>"
                    "<!-- c --> <bdi>b</bdi> <kbd>k</kbd>\n",
                    "  paragraph @1:1\n    text \"H\" @1:1\n    subscript @1:2\n"
                    "      text \"2\" @1:7\n    text \"O\" @1:14\n    line-break @1:15\n"
                    "    text \"x\" @1:20\n    superscript @1:21\n      text \"3\" @1:26\n"
                    "    text \" \" @1:33\n"
                    "    abbreviation expansion=\"t & u\" @1:34\n      text \"T\" @1:58\n"
                    "    text \" \" @1:76\n    isolate @1:77\n      text \"b\" @1:82\n"
                    "    text \" \" @1:89\n    keyboard @1:90\n      text \"k\" @1:95\n",
                    "");
    markdown_expect("<span lang=\"ar\" dir=\"rtl\">a</span>\n",
                    "  paragraph @1:1\n    span lang=ar dir=rtl @1:1\n      text \"a\" @1:27\n",
                    "");
    markdown_expect("<!-- a\n\nb -->\n\n<div>\n<!-- c -->*d*\n</div>\n",
                    "  paragraph @6:11\n    text \"*d*\" @6:11\n", "6:11 html-unread\n");
    markdown_text("a<b and c>d <u>e</u> <3\n", NULL, "a<b and c>d e <3");
    markdown_says("a <sub>b *c</sub>*\n\nd</sup>\n", "1:3 html-unknown\n1:12 html-unknown\n"
                                                     "3:2 html-unknown\n");
    markdown_says("<span class=x>a</span> <span lang=\"not a tag\">b</span>\n",
                  "1:1 html-looks\n1:24 html-unknown\n");
    markdown_says("<br title='words'>\n", "1:1 html-unknown\n");
    markdown_text("<!-- never\n\nends\n", NULL, "<!-- never ends");
}

static void test_headings(void **state)
{
    (void)state;
    markdown_says("## a\n#### b\n## c\n### d\n", "2:1 heading-skipped\n");
    markdown_says("### a\n", "1:1 heading-skipped\n");
    markdown_says("##\n## ##\n", "1:1 heading-empty\n2:1 heading-empty\n");
    markdown_says("[](a)\n[b]()\n", "1:1 link-empty\n2:1 link-empty\n");
    markdown_says("1. a\n3. b\n2. c\n\n<!-- -->\n\n1. d\n1. e\n1. f\n", "2:1 list-numbers\n");
    markdown_says("a &#1; b\n", "1:3 control-character\n");
}

/* CR LF and lone CR: the same tree as with LF, places of the original bytes. */
static void test_line_ends(void **state)
{
    static const char text[] =
        "# a\r\n\r\nb\r\n> c\r\n> d\r\n\r\n- e\r\n\r\n| f |\r\n|-|\r\n| g |\r\n"
        "\r\nh[^1]\r\n\r\n[^1]: i\r\n    j\r\n\r\n```\r\nk\r\n\r\nl\r\n```\r\n";
    char other[sizeof text];
    struct markdown windows, old;
    size_t len = 0;
    (void)state;
    for (const char *c = text; *c; c++)
        if (*c != '\n')
            other[len++] = *c;
    markdown_open(&windows, text);
    markdown_open_len(&old, other, len, NULL);
    assert_string_equal(markdown_tree(&windows), markdown_tree(&old));
    assert_string_equal(markdown_said(&windows), "");
    assert_non_null(strstr(windows.tree.data, "text \"c d\" @4:3"));
    assert_non_null(strstr(windows.tree.data, "text \"i j\" @15:7"));
    assert_non_null(strstr(windows.tree.data, "text \"k\\n\\nl\" @19:1"));
    markdown_close(&windows);
    markdown_close(&old);
}

static char *repeat(const char *piece, size_t count, size_t *len)
{
    size_t size = strlen(piece);
    char *text = mem_alloc(size * count + 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, piece, size);
    *len = size * count;
    text[*len] = '\0';
    return text;
}

static uint32_t depth_of(const struct node *node)
{
    uint32_t depth = 0;
    for (; node; node = node->parent)
        depth++;
    return depth;
}

/* Whatever is repeated: an end, a bounded depth, nothing lost. */
static void test_limits(void **state)
{
    static const struct {
        const char *piece;
        size_t count;
        const char *said;
    } cases[] = {
        {">", 10000, "1:101 nesting-too-deep\n"},
        {"+ ", 10000, "1:201 nesting-too-deep\n"},
        {"[", 50000, ""},
        {"a **a *a ", 50000, NULL},
        {"*a_ ", 100000, ""},
        {"word ", 400000, ""},
        {"[a](<", 20000, ""},
        {"\"a' ", 50000, ""},
        {"<div><!-- ", 20000, NULL},
        {"<sub>", 5000, NULL},
        {"[a]: \"\n", 20000, NULL},
        {"[^a]", 20000, NULL},
        {"*[a]: b\n", 2000, NULL},
        {"|a|\n|-|\n", 2000, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct markdown m;
        size_t len;
        char *text = repeat(cases[i].piece, cases[i].count, &len);
        markdown_open_len(&m, text, len, NULL);
        if (cases[i].said)
            assert_string_equal(markdown_said(&m), cases[i].said);
        for (uint32_t id = 1; id <= m.doc->node_count; id++)
            assert_true(depth_of(m.doc->nodes[id]) < 320);
        markdown_close(&m);
        mem_free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),   cmocka_unit_test(test_inlines),
        cmocka_unit_test(test_pictures), cmocka_unit_test(test_tables),
        cmocka_unit_test(test_notes),    cmocka_unit_test(test_abbreviations),
        cmocka_unit_test(test_callouts), cmocka_unit_test(test_html),
        cmocka_unit_test(test_headings), cmocka_unit_test(test_line_ends),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
