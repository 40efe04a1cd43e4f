#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <lcms2.h>

#include "base/mem.h"
#include "image/image.h"
#include "image/jpeg.h"
#include "image/png.h"
#include "image/png_chunks.h"
#include "image/resample.h"
#include "image/store.h"
#include "image/turn.h"
#include "picture_kit.h"

struct fixture {
    struct arena arena;
    struct buf file;
    const struct image *image;
    struct image_form form;
};

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct fixture));
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    image_form_free(&f->form);
    buf_free(&f->file);
    arena_free(&f->arena);
    free(f);
    return 0;
}

static const struct image *open_bytes(struct fixture *f, const struct buf *bytes)
{
    const struct image *image;
    const char *reason = NULL;
    if (image_open(buf_slice(bytes), "x", &f->arena, &image, &reason) != IMAGE_OK)
        fail_msg("refused: %s", reason);
    return image;
}

/* Prepares the file as wished; a form made before is freed. */
static const struct image_form *prepare(struct fixture *f, enum image_use use, uint32_t width,
                                        uint32_t height, bool original)
{
    const struct image_wish wish = {use, width, height, original, 0};
    const char *reason = NULL;
    f->image = open_bytes(f, &f->file);
    struct image_plan plan = image_plan(f->image, &wish);
    image_form_free(&f->form);
    if (image_prepare(f->image, &plan, NULL, &f->form, &reason) != IMAGE_OK)
        fail_msg("not prepared: %s", reason);
    return &f->form;
}

static bool holds(const struct image_form *form, const char *word)
{
    return memmem(form->bytes.data, form->bytes.len, word, strlen(word)) != NULL;
}

static struct image_pixels pixels_of(struct fixture *f, const struct image_form *form)
{
    struct image_pixels pixels;
    const char *reason;
    assert_int_equal(image_decode(open_bytes(f, &form->bytes), &pixels, &reason), IMAGE_OK);
    return pixels;
}

static bool is_near(const struct image_pixels *pixels, uint32_t x, uint32_t y, int r, int g, int b)
{
    const uint8_t *p = pixels->rgb + ((size_t)y * pixels->width + x) * 3;
    return abs(p[0] - r) < 12 && abs(p[1] - g) < 12 && abs(p[2] - b) < 12;
}

/* --- Passing through -------------------------------------------------------------------------- */

/* Puts a segment behind the first one of the JPEG. */
static void put_segment(struct buf *file, uint8_t marker, const char *bytes, size_t len)
{
    size_t at = 4 + (size_t)(uint8_t)file->data[4] * 256 + (uint8_t)file->data[5];
    const uint8_t head[4] = {0xff, marker, (uint8_t)((len + 2) >> 8), (uint8_t)(len + 2)};
    struct buf longer = {0};
    buf_put(&longer, file->data, at);
    buf_put(&longer, head, sizeof head);
    buf_put(&longer, bytes, len);
    buf_put(&longer, file->data + at, file->len - at);
    buf_free(file);
    *file = longer;
}

static void a_jpeg_loses_only_what_is_private(void **state)
{
    struct fixture *f = *state;
    write_jpeg(&f->file, 64, 48, &(struct jpeg_options){.components = 3, .orientation = 6});
    put_segment(&f->file, 0xe1, "http://ns.adobe.com/xap/1.0/\0PLACE", 34);
    put_segment(&f->file, 0xe0, "JFXX\0\x10THUMB", 11);
    put_segment(&f->file, 0xed, "Photoshop 3.0\0NAME", 18);
    put_segment(&f->file, 0xfe, "REMARK", 6);
    buf_put_string(&f->file, "BEHIND");
    const struct image_form *form = prepare(f, IMAGE_FOR_PRINT, 48, 64, false);
    assert_int_equal(form->kind, IMAGE_JPEG);
    assert_int_equal(form->orientation, 6);
    assert_int_equal(form->width, 64);
    static const char *const gone[] = {"Exif", "PLACE", "THUMB", "NAME", "REMARK", "BEHIND"};
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        assert_false(holds(form, gone[i]));
    assert_true(holds(form, "JFIF"));
    struct image_pixels before, after = pixels_of(f, form);
    const char *reason;
    assert_int_equal(image_decode_stored(f->image, &before, &reason), IMAGE_OK);
    assert_memory_equal(before.rgb, after.rgb, (size_t)64 * 48 * 3);
    image_pixels_free(&before);
    image_pixels_free(&after);
}

