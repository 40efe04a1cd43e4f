/* Light, not the numbers of sRGB, is what adds up: halving black and white lines gives 188, not
 * 128. All is integer arithmetic, so that every machine gives the same bytes. */
#include "image/resample.h"

#include <string.h>

#include "base/mem.h"

#define LIGHT_MOST    32767
#define MOST_CHANNELS 4
#define WEIGHT_ONE    16384 /* of a filter: the sum of each output sample's weights */
#define WEIGHT_BITS   14
#define BLOCK         64 /* samples that are summed at once: compilers make vectors of them */

/* IEC 61966-2-1: the light of each sample of sRGB, in units of 1/LIGHT_MOST. */
static const int16_t light_of[256] = {
    0,     10,    20,    30,    40,    50,    60,    70,    80,    90,    99,    110,   120,
    132,   144,   157,   170,   184,   198,   213,   229,   246,   263,   281,   299,   319,
    338,   359,   380,   403,   425,   449,   473,   498,   524,   551,   578,   606,   635,
    665,   695,   727,   759,   792,   825,   860,   895,   931,   968,   1006,  1045,  1085,
    1125,  1167,  1209,  1252,  1296,  1341,  1386,  1433,  1481,  1529,  1578,  1629,  1680,
    1732,  1785,  1839,  1894,  1950,  2007,  2065,  2123,  2183,  2244,  2305,  2368,  2432,
    2496,  2562,  2629,  2696,  2765,  2834,  2905,  2977,  3049,  3123,  3198,  3273,  3350,
    3428,  3507,  3587,  3668,  3750,  3833,  3917,  4002,  4088,  4176,  4264,  4354,  4444,
    4536,  4629,  4723,  4818,  4914,  5011,  5109,  5209,  5309,  5411,  5514,  5618,  5723,
    5829,  5936,  6045,  6154,  6265,  6377,  6490,  6604,  6720,  6836,  6954,  7073,  7193,
    7315,  7437,  7561,  7686,  7812,  7939,  8067,  8197,  8328,  8460,  8593,  8728,  8863,
    9000,  9139,  9278,  9419,  9560,  9704,  9848,  9994,  10140, 10288, 10438, 10588, 10740,
    10893, 11048, 11204, 11360, 11519, 11678, 11839, 12001, 12164, 12329, 12495, 12662, 12831,
    13000, 13172, 13344, 13518, 13693, 13869, 14047, 14226, 14406, 14588, 14771, 14955, 15141,
    15328, 15516, 15706, 15897, 16089, 16283, 16478, 16675, 16872, 17071, 17272, 17474, 17677,
    17882, 18088, 18295, 18504, 18714, 18926, 19138, 19353, 19569, 19786, 20004, 20224, 20445,
    20668, 20892, 21118, 21345, 21573, 21803, 22034, 22267, 22501, 22736, 22973, 23211, 23451,
    23692, 23935, 24179, 24425, 24672, 24920, 25170, 25421, 25674, 25928, 26184, 26441, 26700,
    26960, 27222, 27485, 27749, 28016, 28283, 28552, 28823, 29095, 29368, 29643, 29920, 30197,
    30477, 30758, 31040, 31324, 31610, 31897, 32185, 32475, 32767,
};

/* The sample whose light is nearest, for each light. */
static void invert_light(uint8_t *sample_of)
{
    int from = 0;
    for (int sample = 0; sample < 256; sample++) {
        int last = sample < 255 ? (light_of[sample] + light_of[sample + 1]) / 2 : LIGHT_MOST;
        memset(sample_of + from, sample, (size_t)(last + 1 - from));
        from = last + 1;
    }
}

/* For each output sample, the input samples that it is made from. */
struct filter {
    uint32_t most;    /* input samples for one output sample */
    uint32_t *from;   /* the first of them … */
    uint32_t *end;    /* … and what is behind the last */
    int16_t *weights; /* `most` for each output sample */
};

/* The cubic of Catmull and Rom (Keys 1981, a = -1/2) at t/4096, in units of 1/2^37. */
static int64_t cubic(int64_t t)
{
    const int64_t one = 4096;
    if (t >= 2 * one)
        return 0;
    if (t < one)
        return 3 * t * t * t - 5 * t * t * one + 2 * one * one * one;
    return -t * t * t + 5 * t * t * one - 8 * t * one * one + 4 * one * one * one;
}

