#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "build_doc.h"
#include "doc/check.h"
#include "frame/breaks.h"
#include "frame/dump.h"
#include "image/image.h"
#include "layout/cover.h"

/* White space at a line's end may hang out of the measure. */
#define HANG  UNIT_PT(6)
#define SLACK UNIT_PT(1)

static const char *words(uint64_t *seed, uint32_t count, char *out)
{
    static const char *const some[] = {"skin", "heals",  "collagen",  "ask",
                                       "a",    "doctor", "before",    "treatment",
                                       "the",  "clinic", "medicines", "it"};
    char *end = out;
    for (uint32_t i = 0; i < count; i++)
        end += sprintf(end, "%s%s", i > 0 ? " " : "", some[build_random(seed, 12)]);
    return out;
}

/* ---- what all frames must be ---- */

static void add_without_spaces(struct buf *out, struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_space(text.ptr[i]))
            buf_put_char(out, text.ptr[i]);
}

/* Every byte of every text node but spaces stands in the frames, once, in its order. */
static void assert_all_words_once(const struct built *built)
{
    const struct doc *doc = built->doc;
    struct buf *shown = mem_calloc(doc->node_count + 1, sizeof *shown);
    for (uint32_t i = 0; i < built->frames->page_count; i++)
        for (uint32_t j = 0; j < built->frames->pages[i].count; j++) {
            const struct frame_item *item = &built->frames->pages[i].items[j];
            if (item->kind == FRAME_GLYPHS && item->node != 0)
                add_without_spaces(&shown[item->node], item->u.glyphs.text);
        }
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct node *node = doc->nodes[id];
        struct buf wanted = {0};
        bool printed = node->media != NODE_MEDIA_EPUB;
        if (printed && (node->kind == NODE_TEXT || node->kind == NODE_NOTE_REF))
            add_without_spaces(&wanted, node->text);
        if (node->kind == NODE_ITEM)
            assert_true(shown[id].len > 0);
        else if (node->kind == NODE_NOTE)
            assert_true(shown[id].len == 1 || node->u.note.number > 9);
        else
            assert_true(slice_equal(buf_slice(&wanted), buf_slice(&shown[id])));
        buf_free(&wanted);
        buf_free(&shown[id]);
    }
    mem_free(shown);
}

static void assert_inside_margins(const struct built *built)
{
    const struct style *style = &built->style;
    int32_t left = style->margin_side, right = style->page_width - style->margin_side;
    int32_t top = style->margin_top, bottom = style->page_height - style->margin_bottom;
    for (uint32_t i = 0; i < built->frames->page_count; i++)
        for (uint32_t j = 0; j < built->frames->pages[i].count; j++) {
            const struct frame_item *item = &built->frames->pages[i].items[j];
            if (item->artifact == FRAME_PAGE_FOOT || item->artifact == FRAME_WATERMARK)
                continue;
            int32_t hang = item->kind == FRAME_GLYPHS || item->kind == FRAME_LINK ? HANG : 0;
            assert_true(item->box.x >= left - hang);
            assert_true(item->box.x + item->box.width <= right + hang);
            assert_true(item->box.y >= top - SLACK);
            assert_true(item->box.y + item->box.height <= bottom + SLACK);
        }
}

static void assert_good_breaks(const struct built *built)
{
    struct frame_breaks breaks;
    frames_count_breaks(built->frames, built->doc, &breaks);
    if (breaks.widows + breaks.orphans + breaks.stranded > 0) {
        struct buf dump = {0};
        frames_dump_pages(built->frames, built->doc, &dump);
        print_error("%s", dump.data);
        buf_free(&dump);
    }
    assert_int_equal(breaks.widows, 0);
    assert_int_equal(breaks.orphans, 0);
    assert_int_equal(breaks.stranded, 0);
}

static const struct frame_item *find_item(const struct built *built, uint32_t node, uint32_t *page)
{
    for (uint32_t i = 0; i < built->frames->page_count; i++)
        for (uint32_t j = 0; j < built->frames->pages[i].count; j++)
            if (built->frames->pages[i].items[j].node == node) {
                if (page)
                    *page = i + 1;
                return &built->frames->pages[i].items[j];
            }
    fail_msg("node %u is not shown", node);
    return NULL;
}

