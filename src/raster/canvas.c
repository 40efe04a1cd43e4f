#include "raster/canvas.h"

#include <freetype/freetype.h>
#include <freetype/ftoutln.h>
#include <string.h>

#include "base/mem.h"
#include "image/png.h"

/* Steps from the ground to the colour at an edge. The eye sees no more at the size of a pixel, and
 * a page has so few colours that a palette holds them. */
#define EDGE_STEPS 15

#define MOST_POINTS 32767u /* FreeType numbers them in a short */

struct canvas {
    struct drawing drawing;     /* indices NULL: … */
    struct image_pixels pixels; /* … these are painted */
    bool coarse, overflows;
    FT_Library library;
    FT_Vector *points;
    char *tags;
    __typeof__(((FT_Outline *)NULL)->contours) ends;
    size_t point_cap, tag_cap, end_cap;
    uint32_t colour; /* that is painted at present … */
    int index;       /* … and its number */
};

struct canvas *canvas_new(uint32_t width, uint32_t height, enum canvas_colours colours)
{
    struct canvas *canvas = mem_calloc(1, sizeof *canvas);
    size_t count = (size_t)width * height;
    canvas->pixels = (struct image_pixels){.width = width, .height = height, .channels = 3};
    canvas->coarse = colours == CANVAS_COARSE;
    if (colours == CANVAS_FULL) {
        canvas->pixels.rgb = mem_alloc(count * 3);
        memset(canvas->pixels.rgb, 255, count * 3);
    } else {
        canvas->drawing.width = width;
        canvas->drawing.height = height;
        canvas->drawing.indices = mem_alloc(count + height);
        memset(canvas->drawing.indices, palette_find(&canvas->drawing.palette, 0xffffff), count);
    }
    if (FT_Init_FreeType(&canvas->library) != 0)
        mem_exhausted();
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    FT_Done_FreeType(canvas->library);
    image_pixels_free(&canvas->pixels);
    mem_free(canvas->drawing.indices);
    mem_free(canvas->points);
    mem_free(canvas->tags);
    mem_free(canvas->ends);
    mem_free(canvas);
}

bool canvas_overflows(const struct canvas *canvas)
{
    return canvas->overflows;
}

/* Equal for a colour on a ground and for the ground on the colour, whose edges so share their
 * steps. */
static uint32_t mix(uint32_t ground, uint32_t colour, unsigned part)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        unsigned a = ground >> shift & 255, b = colour >> shift & 255;
        mixed |= (a * (EDGE_STEPS - part) + b * part + EDGE_STEPS / 2) / EDGE_STEPS << shift;
    }
    return mixed;
}

static uint8_t number_of(struct canvas *canvas, uint32_t colour)
{
    int index = palette_find(&canvas->drawing.palette, colour);
    canvas->overflows = canvas->overflows || index < 0;
    return index < 0 ? 0 : (uint8_t)index;
}

static void put_indices(struct canvas *canvas, uint8_t *at, size_t count, unsigned part)
{
    const uint32_t *colours = canvas->drawing.palette.colours;
    if (part == EDGE_STEPS)
        memset(at, canvas->index, count);
    int ground = -1;
    for (size_t i = 0; part < EDGE_STEPS && i < count; i++) {
        bool same = at[i] == ground;
        ground = at[i];
        at[i] = same ? at[i - 1] : number_of(canvas, mix(colours[ground], canvas->colour, part));
    }
}

