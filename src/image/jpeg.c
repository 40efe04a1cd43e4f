#include "image/jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "base/library.h"
#include "base/mem.h"
#include "image/profile.h"
#include "libraries.inc"

/* jpeg_create_decompress and jpeg_create_compress are macros. */
#define CALLS(X)                                                                                   \
    X(jpeg_std_error)                                                                              \
    X(jpeg_CreateDecompress)                                                                       \
    X(jpeg_mem_src)                                                                                \
    X(jpeg_read_header)                                                                            \
    X(jpeg_start_decompress)                                                                       \
    X(jpeg_read_scanlines)                                                                         \
    X(jpeg_finish_decompress)                                                                      \
    X(jpeg_destroy_decompress)                                                                     \
    X(jpeg_CreateCompress)                                                                         \
    X(jpeg_set_defaults)                                                                           \
    X(jpeg_set_quality)                                                                            \
    X(jpeg_start_compress)                                                                         \
    X(jpeg_write_scanlines)                                                                        \
    X(jpeg_finish_compress)                                                                        \
    X(jpeg_destroy_compress)

LIBRARY_DEFINE(libjpeg, LIBRARY_JPEG, CALLS)

#define QUALITY                                                                                    \
    85 /* of the JPEGs that are written: no loss that can be seen at 300 dots an inch              \
        */

/* All that a decoding or encoding owns, outside the frames that longjmp leaves. */
struct jpeg_job {
    struct libjpeg lib;
    struct jpeg_decompress_struct jpeg;
    struct jpeg_compress_struct writer;
    struct jpeg_error_mgr errors;
    jmp_buf escape;
    bool damaged; /* a warning said that data are missing or wrong */
    bool warned;  /* any warning */
    struct image_pixels *pixels;
    uint8_t *row;                  /* one row of CMYK */
    struct image_colours *colours; /* of CMYK; NULL: by the plain formula */
    struct buf profile;
    struct jpeg_destination_mgr destination;
    struct buf *out;
    JOCTET block[4096]; /* on its way to out */
};

static void on_exit(j_common_ptr jpeg)
{
    struct jpeg_job *job = jpeg->client_data;
    longjmp(job->escape, 1);
}

/* libjpeg fills what is missing with grey and only warns. */
static void on_message(j_common_ptr jpeg, int level)
{
    struct jpeg_job *job = jpeg->client_data;
    if (level >= 0)
        return;
    job->warned = true;
    int code = jpeg->err->msg_code;
    if (code != JWRN_EXTRANEOUS_DATA && code != JWRN_ADOBE_XFORM && code != JWRN_JFIF_MAJOR)
        job->damaged = true;
}

static void open_bytes(struct jpeg_job *job, struct slice bytes)
{
    job->lib.jpeg_CreateDecompress(&job->jpeg, JPEG_LIB_VERSION, sizeof job->jpeg);
    job->lib.jpeg_mem_src(&job->jpeg, (const unsigned char *)bytes.ptr, (unsigned long)bytes.len);
    job->lib.jpeg_read_header(&job->jpeg, TRUE);
}

/* Inks to light by the plain formula; Adobe's files store the paper that shows, not the ink. */
static void convert_cmyk(const uint8_t *row, uint32_t width, bool inverted, uint8_t *rgb)
{
    for (uint32_t x = 0; x < width; x++, row += 4) {
        for (int i = 0; i < 3; i++) {
            unsigned light = inverted ? row[i] : 255u - row[i];
            unsigned key = inverted ? row[3] : 255u - row[3];
            *rgb++ = (uint8_t)((light * key + 127) / 255);
        }
    }
}

static void convert_inks(const struct jpeg_job *job, const struct image *image, uint8_t *rgb)
{
    if (job->colours)
        image_colours_convert(job->colours, job->row, job->pixels->width, rgb);
    else
        convert_cmyk(job->row, job->pixels->width, image->adobe_inverted, rgb);
}

static bool read_pixels(struct jpeg_job *job, const struct image *image)
{
    if (setjmp(job->escape))
        return false;
    open_bytes(job, image->bytes);
    struct jpeg_decompress_struct *jpeg = &job->jpeg;
    struct image_pixels *pixels = job->pixels;
    jpeg->out_color_space = image->components == 1   ? JCS_GRAYSCALE
                            : image->components == 4 ? JCS_CMYK
                                                     : JCS_RGB;
    jpeg->dct_method = JDCT_ISLOW;
    job->lib.jpeg_start_decompress(jpeg);
    if (jpeg->output_width != pixels->width || jpeg->output_height != pixels->height ||
        jpeg->output_components != image->components)
        return false;
    size_t row_bytes = (size_t)pixels->width * (size_t)pixels->channels;
    pixels->rgb = mem_alloc(row_bytes * pixels->height);
    job->row = mem_alloc((size_t)pixels->width * 4);
    job->colours = image->components == 4 ? image_colours_open(image, &job->profile) : NULL;
    while (jpeg->output_scanline < jpeg->output_height) {
        uint8_t *to = pixels->rgb + jpeg->output_scanline * row_bytes;
        JSAMPROW row = image->components == 4 ? job->row : to;
        if (job->lib.jpeg_read_scanlines(jpeg, &row, 1) != 1)
            return false;
        if (image->components == 4)
            convert_inks(job, image, to);
    }
    job->lib.jpeg_finish_decompress(jpeg);
    return !job->damaged;
}

