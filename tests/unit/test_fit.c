#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "build_doc.h"
#include "frame/dump.h"
#include "layout/fit.h"
#include "style/density.h"

#define HEBREW "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"
#define WORD   "electroencephalographically-measured"

/* Sections of a heading and a few lines, and back matter: what a leaflet of that many is. */
static struct doc *make_leaflet(uint32_t sections, int pages)
{
    struct doc *doc = build_start("en", false);
    doc->meta.fit.pages = pages;
    build_heading(doc, doc->root, 1, "Your operation");
    for (uint32_t i = 0; i < sections; i++) {
        build_heading(doc, doc->root, 2, i == 1 ? "Long" : "Short");
        for (uint32_t j = 0; j < (i == 1 ? 6u : 2u); j++)
            build_par(doc, doc->root,
                      "Keep the dressing clean and dry for two days after your operation, and do "
                      "not rub the skin around it with a towel. Call us if it comes off.");
    }
    struct node *contact = doc_add(doc, doc->root, NODE_CONTACT, SPAN_NONE);
    build_par(doc, contact, "Phone 01632 960 001");
    return doc;
}

static void fit(struct built *built, struct doc *doc)
{
    build_tools(built, doc);
    const struct fit_subject subject = {doc, &built->style, &built->tools, built->memory};
    built->frames = doc->meta.fit.pages > 0 ? fit_pages(&subject, &built->diags)
                                            : fit_freely(&subject, &built->diags);
}

/* Sizes of all text but the running foot. */
static void text_sizes(const struct frames *frames, unit *least, unit *body)
{
    *least = INT32_MAX;
    for (uint32_t i = 0; i < frames->page_count; i++)
        for (uint32_t j = 0; j < frames->pages[i].count; j++) {
            const struct frame_item *item = &frames->pages[i].items[j];
            if (item->kind != FRAME_GLYPHS || item->node == 0)
                continue;
            *least = item->u.glyphs.size < *least ? item->u.glyphs.size : *least;
            *body = item->u.glyphs.text.len > 20 ? item->u.glyphs.size : *body;
        }
}

static void the_text_is_as_large_as_fits(void **state)
{
    (void)state;
    unit before = UNIT_PT(14);
    bool failed = false;
    for (uint32_t sections = 1; sections < 16; sections++) {
        struct built built;
        fit(&built, make_leaflet(sections, 2));
        unit least, body = 0;
        text_sizes(built.frames, &least, &body);
        bool fits = built.frames->page_count <= 2;
        assert_true(least >= UNIT_PT(12) && body <= before);
        assert_int_equal(built.diags.per_code[DIAG_CODE_PAGES_TOO_FEW], !fits);
        assert_true(fits || body == UNIT_PT(12));
        assert_false(failed && fits);
        failed = !fits;
        before = body;
        build_free(&built);
    }
    assert_true(failed);
}

static void what_does_not_fit_names_the_longest_section(void **state)
{
    (void)state;
    struct built built;
    fit(&built, make_leaflet(12, 1));
    assert_int_equal(built.diags.count, 1);
    assert_non_null(strstr(built.diags.items[0].message, "does not fit on 1 page:"));
    assert_non_null(strstr(built.diags.items[0].hint, "the longest sections are \"Long\""));
    build_free(&built);
}

static bool has_columns(const struct built *built)
{
    return strstr(built->frames->setting, "two columns") != NULL;
}

/* Words stand in one of the columns; the second column begins with an item of its own. */
static void see_columns(const struct frame_page *page, unit middle)
{
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        if (item->kind != FRAME_GLYPHS || item->node == 0 || item->u.glyphs.size > UNIT_PT(20))
            continue;
        assert_true(i < page->second ? item->box.x + item->box.width < middle
                                     : item->box.x > middle);
    }
}

static void wide_pages_may_have_two_columns(void **state)
{
    (void)state;
    uint32_t taken = 0;
    for (uint32_t sections = 1; sections < 14; sections++) {
        struct built built, upright;
        struct doc *doc = make_leaflet(sections, 2);
        doc->meta.landscape = META_SWITCH_ON;
        fit(&built, doc);
        fit(&upright, make_leaflet(sections, 2));
        assert_false(has_columns(&upright));
        taken += has_columns(&built);
        for (uint32_t i = 0; i < built.frames->page_count && has_columns(&built); i++)
            see_columns(&built.frames->pages[i], built.frames->page_width / 2);
        build_free(&built);
        build_free(&upright);
    }
    assert_in_range(taken, 5, 12);
}

/* The theme's size is the writer's. */
static void a_chosen_size_stays(void **state)
{
    (void)state;
    static const struct meta_pair size = {.key = "size", .value = "16"};
    struct doc *doc = make_leaflet(8, 2);
    doc->meta.theme = (struct meta_pairs){&size, 1};
    struct built built;
    unit least, body = 0;
    fit(&built, doc);
    text_sizes(built.frames, &least, &body);
    assert_int_equal(body, UNIT_PT(16));
    build_free(&built);
}

