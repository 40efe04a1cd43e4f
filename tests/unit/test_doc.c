#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/mem.h"
#include "doc/check.h"
#include "doc/doc.h"
#include "doc/dump.h"

static struct node *add(struct doc *doc, struct node *parent, enum node_kind kind)
{
    return doc_add(doc, parent, kind, SPAN_NONE);
}

static struct node *add_text(struct doc *doc, struct node *parent, const char *text)
{
    return doc_add_text(doc, parent, slice_from(text), SPAN_NONE);
}

static struct node *add_heading(struct doc *doc, struct node *parent, int level, const char *text)
{
    struct node *heading = add(doc, parent, NODE_HEADING);
    heading->u.heading.level = level;
    heading->u.heading.anchor = text;
    add_text(doc, heading, text);
    return heading;
}

static void check_dump(const struct doc *doc, const char *want)
{
    struct buf out = {0};
    doc_dump(doc, &out);
    assert_string_equal(out.data, want);
    buf_free(&out);
}

/* doc_check must name the breach. */
static void check_breach(struct doc *doc, const char *part)
{
    const char *breach = doc_check(doc);
    assert_non_null(breach);
    if (!strstr(breach, part))
        fail_msg("'%s' is not about '%s'", breach, part);
    doc_free(doc);
}

static void nodes_are_linked_in_order(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *c = add(doc, doc->root, NODE_PARAGRAPH);
    struct node *a = add(doc, NULL, NODE_PARAGRAPH);
    struct node *b = add(doc, NULL, NODE_BREAK);
    doc_insert_before(c, a);
    doc_insert_after(a, b);
    assert_ptr_equal(doc->root->first, a);
    assert_ptr_equal(a->next, b);
    assert_ptr_equal(b->next, c);
    assert_ptr_equal(c->previous, b);
    assert_ptr_equal(doc->root->last, c);
    assert_null(doc_check(doc));
    doc_remove(b);
    assert_null(b->parent);
    assert_ptr_equal(a->next, c);
    doc_remove(c);
    assert_ptr_equal(doc->root->last, a);
    doc_remove(a);
    assert_null(doc->root->first);
    assert_null(doc->root->last);
    doc_remove(a); /* again: nothing */
    doc_append(doc->root, b);
    doc_insert_after(b, c);
    assert_ptr_equal(doc->root->last, c);
    doc_free(doc);
}

static void sealing_numbers_in_reading_order(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *last = add(doc, doc->root, NODE_PARAGRAPH);
    struct node *lost = add(doc, doc->root, NODE_BREAK);
    struct node *title = add_heading(doc, doc->root, 1, "t");
    doc_remove(title);
    doc_insert_before(last, title);
    doc_remove(lost);
    doc_seal(doc);
    assert_int_equal(doc->node_count, 4);
    assert_int_equal(doc->root->id, 1);
    assert_int_equal(title->id, 2);
    assert_int_equal(title->first->id, 3);
    assert_int_equal(last->id, 4);
    assert_null(doc->nodes[0]);
    for (uint32_t id = 1; id <= 4; id++)
        assert_int_equal(doc->nodes[id]->id, id);
    doc_free(doc);
}

static void walks_go_in_pre_order_and_stay_below(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *list = add(doc, doc->root, NODE_LIST);
    struct node *item = add(doc, list, NODE_ITEM);
    struct node *inner = add(doc, item, NODE_PARAGRAPH);
    struct node *text = add_text(doc, inner, "x");
    struct node *second = add(doc, list, NODE_ITEM);
    struct node *after = add(doc, doc->root, NODE_BREAK);
    assert_ptr_equal(node_next(doc->root, doc->root), list);
    assert_ptr_equal(node_next(text, doc->root), second);
    assert_ptr_equal(node_next(second, doc->root), after);
    assert_null(node_next(after, doc->root));
    assert_ptr_equal(node_skip(item, doc->root), second);
    assert_null(node_skip(second, list));
    assert_null(node_next(text, item));
    assert_null(node_skip(list, list));
    assert_null(node_next(after, after));
    doc_free(doc);
}