static uint32_t count_fills(const struct built *built, uint32_t page, uint32_t colour)
{
    uint32_t count = 0;
    const struct frame_page *frame = &built->frames->pages[page];
    for (uint32_t j = 0; j < frame->count; j++)
        count += frame->items[j].kind == FRAME_FILL && frame->items[j].u.fill.colour == colour;
    return count;
}

static const struct frame_item *find_fill(const struct built *built, uint32_t page, uint32_t colour)
{
    const struct frame_page *frame = &built->frames->pages[page];
    for (uint32_t j = 0; j < frame->count; j++)
        if (frame->items[j].kind == FRAME_FILL && frame->items[j].u.fill.colour == colour)
            return &frame->items[j];
    return NULL;
}

/* ---- random documents ---- */

static void random_block(struct doc *doc, struct node *parent, uint64_t *seed, int depth,
                         uint32_t *notes)
{
    char text[4000];
    struct node *top = parent;
    switch (build_random(seed, depth > 2 ? 4 : 10)) {
    case 0:
    case 1: build_par(doc, parent, words(seed, 1 + build_random(seed, 120), text)); break;
    case 2:
        top = build_par(doc, parent, words(seed, 5 + build_random(seed, 40), text));
        if (parent == doc->root)
            build_note(doc, top, top, ++*notes, words(seed, 1 + build_random(seed, 150), text));
        break;
    case 3: build_par(doc, parent, "A list:"); break;
    case 4:
        build_heading(doc, parent, 2 + (int)build_random(seed, 4),
                      words(seed, 1 + build_random(seed, 12), text));
        break;
    case 5: {
        struct node *list = build_list(doc, parent, build_random(seed, 2), build_random(seed, 120));
        for (uint32_t i = build_random(seed, 6) + 1; i > 0; i--) {
            struct node *item = build_item(doc, list, NULL);
            for (uint32_t blocks = build_random(seed, 3); blocks > 0; blocks--)
                random_block(doc, item, seed, depth + 1, notes);
            if (item->first && node_text(item, NODE_MEDIA_ALL, &doc->arena).len == 0)
                build_par(doc, item, "Words."); /* a label alone is a line that is not counted */
        }
        break;
    }
    case 6: {
        struct node *callout = build_callout(doc, parent, build_random(seed, CALLOUT_KIND_COUNT),
                                             words(seed, 1 + build_random(seed, 15), text));
        for (uint32_t blocks = build_random(seed, 5); blocks > 0; blocks--)
            random_block(doc, callout, seed, depth + 1, notes);
        break;
    }
    case 7: {
        struct node *quote = doc_add(doc, parent, NODE_QUOTE, SPAN_NONE);
        for (uint32_t blocks = build_random(seed, 4); blocks > 0; blocks--)
            random_block(doc, quote, seed, depth + 1, notes);
        break;
    }
    case 8: {
        char rows[12000], *end = rows;
        uint32_t columns = 1 + build_random(seed, 5), count = 1 + build_random(seed, 25);
        for (uint32_t row = 0; row < count; row++)
            for (uint32_t column = 0; column < columns; column++)
                end += sprintf(end, "%s%s",
                               column ? "|"
                               : row  ? "\n"
                                      : "",
                               words(seed, 1 + build_random(seed, 8), text));
        build_table(doc, parent, build_random(seed, 2) ? "A caption" : NULL, rows);
        break;
    }
    case 9:
        if (build_random(seed, 2))
            build_block(doc, parent, NODE_CODE_BLOCK, "one\n  two\nthree\n");
        else
            doc_add(doc, parent, NODE_BREAK, SPAN_NONE);
        break;
    }
}

static void test_random_documents(void **state)
{
    (void)state;
    uint64_t seed = 99;
    uint32_t pages = 0;
    for (int round = 0; round < 60; round++) {
        struct doc *doc = build_start("en", round % 3 == 2);
        doc->meta.paper.page = round % 4 == 3 ? META_PAGE_A5 : META_PAGE_A4;
        build_heading(doc, doc->root, 1, "Title");
        uint32_t notes = 0;
        for (uint32_t blocks = build_random(&seed, 50); blocks > 0; blocks--)
            random_block(doc, doc->root, &seed, 0, &notes);
        struct built built;
        build_layout(&built, doc);
        assert_null(doc_check(doc));
        assert_all_words_once(&built);
        assert_inside_margins(&built);
        assert_good_breaks(&built);
        pages += built.frames->page_count;
        build_free(&built);
    }
    assert_true(pages > 120);
}

