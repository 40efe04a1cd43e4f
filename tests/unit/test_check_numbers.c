/* The rule about numbers: what it must let pass, what a reader might do wrong to a source, and
 * trees of real leaflets, damaged in every way at every number. */
#include "reading.h"

#include "text/chars.h"

/* ---- what must pass, and what must not */

static bool changes(const char *text, const struct reader *reader)
{
    struct reading *r = read_string(text, reader);
    bool found = count_code(r, DIAG_CODE_NUMBER_CHANGED) > 0;
    end_reading(r);
    return found;
}

static void check_all(const char *const *texts, size_t count, const struct reader *reader,
                      bool wanted)
{
    for (size_t i = 0; i < count; i++)
        if (changes(texts[i], reader) != wanted)
            fail_msg("%s: %s", wanted ? "not seen" : "a false alarm", texts[i]);
}
#define CHECK(texts, reader, wanted)                                                               \
    check_all(texts, sizeof(texts) / sizeof *(texts), reader, wanted)

static void test_markdown_passes(void **state)
{
    static const char *const texts[] = {
        "1. a\n2. b\n\n<!-- 9 -->\n\n5) c\n6) d\n",
        "1. a\n1. b\n1. c\n",
        "1. a\n3. b\n",
        "- [5]: https://x.example/5\n\n[5]\n",
        "a[^1] b[^note2] c[^1]%\n\n[^1]: 5 mg\n[^note2]: 10 mg\n  and 5 more\n",
        "[Call 5](https://x.example/2020/5~6?a=10) [2][ref 7] [a]\n\n[ref 7]: https://x.example/7 "
        "\"t 9\"\n[a]: <https://x.example/8>\n  'title 9'\n",
        "![shows 5 mg](leaf5.png) <img src=\"x7.png\" width=\"120\" alt=\"5 mg\">\n",
        "![a 5](x9.png \"Figure 5 shows 10 mg\")\n",
        "![a &#8211; caf&#xE9; 5&nbsp;mg](x5.png)\n",
        "25<sup>[6](https://x.example/6)</sup> [5](https://x.example/5)**6** *5*%\n",
        "['Help'](https://x.example/5) [\"x\"](https://x.example/6 \"t 8\")\n",
        "[![a 5](x6.png)](https://x.example/7)\n",
        "01632 960 001 or +44 (0)1632 960-001, 030/123456, 111.\n",
        "5-10 mg, 5--10 mg, 5---10, 5 - 10, 5\u201310, 2 x 500 mg, 2\u00d7500, 1/2, 5,5 1.000,5\n",
        "The WHO1 has 5 mg.\n\n*[WHO1]: World 24 hours\n",
        "| A | 5 |\n|---|--:|\n| 1 | 10~20 |\n|6|<sup>7</sup>|\n",
        "Table: Doses of 5 mg\n\n| a5 | b |\n|---|---|\n| 5 | 6 |\n",
        "5&nbsp;mg, 5&#8211;10, 5&ndash;10, &#53; mg, &#x35;&#53;, 1&frac12;, 5 &micro;g, "
        "&#x2265;5\n",
        "5\\~10 and 2\\*3 and \\>5\n",
        "`5~10` and ``2*3``\n\n    5~10 2*3\n\n```c99\n5~10 > 3\n```\n",
        "10<sup>6</sup> CO<sub>2</sub> x<sup>2</sup>5 <kbd>F5</kbd> <span "
        "lang=\"es-419\">5</span>\n",
        "<abbr title=\"5 mg in 24 h\">x5</abbr> <bdi>5</bdi>\n",
        "**5** mg 1**2** *5 mg* *5* mg _5_ mg ***5*** ~~5~~6 (*5*) \"*5*\" **5%** *$5* 6*\n",
        "take 5\nmg and 01632\n960 001  \n7 and\\\n8\n",
        "> 5 mg\n> and 6\n> > 7 mg\n>\n> 8\n",
        "> [!WARNING]\n> 5 mg\n> 1. 6 mg\n\n- 5\n  - 6\n- [x] 7\n",
        "<5 mg, >5 mg a <5 b >5 <= 5 >= 5 \u22645 \u00b15 \u00b0C -5 \u00b0C ~5, ~ 5 and ~10 10% "
        "5\u2030\n",
        "<https://x.example/5> <me5@x.example> https://x.example/5~6_7 www.x5.example, 5\n",
        "5<br>10 and 5 <!-- 7 --> 10 <!-- 8\n9 --> 5... 5...10 5. 6, 7: 8;\n",
        "# T 5\n\nx 5\n===\n\n## 7 steps ##\n\n[see 2](#7-steps)\n",
        "5'10\" 12\" '90s \"5 mg\" 10 000 10\u202f000 5     6 a^5 10^6 $5 \u00a35 5\u20ac\n",
        "2 * 3 * 4, 5 ~ 10 ~ 11, see 5* and 6* below\n",
        "\u0665 \u0645\u0644\u063a \u0665\u066b\u0665 \u0661\u0660%\n",
        "<div class=\"x5\">5</div>\n\n<p style=\"a:5\">\n\n5\n",
    };
    (void)state;
    CHECK(texts, READ_MARKDOWN, false);
}