static void an_adobe_marker_is_kept(void **state)
{
    struct fixture *f = *state;
    write_jpeg(&f->file, 64, 48, &(struct jpeg_options){.components = 3, .rgb = true});
    const struct image_form *form = prepare(f, IMAGE_FOR_SCREEN, 100, 100, false);
    assert_true(holds(form, "Adobe"));
    struct image_pixels pixels = pixels_of(f, form);
    assert_true(is_near(&pixels, 5, 5, 255, 0, 0));
    image_pixels_free(&pixels);
}

static void a_png_loses_its_texts(void **state)
{
    struct fixture *f = *state;
    write_png(&f->file, 7, 5, 8, PNG_COLOR_TYPE_RGB, false, false);
    f->file.len -= 12; /* IEND */
    put_chunk(&f->file, "tEXt", "Author\0NAME", 11);
    put_chunk(&f->file, "eXIf", "MM\0*PLACE", 9);
    put_chunk(&f->file, "IEND", "", 0);
    for (int use = 0; use < 2; use++) {
        const struct image_form *form = prepare(f, (enum image_use)use, 100, 100, false);
        assert_int_equal(form->kind, IMAGE_PNG);
        assert_false(holds(form, "NAME") || holds(form, "PLACE"));
        assert_true(holds(form, "pHYs"));
        struct image_pixels pixels = pixels_of(f, form);
        assert_int_equal(pixels.rgb[0], sample(0, 0, 0));
        image_pixels_free(&pixels);
    }
}

/* --- Fewer pixels ----------------------------------------------------------------------------- */

/* What black and white send out together is half the light of white: 188 of sRGB. */
static void light_is_added_not_numbers(void **state)
{
    (void)state;
    uint8_t board[64 * 64];
    for (size_t i = 0; i < sizeof board; i++)
        board[i] = (i + i / 64) % 2 ? 255 : 0;
    struct image_pixels few, pixels = {64, 64, 1, board, NULL};
    image_resample(&pixels, 16, 16, &few);
    for (size_t i = 0; i < 256; i++)
        assert_in_range(few.rgb[i], 187, 189);
    image_pixels_free(&few);
}

static void flat_colours_stay_and_clear_ones_do_not_bleed(void **state)
{
    (void)state;
    static const uint32_t sizes[][2] = {{100, 70}, {99, 69}, {33, 21}, {1, 1}, {100, 1}};
    uint8_t rgb[100 * 70 * 3], alpha[100 * 70];
    for (size_t i = 0; i < sizeof alpha; i++) {
        bool clear = i % 100 < 50;
        memcpy(rgb + 3 * i, clear ? "\xff\xff\xff" : "\x10\x80\xf0", 3);
        alpha[i] = clear ? 0 : 255;
    }
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct image_pixels few, pixels = {100, 70, 3, rgb, alpha};
        image_resample(&pixels, sizes[i][0], sizes[i][1], &few);
        for (size_t at = 0; at < (size_t)few.width * few.height; at++)
            if (few.alpha[at] > 8) {
                assert_in_range(few.rgb[3 * at], 0x0f, 0x11);
                assert_in_range(few.rgb[3 * at + 2], 0xef, 0xf1);
            }
        image_pixels_free(&few);
    }
}

static void a_photograph_is_reduced_and_turned(void **state)
{
    struct fixture *f = *state;
    write_jpeg(&f->file, 640, 320, &(struct jpeg_options){.components = 3, .orientation = 6});
    const struct image_form *form = prepare(f, IMAGE_FOR_PRINT, 200, 400, false);
    assert_int_equal(form->kind, IMAGE_JPEG);
    assert_int_equal(form->orientation, 1);
    assert_int_equal(form->width, 150); /* three quarters */
    assert_int_equal(form->height, 300);
    assert_false(holds(form, "Exif"));
    struct image_pixels pixels = pixels_of(f, form);
    assert_true(is_near(&pixels, 145, 5, 255, 0, 0)); /* stored top left */
    assert_true(is_near(&pixels, 5, 5, 0, 0, 255));
    image_pixels_free(&pixels);
    form = prepare(f, IMAGE_FOR_PRINT, 200, 400, true);
    assert_int_equal(form->width, 640);
    assert_int_equal(form->orientation, 6);
    form = prepare(f, IMAGE_FOR_SCREEN, 200, 400, true);
    assert_int_equal(form->kind, IMAGE_PNG); /* upright, and no pixel changed */
    assert_int_equal(form->width, 320);
}