static void the_language_is_the_nearest(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *paragraph = add(doc, doc->root, NODE_PARAGRAPH);
    struct node *span = add(doc, paragraph, NODE_SPAN);
    struct node *text = add_text(doc, span, "x");
    assert_null(node_lang(text));
    doc->root->lang = "en-GB";
    assert_string_equal(node_lang(text), "en-GB");
    span->lang = "ar";
    assert_string_equal(node_lang(text), "ar");
    assert_string_equal(node_lang(paragraph), "en-GB");
    doc_free(doc);
}

static void texts_are_gathered_for_a_medium(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *paragraph = add(doc, doc->root, NODE_PARAGRAPH);
    add_text(doc, paragraph, "one");
    add(doc, paragraph, NODE_LINE_BREAK);
    struct node *strong = add(doc, paragraph, NODE_STRONG);
    strong->media = NODE_MEDIA_PRINT;
    add_text(doc, strong, "two");
    struct node *ref = add(doc, paragraph, NODE_NOTE_REF);
    ref->text = SLICE_LIT("1");
    add_text(doc, paragraph, " three");
    struct arena *arena = &doc->arena;
    assert_true(slice_equal_string(node_text(paragraph, NODE_MEDIA_ALL, arena), "one two three"));
    assert_true(slice_equal_string(node_text(paragraph, NODE_MEDIA_PRINT, arena), "one two three"));
    assert_true(slice_equal_string(node_text(paragraph, NODE_MEDIA_EPUB, arena), "one  three"));
    assert_true(slice_equal_string(node_text(strong, NODE_MEDIA_ALL, arena), "two"));
    assert_int_equal(node_text(ref, NODE_MEDIA_ALL, arena).len, 0);
    doc_free(doc);
}

static void texts_are_traced_to_their_source(void **state)
{
    (void)state;
    struct source source = {.name = "a", .text = SLICE_LIT("0123456789abcdefghijklmnopqrst")};
    static const struct text_map map[] = {{0, 10}, {3, 18}, {5, 26}};
    struct node text = {.kind = NODE_TEXT, .span = {&source, 10, 20}};
    text.text = SLICE_LIT("abcdefg");
    struct span span = node_text_span(&text, 4, 2);
    assert_int_equal(span.offset, 14);
    assert_int_equal(span.len, 2);
    text.map = map;
    text.map_count = 3;
    assert_int_equal(node_text_span(&text, 0, 1).offset, 10);
    assert_int_equal(node_text_span(&text, 2, 1).offset, 12);
    assert_int_equal(node_text_span(&text, 3, 1).offset, 18);
    assert_int_equal(node_text_span(&text, 4, 1).offset, 19);
    assert_int_equal(node_text_span(&text, 6, 1).offset, 27);
    span = node_text_span(&text, 6, 1000); /* never past the node */
    assert_int_equal(span.offset + span.len, 30);
    text.span = SPAN_NONE;
    assert_null(node_text_span(&text, 1, 1).source);
}

static void names_are_distinct_and_inline_is_the_second_half(void **state)
{
    (void)state;
    for (int i = 0; i < NODE_KIND_COUNT; i++) {
        assert_true(strlen(node_kind_name((enum node_kind)i)) > 2);
        assert_int_equal(node_is_inline((enum node_kind)i), i >= NODE_TEXT);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(node_kind_name((enum node_kind)i),
                                    node_kind_name((enum node_kind)j));
    }
}