static void test_front_matter_passes(void **state)
{
    static const char *const texts[] = {
        "---\ntitle: \"Your 5~10 tablets\"\nsubtitle: '5*6 it''s 7'\nsummary: >\n  folded 5 mg\n"
        "  and 6 mg\nreference: SK-014\nversion: 1.10\npublished: 2026-11\n"
        "reviewed: 2026-11-24 # seen 5\nnext_review: 2027-11-24\nauthors:\n  - A 1 # c 9\n  - B 2\n"
        "sources: [S 3, S 4]\nkeywords: a5, b6\nonline: https://x.example/2020/5\npage: a5\n"
        "contact:\n  phone: 01632 960 001 (24 hours), 111\n  hours: 9am-5pm\n  email: "
        "a5@x.example\n"
        "  address:\n    - 1 Street\n    - AB1 2CD\n---\nx 5\n",
        "---\ntitle: T\nfoo5: 7\nbar:\n  - 8\n  - x: 9\npage: a4\n---\nx\n",
        "---\ntitle: \"\\u00b5g 5 \\\"6\\\"\"\n---\nx\n",
        "---\ntitle: &a5 T 7\nsummary: *a5\n---\nx\n",
        "---\ntitle: T 5 -- 6\ncontact:\n  address: |\n    1 Street\n    AB1 2CD\n---\n# T 5 "
        "\u2013 6\n",
        "---\npublished: 23 November 2026\n---\n# T 5\n",
        "---\ntitle: T 5\npublished: 2026-11-23\n# T 6\n",
    };
    (void)state;
    CHECK(texts, READ_MARKDOWN, false);
}

static void test_plain_passes(void **state)
{
    static const char *const texts[] = {
        "Title 5\n\nTake 5~10 mg or 2*3 <5 >5.\n\n1. a 5\n2. b 6\n\n- c 7\n  - d 8\n\n5) x\n6) "
        "y\n\n"
        "12 High Street\nAB1 2CD\n\nCall 01632 960 001\nor 111.\n\nhttps://x.example/5~6 "
        "a5@b.example\n",
        "T\n\nTake 5\n mg and 10\nmore\n\n>5 mg\n\n~5~ *6* 5*\n\n-5\n\n\u20225 x\n\n1.5 mg -- "
        "\"7\"...\n",
        "T\n\n1. a\n3. b\n\n99. x\n100. y\n\n* 5\n\n=====\n\n2026. A year\n",
    };
    (void)state;
    CHECK(texts, READ_PLAIN, false);
}

/* Readings of a source that change a number, whoever is at fault. */
static void test_changes(void **state)
{
    static const char *const texts[] = {
        ">5 mg daily\n", "> >5 mg\n", "5<!-- -->10\n", "25[6](https://x.example/6)\n", "5`10`\n",
    };
    (void)state;
    CHECK(texts, READ_MARKDOWN, true);
}

/* ---- damaged trees */

struct damaging {
    struct reading *r;
    unsigned done, seen;
};

static void expect_seen(struct damaging *d, const char *what, struct slice word)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    check_run(&(struct check_subject){.doc = d->r->doc}, &diags);
    d->done++;
    if (diags.per_code[DIAG_CODE_NUMBER_CHANGED] > 0)
        d->seen++;
    else
        print_error("not seen: %s at %.*s\n", what, SLICE_ARGS(word));
    diag_free(&diags);
    arena_free(&arena);
}