static void a_small_file_keeps_its_pixels(void **state)
{
    struct fixture *f = *state;
    write_jpeg(&f->file, 640, 320, &(struct jpeg_options){.components = 3});
    const struct image *image = open_bytes(f, &f->file);
    struct image_wish wish = {.use = IMAGE_FOR_PRINT, .width = 100, .height = 100};
    assert_false(image_plan(image, &wish).passes);
    wish.small = f->file.len - 1;
    assert_false(image_plan(image, &wish).passes);
    wish.small = f->file.len;
    assert_true(image_plan(image, &wish).passes);
}

static void inks_become_light(void **state)
{
    struct fixture *f = *state;
    write_jpeg(&f->file, 64, 48, &(struct jpeg_options){.components = 4});
    for (int use = 0; use < 2; use++) {
        const struct image_form *form = prepare(f, (enum image_use)use, 100, 100, false);
        assert_int_equal(form->kind, IMAGE_JPEG);
        assert_int_equal(form->channels, 3);
        assert_int_equal(form->width, 64);
        struct image_pixels pixels = pixels_of(f, form);
        assert_true(is_near(&pixels, 5, 5, 255, 0, 0));
        image_pixels_free(&pixels);
    }
}

/* A PNG of 60 by 60 pixels: noise, or black lines on white or on nothing. */
static void write_pattern(struct buf *file, bool noise, bool clear)
{
    uint8_t rgb[60 * 60 * 3], alpha[60 * 60];
    uint32_t seed = 1;
    for (size_t i = 0; i < sizeof alpha; i++) {
        bool line = i % 12 == 0;
        alpha[i] = line ? 255 : 0;
        for (size_t c = 0; c < 3; c++) {
            seed = seed * 1664525 + 1013904223;
            rgb[3 * i + c] = noise ? (uint8_t)(seed >> 24) : line ? 0 : 255;
        }
    }
    struct image_pixels pixels = {60, 60, 3, rgb, clear ? alpha : NULL};
    assert_true(image_write_png(&pixels, false, file));
}

static void drawings_stay_png(void **state)
{
    struct fixture *f = *state;
    write_pattern(&f->file, false, false);
    assert_int_equal(prepare(f, IMAGE_FOR_PRINT, 40, 40, false)->kind, IMAGE_PNG);
    assert_int_equal(f->form.width, 40);
    buf_clear(&f->file);
    write_pattern(&f->file, true, false);
    assert_int_equal(prepare(f, IMAGE_FOR_PRINT, 40, 40, false)->kind, IMAGE_JPEG);
    assert_int_equal(prepare(f, IMAGE_FOR_PRINT, 60, 60, false)->kind, IMAGE_PNG);
}

static void clear_ground_is_a_mask_on_paper_and_white_on_a_screen(void **state)
{
    struct fixture *f = *state;
    write_pattern(&f->file, false, true);
    for (uint32_t size = 40; size <= 60; size += 20) {
        assert_true(prepare(f, IMAGE_FOR_PRINT, size, size, false)->mask.len > 0);
        assert_false(open_bytes(f, &f->form.bytes)->has_alpha);
        assert_int_equal(prepare(f, IMAGE_FOR_SCREEN, size, size, false)->mask.len, 0);
        struct image_pixels pixels = pixels_of(f, &f->form);
        assert_null(pixels.alpha);
        assert_int_equal(pixels.rgb[(size_t)size / 10 * 3], 255);
        image_pixels_free(&pixels);
    }
}

