#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "frame/breaks.h"
#include "frame/dump.h"
#include "frame/kept.h"

#define PT(points) ((int32_t)((points) * 1024))

struct fixture {
    struct doc *doc;
    struct frames *frames;
};

static void start(struct fixture *f, uint32_t pages)
{
    f->doc = doc_new();
    f->frames = mem_calloc(1, sizeof *f->frames);
    f->frames->page_width = PT(400);
    f->frames->page_height = PT(600);
    f->frames->page_count = pages;
    f->frames->pages = ARENA_ARRAY(&f->frames->arena, pages, struct frame_page);
    for (uint32_t i = 0; i < pages; i++)
        f->frames->pages[i].items = ARENA_ARRAY(&f->frames->arena, 20, struct frame_item);
}

static void finish(struct fixture *f)
{
    frames_free(f->frames);
    doc_free(f->doc);
}

static struct frame_item *add_item(struct fixture *f, uint32_t page, enum frame_kind kind,
                                   uint32_t node, int32_t x, int32_t y)
{
    struct frame_page *to = &f->frames->pages[page - 1];
    struct frame_item *item = &to->items[to->count++];
    item->kind = (uint8_t)kind;
    item->node = node;
    item->box = (struct frame_box){PT(x), PT(y), PT(50), PT(20)};
    return item;
}

static struct frame_item *add_run(struct fixture *f, uint32_t page, uint32_t node, int32_t x,
                                  int32_t y, const char *text)
{
    struct frame_item *item = add_item(f, page, FRAME_GLYPHS, node, x, y);
    item->u.glyphs.text = slice_from(text);
    item->u.glyphs.baseline = PT(y + 15);
    item->u.glyphs.size = PT(12);
    return item;
}

static const char *face_name(void *context, uint16_t face)
{
    return face == 7 ? context : NULL;
}

static void the_dump_tells_all_of_an_item(void **state)
{
    (void)state;
    struct fixture f;
    struct buf out = {0};
    char name[] = "NotoSans-Bold";
    start(&f, 2);
    struct frame_item *run = add_run(&f, 1, 3, 40, 50, "A \"b\"\n");
    run->face = 7;
    run->u.glyphs.colour = 0x00ab0f;
    run->u.glyphs.count = 5;
    run->rtl = run->actual = true;
    run->box.x += 512;
    struct frame_item *foot = add_run(&f, 1, 0, 40, 580, "1");
    foot->artifact = FRAME_PAGE_FOOT;
    foot->u.glyphs.turn = 45;
    struct frame_item *rule = add_item(&f, 1, FRAME_RULE, 0, 40, 90);
    rule->artifact = FRAME_LAYOUT;
    rule->u.rule.thickness = 512;
    rule->u.rule.colour = 0xff0000;
    struct frame_item *fill = add_item(&f, 2, FRAME_FILL, 0, 0, 0);
    fill->artifact = FRAME_WATERMARK;
    fill->u.fill.radius = PT(3);
    fill->u.fill.stroke = PT(1);
    add_item(&f, 2, FRAME_IMAGE, 4, -5, 7);
    add_item(&f, 2, FRAME_LINK, 5, 1, 2);
    frames_dump(f.frames, face_name, name, &out);
    assert_string_equal(
        out.data,
        "page 1 400x600\n"
        "  glyphs node=3 40.5,50 50x20 base=65 NotoSans-Bold 12 #00ab0f rtl actual 5 glyphs "
        "\"A \\\"b\\\"\\n\"\n"
        "  glyphs page-foot 40,580 50x20 base=595 ? 12 #000000 0 glyphs \"1\" turn=45\n"
        "  rule layout 40,90 50x20 #ff0000 thickness=0.5\n"
        "page 2 400x600\n"
        "  fill watermark 0,0 50x20 #000000 radius=3 stroke=1\n"
        "  image node=4 -5,7 50x20\n"
        "  link node=5 1,2 50x20\n");
    buf_free(&out);
    finish(&f);
}