/* Puts bytes in the place of others of a TEXT; all others keep their places in the source. */
static void replace(struct damaging *d, struct node *node, size_t start, size_t end,
                    const char *with)
{
    struct arena *arena = &d->r->arena;
    size_t added = strlen(with), len = node->text.len - (end - start) + added;
    char *text = arena_bytes(arena, len);
    struct text_map *map = ARENA_ARRAY(arena, len, struct text_map);
    for (size_t i = 0; i < len; i++) {
        bool ours = i >= start && i < start + added;
        size_t from = i < start ? i : ours ? start : i - added + (end - start);
        uint32_t source = node_text_span(node, from, 1).offset;
        text[i] = ours ? with[i - start] : node->text.ptr[from];
        map[i] = (struct text_map){(uint32_t)i, source + (uint32_t)(ours ? i - start : 0)};
    }
    node->text = (struct slice){text, len};
    node->map = map;
    node->map_count = (uint32_t)len;
}

static void restore(struct node *node, const struct node *former)
{
    node->text = former->text;
    node->map = former->map;
    node->map_count = former->map_count;
}

/* Damages, looks, and takes it back. */
static void damage(struct damaging *d, struct node *node, size_t start, size_t end,
                   const char *with, const char *what)
{
    const struct node former = *node;
    replace(d, node, start, end, with);
    expect_seen(d, what, slice_sub(former.text, start > 8 ? start - 8 : 0, 24));
    restore(node, &former);
}

static size_t group_end(struct slice text, size_t at)
{
    for (size_t len; (len = text_digit_length(text, at)) > 0;)
        at += len;
    return at;
}

static size_t next_group(struct slice text, size_t at)
{
    while (at < text.len && text_digit_length(text, at) == 0)
        at++;
    return at;
}

static void swap_groups(struct damaging *d, struct node *node, size_t a, size_t a_end, size_t b)
{
    struct slice text = node->text;
    size_t b_end = group_end(text, b);
    const struct node former = *node;
    if (b >= text.len || slice_equal(slice_sub(text, a, a_end - a), slice_sub(text, b, b_end - b)))
        return;
    const char *first = arena_string(&d->r->arena, slice_sub(text, a, a_end - a));
    const char *second = arena_string(&d->r->arena, slice_sub(text, b, b_end - b));
    replace(d, node, b, b_end, first);
    replace(d, node, a, a_end, second);
    expect_seen(d, "two numbers swapped", slice_sub(text, a, b_end - a));
    restore(node, &former);
}

static bool is_sign(char c)
{
    return c && strchr("+-~<>=*/%", c);
}

/* The byte at `at` with another before it. */
static const char *with(struct damaging *d, const char *added, struct slice text, size_t at)
{
    return arena_format(&d->r->arena, "%s%c", added, text.ptr[at]);
}

static void damage_group(struct damaging *d, struct node *node, size_t at, size_t end)
{
    struct slice text = node->text;
    size_t next = next_group(text, end), unit = end + (end < text.len && text.ptr[end] == ' ');
    size_t unit_end = unit;
    uint32_t source = node_text_span(node, unit, 1).offset;
    bool line_end = source > 0 && strchr("\r\n>", d->r->doc->source->text.ptr[source - 1]);
    while (unit_end < text.len && ascii_is_alpha(text.ptr[unit_end]))
        unit_end++;
    damage(d, node, at, end, "", "a number dropped");
    damage(d, node, end - 1, end, "", "the last digit dropped");
    damage(d, node, at, at + 1, "", "the first digit dropped");
    damage(d, node, at, at + 1, text.ptr[at] == '9' ? "8" : "9", "a digit changed");
    damage(d, node, end, end, "0", "a digit added behind");
    damage(d, node, at, at + 1, with(d, "1", text, at), "a digit added before");
    damage(d, node, at, at + 1, with(d, "-", text, at), "a sign added");
    if (end - at > 1)
        damage(d, node, at + 1, at + 1, " ", "a number parted");
    if (at > 0 && is_sign(text.ptr[at - 1]))
        damage(d, node, at - 1, at, "", "the sign before dropped");
    if (end < text.len && is_sign(text.ptr[end]))
        damage(d, node, end, end + 1, "", "the sign behind dropped");
    if (unit_end > unit && !line_end) /* the next line may be another block */
        damage(d, node, unit, unit_end, "q", "the unit changed");
    if (next < text.len && next - end < 5)
        damage(d, node, end, next, "", "two numbers merged");
    swap_groups(d, node, at, end, next);
}