static void test_same_input_same_frames(void **state)
{
    (void)state;
    struct buf dumps[2] = {{0}, {0}};
    for (int run = 0; run < 2; run++) {
        uint64_t seed = 5;
        uint32_t notes = 0;
        struct doc *doc = build_start("en", false);
        for (int i = 0; i < 30; i++)
            random_block(doc, doc->root, &seed, 0, &notes);
        struct built built;
        build_layout(&built, doc);
        frames_dump_pages(built.frames, doc, &dumps[run]);
        build_free(&built);
    }
    assert_string_equal(dumps[0].data, dumps[1].data);
    buf_free(&dumps[0]);
    buf_free(&dumps[1]);
}

/* ---- footnotes ---- */

static void test_note_on_the_page_of_its_call(void **state)
{
    (void)state;
    uint64_t seed = 3;
    char text[4000];
    struct doc *doc = build_start("en", false);
    const struct node *notes[40];
    for (uint32_t i = 0; i < 40; i++) {
        struct node *par = build_par(doc, doc->root, words(&seed, 30, text));
        notes[i] =
            build_note(doc, par, par, i + 1, words(&seed, 1 + build_random(&seed, 60), text));
    }
    struct built built;
    build_layout(&built, doc);
    for (uint32_t i = 0; i < 40; i++) {
        uint32_t call, begin;
        const struct frame_item *ref = find_item(&built, notes[i]->u.note.first_ref->id, &call);
        const struct frame_item *label = find_item(&built, notes[i]->id, &begin);
        assert_int_equal(call, begin);
        assert_true(label->box.y > ref->box.y);
    }
    assert_all_words_once(&built);
    assert_inside_margins(&built);
    build_free(&built);
}

static void test_note_longer_than_a_page(void **state)
{
    (void)state;
    uint64_t seed = 4;
    char text[20000];
    struct doc *doc = build_start("en", false);
    struct node *par = build_par(doc, doc->root, "Called here.");
    build_note(doc, par, par, 1, words(&seed, 1200, text));
    build_par(doc, doc->root, words(&seed, 300, text));
    struct built built;
    build_layout(&built, doc);
    assert_true(built.frames->page_count >= 3);
    assert_all_words_once(&built);
    assert_inside_margins(&built);
    build_free(&built);
}

static void test_note_called_by_a_note(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    struct node *par = build_par(doc, doc->root, "Called here.");
    struct node *first = build_note(doc, par, par, 1, "See the other.");
    build_note(doc, first->first, first, 2, "The other.");
    struct node *loose = doc_add(doc, doc->root, NODE_NOTE, SPAN_NONE);
    loose->u.note.number = 3;
    build_par(doc, loose, "Never called, never lost.");
    struct built built;
    build_layout(&built, doc);
    assert_all_words_once(&built);
    build_free(&built);
}

/* ---- containers ---- */

static void fill_page(struct doc *doc, uint64_t *seed, uint32_t paragraphs)
{
    char text[4000];
    for (uint32_t i = 0; i < paragraphs; i++)
        build_par(doc, doc->root, words(seed, 45, text));
}

static void test_callout_is_whole(void **state)
{
    (void)state;
    char text[4000];
    for (uint32_t before = 4; before < 16; before++) {
        uint64_t seed = before;
        struct doc *doc = build_start("en", false);
        fill_page(doc, &seed, before);
        struct node *callout = build_callout(doc, doc->root, CALLOUT_WARNING, "Do not");
        for (int i = 0; i < 4; i++)
            build_par(doc, callout, words(&seed, 40, text));
        fill_page(doc, &seed, 3);
        struct built built;
        build_layout(&built, doc);
        uint32_t tints = 0;
        for (uint32_t i = 0; i < built.frames->page_count; i++)
            tints += count_fills(&built, i, built.style.callout[CALLOUT_WARNING].tint);
        assert_int_equal(tints, 1);
        build_free(&built);
    }
}