static void the_dump_tells_all_attributes(void **state)
{
    (void)state;
    static const struct text_map none;
    static const enum node_align aligns[] = {NODE_ALIGN_START, NODE_ALIGN_CENTRE, NODE_ALIGN_END};
    struct doc *doc = doc_new();
    struct source *source = ARENA_NEW(&doc->arena, struct source);
    *source = (struct source){.name = "a.md", .text = SLICE_LIT("# Hi\n\xc3\xa9t\xc3\xa9 x\n")};
    source_index(source, &doc->arena);
    doc->source = source;
    doc->root->lang = "en";
    doc->root->dir = NODE_DIR_LTR;
    doc->meta.title.value = "The \"title\"";
    doc->meta.status = META_STATUS_DRAFT;
    doc->meta.published = (struct meta_date){.year = 2026, .month = 11, .day = 3};
    doc->meta.next_review = (struct meta_date){.year = 2029, .month = 1, .day = 0};
    doc->meta.paper = (struct meta_paper){.page = META_PAGE_A5, .value = "a5"};
    struct node *heading = add_heading(doc, doc->root, 2, "h");
    heading->span = (struct span){source, 0, 4};
    struct node *text =
        doc_add_text(doc, heading, SLICE_LIT("x\n\\"), (struct span){source, 11, 1});
    text->map = &none;
    struct node *list = add(doc, doc->root, NODE_LIST);
    list->u.list.ordered = list->u.list.tight = true;
    list->u.list.start = 3;
    list->u.list.delimiter = ')';
    struct node *item = add(doc, list, NODE_ITEM);
    item->u.item.number = 3;
    item->u.item.task = NODE_TASK_DONE;
    item->reason = "starts with a number";
    struct node *callout = add(doc, doc->root, NODE_CALLOUT);
    callout->u.callout.kind = CALLOUT_WARNING;
    callout->generated = true;
    struct node *label = add(doc, callout, NODE_CALLOUT_LABEL);
    add(doc, label, NODE_ICON)->u.image.alt = "Warning";
    struct node *table = add(doc, doc->root, NODE_TABLE);
    table->u.table.columns = 3;
    table->u.table.aligns = aligns;
    struct node *head = add(doc, table, NODE_TABLE_HEAD);
    struct node *cell = add(doc, add(doc, head, NODE_ROW), NODE_CELL);
    cell->u.cell.column = 2;
    cell->u.cell.header = true;
    cell->u.cell.align = NODE_ALIGN_END;
    struct node *paragraph = add(doc, doc->root, NODE_PARAGRAPH);
    paragraph->media = NODE_MEDIA_EPUB;
    struct node *link = add(doc, paragraph, NODE_LINK);
    link->u.link.href = SLICE_LIT("#h");
    link->u.link.target = heading;
    link->u.link.title = SLICE_LIT("go");
    struct node *image = add(doc, paragraph, NODE_IMAGE);
    image->u.image.alt = "";
    image->u.image.width = -50;
    add(doc, paragraph, NODE_ABBREVIATION)->u.abbreviation.expansion = "long";
    struct node *ref = add(doc, paragraph, NODE_NOTE_REF);
    struct node *note = add(doc, doc->root, NODE_NOTE);
    note->u.note.number = 1;
    ref->u.note_ref.note = note;
    ref->u.note_ref.occurrence = 2;
    ref->text = SLICE_LIT("1");
    struct node *code = add(doc, doc->root, NODE_CODE_BLOCK);
    code->text = SLICE_LIT("sh");
    struct node *qr = add(doc, add(doc, doc->root, NODE_FIGURE), NODE_QR_CODE);
    qr->qr_address = SLICE_LIT("https://example.org");
    qr->u.image.alt = "QR";
    qr->lang = "cy";
    qr->dir = NODE_DIR_RTL;
    qr->media = NODE_MEDIA_PRINT;
    assert_null(doc_check(doc));
    check_dump(
        doc, "meta title \"The \\\"title\\\"\"\n"
             "meta status \"draft\"\n"
             "meta published 2026-11-03\n"
             "meta next-review 2029-01\n"
             "meta page \"a5\"\n"
             "document lang=en dir=ltr\n"
             "  heading level=2 anchor=\"h\" @1:1\n"
             "    text \"h\"\n"
             "    text \"x\\n\\\\\" @2:5\n"
             "  list start=3) tight\n"
             "    item number=3 done reason=\"starts with a number\"\n"
             "  callout warning generated\n"
             "    callout-label\n"
             "      icon alt=\"Warning\"\n"
             "  table columns=sce\n"
             "    table-head\n"
             "      row\n"
             "        cell column=2 header end\n"
             "  paragraph epub-only\n"
             "    link href=\"#h\" title=\"go\" to=2\n"
             "    image alt=\"\" width=50% unread\n"
             "    abbreviation expansion=\"long\"\n"
             "    note-ref occurrence=2 text=\"1\"\n"
             "  note number=1\n"
             "  code-block info=\"sh\"\n"
             "  figure\n"
             "    qr-code alt=\"QR\" address=\"https://example.org\" lang=cy dir=rtl print-only\n");
    doc_free(doc);
}

