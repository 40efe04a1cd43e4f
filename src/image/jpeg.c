#include "image/jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "base/mem.h"

/* A progressive picture has about ten; thousands would take minutes to decode. */
#define SCANS_MOST 100

/* Markers (T.81, table B.1). */
enum { SOF0 = 0xc0, SOF2 = 0xc2, DHT = 0xc4, JPG = 0xc8, DAC = 0xcc };
enum { TEM = 0x01, RST0 = 0xd0, RST7 = 0xd7, SOI = 0xd8, EOI = 0xd9, SOS = 0xda };
enum { APP0 = 0xe0, APP1 = 0xe1, APP2 = 0xe2, APP14 = 0xee };

struct marker_walk {
    const uint8_t *bytes;
    size_t len, at;
    uint8_t marker;
    const uint8_t *data; /* of the segment */
    size_t data_len;
};

static bool is_frame(uint8_t marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != DHT && marker != JPG && marker != DAC;
}

/* Moves to the next marker segment; entropy-coded data are passed over (T.81, B.1.1.5). False when
 * the file ends before. */
static bool next_marker(struct marker_walk *walk)
{
    for (;;) {
        while (walk->at + 1 < walk->len && walk->bytes[walk->at] != 0xff)
            walk->at++;
        while (walk->at + 1 < walk->len && walk->bytes[walk->at + 1] == 0xff)
            walk->at++;
        if (walk->at + 1 >= walk->len)
            return false;
        walk->marker = walk->bytes[walk->at + 1];
        walk->at += 2;
        bool alone = walk->marker == 0 || walk->marker == TEM ||
                     (walk->marker >= RST0 && walk->marker <= RST7);
        if (!alone)
            break;
    }
    walk->data_len = 0;
    if (walk->marker == SOI || walk->marker == EOI)
        return true;
    if (walk->len - walk->at < 2)
        return false;
    size_t len = image_be16(walk->bytes + walk->at);
    if (len < 2 || len > walk->len - walk->at)
        return false;
    walk->data = walk->bytes + walk->at + 2;
    walk->data_len = len - 2;
    walk->at += len;
    return true;
}

static uint32_t exif_number(const uint8_t *bytes, size_t count, bool little)
{
    uint32_t value = 0;
    for (size_t i = 0; i < count; i++)
        value = value << 8 | bytes[little ? count - 1 - i : i];
    return value;
}

/* Tag 0x0112 of the first directory (EXIF 2.3, 4.6.4); 1 when there is none or it makes no sense.
 */