/* Digits of the writer's own: numbers of tables and addresses are ours. */
static bool has_digit(const struct node *block)
{
    for (const struct node *at = block; at; at = node_next(at, block))
        if (at->kind == NODE_TEXT && !at->generated && next_group(at->text, 0) < at->text.len)
            return true;
    return false;
}

static void damage_blocks(struct damaging *d)
{
    struct node *root = d->r->doc->root, *next;
    for (struct node *block = root->first; block; block = next) {
        next = block->next;
        struct slice words = node_text(block, NODE_MEDIA_ALL, &d->r->arena);
        if (block->generated || block->span.offset < d->r->doc->body || !next || next->generated ||
            !has_digit(block))
            continue;
        doc_remove(block);
        expect_seen(d, "a block dropped", words);
        doc_insert_before(next, block);
        if (block->kind == NODE_NOTE || block->kind == NODE_HEADING || next->kind == NODE_NOTE ||
            !has_digit(next))
            continue;
        doc_remove(block);
        doc_insert_after(next, block);
        expect_seen(d, "two blocks swapped", words);
        doc_remove(block);
        doc_insert_before(next, block);
    }
}

static void damage_all(struct damaging *d)
{
    struct doc *doc = d->r->doc;
    assert_int_equal(count_code(d->r, DIAG_CODE_NUMBER_CHANGED), 0);
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        struct node *node = doc->nodes[id];
        bool again = node->generated && node->span.offset >= doc->body;
        if (node->kind != NODE_TEXT || node->span.source != doc->source || again)
            continue;
        for (size_t at = 0; (at = next_group(node->text, at)) < node->text.len;) {
            size_t end = group_end(node->text, at);
            if (ascii_is_digit(node->text.ptr[at]))
                damage_group(d, node, at, end);
            at = end;
        }
    }
    damage_blocks(d);
    assert_true(d->done > 20);
    assert_int_equal(d->seen, d->done);
}

/* ---- real leaflets */

static void damage_text(const char *text, const struct reader *reader)
{
    struct damaging d = {.r = read_string(text, reader)};
    damage_all(&d);
    print_message("%u damages, all seen\n", d.done);
    end_reading(d.r);
}

static void damage_file(const char *path, const struct reader *reader)
{
    struct arena arena = {0};
    struct slice text;
    struct inputs *inputs = inputs_open(NULL, false);
    const char *reason;
    assert_int_equal(inputs_read(inputs, path, 1024 * 1024, &arena, &text, &reason), STATUS_OK);
    damage_text(arena_string(&arena, text), reader);
    inputs_close(inputs);
    arena_free(&arena);
}

static const char rich[] =
    "---\ntitle: Your 5 tablets\nsubtitle: 10 mg a day\npublished: 2026-11-23\n"
    "reference: SK-014\ncontact:\n  phone: 01632 960 001\n  hours: 9am-5pm\n---\n\n"
    "Take **5** mg to 10 mg, 2 x 500 mg or 5-10 mg, not >20 mg and never ~30 mg[^1].\n"
    "It is 10<sup>6</sup> cells and -5 \u00b0C; 50% of 1/2 is <1.5 ml.\n\n"
    "| Day | Dose |\n|---|---|\n| 1 | 5 mg |\n| 2 | 10--15 mg |\n\n"
    "1. Take 1 at 08:00.\n2. Take 2 at 20:00.\n\n> [!WARNING]\n> Not more than 4 g in 24 hours.\n\n"
    "Call [01632 960 002](tel:01632960002) or +44 1632 960003, \"5&nbsp;mg\" or 2\\*3.\n\n"
    "[^1]: At most 8 in 24 hours, 3 &ndash; 4 at once.\n";

static void test_damaged_markdown(void **state)
{
    (void)state;
    damage_text(rich, READ_MARKDOWN);
    damage_file("content/first-appointment.md", READ_MARKDOWN);
    damage_file("content/microneedling.md", READ_MARKDOWN);
}

static void test_damaged_plain(void **state)
{
    (void)state;
    damage_text("Your 5 tablets\n\nTake 5 mg to 10 mg, 2 x 500 mg or 5-10 mg, not >20 mg.\n\n"
                "Call 01632 960 001 or 111 after\n8 hours.\n\n1. Take 1 at 08:00.\n"
                "2. Take 2 at 20:00, 1/2 or -5.\n\nMore than 4 g in 24 hours -- 50%.\n",
                READ_PLAIN);
}

