/* Pages as pictures: ink where the frames say. The pixels are read back by image/, at 72 dots an
 * inch unless said otherwise, so that a pixel is a point. */
#include "pdf_kit.h"
#include "picture_kit.h"

#include "image/image.h"
#include "raster/raster.h"

struct page {
    struct kit kit;
    struct raster *raster; /* for all that is painted */
    struct buf png;
    struct image_pixels pixels;
};

static void page_open(struct page *page)
{
    *page = (struct page){.png = {0}};
    kit_open(&page->kit);
    page->kit.frames->page_width = PT(100);
    page->kit.frames->page_height = PT(80);
    kit_seal(&page->kit);
    page->raster = raster_new(page->kit.fonts);
}

static void page_close(struct page *page)
{
    image_pixels_free(&page->pixels);
    buf_free(&page->png);
    raster_free(page->raster);
    kit_close(&page->kit);
}

static bool paint(struct page *page, unsigned dpi)
{
    struct kit *kit = &page->kit;
    const struct raster_subject subject = {kit->doc, kit->frames, kit->options.pictures, dpi,
                                           false};
    buf_clear(&page->png);
    return raster_page(page->raster, &subject, 0, &page->png, &kit->diags);
}

static void show(struct page *page, unsigned dpi)
{
    const struct image *image;
    const char *reason;
    assert_true(paint(page, dpi));
    assert_int_equal(
        image_open(buf_slice(&page->png), "page.png", &page->kit.arena, &image, &reason), IMAGE_OK);
    image_pixels_free(&page->pixels);
    assert_int_equal(image_decode(image, &page->pixels, &reason), IMAGE_OK);
    assert_int_equal(page->pixels.channels, 3);
}

