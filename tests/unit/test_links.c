/* Anchors by GitHub's rules, targets, broken links. */
#include "base/suggest.h"
#include "doc/check.h"
#include "markdown.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/inputs.h"
#include "read/passes/links.h"
#include "read/passes/names.h"

static const struct node *find(const struct doc *doc, enum node_kind kind, unsigned n)
{
    for (const struct node *node = doc->root; node; node = node_next(node, doc->root))
        if (node->kind == kind && n-- == 0)
            return node;
    return NULL;
}

static void test_anchors(void **state)
{
    static const char *const anchors[] = {"s-1-scars--pores", "a", "a-1", "a-2", "a-1-1", "q_a",
                                          "u00e4rzte",        "s-"};
    struct markdown m;
    (void)state;
    markdown_open(&m, "## 1. Scars & *pores*!\n## A\n## A\n## a\n## A-1\n## Q_A?\n## Ärzte\n"
                      "## ?!\n");
    read_links(m.doc, NULL, NULL, &m.diags);
    for (unsigned i = 0; i < sizeof anchors / sizeof *anchors; i++) {
        const struct node *heading = find(m.doc, NODE_HEADING, i);
        assert_string_equal(heading->u.heading.anchor, anchors[i]);
    }
    assert_null(doc_check(m.doc));
    markdown_close(&m);
}

static void test_targets(void **state)
{
    struct markdown m;
    (void)state;
    markdown_open(&m, "[a](#1-one) [b](#two%20x) [c](#TWO-x) [d](#%C3%A4) [e](#s-1-one)\n\n"
                      "## 1. One\n## Two x\n## Ä\n");
    read_links(m.doc, NULL, NULL, &m.diags);
    const struct node *one = find(m.doc, NODE_HEADING, 0), *two = find(m.doc, NODE_HEADING, 1);
    assert_ptr_equal(find(m.doc, NODE_LINK, 0)->u.link.target, one);
    assert_true(slice_equal_string(find(m.doc, NODE_LINK, 0)->u.link.href, "#s-1-one"));
    assert_null(find(m.doc, NODE_LINK, 1)->u.link.target);
    assert_ptr_equal(find(m.doc, NODE_LINK, 2)->u.link.target, two);
    assert_ptr_equal(find(m.doc, NODE_LINK, 3)->u.link.target, find(m.doc, NODE_HEADING, 2));
    assert_ptr_equal(find(m.doc, NODE_LINK, 4)->u.link.target, one);
    assert_string_equal(markdown_said(&m), "1:13 link-broken\n");
    assert_string_equal(m.diags.items[0].hint, "did you mean #two-x?");
    markdown_close(&m);
}

/* The site stands for the folder of the settings that name it. */
static void test_site(void **state)
{
    static const char *const addresses[] = {"https://x.example/a", "https://x.example/all/ent/b",
                                            "https://x.example/all/c", "#d", "no.md"};
    struct markdown m;
    (void)state;
    markdown_open(&m, "[a](/a) [b](b) [c](../c) [d](#d) [e](no.md)\n\n## D\n");
    m.doc->inputs = inputs_open(NULL, false);
    m.doc->meta.site.value = "https://x.example/all?x";
    m.doc->meta.site_below = "ent";
    m.doc->meta.site_pages = META_SWITCH_ON;
    read_sites(m.doc, "/content/ent", NULL);
    read_links(m.doc, NULL, NULL, &m.diags);
    for (unsigned i = 0; i < sizeof addresses / sizeof *addresses; i++) {
        const struct node *link = find(m.doc, NODE_LINK, i);
        assert_true(slice_equal_string(link->u.link.href, addresses[i]));
        assert_false(link->u.link.nowhere);
    }
    assert_string_equal(markdown_said(&m), "1:34 link-broken\n");
    inputs_close(m.doc->inputs);
    markdown_close(&m);
}

static void test_files(void **state)
{
    const char *base = getenv("TMPDIR");
    char folder[200];
    struct markdown m;
    (void)state;
    snprintf(folder, sizeof folder, "%s/links-XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(folder));
    markdown_open(&m, "[a](b%20c.md#x) [b](b%20c.md?y) [c](no.md) [d](../..) [e](/etc/passwd)\n"
                      "[f](https://x.example/no.md) [g](mailto:a@x.example) [h](tel:1)\n"
                      "[i](//x.example/y)\n");
    char *file = file_join(&m.arena, folder, "b c.md");
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    fclose(out);
    m.doc->inputs = inputs_open(NULL, false);
    inputs_set_root(m.doc->inputs, file_real(&m.arena, folder, NULL), NULL);
    m.doc->names = names_open();
    read_links(m.doc, inputs_root(m.doc->inputs), NULL, &m.diags);
    assert_string_equal(markdown_said(&m), "1:33 link-broken\n1:44 link-broken\n1:55 link-broken\n"
                                           "3:1 link-broken\n");
    unlink(file);
    rmdir(folder);
    names_close(m.doc->names);
    inputs_close(m.doc->inputs);
    markdown_close(&m);
}

static void test_nearest(void **state)
{
    static const char *const names[] = {"warning", "note", "caution"};
    (void)state;
    assert_string_equal(suggest_nearest("warnign", names, 3), "warning");
    assert_string_equal(suggest_nearest("cautoin", names, 3), "caution");
    assert_null(suggest_nearest("danger", names, 3));
    assert_null(suggest_nearest("", names, 3));
    assert_string_equal(suggest_nearest("note", names, 3), "note");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_anchors), cmocka_unit_test(test_targets), cmocka_unit_test(test_site),
        cmocka_unit_test(test_files),   cmocka_unit_test(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