static void the_map_takes_a_block_to_its_first_content(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, 3);
    struct doc *doc = f.doc;
    struct node *list = doc_add(doc, doc->root, NODE_LIST, SPAN_NONE);
    struct node *item = doc_add(doc, list, NODE_ITEM, SPAN_NONE);
    struct node *paragraph = doc_add(doc, item, NODE_PARAGRAPH, SPAN_NONE);
    struct node *text = doc_add_text(doc, paragraph, SLICE_LIT("x"), SPAN_NONE);
    struct node *unseen = doc_add(doc, doc->root, NODE_BREAK, SPAN_NONE);
    doc_seal(doc);
    add_run(&f, 1, 0, 0, 580, "foot");
    add_run(&f, 2, text->id, 40, 300, "x");
    add_run(&f, 2, item->id, 30, 290, "1.");
    add_run(&f, 3, text->id, 40, 30, "more");
    frames_map(f.frames, doc);
    const struct frame_place *places = f.frames->places;
    assert_int_equal(f.frames->node_count, doc->node_count);
    assert_int_equal(places[text->id].page, 2);
    assert_int_equal(places[text->id].y, PT(300));
    assert_int_equal(places[paragraph->id].page, 2);
    assert_int_equal(places[item->id].y, PT(290));
    assert_int_equal(places[list->id].y, PT(290));
    assert_int_equal(places[doc->root->id].page, 2);
    assert_int_equal(places[unseen->id].page, 0);
    assert_int_equal(places[0].page, 0);
    finish(&f);
}

/* What frames_check_text says of pages with these runs of the texts "5 mg of" and "water"; "": that
 * they are whole. */
static const char *told_of(struct fixture *f, const char *const runs[4])
{
    static char told[100];
    struct diag_list diags = {.arena = &f->frames->arena};
    struct doc *doc = f->doc;
    struct node *paragraph = doc_add(doc, doc->root, NODE_PARAGRAPH, SPAN_NONE);
    struct node *one = doc_add_text(doc, paragraph, SLICE_LIT("5\u00a0mg of"), SPAN_NONE);
    struct node *two = doc_add_text(doc, paragraph, SLICE_LIT("wa\u00adter"), SPAN_NONE);
    struct node *online = doc_add_text(doc, paragraph, SLICE_LIT("online"), SPAN_NONE);
    online->media = NODE_MEDIA_EPUB;
    doc_seal(doc);
    add_run(f, 1, one->id, 0, 0, runs[0]);
    add_run(f, 1, two->id, 0, 20, runs[1]);
    add_run(f, 2, one->id, 0, 0, runs[2]);
    add_run(f, 2, two->id, 0, 20, runs[3]);
    told[0] = '\0';
    if (!frames_check_text(f->frames, doc, &diags)) {
        assert_int_equal(diags.count, 1);
        assert_int_equal(diags.items[0].code, DIAG_CODE_TEXT_LOST);
        snprintf(told, sizeof told, "%s", diags.items[0].message);
    }
    diag_free(&diags);
    return told;
}

static void pages_without_a_word_of_the_tree_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *runs[4], *told;
    } cases[] = {
        {{"5 mg", "wa", "of", "ter"}, ""},
        {{"5\u00a0mg ", "wa\u2010", " of", "ter"}, "the pages would not show these words: ter"},
        {{"5 mg", "water", "", ""}, "the pages would not show these words: of"},
        {{"mg of", "water", "", ""}, "the pages would not show these words: 5\u00a0mg of"},
        {{"5 mg of", "wa", "", "tre"}, "the pages would not show these words: er"},
        {{"5 mg of", "", "", ""}, "the pages would not show these words: wa\u00adter"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        start(&f, 2);
        assert_string_equal(told_of(&f, cases[i].runs), cases[i].told);
        finish(&f);
    }
}

