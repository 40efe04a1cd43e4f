#include "raster/surface.h"

#include <string.h>

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
    struct drawing drawing;     /* indices NULL: … */
    struct image_pixels pixels; /* … these are painted */
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
    size_t count = (size_t)width * height;
    surface->pixels = (struct image_pixels){.width = width, .height = height, .channels = 3};
    surface->coarse = coarse;
    surface->drawing.width = width;
    surface->drawing.height = height;
    surface->drawing.indices = mem_alloc(count);
    memset(surface->drawing.indices, palette_find(&surface->drawing.palette, 0xffffff), count);
    return surface;
}

void surface_free(struct surface *surface)
{
    image_pixels_free(&surface->pixels);
    mem_free(surface->drawing.indices);
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

static void set_pixel(uint8_t *at, uint32_t colour)
{
    at[0] = (uint8_t)(colour >> 16);
    at[1] = (uint8_t)(colour >> 8);
    at[2] = (uint8_t)colour;
}

static void leave_palette(struct surface *surface)
{
    size_t count = (size_t)surface->pixels.width * surface->pixels.height;
    surface->pixels.rgb = mem_alloc(count * 3);
    for (size_t i = 0; i < count; i++)
        set_pixel(surface->pixels.rgb + i * 3,
                  surface->drawing.palette.colours[surface->drawing.indices[i]]);
    mem_free(surface->drawing.indices);
    surface->drawing.indices = NULL;
}

void surface_take(struct surface *surface, uint32_t colour)
{
    if (!surface->drawing.indices) {
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

/* The same, from memory if it has been asked before. */
static int mix_index(struct surface *surface, uint8_t ground, unsigned part)
{
    uint16_t *known = &surface->mixed[ground][part];
    if (*known == 0)
        *known = (uint16_t)(find_mixture(surface, ground, part) + 1);
    return *known - 1;
}

static void paint_pixels(const struct surface *surface, uint8_t *at, size_t count, unsigned part)
{
    for (; count > 0; count--, at += 3) {
        uint32_t ground = (uint32_t)at[0] << 16 | (uint32_t)at[1] << 8 | at[2];
        set_pixel(at, mix(ground, surface->colour, part));
    }
}

/* How many it could paint. */
static size_t paint_indices(struct surface *surface, uint8_t *at, size_t count, unsigned part)
{
    int ground = -1, mixed = 0;
    if (part == SURFACE_STEPS) {
        memset(at, surface->index, count);
        return count;
    }
    for (size_t i = 0; i < count; i++) {
        if (at[i] != ground) {
            ground = at[i];
            mixed = mix_index(surface, at[i], part);
        }
        if (mixed < 0)
            return i;
        at[i] = (uint8_t)mixed;
    }
    return count;
}

void surface_paint(struct surface *surface, uint32_t x, uint32_t y, size_t count, unsigned part)
{
    size_t at = (size_t)y * surface->pixels.width + x, done = 0;
    if (part == 0)
        return;
    if (surface->drawing.indices) {
        done = paint_indices(surface, surface->drawing.indices + at, count, part);
        if (done < count)
            leave_palette(surface);
    }
    if (done < count)
        paint_pixels(surface, surface->pixels.rgb + (at + done) * 3, count - done, part);
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

/* False: the palette is full. */
static bool put_pixel(struct surface *surface, size_t at, uint32_t colour)
{
    if (!surface->drawing.indices) {
        set_pixel(surface->pixels.rgb + at * 3, colour);
        return true;
    }
    int index = palette_find(&surface->drawing.palette, colour);
    surface->drawing.indices[at] = (uint8_t)(index < 0 ? 0 : index);
    return index >= 0;
}

static bool put_placed(struct surface *surface, const struct placed *placed)
{
    for (int64_t row = placed->top; row < placed->bottom; row++)
        for (int64_t column = placed->left; column < placed->right; column++) {
            size_t from =
                (size_t)(row - placed->y) * placed->pixels->width + (size_t)(column - placed->x);
            uint32_t colour = colour_at(placed->pixels, from);
            if (!put_pixel(surface, (size_t)(row * surface->pixels.width + column),
                           placed->means ? mean_of(placed->means, colour) : colour))
                return false;
        }
    return true;
}

/* In coarse colours; false: even these are too many. */
static bool put_means(struct surface *surface, struct placed *placed)
{
    struct means *means = find_means(placed->pixels);
    placed->means = means;
    bool done = put_placed(surface, placed);
    placed->means = NULL;
    mem_free(means);
    return done;
}

void surface_put(struct surface *surface, const struct image_pixels *pixels, int64_t x, int64_t y)
{
    struct placed placed = place(surface, pixels, x, y);
    const struct palette before = surface->drawing.palette;
    if (put_placed(surface, &placed))
        return;
    surface->drawing.palette = before;
    if (surface->coarse && put_means(surface, &placed))
        return;
    leave_palette(surface);
    put_placed(surface, &placed);
}

bool surface_write(const struct surface *surface, unsigned dpi, struct buf *png)
{
    if (!surface->drawing.indices)
        return image_write_png(&surface->pixels, false, png);
    image_write_drawing(&surface->drawing, dpi, png);
    return true;
}