/* What a PDF cannot hold as it is in the file. */
static void rows_for_a_pdf_are_plain(void **state)
{
    struct fixture *f = *state;
    static const struct {
        int depth, type;
        bool interlaced, clear;
    } kinds[] = {{8, PNG_COLOR_TYPE_RGB, true, false},
                 {16, PNG_COLOR_TYPE_RGB, false, false},
                 {2, PNG_COLOR_TYPE_PALETTE, false, false},
                 {2, PNG_COLOR_TYPE_PALETTE, false, true},
                 {8, PNG_COLOR_TYPE_GRAY_ALPHA, false, false}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        buf_clear(&f->file);
        write_png(&f->file, 12, 9, kinds[i].depth, kinds[i].type, kinds[i].interlaced,
                  kinds[i].clear);
        struct buf rows = {0};
        struct image_png_parts parts;
        prepare(f, IMAGE_FOR_PRINT, 100, 100, false);
        const struct image *image = open_bytes(f, &f->form.bytes);
        assert_true(image->plain_rows && !image->has_alpha);
        image_png_parts(buf_slice(&f->form.bytes), &rows, &parts);
        assert_true(rows.len > 0);
        assert_int_equal(parts.palette.len, i == 2 ? 12 : 0);
        assert_int_equal(parts.depth, i == 2 ? 2 : 8);
        buf_free(&rows);
    }
}

/* --- Colours ---------------------------------------------------------------------------------- */

