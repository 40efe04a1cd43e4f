/* Paragraphs at the edge: missing characters, words too wide, random and huge texts. */
#include "large.h"
#include "par_kit.h"

/* U+10FFFD is private use: no face has it. U+0378 is unassigned. */
static void test_missing(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    f.source = (struct source){.name = "a.md",
                               .text = SLICE_LIT("up \xf4\x8f\xbf\xbd and "
                                                 "\xf4\x8f\xbf\xbd, \xcd\xb8")};
    source_index(&f.source, &f.doc->arena);
    struct node *node = doc_add_text(f.doc, f.block, f.source.text,
                                     (struct span){&f.source, 0, (uint32_t)f.source.text.len});
    (void)node;
    set(&f, &par);
    set(&f, &par);
    assert_int_equal(f.diags.count, 2); /* once a character and document */
    assert_int_equal(f.diags.items[0].code, DIAG_CODE_CHARACTER_MISSING);
    assert_int_equal(f.diags.items[0].span.offset, 3);
    assert_int_equal(f.diags.items[0].span.len, 4);
    assert_non_null(strstr(f.diags.items[0].message, "U+10FFFD"));
    assert_non_null(strstr(f.diags.items[0].message, "2 times"));
    assert_non_null(strstr(f.diags.items[1].message, "U+0378"));
    assert_int_equal(f.diags.items[1].span.offset, 18);
    assert_line(&f, &par.lines[0], "up and ,"); /* nothing is drawn for them */
    teardown(&f);
}

/* The place of a character behind tabs that were expanded. */
static void test_missing_in_code(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    f.source =
        (struct source){.name = "a.md", .text = SLICE_LIT("\ta\n\t\xf4\x8f\xbf\xbd \xcd\xb8\n")};
    source_index(&f.source, &f.doc->arena);
    doc_add_text(f.doc, f.block, f.source.text,
                 (struct span){&f.source, 0, (uint32_t)f.source.text.len});
    f.params.preformatted = true;
    set(&f, &par);
    assert_int_equal(f.diags.count, 2);
    assert_int_equal(f.diags.items[0].span.offset, 4);
    assert_int_equal(f.diags.items[0].span.len, 4);
    assert_int_equal(f.diags.items[1].span.offset, 9);
    assert_int_equal(f.diags.items[1].span.len, 2);
    teardown(&f);
}

/* Only the part behind the soft hyphen is too wide and is filled from its own start. */
static void test_emergency_part(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "micro\xc2\xadneedlinghyperextraordinary");
    f.params.measure = PT(60);
    set(&f, &par);
    assert_int_equal(f.diags.count, 1);
    assert_line(&f, &par.lines[0], "micro\xc2\xad");
    assert_true(par.lines[1].width > PT(48));
    teardown(&f);
}

/* A cluster that no face has as a whole is drawn from several. */
static void test_split_cluster(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "x\xd6\xb7y"); /* Latin letter, Hebrew patah */
    set(&f, &par);
    assert_int_equal(f.diags.count, 0);
    assert_line(&f, &par.lines[0], "x\xd6\xb7y");
    teardown(&f);
}

static void test_emergency(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    text(&f, f.block, "a Donaudampfkapitaenspatentinhaberin e\xcc\x81");
    f.params.measure = PT(60);
    set(&f, &par);
    assert_int_equal(f.diags.count, 1);
    assert_int_equal(f.diags.items[0].code, DIAG_CODE_LINE_OVERFULL);
    assert_non_null(strstr(f.diags.items[0].message, "\"Donaudampfkapitaenspatentinhaberin\""));
    assert_true(par.count >= 5);
    struct buf all = {0};
    for (uint32_t i = 0; i < par.count; i++) {
        assert_true(par.lines[i].width <= f.params.measure + PT(0.5));
        buf_put_string(&all, line_text(&f, &par.lines[i]));
    }
    assert_string_equal(all.data, "a Donaudampfkapitaenspatentinhaberin e\xcc\x81");
    buf_free(&all);
    /* narrower than a letter: one grapheme a line, overfull and said */
    f.params.measure = PT(3);
    set(&f, &par);
    assert_true(f.diags.count > 3);
    assert_int_equal(par.count, 36);
    teardown(&f);
}