/* The weights of input samples from…end for output sample i, whose sum is WEIGHT_ONE: what rounding
 * takes from one the next one gets. */
static void weigh(int64_t i, int64_t in, int64_t out, int64_t from, int64_t end, int64_t *exact,
                  int16_t *weights)
{
    int64_t sum = 0, so_far = 0, given = 0;
    for (int64_t j = from; j < end; j++) {
        int64_t twice = (2 * j + 1) * out - (2 * i + 1) * in; /* the distance, times 2 * out */
        exact[j - from] = cubic((twice < 0 ? -twice : twice) * 4096 / (2 * in)) / 4096;
        sum += exact[j - from];
    }
    for (int64_t j = 0; j < end - from; j++) {
        so_far += exact[j];
        int64_t due = (so_far * WEIGHT_ONE + sum / 2) / sum;
        weights[j] = (int16_t)(due - given);
        given = due;
    }
}

/* Where in >= out: the cubic, as much wider as the input is finer. */
static struct filter filter_new(uint32_t in, uint32_t out)
{
    struct filter filter = {.most = 4 * (in / out + 1) + 2};
    filter.from = mem_resize(NULL, out, sizeof *filter.from);
    filter.end = mem_resize(NULL, out, sizeof *filter.end);
    filter.weights = mem_resize(NULL, (size_t)out * filter.most, sizeof *filter.weights);
    int64_t *exact = mem_resize(NULL, filter.most, sizeof *exact);
    for (int64_t i = 0; i < out; i++) {
        /* |2j + 1 - (2i + 1) * in / out| < 4 * in / out */
        int64_t low = (2 * i - 3) * in / out / 2, high = ((2 * i + 5) * in / out + 1) / 2;
        int64_t from = low < 0 ? 0 : low, end = high > in ? in : high;
        filter.from[i] = (uint32_t)from;
        filter.end[i] = (uint32_t)end;
        weigh(i, in, out, from, end, exact, filter.weights + (size_t)i * filter.most);
    }
    mem_free(exact);
    return filter;
}

static void filter_free(struct filter *filter)
{
    mem_free(filter->from);
    mem_free(filter->end);
    mem_free(filter->weights);
}

/* First down, for the whole width, then across. */
struct resampler {
    const struct image_pixels *from;
    struct image_pixels *to;
    struct filter across, down;
    size_t channels;     /* with alpha */
    size_t row;          /* samples of an input row, filled up to whole blocks */
    int16_t *ring;       /* down.most input rows as light */
    const int16_t **few; /* those of them that an output row is made from, from the top */
    int16_t *light;      /* what becomes of them */
    uint8_t *sample_of;  /* see invert_light */
};

static int16_t to_light(int32_t sum)
{
    int32_t light = (sum + WEIGHT_ONE / 2) >> WEIGHT_BITS;
    return (int16_t)(light < 0 ? 0 : light > LIGHT_MOST ? LIGHT_MOST : light);
}

/* Colours count as much as their pixel is opaque; half of that, so that what the filter gives
 * beyond full alpha is not cut off. */
static void read_light(const struct image_pixels *from, uint32_t y, int16_t *light)
{
    size_t width = from->width, channels = (size_t)from->channels;
    const uint8_t *colour = from->rgb + y * width * channels;
    if (!from->alpha) {
        for (size_t i = 0; i < width * channels; i++)
            light[i] = light_of[colour[i]];
        return;
    }
    const uint8_t *alpha = from->alpha + y * width;
    for (size_t x = 0; x < width; x++, alpha++) {
        for (size_t c = 0; c < channels; c++)
            *light++ = (int16_t)((light_of[*colour++] * *alpha + 255) / 510);
        *light++ = (int16_t)((LIGHT_MOST * *alpha + 255) / 510);
    }
}

/* The weighted sum of `count` rows, a block at a time: its sums stay in registers. */
static void add_rows(const struct resampler *r, const int16_t *weights, size_t count)
{
    for (size_t i = 0; i < r->row; i += BLOCK) {
        int32_t sums[BLOCK] = {0};
        for (size_t row = 0; row < count; row++) {
            const int16_t *light = r->few[row] + i;
            int16_t weight = weights[row];
            for (size_t j = 0; j < BLOCK; j++)
                sums[j] += (int32_t)light[j] * (int32_t)weight;
        }
        int16_t *out = r->light + i;
        for (size_t j = 0; j < BLOCK; j++)
            out[j] = to_light(sums[j]);
    }
}