/* 100,000 nodes in one line of 3 MB: seconds if each place were counted from the line's start. */
static void a_huge_document_is_dumped_in_linear_time(void **state)
{
    (void)state;
    enum { COUNT = 100000, STEP = 30 };
    struct doc *doc = doc_new();
    struct source *source = ARENA_NEW(&doc->arena, struct source);
    char *bytes = arena_bytes(&doc->arena, (size_t)COUNT * STEP);
    memset(bytes, 'a', (size_t)COUNT * STEP);
    *source = (struct source){.name = "a", .text = {bytes, (size_t)COUNT * STEP}};
    source_index(source, &doc->arena);
    doc->source = source;
    struct node *paragraph = add(doc, doc->root, NODE_PARAGRAPH);
    for (uint32_t i = 0; i < COUNT; i++)
        doc_add_text(doc, paragraph, SLICE_LIT("a"), (struct span){source, i * STEP, 1});
    struct buf out = {0};
    clock_t start = clock();
    doc_dump(doc, &out);
    doc_seal(doc);
    assert_null(doc_check(doc));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    assert_non_null(strstr(out.data, "text \"a\" @1:2999971\n"));
    assert_true(seconds < 3);
    buf_free(&out);
    doc_free(doc);
}

/* Places that jump back, across lines, and over a byte-order mark. */
static void places_in_a_dump_are_those_of_the_source(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct source *source = ARENA_NEW(&doc->arena, struct source);
    *source = (struct source){
        .name = "a",
        .text = SLICE_LIT("\xef\xbb\xbf\xc3\xa9 one\ntwo \xe2\x82\xac\xe2\x82\xac three\n\nx")};
    source_index(source, &doc->arena);
    doc->source = source;
    static const uint32_t offsets[] = {0, 5, 8, 3, 5, 21, 14, 20, 0, 9, 27, 28, 26, 14, 99, 6};
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        doc_add(doc, doc->root, NODE_BREAK, (struct span){source, offsets[i], 0});
    struct buf out = {0}, want = {0};
    doc_dump(doc, &out);
    buf_put_string(&want, "document\n");
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
        struct source_place place = source_locate(source, offsets[i]);
        buf_format(&want, "  break @%u:%u\n", place.line, place.column);
    }
    assert_string_equal(out.data, want.data);
    buf_free(&out);
    buf_free(&want);
    doc_free(doc);
}

static void wrong_children_are_seen(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    add(doc, add(doc, doc->root, NODE_PARAGRAPH), NODE_PARAGRAPH);
    check_breach(doc, "paragraph in paragraph");
    doc = doc_new();
    add(doc, doc->root, NODE_ITEM);
    check_breach(doc, "item in document");
    doc = doc_new();
    add_text(doc, doc->root, "x");
    check_breach(doc, "text in document");
    doc = doc_new();
    add(doc, doc->root, NODE_LIST);
    check_breach(doc, "list without its first child");
    doc = doc_new();
    add(doc, doc->root, NODE_CALLOUT);
    check_breach(doc, "callout without");
    doc = doc_new();
    add(doc, add(doc, doc->root, NODE_FIGURE), NODE_CAPTION);
    check_breach(doc, "figure without");
}

static void wrong_order_is_seen(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *callout = add(doc, doc->root, NODE_CALLOUT);
    add(doc, callout, NODE_CALLOUT_LABEL);
    add(doc, callout, NODE_PARAGRAPH);
    add(doc, callout, NODE_PARAGRAPH);
    assert_null(doc_check(doc));
    add(doc, callout, NODE_CALLOUT_LABEL);
    check_breach(doc, "callout-label after paragraph");
    doc = doc_new();
    struct node *table = add(doc, doc->root, NODE_TABLE);
    static const enum node_align aligns[] = {NODE_ALIGN_START};
    table->u.table.aligns = aligns;
    add(doc, add(doc, table, NODE_TABLE_BODY), NODE_ROW);
    add(doc, table->first->first, NODE_CELL);
    assert_null(doc_check(doc));
    add(doc, table, NODE_CAPTION);
    check_breach(doc, "caption after table-body");
}