static struct node *find(struct reading *r, enum node_kind kind)
{
    for (uint32_t id = 1; id <= r->doc->node_count; id++)
        if (r->doc->nodes[id]->kind == kind && !r->doc->nodes[id]->generated)
            return r->doc->nodes[id];
    fail_msg("no %s", node_kind_name(kind));
    return NULL;
}

/* Numbers that the tree keeps as values. */
static void test_damaged_values(void **state)
{
    (void)state;
    struct damaging d = {
        .r = read_string("---\ntitle: T\npublished: 2026-11-23\nkeywords: [a, 5 mg]\n---\n"
                         "3. a\n4. b\n\n[x](https://x.example/2020) ![5 mg](x.png) WHO\n\n"
                         "```c99\n```\n\n<abbr title=\"5 mg\">x</abbr>\n\n*[WHO]: in 24 hours\n",
                         READ_MARKDOWN)};
    struct doc *doc = d.r->doc;
    struct slice none = SLICE_EMPTY;
    assert_int_equal(count_code(d.r, DIAG_CODE_NUMBER_CHANGED), 0);
    doc->meta.published.day = 24;
    expect_seen(&d, "another day", none);
    doc->meta.published.day = 23;
    doc->meta.keywords.count = 1;
    expect_seen(&d, "a keyword lost", none);
    doc->meta.keywords.count = 2;
    find(d.r, NODE_ITEM)->u.item.number = 5;
    find(d.r, NODE_LIST)->u.list.start = 5;
    expect_seen(&d, "a list's number changed", none);
    find(d.r, NODE_ITEM)->u.item.number = find(d.r, NODE_LIST)->u.list.start = 3;
    find(d.r, NODE_LINK)->u.link.href = slice_from("https://x.example/20");
    expect_seen(&d, "an address changed", none);
    find(d.r, NODE_LINK)->u.link.href = slice_from("https://x.example/2020");
    find(d.r, NODE_IMAGE)->u.image.alt = "50 mg";
    expect_seen(&d, "a description changed", none);
    find(d.r, NODE_IMAGE)->u.image.alt = "mg";
    expect_seen(&d, "a number of a description lost", none);
    find(d.r, NODE_IMAGE)->u.image.alt = "5 mg";
    find(d.r, NODE_CODE_BLOCK)->text = slice_from("c");
    expect_seen(&d, "the language of code changed", none);
    find(d.r, NODE_CODE_BLOCK)->text = slice_from("c99");
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const char *former = doc->nodes[id]->u.abbreviation.expansion;
        if (doc->nodes[id]->kind != NODE_ABBREVIATION)
            continue;
        doc->nodes[id]->u.abbreviation.expansion = "in 2 hours";
        expect_seen(&d, "an expansion changed", none);
        doc->nodes[id]->u.abbreviation.expansion = former;
    }
    assert_int_equal(d.done, 9);
    assert_int_equal(d.seen, d.done);
    end_reading(d.r);
}

/* The caption of a picture is written inside it, behind the path. */
static void test_damaged_caption(void **state)
{
    (void)state;
    damage_text("# T\n\nText.\n\n![a 5](x9.png \"Figure 5 shows 10 mg\")\n\nText.\n\n"
                "![a 5](x9.png 'Only 7'){width=50%}\n\nText.\n",
                READ_MARKDOWN);
}

/* ---- the message */

static void test_message(void **state)
{
    (void)state;
    struct reading *r = read_string("# T\n\nIt is\n\n>5 mg daily\n", READ_MARKDOWN);
    const struct diag *diag = find_code(r, DIAG_CODE_NUMBER_CHANGED);
    assert_code_at(r, DIAG_CODE_NUMBER_CHANGED, 5, 1);
    assert_string_equal(diag->message, "this number would be printed as 5, but is written >5");
    assert_int_equal(count_code(r, DIAG_CODE_NUMBER_CHANGED), 1);
    end_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markdown_passes),  cmocka_unit_test(test_front_matter_passes),
        cmocka_unit_test(test_plain_passes),     cmocka_unit_test(test_changes),
        cmocka_unit_test(test_damaged_markdown), cmocka_unit_test(test_damaged_plain),
        cmocka_unit_test(test_damaged_values),   cmocka_unit_test(test_damaged_caption),
        cmocka_unit_test(test_message),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
