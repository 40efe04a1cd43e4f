#include "image/drawing.h"

#include <string.h>
#include <zlib.h>

#include "base/mem.h"

int palette_find(struct palette *palette, uint32_t colour)
{
    uint32_t taken = 1u << 24 | colour, slot = taken * 2654435761u >> 22;
    while (palette->slots[slot].colour != 0 && palette->slots[slot].colour != taken)
        slot = (slot + 1) % (4 * PALETTE_MOST);
    if (palette->slots[slot].colour == taken)
        return palette->slots[slot].index;
    if (palette->count == PALETTE_MOST)
        return -1;
    palette->slots[slot].colour = taken;
    palette->slots[slot].index = (uint8_t)palette->count;
    palette->colours[palette->count] = colour;
    return palette->count++;
}

static void put_be32(uint8_t *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (uint8_t)(value >> (24 - 8 * i));
}

/* 5.3: a length, a name, the data, and the CRC of both. */
static void put_chunk(struct buf *out, const char *name, const void *data, size_t len)
{
    uint8_t number[4];
    put_be32(number, (uint32_t)len);
    buf_put(out, (const char *)number, 4);
    buf_put(out, name, 4);
    if (len > 0)
        buf_put(out, data, len);
    uLong crc = crc32_z(0, (const Bytef *)name, 4);
    put_be32(number, (uint32_t)(len > 0 ? crc32_z(crc, data, len) : crc));
    buf_put(out, (const char *)number, 4);
}

/* 11.2.1, 11.3.4.3 and 11.2.2. */
static void put_head(struct buf *out, const struct drawing *drawing, unsigned depth, unsigned dpi)
{
    uint8_t head[13] = {[8] = (uint8_t)depth, [9] = 3};
    uint8_t size[9] = {[8] = 1}, colours[PALETTE_MOST * 3];
    put_be32(head, drawing->width);
    put_be32(head + 4, drawing->height);
    put_be32(size, (dpi * 10000 + 127) / 254); /* a metre */
    put_be32(size + 4, (dpi * 10000 + 127) / 254);
    for (int i = 0; i < 3 * drawing->palette.count; i++)
        colours[i] = (uint8_t)(drawing->palette.colours[i / 3] >> (16 - i % 3 * 8));
    buf_put(out, "\x89PNG\r\n\x1a\n", 8);
    put_chunk(out, "IHDR", head, sizeof head);
    put_chunk(out, "pHYs", size, sizeof size);
    put_chunk(out, "PLTE", colours, (size_t)drawing->palette.count * 3);
}

/* Puts room for the type of its filter before each row, and two pixels into a byte if half; returns
 * the bytes of a row. In place: what is written lies before what is still to be read. */
static size_t make_rows(struct drawing *drawing, bool half)
{
    size_t width = drawing->width, bytes = half ? (width + 1) / 2 : width;
    uint8_t *rows = drawing->indices;
    for (size_t y = drawing->height; !half && y-- > 0;)
        memmove(rows + y * (bytes + 1) + 1, rows + y * width, width);
    for (size_t y = 0; half && y < drawing->height; y++) {
        const uint8_t *from = rows + y * width;
        uint8_t *to = rows + y * (bytes + 1);
        for (size_t x = 0; x < width; x += 2) {
            unsigned low = x + 1 < width ? from[x + 1] : 0;
            to[x / 2 + 1] = (uint8_t)(from[x] << 4 | low);
        }
    }
    return bytes + 1;
}

/* Makes each row its difference from the one above (9.2, filter type 2): most of it is 0. From the
 * last to the first, as the one above is needed as it was. */
static void filter(uint8_t *rows, size_t bytes, size_t height)
{
    for (size_t y = height; y-- > 0;) {
        uint8_t *row = rows + y * bytes;
        const uint8_t *above = row - bytes;
        for (size_t i = 1; y > 0 && i < bytes; i++)
            row[i] = (uint8_t)(row[i] - above[i]);
        row[0] = 2;
    }
}

/* Runs of equal bytes are nearly all that is to be found: to look for no others takes a quarter of
 * the time. */
static void put_rows(struct buf *out, uint8_t *rows, size_t len)
{
    z_stream stream = {.next_in = rows, .avail_in = (uInt)len};
    if (deflateInit2(&stream, 1, Z_DEFLATED, 15, 7, Z_RLE) != Z_OK)
        mem_exhausted();
    uLong most = deflateBound(&stream, (uLong)len);
    uint8_t *packed = mem_alloc(most);
    stream.next_out = packed;
    stream.avail_out = (uInt)most;
    deflate(&stream, Z_FINISH);
    put_chunk(out, "IDAT", packed, stream.total_out);
    deflateEnd(&stream);
    mem_free(packed);
}

void image_write_drawing(struct drawing *drawing, unsigned dpi, struct buf *out)
{
    bool half = drawing->palette.count <= 16 && drawing->width > 2;
    size_t bytes = make_rows(drawing, half);
    filter(drawing->indices, bytes, drawing->height);
    put_head(out, drawing, half ? 4 : 8, dpi);
    put_rows(out, drawing->indices, bytes * drawing->height);
    put_chunk(out, "IEND", NULL, 0);
}