static void test_tall_callout_goes_on_with_bar_and_tint(void **state)
{
    (void)state;
    uint64_t seed = 8;
    char text[4000];
    struct doc *doc = build_start("en", false);
    struct node *callout = build_callout(doc, doc->root, CALLOUT_NOTE, "Long");
    for (int i = 0; i < 30; i++)
        build_par(doc, callout, words(&seed, 60, text));
    struct built built;
    build_layout(&built, doc);
    const struct style_callout *look = &built.style.callout[CALLOUT_NOTE];
    assert_true(built.frames->page_count >= 3);
    for (uint32_t i = 0; i < built.frames->page_count; i++) {
        const struct frame_item *tint = find_fill(&built, i, look->tint);
        assert_non_null(tint);
        assert_int_equal(count_fills(&built, i, look->tint), 1);
        /* text keeps its distance from the tint's edges on every page */
        for (uint32_t j = 0; j < built.frames->pages[i].count; j++) {
            const struct frame_item *item = &built.frames->pages[i].items[j];
            if (item->kind != FRAME_GLYPHS || item->node == 0)
                continue;
            assert_true(item->box.y >= tint->box.y + built.style.callout_pad - SLACK);
            assert_true(item->box.y + item->box.height <=
                        tint->box.y + tint->box.height - built.style.callout_pad + SLACK);
        }
    }
    assert_inside_margins(&built);
    assert_all_words_once(&built);
    build_free(&built);
}

static struct node *add_contact(struct doc *doc)
{
    struct node *contact = doc_add(doc, doc->root, NODE_CONTACT, SPAN_NONE);
    build_heading(doc, contact, 2, "Contact us");
    build_par(doc, contact, "Phone 01632 960 001");
    struct node *figure = doc_add(doc, contact, NODE_FIGURE, SPAN_NONE);
    struct node *code = doc_add(doc, figure, NODE_QR_CODE, SPAN_NONE);
    code->u.image.alt = "QR code";
    code->qr_address = slice_from("https://clinic.example/leaflet");
    return code;
}

static void test_contact_box_holds_its_code(void **state)
{
    (void)state;
    for (uint32_t before = 5; before < 16; before++) {
        uint64_t seed = before;
        struct doc *doc = build_start("en", before % 2);
        fill_page(doc, &seed, before);
        const struct node *code = add_contact(doc);
        struct built built;
        build_layout(&built, doc);
        uint32_t page;
        find_item(&built, code->id, &page);
        const struct frame_page *frame = &built.frames->pages[page - 1];
        const struct frame_item *outline = NULL;
        for (uint32_t j = 0; j < frame->count; j++)
            if (frame->items[j].kind == FRAME_FILL && frame->items[j].u.fill.stroke > 0)
                outline = &frame->items[j];
        assert_non_null(outline);
        for (uint32_t j = 0; j < frame->count; j++) {
            const struct frame_item *item = &frame->items[j];
            if (item->node != code->id)
                continue;
            assert_true(item->box.x > outline->box.x);
            assert_true(item->box.x + item->box.width < outline->box.x + outline->box.width);
            assert_true(item->box.y > outline->box.y);
            assert_true(item->box.y + item->box.height < outline->box.y + outline->box.height);
            /* at the end edge */
            int32_t middle = outline->box.x + outline->box.width / 2;
            assert_true((item->box.x > middle) == (before % 2 == 0));
        }
        build_free(&built);
    }
}

/* A picture for the ear only when the label does not say the kind. */
static void test_icon_speaks_when_it_has_words(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    const struct node *mute = build_callout(doc, doc->root, CALLOUT_TIP, "Tip");
    struct node *loud = build_callout(doc, doc->root, CALLOUT_WARNING, "Do not");
    loud->first->first->u.image.alt = "Warning";
    struct built built;
    build_layout(&built, doc);
    const struct frame_page *page = &built.frames->pages[0];
    uint32_t shown[2] = {0};
    for (uint32_t j = 0; j < page->count; j++) {
        shown[0] += page->items[j].node == mute->first->first->id;
        shown[1] += page->items[j].node == loud->first->first->id;
    }
    assert_int_equal(shown[0], 0);
    assert_int_equal(shown[1], 2); /* ground and sign */
    build_free(&built);
}

/* ---- lists, headings, figures ---- */

