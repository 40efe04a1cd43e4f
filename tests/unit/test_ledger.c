/* No word of a Markdown source may vanish: it is in the tree, or a diagnostic covers it. */
#include "markdown.h"

#include "base/utf8.h"
#include "doc/check.h"

static void put_words(struct buf *out, const struct doc *doc)
{
    for (const struct node *node = doc->root; node; node = node_next(node, doc->root)) {
        buf_put_char(out, ' ');
        buf_put_slice(out, node->text);
        buf_put_char(out, ' ');
        if (node->kind == NODE_LINK) {
            buf_put_slice(out, node->u.link.href);
            buf_put_char(out, ' ');
            buf_put_slice(out, node->u.link.title);
        } else if (node->kind == NODE_IMAGE) {
            buf_put_string(out, node->u.image.alt);
        } else if (node->kind == NODE_ABBREVIATION) {
            buf_put_string(out, node->u.abbreviation.expansion);
        }
    }
    buf_put_string(out, "");
}

static bool is_diagnosed(const struct diag_list *diags, size_t start, size_t end)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        if (diag->span.source && diag->span.offset <= start &&
            end <= (size_t)diag->span.offset + diag->span.len)
            return true;
    }
    return false;
}

static size_t word_end(const char *text, size_t at)
{
    size_t end = at + 1;
    while (ascii_is_digit(text[end]))
        end++;
    return end;
}

/* Words are `w` and a number, each written once. */
static void check_words(const char *text, size_t len)
{
    struct markdown m;
    struct buf words = {0};
    markdown_open_len(&m, text, len, NULL);
    put_words(&words, m.doc);
    for (size_t i = 0; i < len; i++) {
        if (text[i] != 'w' || i + 1 >= len || !ascii_is_digit(text[i + 1]) ||
            (i > 0 && ascii_is_alpha(text[i - 1])))
            continue;
        size_t end = word_end(text, i);
        const char *found = memmem(words.data, words.len, text + i, end - i);
        while (found && ascii_is_digit(found[end - i]))
            found =
                memmem(found + 1, words.len - (size_t)(found + 1 - words.data), text + i, end - i);
        if (!found && !is_diagnosed(&m.diags, i, end))
            fail_msg("lost %.*s of:\n%.*s\n%s", (int)(end - i), text + i, (int)len, text,
                     markdown_tree(&m));
    }
    for (const struct node *node = m.doc->root; node; node = node_next(node, m.doc->root)) {
        struct node *heading = m.doc->nodes[node->id];
        if (node->span.len > 0 && node->span.offset + node->span.len > len)
            fail_msg("%s has a span past the end of:\n%.*s", node_kind_name(node->kind), (int)len,
                     text);
        assert_true(node->kind != NODE_TEXT || utf8_check(node->text) == node->text.len);
        if (heading->kind != NODE_HEADING)
            continue;
        heading->u.heading.anchor = "a"; /* links.c gives them */
        heading->u.heading.level = 2;
    }
    const char *breach = doc_check(m.doc);
    if (breach)
        fail_msg("%s in:\n%.*s", breach, (int)len, text);
    buf_free(&words);
    markdown_close(&m);
}

/* Every TEXT byte that is not changed stands at the source place that its map says. */
static void check_maps(const char *text)
{
    struct markdown m;
    markdown_open(&m, text);
    for (const struct node *node = m.doc->root; node; node = node_next(node, m.doc->root)) {
        if (node->kind != NODE_TEXT || node->generated)
            continue;
        for (size_t i = 0; i < node->text.len; i++) {
            char c = node->text.ptr[i];
            struct span span = node_text_span(node, i, 1);
            if (ascii_is_alpha(c) && m.doc->source->text.ptr[span.offset] != c)
                fail_msg("byte %zu of \"%.*s\" is said to stand at %u", i, SLICE_ARGS(node->text),
                         span.offset);
        }
    }
    markdown_close(&m);
}

