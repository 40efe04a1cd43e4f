#include "image/png.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "base/mem.h"

/* Half the time of level 6 with all filters, for a few percent more bytes. */
#define LEVEL 4

/* All that a decoding or encoding owns, outside the frames that longjmp leaves. */
struct png_job {
    png_structp png;
    png_infop info;
    struct slice bytes; /* what is left to read */
    struct buf *out;
    struct image_pixels *pixels;
    bool warned, drawing;
    uint8_t *samples; /* with alpha: a row, or an interlaced picture as a whole */
    uint8_t *rows;    /* where the first row is read to */
    size_t row_step;  /* from each to the next */
};

static void on_error(png_structp png, png_const_charp message)
{
    (void)message;
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    struct png_job *job = png_get_error_ptr(png);
    (void)message;
    job->warned = true;
}

static png_voidp on_malloc(png_structp png, png_alloc_size_t size)
{
    (void)png;
    return mem_alloc(size);
}

static void on_free(png_structp png, png_voidp block)
{
    (void)png;
    mem_free(block);
}

static void on_read(png_structp png, png_bytep to, png_size_t len)
{
    struct png_job *job = png_get_io_ptr(png);
    if (len > job->bytes.len)
        png_error(png, "end of file");
    memcpy(to, job->bytes.ptr, len);
    job->bytes = slice_from_position(job->bytes, len);
}

static void on_write(png_structp png, png_bytep from, png_size_t len)
{
    struct png_job *job = png_get_io_ptr(png);
    buf_put(job->out, from, len);
}

static void on_flush(png_structp png)
{
    (void)png;
}

/* Ancillary chunks that may expand or mislead are passed over; 8-bit samples, no palette. */
static void ask_for_samples(png_structp png, png_infop info)
{
    static const png_byte passed_over[] = "iCCP\0zTXt\0iTXt\0tEXt\0eXIf\0gAMA\0cHRM\0sRGB\0sPLT\0";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, passed_over,
                                (int)(sizeof passed_over / 5));
    png_set_user_limits(png, IMAGE_MAX_SIDE, IMAGE_MAX_SIDE);
    png_read_info(png, info);
    png_set_expand(png);
    png_set_scale_16(png);
}

static void split_row(const uint8_t *samples, struct image_pixels *pixels, size_t row)
{
    size_t width = pixels->width, channels = (size_t)pixels->channels;
    uint8_t *rgb = pixels->rgb + row * width * channels, *alpha = pixels->alpha + row * width;
    for (size_t x = 0; x < width; x++) {
        memcpy(rgb, samples, channels);
        rgb += channels;
        samples += channels;
        *alpha++ = *samples++;
    }
}

static void prepare_pixels(struct png_job *job, size_t row_bytes, int passes)
{
    struct image_pixels *pixels = job->pixels;
    size_t width = pixels->width, height = pixels->height;
    uint8_t channels = png_get_channels(job->png, job->info);
    bool alpha = channels == 2 || channels == 4;
    pixels->channels = channels >= 3 ? 3 : 1;
    pixels->rgb = mem_alloc(width * height * (size_t)pixels->channels);
    if (alpha) {
        pixels->alpha = mem_alloc(width * height);
        job->samples = mem_alloc(passes > 1 ? row_bytes * height : row_bytes);
    }
    job->rows = alpha ? job->samples : pixels->rgb;
    job->row_step = alpha && passes == 1 ? 0 : row_bytes;
}