static void missing_attributes_are_seen(void **state)
{
    (void)state;
    static const struct {
        enum node_kind kind;
        const char *breach;
    } cases[] = {
        {NODE_LINK, "link without address"},
        {NODE_NOTE_REF, "note-ref without note"},
        {NODE_IMAGE, "image without text alternative"},
        {NODE_ABBREVIATION, "abbreviation without expansion"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct doc *doc = doc_new();
        add(doc, add(doc, doc->root, NODE_PARAGRAPH), cases[i].kind);
        check_breach(doc, cases[i].breach);
    }
    struct doc *doc = doc_new();
    add_heading(doc, doc->root, 7, "x");
    check_breach(doc, "level");
    doc = doc_new();
    add_heading(doc, doc->root, 1, "x");
    add_heading(doc, doc->root, 2, "y");
    assert_null(doc_check(doc));
    add_heading(doc, doc->root, 1, "z");
    check_breach(doc, "second heading of level 1");
}

static void broken_links_are_seen(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *a = add(doc, doc->root, NODE_PARAGRAPH);
    struct node *b = add(doc, doc->root, NODE_PARAGRAPH);
    b->previous = NULL;
    check_breach(doc, "broken links");
    doc = doc_new();
    a = add(doc, doc->root, NODE_PARAGRAPH);
    a->id = 1;
    check_breach(doc, "id");
}

static void a_broken_tree_is_told_and_emptied(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct doc *doc = doc_new();
    struct node *paragraph = add(doc, doc->root, NODE_PARAGRAPH);
    add_text(doc, paragraph, "words");
    doc_seal(doc);
    assert_true(doc_check_or_empty(doc, &diags));
    assert_non_null(doc->root->first);
    add(doc, paragraph, NODE_QUOTE);
    doc_seal(doc);
    assert_false(doc_check_or_empty(doc, &diags));
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.items[0].code, DIAG_CODE_TREE_BROKEN);
    assert_non_null(strstr(diags.items[0].message, "quote in paragraph"));
    assert_null(doc->root->first);
    assert_null(doc_check(doc));
    doc_free(doc);
    diag_free(&diags);
    arena_free(&arena);
}

static void what_no_reader_would_see_is_seen(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *quote = add(doc, doc->root, NODE_QUOTE);
    struct node *paragraph = add(doc, quote, NODE_PARAGRAPH);
    quote->media = NODE_MEDIA_PRINT;
    paragraph->media = NODE_MEDIA_PRINT;
    assert_null(doc_check(doc));
    paragraph->media = NODE_MEDIA_EPUB;
    check_breach(doc, "other medium");
    doc = doc_new();
    paragraph = add(doc, doc->root, NODE_PARAGRAPH);
    struct node *link = add(doc, paragraph, NODE_LINK);
    link->u.link.href = SLICE_LIT("a");
    struct node *inner = add(doc, add(doc, link, NODE_STRONG), NODE_LINK);
    inner->u.link.href = SLICE_LIT("b");
    check_breach(doc, "link in a link");
}

static void deep_trees_need_no_stack(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *node = doc->root;
    for (int i = 0; i < 200000; i++)
        node = add(doc, node, NODE_QUOTE);
    doc_seal(doc);
    assert_int_equal(node->id, 200001);
    assert_int_equal(node_text(doc->root, NODE_MEDIA_ALL, &doc->arena).len, 0);
    doc_free(doc);
}

static struct doc *nested(enum node_kind kind, uint32_t depth)
{
    struct doc *doc = doc_new();
    struct node *node = doc->root;
    if (node_is_inline(kind))
        node = add(doc, node, NODE_PARAGRAPH);
    for (uint32_t i = 0; i < depth; i++)
        node = add(doc, node, kind);
    doc_seal(doc);
    return doc;
}

static void depth_is_limited(void **state)
{
    (void)state;
    static const enum node_kind kinds[] = {NODE_QUOTE, NODE_EMPHASIS};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct doc *right = nested(kinds[i], DOC_MAX_DEPTH);
        assert_null(doc_check(right));
        doc_free(right);
        struct doc *deep = nested(kinds[i], DOC_MAX_DEPTH + DOC_WRAP_DEPTH + 2);
        assert_non_null(strstr(doc_check(deep), "too deep"));
        doc_free(deep);
    }
}