static void test_labels_stand_on_the_first_line(void **state)
{
    (void)state;
    for (int rtl = 0; rtl < 2; rtl++) {
        struct doc *doc = build_start(rtl ? "ar" : "en", rtl);
        struct node *list = build_list(doc, doc->root, true, 9);
        struct node *items[3] = {build_item(doc, list, "first"), build_item(doc, list, "second"),
                                 build_item(doc, list, NULL)};
        struct node *inner = build_list(doc, items[2], false, 1);
        struct node *deep = build_item(doc, inner, "deep");
        struct built built;
        build_layout(&built, doc);
        for (int i = 0; i < 2; i++) {
            const struct frame_item *label = find_item(&built, items[i]->id, NULL);
            const struct frame_item *text = find_item(&built, items[i]->first->first->id, NULL);
            assert_int_equal(label->u.glyphs.baseline, text->u.glyphs.baseline);
            assert_true((label->box.x < text->box.x) == !rtl);
        }
        /* right-aligned: "9." and "10." end at one edge */
        const struct frame_item *nine = find_item(&built, items[0]->id, NULL);
        const struct frame_item *ten = find_item(&built, items[1]->id, NULL);
        if (!rtl)
            assert_int_equal(nine->box.x + nine->box.width, ten->box.x + ten->box.width);
        /* an item that begins with a list: both labels on that line */
        assert_int_equal(find_item(&built, items[2]->id, NULL)->u.glyphs.baseline,
                         find_item(&built, deep->id, NULL)->u.glyphs.baseline);
        /* a bullet is drawn lower, in the middle of the small letters */
        unit up = frame_glyph_up(find_item(&built, deep->id, NULL), 0);
        assert_true(up < -UNIT_PT(1) / 2 && up > -UNIT_PT(2));
        build_free(&built);
    }
}

static void test_heading_keeps_with_two_lines(void **state)
{
    (void)state;
    char text[4000];
    for (uint32_t lines = 20; lines < 45; lines++) {
        uint64_t seed = lines;
        struct doc *doc = build_start("en", false);
        struct node *list = build_list(doc, doc->root, false, 1);
        for (uint32_t i = 0; i < lines; i++)
            build_item(doc, list, "line");
        build_heading(doc, doc->root, 2, "Section");
        build_heading(doc, doc->root, 3, "Sub-section");
        build_par(doc, doc->root, "One line.");
        build_par(doc, doc->root, words(&seed, 80, text));
        struct built built;
        build_layout(&built, doc);
        assert_good_breaks(&built);
        build_free(&built);
    }
}

static struct node *add_image(struct doc *doc, struct node *parent, const struct image *image)
{
    struct node *node = doc_add(doc, parent, NODE_IMAGE, SPAN_NONE);
    node->u.image.image = image;
    node->u.image.alt = "a picture";
    return node;
}

/* The next item does not touch the picture that ends the one before, however deep that stands. */
static void test_items_keep_clear_of_pictures(void **state)
{
    (void)state;
    const struct image image = {.width = 96, .height = 48, .dpi = 96};
    for (int depth = 0; depth < 2; depth++) {
        struct doc *doc = build_start("en", false);
        struct node *list = build_list(doc, doc->root, true, 1);
        struct node *item = build_item(doc, list, "first");
        if (depth == 1)
            item = build_item(doc, build_list(doc, item, false, 1), "deep");
        const struct node *picture =
            add_image(doc, doc_add(doc, item, NODE_FIGURE, SPAN_NONE), &image);
        const struct node *next = build_item(doc, list, "second")->first->first;
        struct built built;
        build_layout(&built, doc);
        const struct frame_item *above = find_item(&built, picture->id, NULL);
        const struct frame_item *below = find_item(&built, next->id, NULL);
        assert_true(below->box.y - above->box.y - above->box.height >= UNIT_MM(4));
        build_free(&built);
    }
}

static void test_figures_fit(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    const struct image wide = {.width = 4000, .height = 1000},
                       tall = {.width = 300, .height = 9000},
                       small = {.width = 96, .height = 48, .dpi = 96};
    const struct image *images[] = {&wide, &tall, &small};
    const struct node *nodes[3];
    for (int i = 0; i < 3; i++) {
        struct node *figure = doc_add(doc, doc->root, NODE_FIGURE, SPAN_NONE);
        nodes[i] = add_image(doc, figure, images[i]);
        build_block(doc, figure, NODE_CAPTION, "A caption");
    }
    struct built built;
    build_layout(&built, doc);
    assert_inside_margins(&built);
    const struct frame_item *item = find_item(&built, nodes[0]->id, NULL);
    assert_int_equal(item->box.width, built.style.measure);
    assert_in_range(item->box.height, built.style.measure / 4 - 1, built.style.measure / 4 + 1);
    item = find_item(&built, nodes[2]->id, NULL);
    assert_int_equal(item->box.width, 96 * UNIT_PT(72) / 200); /* dots an inch */
    assert_int_equal(item->box.height, 48 * UNIT_PT(72) / 200);
    uint32_t page, caption;
    find_item(&built, nodes[1]->id, &page);
    find_item(&built, nodes[1]->next->first->id, &caption);
    assert_int_equal(page, caption);
    build_free(&built);
}