static void test_dropped(void **state)
{
    (void)state;
    markdown_says("[Warning]: stop-the-drug\n", "1:1 link-definition-unused\n");
    markdown_says("[Dose]: 2.5mg\n", "1:1 link-definition-unused\n");
    markdown_says("[a]: https://x.example \"take\n two\"\n", "1:1 link-definition-unused\n");
    markdown_says("[a]: https://x.example\n", "1:1 link-address-unused\n");
    markdown_says("text\n\n> [a]: ../b.md\n", "3:3 link-address-unused\n");
    markdown_says("[//]: # (take two)\n\n[comment]: # \"x\"\n", "");
    markdown_says("[a]: /u\n\n[x][a] [A][] [a]\n", "");
    markdown_says("[a]: /u\n[a]: take\n\n[a]\n", "2:1 link-definition-unused\n");
    markdown_says("| a | b |\n|---|---|\n| 1 | 2 | stop | now |\n",
                  "3:11 cell-dropped\n3:18 cell-dropped\n");
    markdown_says("| a | b |\n|---|---|\n| 1 | 2 |  |\n| 1 | 2 \\| 3 |\n", "");
    markdown_says("![b](c.png \"words\") text\n", "1:1 text-dropped\n");
}

/* An address that md4c rewrites (escapes) is known by its label only. */
static void test_rewritten_addresses(void **state)
{
    (void)state;
    markdown_says("[Warning]: stop\n\n[Warning](a\\_b)\n", "1:1 link-definition-unused\n");
    markdown_says("[Warning]: a\\_b\n\n[Warning] [x][warning]\n", "");
    markdown_says("[Warning]: a\\_b\n\n[Warning](c d)\n", "");
    markdown_says("[a]: <>\n\n[a]\n", "3:1 link-empty\n");
}

/* A tail is claimed before md4c has spoken: `(not a link)` stays text. */
static void test_tails(void **state)
{
    (void)state;
    markdown_text("[a]: /u\n\n[a](w1 w2) end\n", NULL, "a(w1 w2) end");
    markdown_text("[a]: /u\n\n[a][ w1\n", NULL, "a[ w1");
    markdown_text("[a](<w> 'c'd) w1\n", NULL, "[a](<w> ’c’d) w1");
    markdown_expect("[a]: /u\n\n[a](w1 w2)\n",
                    "  paragraph @3:1\n    link href=\"/u\" @3:1\n      text \"a\" @3:2\n"
                    "    text \"(w1 w2)\" @3:4\n",
                    "");
}

static void test_nasty(void **state)
{
    static const char *const texts[] = {
        "a<b and c>w1 w2\n",
        "<w1 w2\n",
        "<!-- w1\n\nw2\n",
        "<div>\nw1\n\nw2</div>\n",
        "```w1 w2\nw3\n",
        "```w1\n",
        "> ```\nw1\n",
        "- ```\nw1\n  ```w2\n",
        "#w1\n# w2 #w3\n## w4 ##\n#\n",
        "w1\n===w2\nw3\n===\n",
        "> w1\nw2\n>> w3\n> w4\n",
        "1. w1\n   > w2\n1) w3\n- - w4\n    - w5\n\n\tw6\n",
        "![w1 ![w2](w3 \"w4\") `w5`](w6 'w7')\n",
        "[![w1](w2)](w3 (w4))\n",
        "[w1](w2 \"w3\"w4)\n",
        "[w1]: <w2> \"w3\" w4\n",
        "[l1]: w2\n\"w3\nw4\"\nw5\n",
        "[l1]:\nw2\n'w3'\n[l2]: w4 [w5]: w6\n",
        "> [w1]:\n> w2\n> \"w3\n> w4\"\n",
        "w1 [w2]: w3\n",
        "Table: w1\n\nw2\n",
        "w1\n|---\n|--",
        "Table: w1\n| w2 |\n|-|\n| w3 | w4 |\n|w5\n",
        "w1 | w2\n-|-\nw3 \\| | `w4 \\| w5` | w6\n",
        "[^n]: w1\n",
        "[^n]: w1\n[^n]: w2\n\n    w3\n\nx[^n]\n",
        "x[^n] [^m]\n\n[^n]: w1\n\n    - w2\n\n        w3\n\n    ```\n    w4\n    ```\nw5\n",
        "> [^n]: w1\n> w2\n>\n>     w3\n\nx[^n]w4[^w5]\n",
        "- a[^n]\n\n  [^n]: w1\n\n      w2\n- w3\n",
        "*[w1]: w2\n*[w1]: w3\n*[X]: w4\n",
        "*[X]: w1* w2\n\nX\n",
        "```\n*[X]: w1\n[^n]: w2\n```\n",
        "    [^n]: w1\n\n`[^n]: w2`\n",
        "> [!w1] w2\n> w3\n",
        "> [!NOTE] **w1\n> w2** w3\n> w4\n",
        "> [!NOTE]w1 [w2](w3)\n>\n> w4\n",
        "> [!NOTE] ![w1](w2 \"w3\")\n> ![w4](w5 \"w6\")\n",
        "> [!NOTE]\n",
        "<span lang=\"fr\" w1=\"w2\">w3 <b w4>w5</b>\n",
        "<abbr title=\"w1\">w2</abbr> <abbr>w3</abbr> <img src=w4 alt='w5' title=w6> w7\n",
        "<img src=w4 alt='w5'\ntitle=w6>\n",
        "&w1; &#1; &amp;w2 &#x110000;w3\n",
        "w1  \nw2\\\nw3 <br> w4\n",
        "w1\r\n\r\n> w2\r\n> w3\r\n\r\n- [ ] w4\r\n- [x]w5\r\n",
        "w1\rw2\r\r# w3\rw4\r---\r",
        "~~w1~~ ~w2~ ~~~w3~~~ ***w4** w5*\n",
        "https://x.example/w1[^n]w2 www.x.example/w3 w4@x.example\n",
        "\\[^n] \\\\[^w1] \\[w2]: w3\n",
        "[^a b]: w1\n\n[^]: w2\n\n[^w3](w4)\n",
        "+ w1\n+ [^n]: w2\n\n<!-- -->\n\nw3[^n]\n",
        "<!-- -->\n\n[^n]: w1\n\n<!-- w\n",
        "* * *\n***\nw1\n- - -\n",
        "- ***http://w1.example/X*#\n- w2\n\nw3\n", /* md4c leaves an emphasis open */
        "http://w1.example/**w2* w3\n",             /* and closes one it has not opened */
        "](w1 \"w2\")<br>&amp;\n[^m]: w3\n***http://w4.example/X*#(#\n",
        "\tw1\n \tw2\n  - w3\n\n    \tw4\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        check_words(texts[i], strlen(texts[i]));
        check_maps(texts[i]);
    }
}

