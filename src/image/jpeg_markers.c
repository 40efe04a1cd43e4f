#include "image/jpeg_markers.h"

#include <string.h>

#include "image/exif.h"

/* A progressive picture has about ten; thousands would take minutes to decode. */
#define SCANS_MOST 100

/* Markers (T.81, table B.1). */
enum { SOF0 = 0xc0, SOF2 = 0xc2, DHT = 0xc4, JPG = 0xc8, DAC = 0xcc };
enum { TEM = 0x01, RST0 = 0xd0, RST7 = 0xd7, SOI = 0xd8, EOI = 0xd9, SOS = 0xda };
enum { APP0 = 0xe0, APP1 = 0xe1, APP2 = 0xe2, APP14 = 0xee, APP15 = 0xef, COM = 0xfe };

#define ICC_HEAD 14 /* of a part of a profile: its name, its number, how many there are */

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

static int orientation_of(const uint8_t *data, size_t len)
{
    if (len < 6 || memcmp(data, "Exif\0\0", 6) != 0)
        return 1;
    return image_exif_orientation(data + 6, len - 6);
}

static bool is_profile(const struct marker_walk *walk)
{
    return walk->marker == APP2 && walk->data_len >= ICC_HEAD &&
           memcmp(walk->data, "ICC_PROFILE", 12) == 0;
}

static void read_application(const struct marker_walk *walk, struct image *image, bool *adobe)
{
    const uint8_t *data = walk->data;
    if (walk->marker == APP0 && walk->data_len >= 12 && memcmp(data, "JFIF", 5) == 0) {
        uint32_t density = image_be16(data + 8);
        image->dpi = data[7] == 1 ? density : data[7] == 2 ? (density * 254 + 50) / 100 : 0;
    } else if (walk->marker == APP1 && image->orientation == 1) {
        image->orientation = orientation_of(data, walk->data_len);
    } else if (is_profile(walk)) {
        image->has_profile = true;
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

static void put_segment(struct buf *out, uint8_t marker, const uint8_t *data, size_t len)
{
    const uint8_t head[4] = {0xff, marker, (uint8_t)((len + 2) >> 8), (uint8_t)(len + 2)};
    buf_put(out, head, sizeof head);
    buf_put(out, data, len);
}

/* JFIF without its thumbnail (JFIF 1.02, page 5), Adobe's marker without what may be added, and
 * the profile are all that showing the picture needs. */
static void keep_application(const struct marker_walk *walk, bool profile, bool first,
                             struct buf *out)
{
    uint8_t jfif[14] = {0};
    if (walk->marker == APP0 && first && walk->data_len >= sizeof jfif &&
        memcmp(walk->data, "JFIF", 5) == 0) {
        memcpy(jfif, walk->data, sizeof jfif - 2);
        put_segment(out, APP0, jfif, sizeof jfif);
    } else if (walk->marker == APP14 && walk->data_len >= 12 &&
               memcmp(walk->data, "Adobe", 5) == 0) {
        put_segment(out, APP14, walk->data, 12);
    } else if (profile && is_profile(walk)) {
        put_segment(out, APP2, walk->data, walk->data_len);
    }
}

void image_jpeg_strip(const struct image *image, bool profile, struct buf *out)
{
    struct marker_walk walk = {
        .bytes = (const uint8_t *)image->bytes.ptr, .len = image->bytes.len, .at = 2};
    size_t from = 0;
    while (next_marker(&walk) && walk.marker != EOI) {
        bool application = walk.marker >= APP0 && walk.marker <= APP15;
        if (!application && walk.marker != COM)
            continue;
        size_t start = (size_t)(walk.data - walk.bytes) - 4;
        buf_put(out, walk.bytes + from, start - from);
        keep_application(&walk, profile, from == 0, out);
        from = walk.at;
    }
    buf_put(out, walk.bytes + from, walk.at - from);
}

bool image_jpeg_profile(const struct image *image, struct buf *out)
{
    struct marker_walk walk = {
        .bytes = (const uint8_t *)image->bytes.ptr, .len = image->bytes.len, .at = 2};
    uint8_t next = 1, parts = 0;
    while (next_marker(&walk) && walk.marker != SOS && walk.marker != EOI) {
        if (!is_profile(&walk) || walk.data[12] != next)
            continue;
        parts = walk.data[13];
        next++;
        buf_put(out, walk.data + ICC_HEAD, walk.data_len - ICC_HEAD);
    }
    return next > 1 && next - 1 == parts;
}
