#include "raster/surface.h"

#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "image/png.h"

/* How a colour of the palette was made: so many steps of the way from a colour to another. What is
 * painted over an edge then stays on the same way, and adds no colours: a cover of two colours and
 * their edges has 16. 0: it is no mixture. */
struct mixture {
    uint32_t from, to;
    unsigned steps;
};

struct surface {
    struct drawing drawing;     /* its rows NULL: … */
    struct image_pixels pixels; /* … these are painted */
    struct arena arena;         /* of the rows … */
    bool *shared;               /* … of which each of these may stand for others, too */
    struct mixture mixtures[PALETTE_MOST];
    bool coarse;
    uint32_t colour; /* that is painted with … */
    uint8_t index;   /* … its number, … */
    /* … and what has been found for a ground and a part of it: the number and 1, or 0 */
    uint16_t mixed[PALETTE_MOST][SURFACE_STEPS];
};

struct surface *surface_new(uint32_t width, uint32_t height, bool coarse)
{
    struct surface *surface = mem_calloc(1, sizeof *surface);
    struct drawing *drawing = &surface->drawing;
    surface->pixels = (struct image_pixels){.width = width, .height = height, .channels = 3};
    surface->coarse = coarse;
    drawing->width = width;
    drawing->height = height;
    drawing->rows = ARENA_ARRAY(&surface->arena, height, uint8_t *);
    surface->shared = ARENA_ARRAY(&surface->arena, height, bool);
    uint8_t *row = (uint8_t *)arena_bytes(&surface->arena, width);
    memset(row, palette_find(&drawing->palette, 0xffffff), width);
    for (uint32_t y = 0; y < height; y++) {
        drawing->rows[y] = row;
        surface->shared[y] = true;
    }
    return surface;
}

void surface_free(struct surface *surface)
{
    image_pixels_free(&surface->pixels);
    arena_free(&surface->arena);
    mem_free(surface);
}

uint32_t surface_width(const struct surface *surface)
{
    return surface->pixels.width;
}

uint32_t surface_height(const struct surface *surface)
{
    return surface->pixels.height;
}

/* A row that stands for no other. */
static uint8_t *own_row(struct surface *surface, uint32_t y)
{
    uint8_t **row = &surface->drawing.rows[y];
    if (surface->shared[y]) {
        struct slice before = {(const char *)*row, surface->drawing.width};
        *row = memcpy(arena_bytes(&surface->arena, before.len), before.ptr, before.len);
        surface->shared[y] = false;
    }
    return *row;
}

static uint8_t *pixel_at(const struct surface *surface, uint32_t x, uint32_t y)
{
    return surface->pixels.rgb + ((size_t)y * surface->pixels.width + x) * 3;
}

static void set_pixel(uint8_t *at, uint32_t colour)
{
    at[0] = (uint8_t)(colour >> 16);
    at[1] = (uint8_t)(colour >> 8);
    at[2] = (uint8_t)colour;
}

static void leave_palette(struct surface *surface)
{
    const struct drawing *drawing = &surface->drawing;
    surface->pixels.rgb = mem_alloc((size_t)drawing->width * drawing->height * 3);
    for (uint32_t y = 0; y < drawing->height; y++)
        for (uint32_t x = 0; x < drawing->width; x++)
            set_pixel(pixel_at(surface, x, y), drawing->palette.colours[drawing->rows[y][x]]);
    surface->drawing.rows = NULL;
    surface->shared = NULL;
    arena_free(&surface->arena);
}

void surface_take(struct surface *surface, uint32_t colour)
{
    if (!surface->drawing.rows) {
        surface->colour = colour;
        return;
    }
    if (colour != surface->colour)
        memset(surface->mixed, 0, (size_t)surface->drawing.palette.count * sizeof *surface->mixed);
    surface->colour = colour;
    int index = palette_find(&surface->drawing.palette, colour);
    if (index < 0)
        leave_palette(surface);
    else
        surface->index = (uint8_t)index;
}

