#include "raster/canvas.h"

#include <freetype/freetype.h>
#include <freetype/ftoutln.h>
#include <string.h>

#include "base/mem.h"

/* Steps from the ground to the colour at an edge. The eye sees no more at the size of a pixel, and
 * a page has so few colours that a palette holds them. */
#define EDGE_STEPS 15

#define MOST_POINTS 32767u /* FreeType numbers them in a short */

struct canvas {
    struct image_pixels pixels;
    FT_Library library;
    FT_Vector *points;
    char *tags;
    __typeof__(((FT_Outline *)NULL)->contours) ends;
    size_t point_cap, tag_cap, end_cap;
    uint8_t colour[3];
};

struct canvas *canvas_new(uint32_t width, uint32_t height)
{
    struct canvas *canvas = mem_calloc(1, sizeof *canvas);
    size_t bytes = (size_t)width * height * 3;
    canvas->pixels = (struct image_pixels){width, height, 3, mem_alloc(bytes), NULL};
    memset(canvas->pixels.rgb, 255, bytes);
    if (FT_Init_FreeType(&canvas->library) != 0)
        mem_exhausted();
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    FT_Done_FreeType(canvas->library);
    image_pixels_free(&canvas->pixels);
    mem_free(canvas->points);
    mem_free(canvas->tags);
    mem_free(canvas->ends);
    mem_free(canvas);
}

const struct image_pixels *canvas_pixels(const struct canvas *canvas)
{
    return &canvas->pixels;
}

/* Equal for a colour on a ground and for the ground on the colour, whose edges so share their
 * steps. */
static uint8_t mix(unsigned ground, unsigned colour, unsigned part)
{
    return (uint8_t)((ground * (EDGE_STEPS - part) + colour * part + EDGE_STEPS / 2) / EDGE_STEPS);
}

static void blend(uint8_t *at, const uint8_t *colour, size_t count, unsigned part)
{
    for (; count > 0; count--, at += 3)
        for (int c = 0; c < 3; c++)
            at[c] = mix(at[c], colour[c], part);
}

static void copy(uint8_t *at, const uint8_t *colour, size_t count)
{
    for (; count > 0; count--, at += 3)
        memcpy(at, colour, 3);
}

/* Called with stretches of a row that are covered alike, inside the canvas. */
static void put_spans(int y, int count, const FT_Span *spans, void *context)
{
    const struct canvas *canvas = context;
    uint8_t *row = canvas->pixels.rgb + (size_t)y * canvas->pixels.width * 3;
    for (int i = 0; i < count; i++) {
        unsigned part = (spans[i].coverage * EDGE_STEPS + 127u) / 255;
        uint8_t *at = row + (size_t)spans[i].x * 3;
        if (part == EDGE_STEPS)
            copy(at, canvas->colour, spans[i].len);
        else if (part > 0)
            blend(at, canvas->colour, spans[i].len, part);
    }
}

static void take_points(struct canvas *canvas, const struct path *path)
{
    static const char tags[] = {[FONT_POINT_ON] = FT_CURVE_TAG_ON,
                                [FONT_POINT_QUADRATIC] = FT_CURVE_TAG_CONIC,
                                [FONT_POINT_CUBIC] = FT_CURVE_TAG_CUBIC};
    MEM_RESERVE(canvas->points, canvas->point_cap, path->point_count);
    MEM_RESERVE(canvas->tags, canvas->tag_cap, path->point_count);
    MEM_RESERVE(canvas->ends, canvas->end_cap, path->end_count);
    for (size_t i = 0; i < path->point_count; i++) {
        canvas->points[i] = (FT_Vector){path->points[i].x, path->points[i].y};
        canvas->tags[i] = tags[path->points[i].kind];
    }
    for (size_t i = 0; i < path->end_count; i++)
        canvas->ends[i] = (__typeof__(*canvas->ends))(path->ends[i] - 1);
}

bool canvas_fill(struct canvas *canvas, const struct path *path, uint32_t colour)
{
    if (path->point_count > MOST_POINTS)
        return false;
    if (path->end_count == 0)
        return true;
    take_points(canvas, path);
    for (int i = 0; i < 3; i++)
        canvas->colour[i] = (uint8_t)(colour >> (16 - 8 * i));
    FT_Outline outline = {.points = canvas->points, .tags = canvas->tags, .contours = canvas->ends};
    outline.n_points = (__typeof__(outline.n_points))path->point_count;
    outline.n_contours = (__typeof__(outline.n_contours))path->end_count;
    FT_Raster_Params params = {
        .flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP,
        .gray_spans = put_spans,
        .user = canvas,
        .clip_box = {0, 0, (FT_Pos)canvas->pixels.width, (FT_Pos)canvas->pixels.height},
    };
    return FT_Outline_Render(canvas->library, &outline, &params) == 0;
}

void canvas_put(struct canvas *canvas, const struct image_pixels *pixels, int64_t x, int64_t y)
{
    int64_t width = canvas->pixels.width, height = canvas->pixels.height;
    int64_t left = x < 0 ? 0 : x, right = x + pixels->width > width ? width : x + pixels->width;
    int64_t top = y < 0 ? 0 : y, bottom = y + pixels->height > height ? height : y + pixels->height;
    size_t channels = (size_t)pixels->channels;
    for (int64_t row = top; row < bottom; row++) {
        const uint8_t *from =
            pixels->rgb + ((size_t)(row - y) * pixels->width + (size_t)(left - x)) * channels;
        uint8_t *at = canvas->pixels.rgb + (size_t)(row * width + left) * 3;
        for (int64_t column = left; column < right; column++, from += channels, at += 3)
            for (size_t c = 0; c < 3; c++)
                at[c] = from[channels == 3 ? c : 0];
    }
}