static uint32_t at(const struct page *page, uint32_t x, uint32_t y)
{
    const uint8_t *rgb = page->pixels.rgb + ((size_t)y * page->pixels.width + x) * 3;
    return (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
}

static void test_fills(void **state)
{
    struct page page;
    (void)state;
    page_open(&page);
    kit_box(&page.kit, FRAME_FILL, NULL, PT(10), PT(10), PT(30), PT(20))->u.fill.colour = 0x102030;
    struct frame_item *ring = kit_box(&page.kit, FRAME_FILL, NULL, PT(50), PT(10), PT(40), PT(40));
    ring->u.fill.colour = 0xff0000;
    ring->u.fill.radius = PT(10);
    ring->u.fill.stroke = PT(2);
    struct frame_item *rule = kit_box(&page.kit, FRAME_RULE, NULL, PT(10), PT(60), PT(30), PT(4));
    rule->u.rule.colour = 0x0000ff;
    rule->u.rule.thickness = PT(2);
    kit_box(&page.kit, FRAME_FILL, NULL, PT(10), PT(70), PT(10), PT(0.5))->u.fill.colour = 0;
    show(&page, 72);
    assert_int_equal(page.pixels.width, 100);
    assert_int_equal(page.pixels.height, 80);
    assert_int_equal(at(&page, 10, 10), 0x102030);
    assert_int_equal(at(&page, 39, 29), 0x102030);
    assert_int_equal(at(&page, 40, 20), 0xffffff);
    assert_int_equal(at(&page, 20, 30), 0xffffff);
    assert_int_equal(at(&page, 50, 10), 0xffffff); /* a round corner */
    assert_int_equal(at(&page, 50, 30), 0xff0000);
    assert_int_equal(at(&page, 51, 30), 0xff0000);
    assert_int_equal(at(&page, 52, 30), 0xffffff); /* inside the line */
    assert_int_equal(at(&page, 70, 30), 0xffffff);
    assert_int_equal(at(&page, 20, 60), 0xffffff);
    assert_int_equal(at(&page, 20, 61), 0x0000ff); /* in the middle of its box */
    assert_int_equal(at(&page, 20, 62), 0x0000ff);
    assert_int_equal(at(&page, 20, 63), 0xffffff);
    assert_in_range(at(&page, 15, 70) & 255, 119, 136); /* half a pixel */
    show(&page, 144);
    assert_int_equal(page.pixels.width, 200);
    assert_int_equal(at(&page, 20, 20), 0x102030);
    assert_int_equal(at(&page, 79, 59), 0x102030);
    assert_int_equal(at(&page, 80, 59), 0xffffff);
    page_close(&page);
}

/* Every pixel with ink is in the box, and there is some. */
static unsigned ink(const struct page *page, uint32_t left, uint32_t top, uint32_t right,
                    uint32_t bottom)
{
    unsigned inside = 0;
    for (uint32_t y = 0; y < page->pixels.height; y++)
        for (uint32_t x = 0; x < page->pixels.width; x++) {
            if (at(page, x, y) == 0xffffff)
                continue;
            if (x < left || x >= right || y < top || y >= bottom)
                fail_msg("ink at %u, %u", x, y);
            inside++;
        }
    return inside;
}

static void test_glyphs(void **state)
{
    struct page page;
    (void)state;
    page_open(&page);
    page.kit.size = PT(60);
    page.kit.x = PT(10);
    page.kit.y = PT(60);
    struct frame_item *run = kit_run(&page.kit, NULL, "I");
    run->u.glyphs.colour = 0x005050;
    show(&page, 72);
    /* the capital I of Noto Sans has slabs: its height is 714 of 1000 units */
    unsigned some = ink(&page, 10, 17, 31, 61);
    assert_in_range(some, 300, 800);
    assert_int_equal(at(&page, 20, 40), 0x005050); /* the stem */
    assert_int_equal(at(&page, 12, 40), 0xffffff);
    run->u.glyphs.turn = 90; /* about its origin, so it now lies to the left of it */
    run->box.x = PT(80);
    show(&page, 72);
    assert_in_range(ink(&page, 36, 39, 81, 61), some - 60, some + 60);
    assert_int_equal(at(&page, 60, 50), 0x005050);
    run->u.glyphs.turn = 0;
    run->u.glyphs.expanded = 1000; /* twice as wide */
    run->box.x = PT(10);
    show(&page, 72);
    assert_in_range(ink(&page, 10, 17, 52, 61), some * 2 - 100, some * 2 + 100);
    page_close(&page);
}

/* A font of cubic curves, and one whose outlines are those of a collection. */
static void test_other_fonts(void **state)
{
    struct page page;
    (void)state;
    page_open(&page);
    page.kit.size = PT(60);
    page.kit.x = PT(10);
    page.kit.y = PT(60);
    struct frame_item *run = kit_shaped(&page.kit, NULL, "\xe4\xb8\x80", false, "Hani"); /* 一 */
    show(&page, 72);
    assert_in_range(ink(&page, 10, 20, 70, 60), 100, 900);
    (void)run;
    page_close(&page);
}

static void test_picture(void **state)
{
    struct page page;
    struct buf file = {0};
    const struct image *image;
    const char *reason;
    (void)state;
    page_open(&page);
    write_png(&file, 4, 4, 8, PNG_COLOR_TYPE_RGB, false, false);
    assert_int_equal(image_open(buf_slice(&file), "a.png", &page.kit.arena, &image, &reason),
                     IMAGE_OK);
    kit_box(&page.kit, FRAME_IMAGE, NULL, PT(10), PT(20), PT(40), PT(40))->u.image.image = image;
    kit_box(&page.kit, FRAME_IMAGE, NULL, PT(80), PT(60), PT(40), PT(40))->u.image.image = image;
    show(&page, 72);
    for (uint32_t y = 0; y < 4; y++)
        for (uint32_t x = 0; x < 4; x++)
            assert_int_equal(at(&page, 15 + 10 * x, 25 + 10 * y),
                             (uint32_t)sample(x, y, 0) << 16 | (uint32_t)sample(x, y, 1) << 8 |
                                 sample(x, y, 2));
    assert_int_equal(at(&page, 9, 30), 0xffffff);
    assert_int_equal(at(&page, 50, 30), 0xffffff);
    assert_int_not_equal(at(&page, 99, 79), 0xffffff); /* cut off at the edge */
    buf_free(&file);
    page_close(&page);
}

/* Glyphs at many places in a pixel, upright and turned, over all edges of the page, in two sizes:
 * what was painted before makes no difference. */
static void test_same_bytes(void **state)
{
    static const unsigned dpi[] = {96, 72};
    struct page page;
    (void)state;
    page_open(&page);
    for (int i = 0; i < 60; i++) {
        page.kit.x = PT(i % 12 * 9.37) - PT(6);
        page.kit.y = PT(i / 12 * 20.11);
        page.kit.size = PT(7 + i % 3);
        kit_run(&page.kit, NULL, "250 mg")->u.glyphs.turn = i % 5 == 0 ? 45 : 0;
    }
    struct frame_page *painted = &page.kit.frames->pages[0];
    const struct frame_item *end = painted->items + painted->count;
    for (painted->count = 1; painted->items < end; painted->items++)
        for (int i = 0; i < 4; i++) {
            struct raster *used = page.raster;
            assert_true(paint(&page, dpi[i % 2]));
            struct slice bytes = arena_copy(&page.kit.arena, buf_slice(&page.png));
            page.raster = raster_new(page.kit.fonts);
            assert_true(paint(&page, dpi[i % 2]));
            assert_true(slice_equal(bytes, buf_slice(&page.png)));
            raster_free(page.raster);
            page.raster = used;
        }
    page_close(&page);
}

/* A page with more colours than a palette has, the last of them where they were counted. */
static void test_many_colours(void **state)
{
    struct page page;
    (void)state;
    page_open(&page);
    for (int32_t i = 0; i < 300; i++)
        kit_box(&page.kit, FRAME_FILL, NULL, PT(i % 60), PT(i / 60), PT(1), PT(1))->u.fill.colour =
            (uint32_t)i * 0x10305;
    show(&page, 72);
    for (uint32_t i = 0; i < 300; i++)
        assert_int_equal(at(&page, i % 60, i / 60), (i * 0x10305) & 0xffffff);
    page_close(&page);
}

struct stripe {
    int32_t x, top, bottom;
    uint32_t colour;
};

static struct stripe stripe(int32_t i)
{
    int32_t top = i / 100 * 20 + i % 7;
    return (struct stripe){i % 100, top, i % 3 == 2 ? top + 1 : 80, (uint32_t)(i + 1) * 0x1030};
}

/* Rows that were painted alike are still rows of their own: tall boxes of one colour each, some of
 * one row only, over others, with the first colour too many in the middle of one. */
static void test_rows_apart(void **state)
{
    struct page page;
    (void)state;
    for (int32_t count = 200; count <= 400; count += 200) {
        uint32_t expected[80][100];
        memset(expected, 0xff, sizeof expected);
        page_open(&page);
        for (int32_t i = 0; i < count; i++) {
            struct stripe box = stripe(i);
            kit_box(&page.kit, FRAME_FILL, NULL, PT(box.x), PT(box.top), PT(1),
                    PT(box.bottom - box.top))
                ->u.fill.colour = box.colour;
            for (int32_t y = box.top; y < box.bottom; y++)
                expected[y][box.x] = box.colour;
        }
        show(&page, 72);
        for (uint32_t y = 0; y < 80; y++)
            for (uint32_t x = 0; x < 100; x++)
                assert_int_equal(at(&page, x, y), expected[y][x] & 0xffffff);
        page_close(&page);
    }
}

/* Whatever is painted over whatever in two colours: white, black and 14 steps are one palette of
 * four bits a pixel. */
static void test_two_colours(void **state)
{
    struct page page;
    (void)state;
    page_open(&page);
    page.kit.size = PT(30);
    page.kit.y = PT(60);
    for (int i = 0; i < 20; i++) {
        page.kit.x = PT(5) + i * PT(3.3);
        kit_run(&page.kit, NULL, "Sg")->u.glyphs.colour = i % 3 == 2 ? 0xffffff : 0;
        struct frame_item *ring =
            kit_box(&page.kit, FRAME_FILL, NULL, PT(2.2) + i * PT(4.3), PT(3.7), PT(9), PT(40));
        ring->u.fill.stroke = PT(1.3);
        ring->u.fill.colour = i % 2 ? 0xffffff : 0;
    }
    show(&page, 72);
    assert_int_equal(page.png.data[24], 4); /* IHDR's depth */
    page_close(&page);
}

static void test_too_large(void **state)
{
    struct page page;
    (void)state;
    page_open(&page);
    page.kit.frames->page_width = PT(20000);
    assert_false(paint(&page, 600));
    assert_int_equal(page.kit.diags.per_code[DIAG_CODE_PAGE_FAILED], 1);
    assert_int_equal(page.png.len, 0);
    page_close(&page);
}

static void test_turned_page(void **state)
{
    struct page page;
    (void)state;
    page_open(&page);
    page.kit.frames->pages[0].turned = true;
    show(&page, 72);
    assert_int_equal(page.pixels.width, 80);
    assert_int_equal(page.pixels.height, 100);
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fills),       cmocka_unit_test(test_glyphs),
        cmocka_unit_test(test_other_fonts), cmocka_unit_test(test_picture),
        cmocka_unit_test(test_same_bytes),  cmocka_unit_test(test_many_colours),
        cmocka_unit_test(test_rows_apart),  cmocka_unit_test(test_two_colours),
        cmocka_unit_test(test_too_large),   cmocka_unit_test(test_turned_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
