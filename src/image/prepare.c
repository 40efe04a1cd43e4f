#include "image/prepare.h"

#include <string.h>

#include "base/mem.h"
#include "image/image.h"
#include "image/jpeg.h"
#include "image/jpeg_markers.h"
#include "image/png.h"
#include "image/png_chunks.h"
#include "image/profile.h"
#include "image/resample.h"
#include "image/turn.h"

static bool is_too_large(const struct image *image, const struct image_wish *wish)
{
    return !wish->original && image->bytes.len > wish->small &&
           (image->width > wish->width || image->height > wish->height);
}

/* The largest size of the same shape within the wish. A photograph, which has no edges as sharp as
 * those of a drawing, shows all it has to show at three quarters of that, in little more than half
 * of the bytes: one that is encoded anew shall be worth it. */
static void fit(const struct image *image, const struct image_wish *wish, struct image_plan *plan)
{
    uint64_t width = image->width, height = image->height;
    uint64_t part = image->kind == IMAGE_JPEG ? 3 : 4;
    uint64_t most_width = wish->width * part / 4, most_height = wish->height * part / 4;
    if (width > most_width) {
        height = (height * most_width + width / 2) / width;
        width = most_width;
    }
    if (height > most_height) {
        width = (width * most_height + height / 2) / height;
        height = most_height;
    }
    plan->width = width > 0 ? (uint32_t)width : 1;
    plan->height = height > 0 ? (uint32_t)height : 1;
}

/* The largest size of the same shape within the pixels of a screen. */
static void limit(struct image_plan *plan)
{
    uint64_t width = plan->width, height = plan->height, side = 1;
    while ((side + 1) * (side + 1) * height <= IMAGE_SCREEN_PIXELS * width)
        side++;
    plan->height = (uint32_t)(side * height / width > 0 ? side * height / width : 1);
    plan->width = (uint32_t)side;
}

/* A PDF turns a JPEG, and holds rows without alpha in a colour space that it knows; a reader on a
 * screen shows any PNG, but at night black on nothing is not seen. */
static bool may_pass(const struct image *image, const struct image_wish *wish)
{
    bool print = wish->use == IMAGE_FOR_PRINT;
    switch (image->kind) {
    case IMAGE_JPEG: return print || image->orientation == 1;
    case IMAGE_PNG:
        return print ? image->plain_rows && !image->has_alpha && !image->has_profile
                     : !image->has_alpha;
    case IMAGE_WEBP:
    case IMAGE_GIF: break; /* read only: neither file may hold them */
    }
    return false;
}

struct image_plan image_plan(const struct image *image, const struct image_wish *wish)
{
    struct image_plan plan = {
        .width = image->width, .height = image->height, .original = wish->original};
    plan.opaque = image->has_alpha && wish->use == IMAGE_FOR_SCREEN;
    if (is_too_large(image, wish))
        fit(image, wish, &plan);
    else
        plan.passes = may_pass(image, wish);
    if (wish->use == IMAGE_FOR_PRINT)
        return plan;
    plan.most_bytes = IMAGE_SCREEN_BYTES;
    if ((uint64_t)plan.width * plan.height > IMAGE_SCREEN_PIXELS) {
        limit(&plan);
        plan.passes = 0;
    }
    return plan;
}

/* The profile stays where the colours are not those of sRGB. */
static void pass(const struct image *image, struct image_form *form)
{
    struct image_colours *colours = image_colours_open(image, &form->profile);
    bool differ = colours && image_colours_differ(colours);
    image_colours_close(colours);
    if (!differ)
        buf_free(&form->profile);
    form->kind = image->kind;
    form->width = image->raw_width;
    form->height = image->raw_height;
    form->orientation = image->orientation;
    form->channels = image->components;
    switch (image->kind) {
    case IMAGE_JPEG: image_jpeg_strip(image, differ, &form->bytes); break;
    case IMAGE_PNG: image_png_strip(image, differ, &form->bytes); break;
    case IMAGE_WEBP:
    case IMAGE_GIF: break;
    }
}

static bool is_clean(const struct image *image)
{
    switch (image->kind) {
    case IMAGE_JPEG: return image_jpeg_passes(image);
    case IMAGE_PNG: return image_png_passes(image);
    case IMAGE_WEBP:
    case IMAGE_GIF: break;
    }
    return false;
}