/* Equal for a colour on a ground and for the ground on the colour, whose edges so share their
 * steps. */
static uint32_t mix(uint32_t ground, uint32_t colour, unsigned part)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        unsigned a = ground >> shift & 255, b = colour >> shift & 255;
        mixed |= (a * (SURFACE_STEPS - part) + b * part + SURFACE_STEPS / 2) / SURFACE_STEPS
                 << shift;
    }
    return mixed;
}

static unsigned part_of(unsigned whole, unsigned part)
{
    return (whole * part + SURFACE_STEPS / 2) / SURFACE_STEPS;
}

/* The number of the colour on a ground; -1: the palette is full. */
static int find_mixture(struct surface *surface, uint8_t ground, unsigned part)
{
    struct palette *palette = &surface->drawing.palette;
    struct mixture mixture = surface->mixtures[ground];
    if (mixture.steps > 0 && mixture.to == surface->colour)
        mixture.steps += part_of(SURFACE_STEPS - mixture.steps, part);
    else if (mixture.steps > 0 && mixture.from == surface->colour)
        mixture.steps -= part_of(mixture.steps, part);
    else
        mixture = (struct mixture){palette->colours[ground], surface->colour, part};
    int before = palette->count;
    int index = palette_find(palette, mix(mixture.from, mixture.to, mixture.steps));
    if (index == before)
        surface->mixtures[index] = mixture;
    return index;
}