static void pages_tell_their_ends_and_fullness(void **state)
{
    (void)state;
    struct fixture f;
    struct buf out = {0};
    start(&f, 3);
    struct doc *doc = f.doc;
    struct node *paragraph = doc_add(doc, doc->root, NODE_PARAGRAPH, SPAN_NONE);
    struct node *text = doc_add_text(doc, paragraph, SLICE_LIT("x"), SPAN_NONE);
    struct node *note = doc_add(doc, doc->root, NODE_NOTE, SPAN_NONE);
    note->u.note.number = 4;
    struct node *inside = doc_add(doc, note, NODE_PARAGRAPH, SPAN_NONE);
    add_run(&f, 1, text->id, 40, 50, "One two ");
    add_run(&f, 1, text->id, 90, 50, "three four five six");
    add_run(&f, 1, text->id, 40, 70, "seven eight nine ten");
    add_run(&f, 1, text->id, 200, 70, "cell"); /* the same line, but apart */
    add_run(&f, 1, inside->id, 40, 500, "a note");
    add_run(&f, 1, 0, 40, 550, "Page 1")->artifact = FRAME_PAGE_FOOT;
    add_run(&f, 2, text->id, 40, 280, "only this");
    add_item(&f, 2, FRAME_IMAGE, text->id, 40, 530);
    frames_dump_pages(f.frames, doc, &out);
    assert_string_equal(out.data, "page 1 of 3, 8% full: \"One two three four five\" … \"seven "
                                  "eight nine ten cell\"; notes 4; 1 loose\n"
                                  "page 2 of 3, 100% full: \"only this\"\n"
                                  "page 3 of 3, 0% full\n"
                                  "widows 0, orphans 0, stranded 0\n");
    buf_free(&out);
    finish(&f);
}

static struct node *add_block(struct fixture *f, enum node_kind kind, const char *text)
{
    struct node *block = doc_add(f->doc, f->doc->root, kind, SPAN_NONE);
    return doc_add_text(f->doc, block, slice_from(text), SPAN_NONE);
}

static void bad_breaks_are_counted(void **state)
{
    (void)state;
    struct fixture f;
    struct frame_breaks breaks;
    start(&f, 3);
    struct node *widow = add_block(&f, NODE_PARAGRAPH, "widow");
    struct node *orphan = add_block(&f, NODE_PARAGRAPH, "orphan");
    struct node *good = add_block(&f, NODE_PARAGRAPH, "good");
    struct node *heading = add_block(&f, NODE_HEADING, "heading");
    struct node *under = add_block(&f, NODE_PARAGRAPH, "under");
    doc_seal(f.doc);
    add_run(&f, 1, widow->id, 40, 50, "a");
    add_run(&f, 1, widow->id, 90, 50, "same line");
    add_run(&f, 1, widow->id, 40, 70, "b");
    add_run(&f, 2, widow->id, 40, 50, "alone");
    add_run(&f, 2, orphan->id, 40, 70, "alone");
    add_run(&f, 3, orphan->id, 40, 50, "a");
    add_run(&f, 3, orphan->id, 40, 70, "b");
    frames_count_breaks(f.frames, f.doc, &breaks);
    assert_int_equal(breaks.widows, 1);
    assert_int_equal(breaks.orphans, 1);
    assert_int_equal(breaks.stranded, 0);
    f.frames->pages[0].count = f.frames->pages[1].count = f.frames->pages[2].count = 0;
    add_run(&f, 1, good->id, 40, 50, "a");
    add_run(&f, 1, good->id, 40, 70, "b");
    add_run(&f, 2, good->id, 40, 50, "c");
    add_run(&f, 2, good->id, 40, 70, "d");
    add_run(&f, 2, heading->id, 40, 500, "stranded");
    add_run(&f, 2, under->id, 40, 520, "one line only");
    add_run(&f, 3, under->id, 40, 50, "more");
    add_run(&f, 3, under->id, 40, 70, "and more");
    frames_count_breaks(f.frames, f.doc, &breaks);
    assert_int_equal(breaks.widows, 0);
    assert_int_equal(breaks.orphans, 1); /* "one line only" */
    assert_int_equal(breaks.stranded, 1);
    finish(&f);
}

static void no_frames_are_freed(void **state)
{
    (void)state;
    frames_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dump_tells_all_of_an_item),
        cmocka_unit_test(the_map_takes_a_block_to_its_first_content),
        cmocka_unit_test(pages_without_a_word_of_the_tree_are_told),
        cmocka_unit_test(pages_tell_their_ends_and_fullness),
        cmocka_unit_test(bad_breaks_are_counted),
        cmocka_unit_test(no_frames_are_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