static struct jpeg_job *job_new(struct image_pixels *pixels)
{
    struct jpeg_job *job = mem_calloc(1, sizeof *job);
    job->lib = libjpeg_load();
    job->pixels = pixels;
    job->jpeg.err = job->writer.err = job->lib.jpeg_std_error(&job->errors);
    job->errors.error_exit = on_exit;
    job->errors.emit_message = on_message;
    job->jpeg.client_data = job->writer.client_data = job;
    return job;
}

static bool run(bool (*work)(struct jpeg_job *job, const struct image *image),
                const struct image *image, struct image_pixels *pixels)
{
    struct jpeg_job *job = job_new(pixels);
    bool done = work(job, image);
    job->lib.jpeg_destroy_decompress(&job->jpeg);
    image_colours_close(job->colours);
    buf_free(&job->profile);
    mem_free(job->row);
    mem_free(job);
    return done;
}

bool image_jpeg_decode(const struct image *image, struct image_pixels *out)
{
    out->width = image->raw_width;
    out->height = image->raw_height;
    out->channels = image->components == 1 ? 1 : 3;
    return run(read_pixels, image, out);
}

/* Decodes an eighth of the size, which still reads every coefficient. */
static bool reads_cleanly(struct jpeg_job *job, const struct image *image)
{
    if (setjmp(job->escape))
        return false;
    open_bytes(job, image->bytes);
    struct jpeg_decompress_struct *jpeg = &job->jpeg;
    /* Without Adobe's marker a PDF reader takes three components for YCbCr (ISO 32000-1, 7.4.8). */
    if (jpeg->jpeg_color_space == JCS_RGB && !jpeg->saw_Adobe_marker)
        return false;
    jpeg->scale_num = 1;
    jpeg->scale_denom = 8;
    jpeg->dct_method = JDCT_IFAST;
    job->lib.jpeg_start_decompress(jpeg);
    job->row = mem_alloc((size_t)jpeg->output_width * (size_t)jpeg->output_components);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = job->row;
        if (job->lib.jpeg_read_scanlines(jpeg, &row, 1) != 1)
            return false;
    }
    job->lib.jpeg_finish_decompress(jpeg);
    return !job->warned;
}

bool image_jpeg_passes(const struct image *image)
{
    return image->kind == IMAGE_JPEG && (image->components == 1 || image->components == 3) &&
           image->common_frame && run(reads_cleanly, image, NULL);
}

static void start_writing(j_compress_ptr jpeg)
{
    struct jpeg_job *job = jpeg->client_data;
    job->destination.next_output_byte = job->block;
    job->destination.free_in_buffer = sizeof job->block;
}

static boolean on_full_block(j_compress_ptr jpeg)
{
    struct jpeg_job *job = jpeg->client_data;
    buf_put(job->out, job->block, sizeof job->block);
    start_writing(jpeg);
    return TRUE;
}

static void end_writing(j_compress_ptr jpeg)
{
    struct jpeg_job *job = jpeg->client_data;
    buf_put(job->out, job->block, sizeof job->block - job->destination.free_in_buffer);
}

static bool write_pixels(struct jpeg_job *job)
{
    struct jpeg_compress_struct *jpeg = &job->writer;
    const struct image_pixels *pixels = job->pixels;
    if (setjmp(job->escape))
        return false;
    job->lib.jpeg_CreateCompress(jpeg, JPEG_LIB_VERSION, sizeof *jpeg);
    job->destination = (struct jpeg_destination_mgr){.init_destination = start_writing,
                                                     .empty_output_buffer = on_full_block,
                                                     .term_destination = end_writing};
    jpeg->dest = &job->destination;
    jpeg->image_width = pixels->width;
    jpeg->image_height = pixels->height;
    jpeg->input_components = pixels->channels;
    jpeg->in_color_space = pixels->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    job->lib.jpeg_set_defaults(jpeg);
    job->lib.jpeg_set_quality(jpeg, QUALITY, TRUE);
    jpeg->dct_method = JDCT_ISLOW; /* exact: the same bytes with and without vectors */
    jpeg->optimize_coding = TRUE;
    job->lib.jpeg_start_compress(jpeg, TRUE);
    size_t row_bytes = (size_t)pixels->width * (size_t)pixels->channels;
    while (jpeg->next_scanline < jpeg->image_height) {
        JSAMPROW row = pixels->rgb + jpeg->next_scanline * row_bytes;
        job->lib.jpeg_write_scanlines(jpeg, &row, 1);
    }
    job->lib.jpeg_finish_compress(jpeg);
    return true;
}

bool image_write_jpeg(const struct image_pixels *pixels, struct buf *out)
{
    struct image_pixels copy = *pixels;
    struct jpeg_job *job = job_new(&copy);
    job->out = out;
    bool done = write_pixels(job);
    job->lib.jpeg_destroy_compress(&job->writer);
    mem_free(job);
    return done;
}