/* ---- right to left ---- */

static void test_right_to_left_is_mirrored(void **state)
{
    (void)state;
    struct doc *doc = build_start("ar", true);
    struct node *masthead = doc_add(doc, doc->root, NODE_MASTHEAD, SPAN_NONE);
    build_par(doc, masthead, "عيادة");
    struct node *figure = doc_add(doc, masthead, NODE_FIGURE, SPAN_NONE);
    const struct image image = {.width = 100, .height = 100};
    const struct node *logo = add_image(doc, figure, &image);
    build_callout(doc, doc->root, CALLOUT_NOTE, "ملاحظة");
    const struct node *table = build_table(doc, doc->root, NULL, "اسم|عدد\nواحد|1\nاثنان|2");
    struct built built;
    build_layout(&built, doc);
    int32_t middle = built.style.page_width / 2;
    assert_true(find_item(&built, logo->id, NULL)->box.x < middle);
    assert_true(find_item(&built, masthead->first->first->id, NULL)->box.x > middle);
    const struct frame_item *bar = NULL;
    const struct frame_page *page = &built.frames->pages[0];
    for (uint32_t j = 0; j < page->count; j++)
        if (page->items[j].kind == FRAME_FILL &&
            page->items[j].box.width == built.style.callout_bar)
            bar = &page->items[j];
    assert_non_null(bar);
    assert_int_equal(bar->box.x + bar->box.width, built.style.page_width - built.style.margin_side);
    const struct node *row = table->last->first;
    const struct frame_item *name = find_item(&built, row->first->first->id, NULL);
    const struct frame_item *number = find_item(&built, row->last->first->id, NULL);
    assert_true(name->box.x > number->box.x);
    build_free(&built);
}

/* ---- what stands on every page ---- */

static void test_foot_and_draft_mark(void **state)
{
    (void)state;
    uint64_t seed = 2;
    struct doc *doc = build_start("en", false);
    doc->meta.status = META_STATUS_DRAFT;
    doc->meta.reference.value = "SK-014";
    doc->meta.version.value = "2.1";
    doc->meta.next_review = (struct meta_date){.year = 2028, .month = 11, .day = 0};
    fill_page(doc, &seed, 30);
    struct built built;
    build_layout(&built, doc);
    uint32_t pages = built.frames->page_count;
    assert_true(pages >= 2);
    for (uint32_t i = 0; i < pages; i++) {
        const struct frame_page *page = &built.frames->pages[i];
        assert_int_equal(page->items[0].artifact, FRAME_WATERMARK);
        assert_int_equal(page->items[0].node, 0);
        struct buf foot = {0};
        for (uint32_t j = 0; j < page->count; j++)
            if (page->items[j].artifact == FRAME_PAGE_FOOT && page->items[j].kind == FRAME_GLYPHS) {
                assert_int_equal(page->items[j].node, 0);
                add_without_spaces(&foot, page->items[j].u.glyphs.text);
            }
        char wanted[200];
        sprintf(wanted, "LeafletSK-014·version2.1·nextreviewNovember2028Page%uof%u", i + 1, pages);
        assert_string_equal(foot.data, wanted);
        buf_free(&foot);
    }
    build_free(&built);
}

static void test_long_foot_loses_its_last_parts(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    doc->meta.reference.value = "SK-014-A-REFERENCE-OF-A-MIDDLING-LENGTH-0001";
    doc->meta.version.value = "a version whose name is far too long for any running foot at all";
    build_par(doc, doc->root, "Text.");
    struct built built;
    build_layout(&built, doc);
    const struct frame_page *page = &built.frames->pages[0];
    for (uint32_t j = 0; j < page->count; j++)
        assert_true(page->items[j].box.x + page->items[j].box.width <=
                    built.style.page_width - built.style.margin_side + SLACK);
    build_free(&built);
}

static void test_only_what_is_printed(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    build_par(doc, doc->root, "Printed.");
    build_par(doc, doc->root, "Not printed.")->media = NODE_MEDIA_EPUB;
    struct built built;
    build_layout(&built, doc);
    struct buf dump = {0};
    frames_dump_pages(built.frames, doc, &dump);
    assert_null(strstr(dump.data, "Not"));
    assert_non_null(strstr(dump.data, "Printed."));
    buf_free(&dump);
    build_free(&built);
}