static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33);
}

/* Pieces of Markdown in any order; `w` becomes a numbered word. */
static void test_random(void **state)
{
    static const char *const pieces[] = {
        "w",
        "w ",
        " w",
        "w\n",
        "\n",
        "\n\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "> ",
        ">",
        "- ",
        "1. ",
        "3) ",
        "* ",
        "# ",
        "## ",
        "#",
        "===\n",
        "---\n",
        "***",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "```\n",
        "```w\n",
        "~~~\n",
        "[",
        "]",
        "](w)",
        "](w \"w\")",
        "](",
        ")",
        "![",
        "[w]",
        "[l]",
        "[l]: w\n",
        "[l]: w 'w'\n",
        "[w]: <w> (w)\n",
        "[^n]",
        "[^n]: w",
        "\n[^n]: w\n",
        "\n[^m]: w\n",
        "[^m]",
        "*[X]: w\n",
        "X",
        "| w | w |\n",
        "|---|---|\n",
        "|-|-|\n",
        "|",
        "\\",
        "\\|",
        "&amp;",
        "&w;",
        "<",
        ">",
        "<b>",
        "</b>",
        "<sub>",
        "</sub>",
        "<span lang=fr>",
        "</span>",
        "<br>",
        "<div>\n",
        "<!-- ",
        " -->",
        "<img src=w alt=w title=w>",
        "<http://w.example>",
        "http://w.example/",
        "[!NOTE]",
        "> [!TIP] ",
        "> [!w]\n",
        "[ ] ",
        "- [x] ",
        "Table: w\n\n",
        "\"",
        "'",
        "--",
        "...",
        "  \n",
        "\\\n",
        "\r\n",
        "\"w\"",
        "(",
        ":",
        "<!---->\n\n",
        "é",
        "  ",
    };
    struct buf text = {0};
    uint64_t seed = 2026;
    unsigned word = 0;
    (void)state;
    for (int round = 0; round < 6000; round++) {
        buf_clear(&text);
        uint32_t count = 1 + next_random(&seed) % 24;
        for (uint32_t i = 0; i < count; i++) {
            const char *piece = pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)];
            for (const char *c = piece; *c; c++)
                if (*c == 'w')
                    buf_format(&text, "w%u", ++word);
                else
                    buf_put_char(&text, *c);
        }
        /* what a comment holds is hidden on purpose */
        const char *comment = memmem(text.data, text.len, "<!--", 4);
        size_t len = comment ? (size_t)(comment - text.data) : text.len;
        check_words(text.data, len);
    }
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dropped), cmocka_unit_test(test_rewritten_addresses),
        cmocka_unit_test(test_tails),   cmocka_unit_test(test_nasty),
        cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