/* Left alone, a leaflet has never more pages than its style gives it, sometimes one less. */
static void a_page_may_be_saved(void **state)
{
    (void)state;
    uint32_t saved = 0;
    for (uint32_t sections = 1; sections < 24; sections++) {
        struct built plain, free;
        build_layout(&plain, make_leaflet(sections, 0));
        fit(&free, make_leaflet(sections, 0));
        assert_true(free.frames->page_count <= plain.frames->page_count);
        saved += free.frames->page_count < plain.frames->page_count;
        build_free(&plain);
        build_free(&free);
    }
    assert_true(saved > 0);
}

static void the_contact_box_stands_at_the_foot(void **state)
{
    (void)state;
    for (uint32_t sections = 1; sections < 12; sections++) {
        struct doc *doc = make_leaflet(sections, 0);
        struct built built;
        build_layout(&built, doc);
        const struct frame_page *page = &built.frames->pages[built.frames->page_count - 1];
        unit bottom = built.style.page_height - built.style.margin_bottom;
        unit low = 0;
        bool text = false;
        for (uint32_t i = 0; i < page->count; i++) {
            const struct frame_item *item = &page->items[i];
            if (item->kind == FRAME_FILL && item->u.fill.stroke > 0)
                low = item->box.y + item->box.height;
            text = text || (item->node > 0 && item->node < doc->root->last->id);
        }
        assert_in_range(low, bottom - UNIT_PT(1), bottom);
        assert_true(text); /* never alone */
        build_free(&built);
    }
}

static const char *no_name(void *context, uint16_t face)
{
    (void)context;
    (void)face;
    return "";
}

/* A paragraph with all that makes chunks: faces, directions, ideographs, a character that no font
 * has, words too long for a line. */
static struct doc *make_varied_leaflet(void)
{
    struct doc *doc = make_leaflet(3, 0);
    struct node *par = build_par(doc, doc->root, "Long ago, ");
    struct node *strong = doc_add(doc, par, NODE_STRONG, SPAN_NONE);
    doc_add_text(doc, strong, SLICE_LIT("\xe6\xb1\x89\xe5\xad\x97 5\xc2\xa0mg"), SPAN_NONE);
    doc_add_text(doc, par, SLICE_LIT(" " HEBREW " \xf3\xb0\x80\x80 twice "), SPAN_NONE);
    for (int i = 0; i < 9; i++)
        doc_add_text(doc, par, SLICE_LIT(WORD), SPAN_NONE);
    return doc;
}

/* What one setting leaves to the next is what that would have made. */
static void settings_are_as_if_alone(void **state)
{
    (void)state;
    static const struct style_density settings[] = {
        {0, 98, 88, 100, 0, 0, UNIT_MM(26), 1},
        {0, 94, 68, 85, 0, UNIT_MM(15), UNIT_MM(22), 1},
        {UNIT_PT(12), 94, 68, 85, 75, UNIT_MM(15), UNIT_MM(22), 1},
        {UNIT_PT(12), 94, 68, 85, 75, UNIT_MM(15), UNIT_MM(22), 1}};
    for (int justified = 0; justified < 2; justified++) {
        struct built alone, again;
        build_tools(&again, make_varied_leaflet());
        for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
            struct buf expected = {0}, got = {0};
            struct diag_list diags = {.arena = &again.diag_arena};
            struct style style;
            build_tools(&alone, make_varied_leaflet());
            alone.style.justified = justified;
            style_set_density(&alone.style, &settings[i], &style);
            alone.frames = layout_once(alone.doc, &style, &alone.tools, alone.memory, &alone.diags);
            again.frames = layout_once(again.doc, &style, &again.tools, again.memory, &diags);
            frames_dump(alone.frames, no_name, NULL, &expected);
            frames_dump(again.frames, no_name, NULL, &got);
            assert_string_equal(got.data, expected.data);
            assert_int_equal(diags.count, alone.diags.count);
            assert_true(diags.per_code[DIAG_CODE_CHARACTER_MISSING] > 0);
            frames_free(again.frames);
            build_free(&alone);
            diag_free(&diags);
            buf_free(&expected);
            buf_free(&got);
        }
        again.frames = NULL;
        build_free(&again);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_is_as_large_as_fits),
        cmocka_unit_test(what_does_not_fit_names_the_longest_section),
        cmocka_unit_test(wide_pages_may_have_two_columns),
        cmocka_unit_test(a_chosen_size_stays),
        cmocka_unit_test(a_page_may_be_saved),
        cmocka_unit_test(the_contact_box_stands_at_the_foot),
        cmocka_unit_test(settings_are_as_if_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