static void put_on_white(struct image_pixels *pixels)
{
    size_t count = (size_t)pixels->width * pixels->height, channels = (size_t)pixels->channels;
    uint8_t *at = pixels->rgb;
    for (size_t i = 0; i < count; i++, at += channels) {
        unsigned alpha = pixels->alpha[i];
        if (alpha == 0)
            memset(at, 255, channels);
        for (size_t c = 0; alpha > 0 && alpha < 255 && c < channels; c++)
            at[c] = (uint8_t)((at[c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
    mem_free(pixels->alpha);
    pixels->alpha = NULL;
}

/* Flat ground makes a drawing: in a photograph few pixels are equal to their neighbour. */
static bool is_drawing(const struct image_pixels *pixels)
{
    size_t count = (size_t)pixels->width * pixels->height, channels = (size_t)pixels->channels;
    size_t equal = 0;
    for (size_t i = 1; i < count; i++)
        equal +=
            memcmp(pixels->rgb + i * channels, pixels->rgb + (i - 1) * channels, channels) == 0;
    return equal >= count / 3;
}

/* Fewer pixels, upright. */
static void reduce(const struct image_plan *plan, int orientation, struct image_pixels *pixels)
{
    bool swap = orientation >= 5;
    uint32_t width = swap ? plan->height : plan->width, height = swap ? plan->width : plan->height;
    if (width < pixels->width || height < pixels->height) {
        struct image_pixels fewer;
        image_resample(pixels, width, height, &fewer);
        image_pixels_free(pixels);
        *pixels = fewer;
    }
    image_turn(pixels, orientation);
}

/* The colours of CMYK are those of sRGB once they are decoded. */
static void convert_colours(const struct image *image, struct image_pixels *pixels)
{
    struct buf profile = {0};
    struct image_colours *colours =
        image->components == 4 ? NULL : image_colours_open(image, &profile);
    if (colours && pixels->channels == image->components && image_colours_differ(colours))
        image_colours_convert(colours, pixels->rgb, (size_t)pixels->width * pixels->height,
                              pixels->rgb);
    image_colours_close(colours);
    buf_free(&profile);
}

static bool encode(const struct image_pixels *pixels, bool jpeg, struct image_form *form)
{
    bool drawing = !jpeg && is_drawing(pixels);
    form->kind = jpeg ? IMAGE_JPEG : IMAGE_PNG;
    form->width = pixels->width;
    form->height = pixels->height;
    form->orientation = 1;
    form->channels = pixels->channels;
    if (jpeg)
        return image_write_jpeg(pixels, &form->bytes);
    struct image_pixels mask = {pixels->width, pixels->height, 1, pixels->alpha, NULL};
    struct image_pixels colour = *pixels;
    colour.alpha = NULL;
    return image_write_png(&colour, drawing, &form->bytes) &&
           (!mask.rgb || image_write_png(&mask, drawing, &form->mask));
}

/* What was lossy, as are most WebP photographs, may lose a little more; what was not does so only
 * where pixels are taken away. */
static bool is_for_jpeg(const struct image *image, const struct image_plan *plan,
                        const struct image_pixels *pixels)
{
    if (plan->original || pixels->alpha)
        return false;
    switch (image->kind) {
    case IMAGE_JPEG: return true;
    case IMAGE_PNG:
    case IMAGE_GIF: return plan->width < image->width && !is_drawing(pixels);
    case IMAGE_WEBP: return !is_drawing(pixels);
    }
    return false;
}

static uint8_t *copy(const uint8_t *bytes, size_t count)
{
    return memcpy(mem_alloc(count), bytes, count);
}

/* The pixels to work on, which the caller frees. */
static enum image_error take(const struct image *image, const struct image_pixels *decoded,
                             struct image_pixels *out, const char **reason)
{
    if (!decoded)
        return image_decode_stored(image, out, reason);
    size_t count = (size_t)decoded->width * decoded->height;
    *out = *decoded;
    out->rgb = copy(decoded->rgb, count * (size_t)decoded->channels);
    out->alpha = decoded->alpha ? copy(decoded->alpha, count) : NULL;
    return IMAGE_OK;
}

enum image_error image_show(const struct image *image, uint32_t width, uint32_t height,
                            const struct image_pixels *decoded, struct image_pixels *out,
                            const char **reason)
{
    const struct image_plan plan = {.width = width < image->width ? width : image->width,
                                    .height = height < image->height ? height : image->height};
    enum image_error error = take(image, decoded, out, reason);
    if (error != IMAGE_OK)
        return error;
    if (out->alpha)
        put_on_white(out);
    reduce(&plan, image->orientation, out);
    convert_colours(image, out);
    return IMAGE_OK;
}

static bool is_over(const struct image_plan *plan, const struct image_form *form)
{
    return plan->most_bytes > 0 && form->bytes.len > plan->most_bytes;
}

/* First what was not lossy is, unless it is a drawing; then pixels are taken away. */
static bool encode_within(const struct image_plan *plan, bool jpeg, struct image_pixels *pixels,
                          struct image_form *form)
{
    bool done = encode(pixels, jpeg, form);
    while (done && is_over(plan, form) && pixels->width > 1 && pixels->height > 1) {
        const struct image_plan fewer = {.width = pixels->width * 3 / 4,
                                         .height = pixels->height * 3 / 4};
        if (jpeg || is_drawing(pixels))
            reduce(&fewer, 1, pixels);
        else
            jpeg = true;
        image_form_free(form);
        done = encode(pixels, jpeg, form);
        form->limited = true;
    }
    return done;
}

static enum image_error make(const struct image *image, const struct image_plan *plan,
                             const struct image_pixels *decoded, struct image_form *form,
                             const char **reason)
{
    struct image_pixels pixels;
    enum image_error error = take(image, decoded, &pixels, reason);
    if (error != IMAGE_OK)
        return error;
    if (pixels.alpha && plan->opaque)
        put_on_white(&pixels);
    bool jpeg = is_for_jpeg(image, plan, &pixels);
    reduce(plan, image->orientation, &pixels);
    convert_colours(image, &pixels);
    if (!encode_within(plan, jpeg, &pixels, form))
        error = image_refuse(IMAGE_DAMAGED, "the picture cannot be encoded", reason);
    form->limited = form->limited || (plan->original && plan->width < image->width);
    image_pixels_free(&pixels);
    return error;
}

enum image_error image_prepare(const struct image *image, const struct image_plan *plan,
                               const struct image_pixels *decoded, struct image_form *form,
                               const char **reason)
{
    enum image_error error = IMAGE_OK;
    *form = (struct image_form){0};
    if (plan->passes && is_clean(image))
        pass(image, form);
    if (form->bytes.len == 0 || is_over(plan, form)) {
        image_form_free(form);
        error = make(image, plan, decoded, form, reason);
    }
    if (error != IMAGE_OK)
        image_form_free(form);
    return error;
}

void image_form_free(struct image_form *form)
{
    buf_free(&form->bytes);
    buf_free(&form->mask);
    buf_free(&form->profile);
    *form = (struct image_form){0};
}