/* Deep nesting needs no deep stack; broken numbers of spans stay linear. */
static void test_deep(void **state)
{
    (void)state;
    struct fixture f;
    struct par par;
    setup(&f, "en");
    struct node *node = f.block;
    for (int i = 0; i < 100000; i++)
        node = add(&f, node, i % 2 ? NODE_STRONG : NODE_EMPHASIS);
    text(&f, node, "deep");
    for (int i = 0; i < 50000; i++)
        text(&f, f.block, i % 2 ? " " : "x");
    set(&f, &par);
    assert_true(par.count > 10);
    teardown(&f);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Ten megabytes in one paragraph, with and without spaces. The limit is for hangs, not speed. */
static void check_long(const char *name, const char *words, size_t bytes, bool preformatted)
{
    struct fixture f;
    struct par par;
    struct buf buf = {0};
    setup(&f, "en");
    while (buf.len < LARGE(bytes))
        buf_put_string(&buf, words);
    struct node *node = doc_add(f.doc, f.block, NODE_TEXT, SPAN_NONE);
    node->text = buf_slice(&buf);
    f.params.preformatted = preformatted;
    double start = seconds();
    par = par_set(&f.layout, f.block, &f.params);
    double took = seconds() - start;
    if (getenv("LEAFSET_TEST_TIMES"))
        print_message("%-12s %zu bytes: %.0f ms, %u lines\n", name, buf.len, took * 1e3, par.count);
    assert_true(took < 60);
    assert_true(par.count > 0);
    buf_free(&buf);
    teardown(&f);
}

static void test_long(void **state)
{
    (void)state;
    check_long("words", SAMPLE, 10000000, false);
    check_long("one word", "abcdefghij", 2000000, false);
    check_long("spaces", "x    ", 1000000, false);
    check_long("marks", "\xcc\x81", 1000000, false);
    check_long("no-break", "5\xc2\xa0", 1000000, false);
    check_long("soft hyphens", "a\xc2\xad", 1000000, false);
    check_long("isolates", "\xe2\x81\xa6", 200000, false);
    check_long("Arabic", ARABIC_TAKE " " ARABIC_DRUG " 5 mg ", 1000000, false);
    check_long("code", "if (x) {\n    return;\n}\n", 1000000, true);
    check_long("code spaces", "   ", 1000000, true);
    check_long("code ends", "\n", 1000000, true);
}

/* --- random paragraphs --------------------------------------------------------------------------
 */

static uint32_t random_next(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return (uint32_t)(*state >> 32);
}

/* Pieces of text that are hard to set. */
static const char *const morsels[] = {
    "word",
    " ",
    " ",
    " ",
    "  ",
    "a",
    "extraordinarily",
    "self-help",
    "500\xc2\xa0mg",
    "(",
    ")",
    ", ",
    "caf\xc3\xa9",
    "e\xcc\x81\xcc\xa7",
    "micro\xc2\xadneedling",
    ARABIC_TAKE,
    ARABIC_DRUG " ",
    HEBREW_SHALOM,
    "12.5",
    "\xe2\x80\x8b", /* zero-width space */
    "\xe2\x80\x83", /* em space */
    "\xe2\x81\xa6"
    "x\xe2\x81\xa9", /* an isolate of the writer's */
    "www.example.org/a/b-c?d=e",
    "\xe2\x80\xa8", /* line separator */
    "\xe2\x89\xa5",
    "office",
    "AV",
    "\n",
};

static void random_inline(struct fixture *f, uint64_t *state, struct node *parent, int depth)
{
    static const enum node_kind kinds[] = {NODE_STRONG,      NODE_EMPHASIS, NODE_LINK,
                                           NODE_CODE,        NODE_STRIKE,   NODE_SPAN,
                                           NODE_SUPERSCRIPT, NODE_ISOLATE};
    uint32_t count = 1 + random_next(state) % 6;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t what = random_next(state) % 8;
        if (what == 0 && depth < 3) {
            struct node *node = add(f, parent, kinds[random_next(state) % 8]);
            if (node->kind == NODE_SPAN)
                node->dir = (enum node_direction)(random_next(state) % 4);
            random_inline(f, state, node, depth + 1);
        } else if (what == 1 && depth == 0) {
            add(f, parent, NODE_LINE_BREAK);
        } else {
            struct buf buf = {0};
            uint32_t parts = 1 + random_next(state) % 8;
            for (uint32_t j = 0; j < parts; j++)
                buf_put_string(&buf,
                               morsels[random_next(state) % (sizeof morsels / sizeof *morsels)]);
            doc_add_text(f->doc, parent, buf_slice(&buf), SPAN_NONE);
            buf_free(&buf);
        }
    }
}