static void put_pixels(const struct canvas *canvas, uint8_t *at, size_t count, unsigned part)
{
    for (; count > 0; count--, at += 3) {
        uint32_t ground = (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
        uint32_t mixed = mix(ground, canvas->colour, part);
        for (int c = 0; c < 3; c++)
            at[c] = (uint8_t)(mixed >> (16 - 8 * c));
    }
}

/* Called with stretches of a row that are covered alike, inside the canvas. */
static void put_spans(int y, int count, const FT_Span *spans, void *context)
{
    struct canvas *canvas = context;
    size_t row = (size_t)y * canvas->pixels.width;
    for (int i = 0; i < count; i++) {
        unsigned part = (spans[i].coverage * EDGE_STEPS + 127u) / 255;
        size_t at = row + (size_t)spans[i].x;
        if (part == 0)
            continue;
        if (canvas->drawing.indices)
            put_indices(canvas, canvas->drawing.indices + at, spans[i].len, part);
        else
            put_pixels(canvas, canvas->pixels.rgb + at * 3, spans[i].len, part);
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
    canvas->colour = colour;
    canvas->index = canvas->drawing.indices ? number_of(canvas, colour) : 0;
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

/* The means of the colours that are alike in their upper four bits: what is flat stays as it is, or
 * nearly so. */
struct means {
    struct {
        uint32_t red, green, blue, count;
    } buckets[4096];
};

static unsigned bucket_of(uint32_t colour)
{
    return (colour >> 12 & 0xf00) | (colour >> 8 & 0xf0) | (colour >> 4 & 0xf);
}

static uint32_t colour_at(const struct image_pixels *pixels, size_t at)
{
    const uint8_t *from = pixels->rgb + at * (size_t)pixels->channels;
    return pixels->channels == 3 ? (uint32_t)from[0] << 16 | (uint32_t)from[1] << 8 | from[2]
                                 : from[0] * 0x10101u;
}

static struct means *find_means(const struct image_pixels *pixels)
{
    struct means *means = mem_calloc(1, sizeof *means);
    for (size_t i = 0; i < (size_t)pixels->width * pixels->height; i++) {
        uint32_t colour = colour_at(pixels, i);
        unsigned bucket = bucket_of(colour);
        means->buckets[bucket].red += colour >> 16;
        means->buckets[bucket].green += colour >> 8 & 255;
        means->buckets[bucket].blue += colour & 255;
        means->buckets[bucket].count++;
    }
    return means;
}

static uint32_t mean_of(const struct means *means, uint32_t colour)
{
    unsigned bucket = bucket_of(colour);
    uint32_t count = means->buckets[bucket].count;
    return (means->buckets[bucket].red + count / 2) / count << 16 |
           (means->buckets[bucket].green + count / 2) / count << 8 |
           (means->buckets[bucket].blue + count / 2) / count;
}

static void put_pixel(struct canvas *canvas, size_t at, uint32_t colour)
{
    if (canvas->drawing.indices) {
        canvas->drawing.indices[at] = number_of(canvas, colour);
        return;
    }
    for (int c = 0; c < 3; c++)
        canvas->pixels.rgb[at * 3 + (size_t)c] = (uint8_t)(colour >> (16 - 8 * c));
}

void canvas_put(struct canvas *canvas, const struct image_pixels *pixels, int64_t x, int64_t y)
{
    int64_t width = canvas->pixels.width, height = canvas->pixels.height;
    int64_t left = x < 0 ? 0 : x, right = x + pixels->width > width ? width : x + pixels->width;
    int64_t top = y < 0 ? 0 : y, bottom = y + pixels->height > height ? height : y + pixels->height;
    struct means *means = canvas->coarse ? find_means(pixels) : NULL;
    for (int64_t row = top; row < bottom && !canvas->overflows; row++)
        for (int64_t column = left; column < right; column++) {
            size_t from = (size_t)(row - y) * pixels->width + (size_t)(column - x);
            uint32_t colour = colour_at(pixels, from);
            put_pixel(canvas, (size_t)(row * width + column),
                      means ? mean_of(means, colour) : colour);
        }
    mem_free(means);
}

bool canvas_write(struct canvas *canvas, unsigned dpi, struct buf *png)
{
    if (!canvas->drawing.indices)
        return image_write_png(&canvas->pixels, png);
    image_write_drawing(&canvas->drawing, dpi, png);
    return true;
}