static int exif_orientation(const uint8_t *data, size_t len)
{
    if (len < 14 || memcmp(data, "Exif\0\0", 6) != 0)
        return 1;
    data += 6;
    len -= 6;
    bool little = data[0] == 'I';
    size_t at = exif_number(data + 4, 4, little);
    if (at > len || len - at < 2)
        return 1;
    size_t count = exif_number(data + at, 2, little);
    for (at += 2; count > 0 && len - at >= 12; count--, at += 12) {
        if (exif_number(data + at, 2, little) != 0x0112 ||
            exif_number(data + at + 2, 2, little) != 3)
            continue;
        uint32_t value = exif_number(data + at + 8, 2, little);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

static void read_application(const struct marker_walk *walk, struct image *image, bool *adobe)
{
    const uint8_t *data = walk->data;
    if (walk->marker == APP0 && walk->data_len >= 12 && memcmp(data, "JFIF", 5) == 0) {
        uint32_t density = image_be16(data + 8);
        image->dpi = data[7] == 1 ? density : data[7] == 2 ? (density * 254 + 50) / 100 : 0;
    } else if (walk->marker == APP1 && image->orientation == 1) {
        image->orientation = exif_orientation(data, walk->data_len);
    } else if (walk->marker == APP2 && walk->data_len >= 14 &&
               memcmp(data, "ICC_PROFILE", 12) == 0) {
        if (data[12] == 1)
            image->has_profile = !image_names_srgb(data + 14, walk->data_len - 14);
    } else if (walk->marker == APP14 && walk->data_len >= 12 && memcmp(data, "Adobe", 5) == 0) {
        *adobe = true;
    }
}

static enum image_error read_frame(const struct marker_walk *walk, struct arena *arena,
                                   struct image *image, const char **reason)
{
    const uint8_t *data = walk->data;
    if (walk->data_len < 6)
        return image_refuse(IMAGE_DAMAGED, "the JPEG is damaged: its header is wrong", reason);
    image->raw_height = image_be16(data + 1);
    image->raw_width = image_be16(data + 3);
    image->components = data[5];
    image->common_frame = walk->marker == SOF0 || walk->marker == SOF2;
    if (walk->marker > SOF2 || data[0] != 8)
        return image_refuse(
            IMAGE_NOT_SUPPORTED,
            "it is a JPEG of a rare kind (lossless, arithmetic or more than 8 bits): save it "
            "as an ordinary JPEG or as PNG",
            reason);
    if (data[5] != 1 && data[5] != 3 && data[5] != 4)
        return image_refuse(IMAGE_NOT_SUPPORTED,
                            "it is a JPEG with an unusual number of colours: save it as RGB",
                            reason);
    return image_check_size(image->raw_width, image->raw_height, arena, reason);
}

enum image_error image_jpeg_open(struct slice bytes, struct arena *arena, struct image *image,
                                 const char **reason)
{
    struct marker_walk walk = {.bytes = (const uint8_t *)bytes.ptr, .len = bytes.len, .at = 2};
    bool adobe = false, frame = false;
    int scans = 0;
    image->kind = IMAGE_JPEG;
    image->orientation = 1;
    do {
        if (!next_marker(&walk))
            return image_refuse(IMAGE_DAMAGED, "the JPEG is cut short: copy it again", reason);
        if (is_frame(walk.marker) && !frame) {
            enum image_error error = read_frame(&walk, arena, image, reason);
            if (error != IMAGE_OK)
                return error;
            frame = true;
        } else if (walk.marker == SOS) {
            scans++;
        } else if (walk.marker >= APP0 && walk.marker <= APP14) {
            read_application(&walk, image, &adobe);
        }
        if (scans > SCANS_MOST)
            return image_refuse(IMAGE_DAMAGED, "the JPEG is damaged: it has too many parts",
                                reason);
    } while (walk.marker != EOI);
    image->adobe_inverted = adobe && image->components == 4;
    if (frame && scans > 0)
        return IMAGE_OK;
    return image_refuse(IMAGE_DAMAGED, "the JPEG is damaged: it has no pixels", reason);
}

/* All that a decoding owns, outside the frames that longjmp leaves. */
struct jpeg_job {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors;
    jmp_buf escape;
    bool damaged; /* a warning said that data are missing or wrong */
    bool warned;  /* any warning */
    struct image_pixels *pixels;
    uint8_t *row; /* one row of CMYK */
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
    jpeg_create_decompress(&job->jpeg);
    jpeg_mem_src(&job->jpeg, (const unsigned char *)bytes.ptr, (unsigned long)bytes.len);
    jpeg_read_header(&job->jpeg, TRUE);
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
    jpeg_start_decompress(jpeg);
    if (jpeg->output_width != pixels->width || jpeg->output_height != pixels->height ||
        jpeg->output_components != image->components)
        return false;
    size_t row_bytes = (size_t)pixels->width * (size_t)pixels->channels;
    pixels->rgb = mem_alloc(row_bytes * pixels->height);
    job->row = mem_alloc((size_t)pixels->width * 4);
    while (jpeg->output_scanline < jpeg->output_height) {
        uint8_t *to = pixels->rgb + jpeg->output_scanline * row_bytes;
        JSAMPROW row = image->components == 4 ? job->row : to;
        if (jpeg_read_scanlines(jpeg, &row, 1) != 1)
            return false;
        if (image->components == 4)
            convert_cmyk(job->row, pixels->width, image->adobe_inverted, to);
    }
    jpeg_finish_decompress(jpeg);
    return !job->damaged;
}

static bool run(bool (*work)(struct jpeg_job *job, const struct image *image),
                const struct image *image, struct image_pixels *pixels)
{
    struct jpeg_job *job = mem_calloc(1, sizeof *job);
    job->pixels = pixels;
    job->jpeg.err = jpeg_std_error(&job->errors);
    job->errors.error_exit = on_exit;
    job->errors.emit_message = on_message;
    job->jpeg.client_data = job;
    bool done = work(job, image);
    jpeg_destroy_decompress(&job->jpeg);
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
    jpeg_start_decompress(jpeg);
    job->row = mem_alloc((size_t)jpeg->output_width * (size_t)jpeg->output_components);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW row = job->row;
        if (jpeg_read_scanlines(jpeg, &row, 1) != 1)
            return false;
    }
    jpeg_finish_decompress(jpeg);
    return !job->warned;
}

bool image_jpeg_passes(const struct image *image)
{
    return image->kind == IMAGE_JPEG && image->orientation == 1 &&
           (image->components == 1 || image->components == 3) && image->common_frame &&
           run(reads_cleanly, image, NULL);
}
