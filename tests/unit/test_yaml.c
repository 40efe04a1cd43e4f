#include "reading.h"

#include "read/front/yaml.h"

struct yaml {
    struct arena arena;
    struct diag_list diags;
    struct source source;
    struct yaml_node *root;
    bool ok;
};

static struct yaml *parse_part(const char *text, uint32_t start, uint32_t end)
{
    struct yaml *y = calloc(1, sizeof *y);
    y->diags.arena = &y->arena;
    y->source = (struct source){.name = "x.yml", .text = slice_from(text)};
    source_index(&y->source, &y->arena);
    y->ok = yaml_read(&y->source, start, end, &y->arena, &y->diags, &y->root);
    return y;
}

static struct yaml *parse(const char *text)
{
    return parse_part(text, 0, (uint32_t)strlen(text));
}

static void end(struct yaml *y)
{
    diag_free(&y->diags);
    arena_free(&y->arena);
    free(y);
}

static const char *text_of(const struct yaml *y, const char *key)
{
    const struct yaml_node *node = yaml_get(y->root, key);
    assert_non_null(node);
    assert_int_equal(node->kind, YAML_TEXT);
    return node->text;
}

/* The one diagnostic of a text that cannot be read. */
static void fails(const char *text, enum diag_code code, uint32_t line, uint32_t column)
{
    struct yaml *y = parse(text);
    assert_false(y->ok);
    assert_null(y->root);
    assert_int_equal(y->diags.count, 1);
    struct source_place place = source_locate(&y->source, y->diags.items[0].span.offset);
    if (y->diags.items[0].code != code || place.line != line || place.column != column)
        fail_msg("%s\n[%s] %u:%u %s", text, diag_code_name(y->diags.items[0].code), place.line,
                 place.column, y->diags.items[0].message);
    end(y);
}

static void every_scalar_is_text(void **state)
{
    (void)state;
    struct yaml *y = parse("a: 1.10\nb: 0123\nc: no\nd: 2026-11-23\ne:\nf: ~\ng: 'it''s'\n"
                           "h: \"a\\nb\"\ni: |\n  x\n  y\nj: >\n  x\n  y\nk: null\n");
    assert_true(y->ok);
    assert_string_equal(text_of(y, "a"), "1.10");
    assert_string_equal(text_of(y, "b"), "0123");
    assert_string_equal(text_of(y, "c"), "no");
    assert_string_equal(text_of(y, "d"), "2026-11-23");
    assert_string_equal(text_of(y, "e"), "");
    assert_string_equal(text_of(y, "f"), "~");
    assert_string_equal(text_of(y, "g"), "it's");
    assert_string_equal(text_of(y, "h"), "a\nb");
    assert_string_equal(text_of(y, "i"), "x\ny\n");
    assert_string_equal(text_of(y, "j"), "x y\n");
    assert_string_equal(text_of(y, "k"), "null");
    end(y);
}

static void spans_are_bytes_of_the_source(void **state)
{
    (void)state;
    const char *text = "---\r\ntitle: Häut\r\nauthors: [Zoë, \"Á b\"]\r\n---\r\n";
    struct yaml *y = parse_part(text, 5, (uint32_t)(strstr(text, "\r\n---\r\n") - text) + 2);
    assert_true(y->ok);
    const struct yaml_node *title = yaml_get(y->root, "title");
    assert_memory_equal(text + title->span.offset, "Häut", title->span.len);
    assert_memory_equal(text + title->key_span.offset, "title", title->key_span.len);
    const struct yaml_node *authors = yaml_get(y->root, "authors");
    assert_int_equal(authors->kind, YAML_LIST);
    assert_memory_equal(text + authors->span.offset, "[Zoë, \"Á b\"]", authors->span.len);
    assert_memory_equal(text + authors->first->next->span.offset, "\"Á b\"",
                        authors->first->next->span.len);
    assert_int_equal(source_locate(&y->source, authors->first->next->span.offset).column, 16);
    end(y);
}

static void byte_order_mark_counts_nothing(void **state)
{
    (void)state;
    struct yaml *y = parse("\xef\xbb\xbfname: x\n");
    assert_true(y->ok);
    assert_int_equal(y->root->first->key_span.offset, 3);
    assert_int_equal(y->root->first->span.offset, 9);
    end(y);
}

static void empty_documents_have_no_root(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n\n", "# nothing\n", "  # a\n#b"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct yaml *y = parse(texts[i]);
        assert_true(y->ok);
        assert_null(y->root);
        assert_int_equal(y->diags.count, 0);
        end(y);
    }
}