static bool read_pixels(struct png_job *job)
{
    if (setjmp(png_jmpbuf(job->png)))
        return false;
    png_set_read_fn(job->png, job, on_read);
    ask_for_samples(job->png, job->info);
    int passes = png_set_interlace_handling(job->png);
    png_read_update_info(job->png, job->info);
    struct image_pixels *pixels = job->pixels;
    uint32_t height = pixels->height;
    /* The header was read twice, by image_open and by libpng: they must agree. */
    size_t row_bytes = png_get_rowbytes(job->png, job->info);
    if (png_get_image_width(job->png, job->info) != pixels->width ||
        png_get_image_height(job->png, job->info) != height ||
        row_bytes != (size_t)pixels->width * png_get_channels(job->png, job->info))
        return false;
    prepare_pixels(job, row_bytes, passes);
    for (int pass = 0; pass < passes; pass++) {
        for (uint32_t y = 0; y < height; y++) {
            uint8_t *row = job->rows + y * job->row_step;
            png_read_row(job->png, row, NULL);
            if (pixels->alpha && pass == passes - 1)
                split_row(row, pixels, y);
        }
    }
    png_read_end(job->png, NULL);
    return true;
}

/* Does the work with libpng's struct, just made; false: one of the two has failed. */
static bool run(struct png_job *job, bool (*work)(struct png_job *job))
{
    if (job->png)
        job->info = png_create_info_struct(job->png);
    return job->info && work(job);
}

static bool decode(const struct image *image, struct image_pixels *out, bool *warned)
{
    struct png_job job = {.bytes = image->bytes, .pixels = out};
    out->width = image->raw_width;
    out->height = image->raw_height;
    job.png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, &job, on_error, on_warning, NULL,
                                       on_malloc, on_free);
    bool done = run(&job, read_pixels);
    png_destroy_read_struct(&job.png, &job.info, NULL);
    mem_free(job.samples);
    *warned = job.warned;
    return done;
}

bool image_png_decode(const struct image *image, struct image_pixels *out)
{
    bool warned;
    return decode(image, out, &warned);
}

bool image_png_passes(const struct image *image)
{
    struct image_pixels pixels = {0};
    bool warned, done = decode(image, &pixels, &warned);
    image_pixels_free(&pixels);
    return done && !warned;
}

static void join_row(const struct image_pixels *pixels, size_t row, uint8_t *samples)
{
    size_t width = pixels->width, channels = (size_t)pixels->channels;
    const uint8_t *rgb = pixels->rgb + row * width * channels;
    for (size_t x = 0; x < width; x++) {
        memcpy(samples, rgb, channels);
        rgb += channels;
        samples += channels;
        *samples++ = pixels->alpha[row * width + x];
    }
}

static bool write_pixels(struct png_job *job)
{
    const struct image_pixels *pixels = job->pixels;
    if (setjmp(png_jmpbuf(job->png)))
        return false;
    png_set_write_fn(job->png, job, on_write, on_flush);
    int type = (pixels->channels == 3 ? PNG_COLOR_MASK_COLOR : 0) |
               (pixels->alpha ? PNG_COLOR_MASK_ALPHA : 0);
    png_set_IHDR(job->png, job->info, pixels->width, pixels->height, 8, type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(job->png, LEVEL);
    png_set_filter(job->png, PNG_FILTER_TYPE_BASE,
                   job->drawing ? PNG_FILTER_NONE : PNG_FILTER_SUB | PNG_FILTER_UP);
    png_write_info(job->png, job->info);
    size_t row_bytes = (size_t)pixels->width * (size_t)pixels->channels;
    for (size_t y = 0; y < pixels->height; y++) {
        if (pixels->alpha)
            join_row(pixels, y, job->samples);
        png_write_row(job->png, pixels->alpha ? job->samples : pixels->rgb + y * row_bytes);
    }
    png_write_end(job->png, NULL);
    return true;
}

bool image_write_png(const struct image_pixels *pixels, bool drawing, struct buf *out)
{
    struct image_pixels copy = *pixels;
    struct png_job job = {.out = out, .pixels = &copy, .drawing = drawing};
    job.samples = mem_alloc((size_t)pixels->width * 4);
    job.png = png_create_write_struct_2(PNG_LIBPNG_VER_STRING, &job, on_error, on_warning, NULL,
                                        on_malloc, on_free);
    bool done = run(&job, write_pixels);
    png_destroy_write_struct(&job.png, &job.info);
    mem_free(job.samples);
    return done;
}