/* Channels of light, the last of them alpha where there is one, to a pixel. */
static void write_pixel(const struct image_pixels *to, const uint8_t *sample_of,
                        const int32_t *light, size_t at)
{
    size_t channels = (size_t)to->channels;
    uint8_t *rgb = to->rgb + at * channels;
    if (!to->alpha) {
        for (size_t c = 0; c < channels; c++)
            rgb[c] = sample_of[light[c]];
        return;
    }
    int32_t alpha = light[channels]; /* half, as are the colours */
    to->alpha[at] =
        (uint8_t)(alpha * 2 < LIGHT_MOST ? (alpha * 510 + LIGHT_MOST / 2) / LIGHT_MOST : 255);
    for (size_t c = 0; c < channels; c++)
        rgb[c] = light[c] < alpha ? sample_of[light[c] * LIGHT_MOST / alpha] : alpha > 0 ? 255 : 0;
}

/* The row of light across, as pixels. Four channels are summed, however many there are: what is
 * read behind the last one of a pixel is not written. */
static void put_row(const struct resampler *r, uint32_t y)
{
    size_t at = (size_t)y * r->to->width;
    for (uint32_t x = 0; x < r->to->width; x++, at++) {
        const int16_t *weights = r->across.weights + (size_t)x * r->across.most;
        const int16_t *light = r->light + r->across.from[x] * r->channels;
        uint32_t count = r->across.end[x] - r->across.from[x];
        int32_t a = 0, b = 0, c = 0, d = 0;
        for (uint32_t i = 0; i < count; i++, light += r->channels) {
            a += light[0] * weights[i];
            b += light[1] * weights[i];
            c += light[2] * weights[i];
            d += light[3] * weights[i];
        }
        const int32_t pixel[MOST_CHANNELS] = {to_light(a), to_light(b), to_light(c), to_light(d)};
        write_pixel(r->to, r->sample_of, pixel, at);
    }
}

static void run(struct resampler *r)
{
    uint32_t known = 0; /* input rows in the ring, or gone from it */
    for (uint32_t y = 0; y < r->to->height; y++) {
        uint32_t from = r->down.from[y], end = r->down.end[y];
        for (; known < end; known++)
            read_light(r->from, known, r->ring + known % r->down.most * r->row);
        for (uint32_t i = from; i < end; i++)
            r->few[i - from] = r->ring + i % r->down.most * r->row;
        add_rows(r, r->down.weights + (size_t)y * r->down.most, end - from);
        put_row(r, y);
    }
}

static void pixels_new(const struct image_pixels *like, uint32_t width, uint32_t height,
                       struct image_pixels *to)
{
    size_t count = (size_t)width * height;
    *to = (struct image_pixels){.width = width, .height = height, .channels = like->channels};
    to->rgb = mem_alloc(count * (size_t)like->channels);
    to->alpha = like->alpha ? mem_alloc(count) : NULL;
}

void image_resample(const struct image_pixels *from, uint32_t width, uint32_t height,
                    struct image_pixels *to)
{
    struct resampler r = {.from = from, .to = to};
    pixels_new(from, width, height, to);
    r.across = filter_new(from->width, width);
    r.down = filter_new(from->height, height);
    r.channels = (size_t)from->channels + (from->alpha ? 1 : 0);
    r.row = (from->width * r.channels + MOST_CHANNELS + BLOCK - 1) / BLOCK * BLOCK;
    r.ring = mem_calloc(r.row * r.down.most, sizeof *r.ring);
    r.few = mem_resize(NULL, r.down.most, sizeof *r.few);
    r.light = mem_resize(NULL, r.row, sizeof *r.light);
    r.sample_of = mem_alloc(LIGHT_MOST + 1);
    invert_light(r.sample_of);
    run(&r);
    filter_free(&r.across);
    filter_free(&r.down);
    mem_free(r.ring);
    mem_free(r.few);
    mem_free(r.light);
    mem_free(r.sample_of);
}