static void aliases_repeat(void **state)
{
    (void)state;
    struct yaml *y = parse("a: &x {p: 1, q: [2, 3]}\nb: *x\nc: &t word\nd: *t\n");
    assert_true(y->ok);
    const struct yaml_node *b = yaml_get(y->root, "b");
    assert_int_equal(b->kind, YAML_MAP);
    assert_string_equal(b->first->text, "1");
    assert_int_equal(source_locate(&y->source, b->span.offset).line, 2);
    assert_string_equal(text_of(y, "d"), "word");
    end(y);
}

static void aliases_are_bounded(void **state)
{
    (void)state;
    struct buf bomb = {0};
    buf_put_string(&bomb, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
        buf_format(&bomb, "a%d: &a%d [", i, i);
        for (int j = 0; j < 10; j++)
            buf_format(&bomb, "%s*a%d", j ? ", " : "", i - 1);
        buf_put_string(&bomb, "]\n");
    }
    fails(bomb.data, DIAG_CODE_YAML_ALIAS, 4, 45);
    buf_free(&bomb);
    fails("a: *nobody\n", DIAG_CODE_YAML_ALIAS, 1, 4);
    fails("a: &loop [1, *loop]\n", DIAG_CODE_YAML_ALIAS, 1, 14);
    fails("&k a: 1\nb: &m {c: *m}\n", DIAG_CODE_YAML_ALIAS, 2, 11);
}

static void depth_is_bounded(void **state)
{
    (void)state;
    fails("a: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\n", DIAG_CODE_YAML_TOO_DEEP, 1, 19);
    struct yaml *y = parse("a: [[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]\n"); /* 1 + 15 levels */
    assert_true(y->ok);
    end(y);
    struct buf deep = {0}; /* aliases add their height */
    buf_put_string(&deep, "a: &a [[[[[[[[1]]]]]]]]\nb: [[[[[[[[[*a]]]]]]]]]\n");
    fails(deep.data, DIAG_CODE_YAML_TOO_DEEP, 2, 13);
    buf_clear(&deep);
    buf_put_string(&deep, "a: ");
    for (int i = 0; i < 100000; i++)
        buf_put_char(&deep, '[');
    fails(deep.data, DIAG_CODE_YAML_TOO_DEEP, 1, 19);
    buf_clear(&deep);
    for (int i = 0; i < 11000; i++)
        buf_put_string(&deep, "- x\n");
    fails(deep.data, DIAG_CODE_YAML_TOO_DEEP, 10000, 3);
    buf_free(&deep);
}

static void repeated_keys_keep_the_first(void **state)
{
    (void)state;
    struct yaml *y = parse("a: 1\nb: 2\na: 3\nm: {x: 1, x: 2}\n");
    assert_true(y->ok);
    assert_string_equal(text_of(y, "a"), "1");
    assert_int_equal(y->diags.per_code[DIAG_CODE_KEY_REPEATED], 2);
    assert_int_equal(source_locate(&y->source, y->diags.items[0].span.offset).line, 3);
    assert_non_null(strstr(y->diags.items[0].message, "line 1"));
    end(y);
}

static void syntax_errors_have_their_place(void **state)
{
    (void)state;
    fails("title: Skin care: an introduction\n", DIAG_CODE_YAML_SYNTAX, 1, 17);
    fails("a: 1\n\tb: 2\n", DIAG_CODE_YAML_SYNTAX, 2, 1);
    fails("a: \"open\nb: 2\n", DIAG_CODE_YAML_SYNTAX, 1, 4);
    fails("a: [1, 2\nb: 3\n", DIAG_CODE_YAML_SYNTAX, 2, 2);
    fails("a: 1\nword\nb: 2\n", DIAG_CODE_YAML_SYNTAX, 2, 1);
    fails("a: @x\n", DIAG_CODE_YAML_SYNTAX, 1, 4);
    fails("a: 1\n--- \nb: 2\n", DIAG_CODE_YAML_SYNTAX, 2, 1);
    fails("[a, b]: c\n", DIAG_CODE_YAML_SYNTAX, 1, 1);
    fails("a: \"\\0\"\n", DIAG_CODE_YAML_SYNTAX, 1, 4);
    fails("é: ü\nà: \"\n", DIAG_CODE_YAML_SYNTAX, 2, 4);
}

static void roots_may_be_anything(void **state)
{
    (void)state;
    struct yaml *y = parse("just text\n");
    assert_int_equal(y->root->kind, YAML_TEXT);
    end(y);
    y = parse("- a\n- b\n");
    assert_int_equal(y->root->kind, YAML_LIST);
    end(y);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scalar_is_text),
        cmocka_unit_test(spans_are_bytes_of_the_source),
        cmocka_unit_test(byte_order_mark_counts_nothing),
        cmocka_unit_test(empty_documents_have_no_root),
        cmocka_unit_test(aliases_repeat),
        cmocka_unit_test(aliases_are_bounded),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(repeated_keys_keep_the_first),
        cmocka_unit_test(syntax_errors_have_their_place),
        cmocka_unit_test(roots_may_be_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