static void changing_walks_may_change_what_they_meet(void **state)
{
    (void)state;
    struct doc *doc = doc_new();
    struct node *first = add(doc, doc->root, NODE_PARAGRAPH);
    doc_add_text(doc, first, SLICE_LIT("a"), SPAN_NONE);
    struct node *second = add(doc, doc->root, NODE_PARAGRAPH);
    assert_ptr_equal(doc_next(doc->root, doc->root), first);
    assert_ptr_equal(doc_next(first, doc->root), first->first);
    assert_ptr_equal(doc_skip(first, doc->root), second);
    assert_null(doc_next(second, doc->root));
    assert_null(doc_skip(doc->root, doc->root));
    doc_next(first, doc->root)->generated = true;
    assert_true(first->first->generated);
    doc_free(doc);
}

static void dates_are_compared(void **state)
{
    (void)state;
    struct meta_date month = {.year = 2026, .month = 3},
                     first = {.year = 2026, .month = 3, .day = 1},
                     second = {.year = 2026, .month = 3, .day = 2};
    struct meta_date later = {.year = 2026, .month = 10, .day = 1},
                     year = {.year = 2027, .month = 1, .day = 1};
    assert_int_equal(meta_date_compare(month, first), 0);
    assert_true(meta_date_compare(month, second) < 0);
    assert_true(meta_date_compare(second, first) > 0);
    assert_true(meta_date_compare(second, later) < 0);
    assert_true(meta_date_compare(later, year) < 0);
}

static void check_moments(struct meta_date published, struct meta_date reviewed, int64_t epoch,
                          const char *expected)
{
    struct meta meta = {.published = published, .reviewed = reviewed};
    struct meta_moments moments = meta_moments(&meta, epoch);
    struct date_moment a = moments.created, b = moments.changed;
    char text[100];
    snprintf(text, sizeof text, "%d-%d-%d %d:%d:%d, %d-%d-%d %d:%d:%d%s", a.year, a.month, a.day,
             a.hour, a.minute, a.second, b.year, b.month, b.day, b.hour, b.minute, b.second,
             moments.has_time ? " timed" : "");
    assert_string_equal(text, expected);
}

static void moments_are_the_texts_own_dates_or_the_epoch(void **state)
{
    (void)state;
    struct meta_date none = {0}, march = {.year = 2026, .month = 3},
                     may = {.year = 2026, .month = 5, .day = 17};
    check_moments(march, may, 0, "2026-3-0 0:0:0, 2026-5-17 0:0:0");
    check_moments(may, march, 0, "2026-5-17 0:0:0, 2026-5-17 0:0:0");
    check_moments(none, march, 0, "2026-3-0 0:0:0, 2026-3-0 0:0:0");
    check_moments(may, none, 0, "2026-5-17 0:0:0, 2026-5-17 0:0:0");
    check_moments(none, none, 951782399, "2000-2-28 23:59:59, 2000-2-28 23:59:59 timed");
    check_moments(none, none, 0, "1970-1-1 0:0:0, 1970-1-1 0:0:0 timed");
    check_moments(none, none, -1, "0-0-0 0:0:0, 0-0-0 0:0:0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_are_linked_in_order),
        cmocka_unit_test(sealing_numbers_in_reading_order),
        cmocka_unit_test(walks_go_in_pre_order_and_stay_below),
        cmocka_unit_test(the_language_is_the_nearest),
        cmocka_unit_test(texts_are_gathered_for_a_medium),
        cmocka_unit_test(texts_are_traced_to_their_source),
        cmocka_unit_test(names_are_distinct_and_inline_is_the_second_half),
        cmocka_unit_test(the_dump_tells_all_attributes),
        cmocka_unit_test(a_huge_document_is_dumped_in_linear_time),
        cmocka_unit_test(places_in_a_dump_are_those_of_the_source),
        cmocka_unit_test(wrong_children_are_seen),
        cmocka_unit_test(wrong_order_is_seen),
        cmocka_unit_test(missing_attributes_are_seen),
        cmocka_unit_test(broken_links_are_seen),
        cmocka_unit_test(a_broken_tree_is_told_and_emptied),
        cmocka_unit_test(what_no_reader_would_see_is_seen),
        cmocka_unit_test(deep_trees_need_no_stack),
        cmocka_unit_test(depth_is_limited),
        cmocka_unit_test(changing_walks_may_change_what_they_meet),
        cmocka_unit_test(dates_are_compared),
        cmocka_unit_test(moments_are_the_texts_own_dates_or_the_epoch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