/* A profile with the primaries of Adobe RGB (1998), or sRGB. */
static struct buf make_profile(bool wide)
{
    const cmsCIExyY white = {0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
    cmsToneCurve *gamma = cmsBuildGamma(NULL, 2.2), *curves[3] = {gamma, gamma, gamma};
    cmsHPROFILE profile =
        wide ? cmsCreateRGBProfile(&white, &primaries, curves) : cmsCreate_sRGBProfile();
    struct buf bytes = {0};
    cmsUInt32Number len = 0;
    cmsSetProfileVersion(profile, 4.2);
    assert_true(cmsSaveProfileToMem(profile, NULL, &len));
    char *saved = malloc(len);
    assert_true(cmsSaveProfileToMem(profile, saved, &len));
    buf_put(&bytes, saved, len);
    free(saved);
    cmsCloseProfile(profile);
    cmsFreeToneCurve(gamma);
    return bytes;
}

/* Full green of Adobe RGB is more than sRGB can show; its half-way colours are stronger there. */
static void colours_are_those_of_the_profile(void **state)
{
    struct fixture *f = *state;
    struct buf wide = make_profile(true);
    write_jpeg(&f->file, 200, 100,
               &(struct jpeg_options){.components = 3, .profile = buf_slice(&wide)});
    const struct image_form *form = prepare(f, IMAGE_FOR_PRINT, 200, 100, false);
    assert_int_equal(form->profile.len, wide.len);
    assert_memory_equal(form->profile.data, wide.data, wide.len);
    assert_true(holds(form, "ICC_PROFILE"));
    form = prepare(f, IMAGE_FOR_PRINT, 100, 100, false);
    assert_int_equal(form->profile.len, 0);
    assert_false(holds(form, "ICC_PROFILE"));
    struct image_pixels pixels = pixels_of(f, form);
    assert_true(is_near(&pixels, 5, 5, 255, 0, 0) && is_near(&pixels, 70, 5, 255, 255, 255));
    image_pixels_free(&pixels);
    buf_free(&wide);
}

static void a_profile_that_says_nothing_new_is_left_out(void **state)
{
    struct fixture *f = *state;
    struct buf own = make_profile(false);
    const struct slice profiles[] = {buf_slice(&own), SLICE_LIT("no profile at all")};
    for (size_t i = 0; i < 2; i++)
        for (int components = 1; components <= 3; components += 2) {
            buf_clear(&f->file);
            write_jpeg(&f->file, 40, 40,
                       &(struct jpeg_options){.components = components, .profile = profiles[i]});
            const struct image_form *form = prepare(f, IMAGE_FOR_SCREEN, 100, 100, false);
            assert_int_equal(form->profile.len, 0);
            assert_false(holds(form, "ICC_PROFILE"));
        }
    buf_free(&own);
}

static void a_png_with_a_profile_is_converted_for_print(void **state)
{
    struct fixture *f = *state;
    struct buf wide = make_profile(true), chunk = {0};
    const uint8_t green[3] = {100, 200, 100};
    struct image_pixels pixels = {1, 1, 3, (uint8_t *)(uintptr_t)green, NULL};
    uLongf len = compressBound((uLong)wide.len);
    Bytef *packed = malloc(len);
    assert_int_equal(compress(packed, &len, (const Bytef *)wide.data, (uLong)wide.len), Z_OK);
    buf_put(&chunk, "wide\0\0", 6);
    buf_put(&chunk, packed, len);
    free(packed);
    assert_true(image_write_png(&pixels, false, &f->file));
    struct buf rest = {0};
    buf_put(&rest, f->file.data + 33, f->file.len - 33); /* behind IHDR */
    f->file.len = 33;
    put_chunk(&f->file, "iCCP", chunk.data, chunk.len);
    buf_put(&f->file, rest.data, rest.len);
    assert_true(holds(prepare(f, IMAGE_FOR_SCREEN, 9, 9, false), "iCCP"));
    assert_false(holds(prepare(f, IMAGE_FOR_PRINT, 9, 9, false), "iCCP"));
    struct image_pixels print = pixels_of(f, &f->form);
    assert_true(print.rgb[0] < 30 && abs(print.rgb[1] - 202) < 4);
    image_pixels_free(&print);
    buf_free(&wide);
    buf_free(&chunk);
    buf_free(&rest);
}

/* --- The store -------------------------------------------------------------------------------- */

struct customer {
    struct image_store *store;
    const struct image *image;
    const struct image_form *form;
};

static const struct image_wish print = {IMAGE_FOR_PRINT, 200, 200, false, 0};

static void *ask(void *context)
{
    struct customer *c = context;
    struct diag_list diags = {0};
    c->form = image_store_get(c->store, c->image, &print, SPAN_NONE, &diags);
    return NULL;
}

static void a_picture_is_prepared_once(void **state)
{
    struct fixture *f = *state;
    struct image_store *store = image_store_new();
    write_jpeg(&f->file, 640, 320, &(struct jpeg_options){.components = 3});
    struct customer customers[8];
    pthread_t threads[8];
    for (int i = 0; i < 8; i++) {
        customers[i] = (struct customer){store, open_bytes(f, &f->file), NULL};
        assert_int_equal(pthread_create(&threads[i], NULL, ask, &customers[i]), 0);
    }
    for (int i = 0; i < 8; i++)
        pthread_join(threads[i], NULL);
    assert_non_null(customers[0].form);
    for (int i = 0; i < 8; i++) {
        assert_ptr_equal(customers[i].form, customers[0].form);
        image_store_release(store, customers[i].form);
    }
    ask(&customers[1]);
    assert_ptr_equal(customers[1].form, customers[0].form);
    image_store_release(store, customers[1].form);
    image_store_free(store);
}

/* A digest can be forged, and a picture must not be shown in the place of another leaflet's. */
static void equal_digests_are_no_equal_pictures(void **state)
{
    struct fixture *f = *state;
    struct image_store *store = image_store_new();
    struct buf other = {0};
    write_jpeg(&f->file, 640, 320, &(struct jpeg_options){.components = 3});
    write_jpeg(&other, 640, 320, &(struct jpeg_options){.components = 1});
    struct image forged = *open_bytes(f, &other);
    struct customer one = {store, open_bytes(f, &f->file), NULL}, two = {store, &forged, NULL};
    forged.digest = one.image->digest;
    ask(&one);
    ask(&two);
    assert_non_null(two.form);
    assert_ptr_not_equal(one.form, two.form);
    image_store_release(store, one.form);
    image_store_release(store, two.form);
    image_store_free(store);
    buf_free(&other);
}

/* Print and screen show the same picture in their own ways: what was decoded for one is lent to the
 * other, and neither changes it. */
static void decoded_pixels_are_shared(void **state)
{
    struct fixture *f = *state;
    struct image_store *store = image_store_new();
    struct diag_list diags = {0};
    const struct image_pixels *shown, *again;
    struct image_pixels alone;
    const char *reason;
    write_pattern(&f->file, false, true);
    const struct image *image = open_bytes(f, &f->file);
    const struct image_form *form = image_store_get(store, image, &print, SPAN_NONE, &diags);
    shown = image_store_show(store, image, 20, 20, &reason);
    again = image_store_show(store, image, 20, 20, &reason);
    assert_ptr_equal(shown, again);
    assert_int_equal(image_show(image, 20, 20, NULL, &alone, &reason), IMAGE_OK);
    assert_memory_equal(shown->rgb, alone.rgb, (size_t)20 * 20 * 3);
    image_pixels_free(&alone);
    image_store_release_pixels(store, shown);
    image_store_release_pixels(store, again);
    image_store_release(store, form);
    image_store_free(store);
}

static void a_broken_picture_is_told_to_each(void **state)
{
    struct fixture *f = *state;
    struct image_store *store = image_store_new();
    struct diag_list diags = {.arena = &f->arena};
    write_jpeg(&f->file, 200, 200, &(struct jpeg_options){.components = 3});
    f->file.len = f->file.len * 3 / 4;
    buf_put(&f->file, "\xff\xd9", 2);
    const struct image *image = open_bytes(f, &f->file);
    for (size_t i = 1; i <= 2; i++) {
        assert_null(image_store_get(store, image, &print, SPAN_NONE, &diags));
        assert_int_equal(diags.per_code[DIAG_CODE_IMAGE_BROKEN], i);
    }
    diag_free(&diags);
    image_store_free(store);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* More than e-readers take: of pixels, of bytes in a photograph's noise; and what is clear is white
 * also where no pixel may be changed, as black on nothing is not seen at night. */
static void a_screen_has_its_limits(void **state)
{
    struct fixture *f = *state;
    uint64_t random = 1;
    struct image_pixels noise = {.width = 1400, .height = 1300, .channels = 3};
    noise.rgb = mem_alloc((size_t)1400 * 1300 * 3);
    for (size_t i = 0; i < (size_t)1400 * 1300 * 3; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        noise.rgb[i] = (uint8_t)(random >> 56);
    }
    assert_true(image_write_png(&noise, false, &f->file));
    assert_true(f->file.len > IMAGE_SCREEN_BYTES);
    const struct image_form *form = prepare(f, IMAGE_FOR_SCREEN, 1600, 1600, true);
    assert_true(form->limited && form->kind == IMAGE_JPEG);
    assert_true(form->bytes.len <= IMAGE_SCREEN_BYTES);
    form = prepare(f, IMAGE_FOR_PRINT, 1600, 1600, true);
    assert_true(!form->limited && form->kind == IMAGE_PNG && form->width == 1400);
    image_pixels_free(&noise);
    buf_clear(&f->file);
    write_png(&f->file, 3000, 2000, 1, PNG_COLOR_TYPE_GRAY, false, false);
    form = prepare(f, IMAGE_FOR_SCREEN, 1600, 1600, true);
    assert_true(form->limited && form->width * form->height <= IMAGE_SCREEN_PIXELS);
    assert_in_range(form->width * 2, form->height * 3 - 3, form->height * 3 + 3);
    form = prepare(f, IMAGE_FOR_SCREEN, 1600, 1600, false);
    assert_true(!form->limited && form->width == 1600);
    buf_clear(&f->file);
    write_png(&f->file, 8, 8, 8, PNG_COLOR_TYPE_RGB_ALPHA, false, false);
    form = prepare(f, IMAGE_FOR_SCREEN, 1600, 1600, true);
    assert_false(open_bytes(f, &form->bytes)->has_alpha);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_jpeg_loses_only_what_is_private),
        TEST(an_adobe_marker_is_kept),
        TEST(a_png_loses_its_texts),
        TEST(light_is_added_not_numbers),
        TEST(flat_colours_stay_and_clear_ones_do_not_bleed),
        TEST(a_photograph_is_reduced_and_turned),
        TEST(a_small_file_keeps_its_pixels),
        TEST(inks_become_light),
        TEST(drawings_stay_png),
        TEST(clear_ground_is_a_mask_on_paper_and_white_on_a_screen),
        TEST(rows_for_a_pdf_are_plain),
        TEST(colours_are_those_of_the_profile),
        TEST(a_profile_that_says_nothing_new_is_left_out),
        TEST(a_png_with_a_profile_is_converted_for_print),
        TEST(a_picture_is_prepared_once),
        TEST(equal_digests_are_no_equal_pictures),
        TEST(decoded_pixels_are_shared),
        TEST(a_broken_picture_is_told_to_each),
        TEST(a_screen_has_its_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