/* White space as single spaces, none at the start; no controls. */
static void put_words(struct buf *out, struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
            (c >= 0x2060 && c <= 0x206f))
            continue;
        bool space = c <= ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x2029);
        if (!space)
            buf_put_utf8(out, c);
        else if (out->len > 0 && out->data[out->len - 1] != ' ')
            buf_put_char(out, ' ');
    }
}

/* Whatever is set: no character is lost or doubled, in logical order; words stay apart; no line is
 * too wide without a word. */
static void test_random(void **state)
{
    (void)state;
    uint64_t seed = 0x2545f4914f6cdd1du;
    struct fixture f;
    setup(&f, "en");
    for (int round = 0; round < 3000; round++) {
        struct par par;
        f.block = add(&f, f.doc->root, NODE_PARAGRAPH);
        random_inline(&f, &seed, f.block, 0);
        f.params.measure = PT(20) + (unit)(random_next(&seed) % PT(300));
        f.params.justified = random_next(&seed) % 2;
        f.params.balance = random_next(&seed) % 4 == 0;
        f.params.rtl = random_next(&seed) % 2;
        f.params.preformatted = random_next(&seed) % 5 == 0;
        f.params.align = (enum par_align)(random_next(&seed) % 3);
        diag_free(&f.diags);
        f.diags = (struct diag_list){.arena = &f.diag_arena};
        par = par_set(&f.layout, f.block, &f.params);
        struct buf expected = {0}, got = {0};
        put_words(&expected, node_text(f.block, NODE_MEDIA_PRINT, &f.doc->arena));
        for (uint32_t i = 0; i < par.count; i++) {
            const struct par_line *line = &par.lines[i];
            check_line(&f, line, f.params.measure);
            put_words(&got, slice_from(line_text(&f, line)));
            if (f.diags.count == 0)
                assert_true(line->width <= f.params.measure + PT(0.5));
        }
        struct slice want = slice_trim(buf_slice(&expected)), have = slice_trim(buf_slice(&got));
        if (!slice_equal(want, have))
            print_error("round %d: [%.*s]\n        [%.*s]\n", round, SLICE_ARGS(want),
                        SLICE_ARGS(have));
        assert_true(slice_equal(want, have));
        buf_free(&expected);
        buf_free(&got);
        unit smallest, largest;
        par_widths(&f.layout, f.block, &f.params, &smallest, &largest);
        assert_true(smallest <= largest);
    }
    teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing),        cmocka_unit_test(test_missing_in_code),
        cmocka_unit_test(test_emergency_part), cmocka_unit_test(test_split_cluster),
        cmocka_unit_test(test_emergency),      cmocka_unit_test(test_deep),
        cmocka_unit_test(test_random),         cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
