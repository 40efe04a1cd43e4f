#include "picture.h"

#include "fuzz.h"
#include "image/image.h"
#include "image/prepare.h"

/* Larger ones are decoded in the same way, only longer. */
#define PIXELS_MOST (256u * 1024u)

static void decode(const struct image *image)
{
    struct image_pixels pixels;
    const char *reason = NULL;
    if (image_decode(image, &pixels, &reason) == IMAGE_OK) {
        FUZZ_HOLDS(pixels.width == image->width && pixels.height == image->height);
        FUZZ_HOLDS(pixels.channels == 1 || pixels.channels == 3);
        image_pixels_free(&pixels);
    } else {
        FUZZ_HOLDS(reason != NULL);
    }
}

/* A picture that was made anew is one that can be read. */
static void check_form(const struct image_form *form)
{
    struct arena arena = {0};
    const struct image *image;
    const char *reason;
    FUZZ_HOLDS(form->bytes.len > 0);
    FUZZ_HOLDS(image_open(buf_slice(&form->bytes), "form", &arena, &image, &reason) == IMAGE_OK);
    FUZZ_HOLDS(image->kind == form->kind);
    FUZZ_HOLDS(image->raw_width == form->width && image->raw_height == form->height);
    decode(image);
    arena_free(&arena);
}

static void prepare(const struct image *image, const struct image_wish *wish)
{
    struct image_form form;
    const char *reason = NULL;
    struct image_plan plan = image_plan(image, wish);
    if (image_prepare(image, &plan, NULL, &form, &reason) == IMAGE_OK) {
        check_form(&form);
        image_form_free(&form);
    } else {
        FUZZ_HOLDS(reason != NULL);
    }
}

void picture_run(struct slice bytes, enum image_kind kind)
{
    static const struct image_wish wishes[] = {
        {IMAGE_FOR_PRINT, 20000, 20000, false, 0},
        {IMAGE_FOR_PRINT, 7, 5, false, 0},
        {IMAGE_FOR_SCREEN, 20000, 20000, true, 0},
        {IMAGE_FOR_SCREEN, 9, 11, false, 0},
    };
    struct arena arena = {0};
    const struct image *image;
    const char *reason = NULL;
    if (image_open(bytes, "picture", &arena, &image, &reason) != IMAGE_OK) {
        FUZZ_HOLDS(image == NULL && reason != NULL);
    } else if (image->kind == kind && (uint64_t)image->width * image->height <= PIXELS_MOST) {
        decode(image);
        for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++)
            prepare(image, &wishes[i]);
    }
    arena_free(&arena);
}