static void test_empty_document_is_a_page(void **state)
{
    (void)state;
    struct built built;
    build_layout(&built, build_start("en", false));
    assert_int_equal(built.frames->page_count, 1);
    build_free(&built);
}

static void test_deep_nesting(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    struct node *parent = doc->root;
    for (int i = 0; i < 100; i++) {
        if (i % 2 == 0) {
            parent = doc_add(doc, parent, NODE_QUOTE, SPAN_NONE);
        } else {
            parent = build_item(doc, build_list(doc, parent, i % 4 == 1, 1), NULL);
        }
    }
    build_par(doc, parent, "Words at the bottom of the well.");
    struct built built;
    build_layout(&built, doc);
    assert_all_words_once(&built);
    build_free(&built);
}

/* The size of the title on a cover, all of which is on the page; 0: there is no cover. */
static int32_t cover_title(const char *title, const char *clinic)
{
    struct doc *doc = build_start("en", false);
    struct built built;
    struct node *masthead = doc_add(doc, doc->root, NODE_MASTHEAD, SPAN_NONE);
    build_par(doc, masthead, clinic);
    const struct node *heading = build_heading(doc, doc->root, 1, title);
    build_tools(&built, doc);
    built.frames = layout_cover(doc, &built.style, &built.tools);
    int32_t size = 0;
    struct buf shown = {0}, wanted = {0};
    for (uint32_t i = 0; built.frames && i < built.frames->pages->count; i++) {
        const struct frame_item *item = &built.frames->pages->items[i];
        assert_in_range(item->box.x, 0, built.frames->page_width);
        assert_in_range(item->box.x + item->box.width, 0, built.frames->page_width);
        assert_in_range(item->box.y + item->box.height, 0, built.frames->page_height);
        if (item->kind == FRAME_GLYPHS && item->node == heading->first->id) {
            size = item->u.glyphs.size;
            add_without_spaces(&shown, item->u.glyphs.text);
        }
    }
    add_without_spaces(&wanted, slice_from(title));
    assert_true(size == 0 || slice_equal(buf_slice(&wanted), buf_slice(&shown)));
    buf_free(&shown);
    buf_free(&wanted);
    build_free(&built);
    return size;
}

static void test_cover(void **state)
{
    (void)state;
    char title[2000];
    uint64_t seed = 7;
    int32_t before = UNIT_PT(40);
    assert_int_equal(cover_title("Ears", "The Clinic"), UNIT_PT(40));
    for (uint32_t count = 4; count < 60; count += 5) {
        int32_t size = cover_title(words(&seed, count, title), "The Clinic");
        assert_true(size <= before || size == 0);
        before = size;
    }
    assert_true(cover_title("Otorhinolaryngology", "The Clinic") <
                UNIT_PT(36)); /* no word is cut */
    assert_true(cover_title("Ears", words(&seed, 20, title)) > UNIT_PT(30));
    assert_int_equal(cover_title(words(&seed, 200, title), "The Clinic"), 0);
    assert_int_equal(cover_title("Ears", words(&seed, 300, title)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_documents),
        cmocka_unit_test(test_same_input_same_frames),
        cmocka_unit_test(test_note_on_the_page_of_its_call),
        cmocka_unit_test(test_note_longer_than_a_page),
        cmocka_unit_test(test_note_called_by_a_note),
        cmocka_unit_test(test_callout_is_whole),
        cmocka_unit_test(test_tall_callout_goes_on_with_bar_and_tint),
        cmocka_unit_test(test_contact_box_holds_its_code),
        cmocka_unit_test(test_icon_speaks_when_it_has_words),
        cmocka_unit_test(test_labels_stand_on_the_first_line),
        cmocka_unit_test(test_heading_keeps_with_two_lines),
        cmocka_unit_test(test_items_keep_clear_of_pictures),
        cmocka_unit_test(test_figures_fit),
        cmocka_unit_test(test_right_to_left_is_mirrored),
        cmocka_unit_test(test_foot_and_draft_mark),
        cmocka_unit_test(test_long_foot_loses_its_last_parts),
        cmocka_unit_test(test_only_what_is_printed),
        cmocka_unit_test(test_empty_document_is_a_page),
        cmocka_unit_test(test_deep_nesting),
        cmocka_unit_test(test_cover),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
