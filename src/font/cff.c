#include "font/cff.h"

struct cff_reader {
    const uint8_t *bytes;
    size_t len, at;
    bool failed;
};

static uint32_t take(struct cff_reader *reader, unsigned count)
{
    uint32_t value = 0;
    if (reader->failed || count > reader->len - reader->at) {
        reader->failed = true;
        return 0;
    }
    while (count-- > 0)
        value = value << 8 | reader->bytes[reader->at++];
    return value;
}

static void move(struct cff_reader *reader, size_t at)
{
    if (at > reader->len)
        reader->failed = true;
    else
        reader->at = at;
}

/* Passes over an INDEX (section 5); returns its count and where its first object lies. */
static uint32_t skip_index(struct cff_reader *reader, size_t *first, size_t *first_len)
{
    uint32_t count = take(reader, 2);
    if (count == 0 || reader->failed)
        return 0;
    unsigned size = take(reader, 1);
    size_t offsets = reader->at, data = offsets + ((size_t)count + 1) * size - 1;
    if (size < 1 || size > 4) {
        reader->failed = true;
        return 0;
    }
    uint32_t start = take(reader, size), next = take(reader, size);
    move(reader, offsets + (size_t)count * size);
    uint32_t end = take(reader, size);
    if (start != 1 || next < start || end < next)
        reader->failed = true;
    *first = data + start;
    *first_len = next - start;
    move(reader, data + end);
    return reader->failed ? 0 : count;
}

struct top_dict {
    bool cid_keyed;
    uint32_t charset, char_strings;
};

/* Section 4: operands before their operator; only the last integer matters here. */
static void read_top_dict(struct cff_reader *reader, size_t end, struct top_dict *dict)
{
    uint32_t value = 0;
    while (reader->at < end && !reader->failed) {
        uint32_t b = take(reader, 1);
        if (b == 28)
            value = take(reader, 2);
        else if (b == 29)
            value = take(reader, 4);
        else if (b == 30)
            while (!reader->failed && (take(reader, 1) & 0xf) != 0xf)
                continue;
        else if (b >= 32 && b <= 246)
            value = b - 139;
        else if (b >= 247 && b <= 250)
            value = (b - 247) * 256 + take(reader, 1) + 108;
        else if (b >= 251)
            take(reader, 1);
        else if (b == 12)
            dict->cid_keyed = take(reader, 1) == 30 || dict->cid_keyed;
        else if (b == 15)
            dict->charset = value;
        else if (b == 17)
            dict->char_strings = value;
    }
}

/* Section 13; glyph 0 is always CID 0. */
static void read_charset(struct cff_reader *reader, uint16_t *cids, uint32_t count)
{
    uint32_t format = take(reader, 1), gid = 1;
    while (gid < count && !reader->failed) {
        uint32_t first = take(reader, 2);
        uint32_t left = format == 0 ? 0 : take(reader, format == 1 ? 1 : 2);
        for (uint32_t i = 0; i <= left && gid < count; i++)
            cids[gid++] = (uint16_t)(first + i);
    }
    if (format > 2)
        reader->failed = true;
}

bool font_cff_cids(const uint8_t *cff, size_t len, uint16_t *cids, uint32_t count, bool *cid_keyed)
{
    struct cff_reader reader = {.bytes = cff, .len = len};
    struct top_dict dict = {0};
    size_t first = 0, first_len = 0;
    *cid_keyed = false;
    move(&reader, 2);
    move(&reader, take(&reader, 1));
    skip_index(&reader, &first, &first_len);
    if (skip_index(&reader, &first, &first_len) == 0)
        return false;
    move(&reader, first);
    read_top_dict(&reader, first + first_len, &dict);
    if (reader.failed || !dict.cid_keyed)
        return !reader.failed;
    *cid_keyed = true;
    for (uint32_t gid = 0; gid < count; gid++)
        cids[gid] = (uint16_t)gid; /* the predefined charset 0 */
    move(&reader, dict.char_strings);
    if (take(&reader, 2) != count)
        return false;
    move(&reader, dict.charset);
    if (dict.charset > 2)
        read_charset(&reader, cids, count);
    return !reader.failed;
}