static void paint_pixels(const struct surface *surface, uint8_t *at, size_t count, unsigned part)
{
    for (; count > 0; count--, at += 3) {
        uint32_t ground = (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
        set_pixel(at, mix(ground, surface->colour, part));
    }
}

/* The number and 1 of the colour on a ground; 0: the palette is full. Called once for each. */
static __attribute__((noinline)) uint16_t find_mixed(struct surface *surface, uint8_t ground,
                                                     unsigned part)
{
    return surface->mixed[ground][part] = (uint16_t)(find_mixture(surface, ground, part) + 1);
}

/* How many it could paint. */
static inline uint32_t paint_indices(struct surface *surface, uint8_t *at, uint32_t count,
                                     unsigned part)
{
    if (part == SURFACE_STEPS) {
        memset(at, surface->index, count);
        return count;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint16_t mixed = surface->mixed[at[i]][part];
        if (mixed == 0 && (mixed = find_mixed(surface, at[i], part)) == 0)
            return i;
        at[i] = (uint8_t)(mixed - 1);
    }
    return count;
}

/* What of the span the palette had no colours for. */
static __attribute__((noinline)) void paint_rest(struct surface *surface, uint32_t y,
                                                 struct surface_span span, uint32_t done)
{
    if (surface->drawing.rows)
        leave_palette(surface);
    paint_pixels(surface, pixel_at(surface, span.x + done, y), span.count - done, span.part);
}

/* Pixels of a row that is own, which lie inside. */
static inline void paint_span(struct surface *surface, uint32_t y, struct surface_span span)
{
    uint32_t done = 0;
    if (surface->drawing.rows)
        done = paint_indices(surface, surface->drawing.rows[y] + span.x, span.count, span.part);
    if (done < span.count)
        paint_rest(surface, y, span, done);
}

static void paint_row(struct surface *surface, uint32_t y, const struct surface_span *spans,
                      size_t count)
{
    if (surface->drawing.rows)
        own_row(surface, y);
    for (size_t i = 0; i < count; i++)
        if (spans[i].part > 0)
            paint_span(surface, y, spans[i]);
}

void surface_paint(struct surface *surface, uint32_t y, uint32_t end,
                   const struct surface_span *spans, size_t count)
{
    while (y < end) {
        uint32_t painted = y++;
        uint8_t **rows = surface->drawing.rows;
        const uint8_t *before = rows ? rows[painted] : NULL;
        paint_row(surface, painted, spans, count);
        rows = surface->drawing.rows;
        for (; rows && y < end && rows[y] == before; y++) {
            rows[y] = rows[painted];
            surface->shared[y] = surface->shared[painted] = true;
        }
    }
}

void surface_fill(struct surface *surface, const struct stencil *stencil, int32_t x, int32_t y)
{
    int64_t width = surface->pixels.width, height = surface->pixels.height, row = -1;
    const struct stretch *end = stencil->stretches + stencil->count;
    for (const struct stretch *at = stencil->stretches; at < end; at++) {
        int64_t to = (int64_t)y + at->y, left = (int64_t)x + at->x, right = left + at->count;
        left = left < 0 ? 0 : left;
        right = right > width ? width : right;
        if (to < 0 || to >= height || left >= right)
            continue;
        if (to != row && surface->drawing.rows)
            own_row(surface, (uint32_t)to);
        row = to;
        paint_span(surface, (uint32_t)to,
                   (struct surface_span){(uint32_t)left, (uint32_t)(right - left), at->part});
    }
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

/* The part of a picture that lies inside, and where. */
struct placed {
    const struct image_pixels *pixels;
    const struct means *means; /* NULL: its own colours */
    int64_t x, y, left, top, right, bottom;
};

static struct placed place(const struct surface *surface, const struct image_pixels *pixels,
                           int64_t x, int64_t y)
{
    int64_t width = surface->pixels.width, height = surface->pixels.height;
    int64_t right = x + pixels->width, bottom = y + pixels->height;
    return (struct placed){.pixels = pixels,
                           .x = x,
                           .y = y,
                           .left = x < 0 ? 0 : x,
                           .top = y < 0 ? 0 : y,
                           .right = right > width ? width : right,
                           .bottom = bottom > height ? height : bottom};
}

/* The colour of the picture at a pixel of the surface. */
static uint32_t colour_for(const struct placed *placed, int64_t x, int64_t y)
{
    size_t from = (size_t)(y - placed->y) * placed->pixels->width + (size_t)(x - placed->x);
    return colour_at(placed->pixels, from);
}

static void put_pixels(const struct surface *surface, const struct placed *placed)
{
    for (int64_t y = placed->top; y < placed->bottom; y++)
        for (int64_t x = placed->left; x < placed->right; x++)
            set_pixel(pixel_at(surface, (uint32_t)x, (uint32_t)y), colour_for(placed, x, y));
}

/* False: the palette is full. */
static bool put_indices(struct surface *surface, const struct placed *placed)
{
    uint32_t last = UINT32_MAX;
    int index = 0;
    for (int64_t y = placed->top; y < placed->bottom; y++) {
        uint8_t *row = own_row(surface, (uint32_t)y);
        for (int64_t x = placed->left; x < placed->right; x++) {
            uint32_t colour = colour_for(placed, x, y);
            if (colour != last)
                index = palette_find(&surface->drawing.palette,
                                     placed->means ? mean_of(placed->means, colour) : colour);
            if (index < 0)
                return false;
            last = colour;
            row[x] = (uint8_t)index;
        }
    }
    return true;
}

/* In coarse colours; false: even these are too many. */
static bool put_means(struct surface *surface, struct placed *placed)
{
    struct means *means = find_means(placed->pixels);
    placed->means = means;
    bool done = put_indices(surface, placed);
    placed->means = NULL;
    mem_free(means);
    return done;
}

void surface_put(struct surface *surface, const struct image_pixels *pixels, int64_t x, int64_t y)
{
    struct placed placed = place(surface, pixels, x, y);
    if (surface->drawing.rows) {
        const struct palette before = surface->drawing.palette;
        if (put_indices(surface, &placed))
            return;
        surface->drawing.palette = before;
        if (surface->coarse && put_means(surface, &placed))
            return;
        leave_palette(surface);
    }
    put_pixels(surface, &placed);
}

bool surface_write(const struct surface *surface, unsigned dpi, struct buf *png)
{
    if (!surface->drawing.rows)
        return image_write_png(&surface->pixels, false, png);
    image_write_drawing(&surface->drawing, dpi, png);
    return true;
}
