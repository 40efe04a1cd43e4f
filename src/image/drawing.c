#include "image/drawing.h"

#include <string.h>
#include <zlib.h>

#include "base/deflate.h"
#include "base/mem.h"

#define GATHERED    49152u /* bytes of rows that are compressed at once */
#define ROOM        16384u /* for what becomes of them, again and again */
#define ZLIB_MEMORY 6      /* its least that is no slower */

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
    buf_put(out, number, 4);
    size_t from = out->len;
    buf_put(out, name, 4);
    if (len > 0)
        buf_put(out, data, len);
    put_be32(number, deflate_crc(slice_from_position(buf_slice(out), from)));
    buf_put(out, number, 4);
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

/* Rows have room for whole blocks: of a known length, which compilers do at once. */
#define BLOCK 16u

/* Numbers of colours as a row of the file (7.2), two in a byte if half. */
static void pack(const uint8_t *restrict indices, size_t width, bool half, uint8_t *restrict row)
{
    size_t x = 0;
    if (!half) {
        memcpy(row, indices, width);
        return;
    }
    for (; x + 2 * BLOCK <= width; x += 2 * BLOCK)
        for (size_t i = 0; i < BLOCK; i++)
            row[x / 2 + i] = (uint8_t)(indices[x + 2 * i] << 4 | indices[x + 2 * i + 1]);
    for (; x + 1 < width; x += 2)
        row[x / 2] = (uint8_t)(indices[x] << 4 | indices[x + 1]);
    if (width % 2 != 0)
        row[x / 2] = (uint8_t)(indices[x] << 4);
}

static void subtract(const uint8_t *restrict row, const uint8_t *restrict above, size_t bytes,
                     uint8_t *restrict line)
{
    for (size_t at = 0; at < bytes; at += BLOCK)
        for (size_t i = 0; i < BLOCK; i++)
            line[at + i] = (uint8_t)(row[at + i] - above[at + i]);
}

/* Not zeroed: zlib touches only what a small picture needs of its 256 KiB. */
static void *allocate(void *context, uInt count, uInt size)
{
    (void)context;
    return mem_resize(NULL, count, size);
}

static void release(void *context, void *block)
{
    (void)context;
    mem_free(block);
}

/* Rows as they are compressed: each is its difference from the one above (9.2, filter type 2),
 * most of which is 0. */
struct rows {
    const struct drawing *drawing;
    bool half;    /* two pixels in a byte */
    size_t bytes; /* of a row */
    uint8_t *row, *above;
    uint8_t *lines; /* with the filter's type before each, not yet compressed … */
    size_t count;   /* … and how many bytes they are */
};

static void add_row(struct rows *rows, uint32_t y)
{
    uint8_t *const *drawn = rows->drawing->rows;
    uint8_t *line = rows->lines + rows->count;
    *line++ = 2;
    rows->count += rows->bytes + 1;
    if (y > 0 && drawn[y] == drawn[y - 1]) {
        memset(line, 0, rows->bytes);
        return;
    }
    pack(drawn[y], rows->drawing->width, rows->half, rows->row);
    subtract(rows->row, rows->above, rows->bytes, line);
    uint8_t *row = rows->row;
    rows->row = rows->above;
    rows->above = row;
}

/* Appends the rows that were added; flush: as deflate() says. They are a stream of their own, whose
 * end is on a byte: in a longer one zlib moves what it knows of the bytes before, of which runs
 * need nothing, and that takes a third of its time. */
static void compress_rows(z_stream *stream, struct rows *rows, int flush, struct buf *packed)
{
    deflateReset(stream);
    stream->next_in = rows->lines;
    stream->avail_in = (uInt)rows->count;
    do {
        MEM_RESERVE(packed->data, packed->cap, packed->len + ROOM);
        stream->next_out = (Bytef *)packed->data + packed->len;
        stream->avail_out = ROOM;
        deflate(stream, flush);
        packed->len += ROOM - stream->avail_out;
    } while (stream->avail_out == 0);
    rows->count = 0;
}

/* A zlib stream (10.1), which is written as the rows are made: all of them are many times the size
 * of the file. Most bytes are in runs of equal ones, for which zlib has a way of its own, quicker
 * than any of libdeflate. */
static void pack_rows(struct rows *rows, struct buf *packed)
{
    uint32_t height = rows->drawing->height, sum = 1;
    uint8_t end[4];
    z_stream stream = {.zalloc = allocate, .zfree = release};
    if (deflateInit2(&stream, 1, Z_DEFLATED, -MAX_WBITS, ZLIB_MEMORY, Z_RLE) != Z_OK)
        mem_exhausted();
    buf_put(packed, "\x78\x01", 2);
    for (uint32_t y = 0; y < height; y++) {
        add_row(rows, y);
        if (rows->count < GATHERED && y + 1 < height)
            continue;
        sum = deflate_adler(sum, (struct slice){(const char *)rows->lines, rows->count});
        compress_rows(&stream, rows, y + 1 < height ? Z_SYNC_FLUSH : Z_FINISH, packed);
    }
    deflateEnd(&stream);
    put_be32(end, sum);
    buf_put(packed, end, sizeof end);
}

static void put_rows(struct buf *out, const struct drawing *drawing, bool half)
{
    size_t bytes = half ? ((size_t)drawing->width + 1) / 2 : drawing->width;
    struct rows rows = {.drawing = drawing, .half = half, .bytes = bytes};
    struct buf packed = {0};
    rows.row = mem_calloc(bytes + BLOCK, 1);
    rows.above = mem_calloc(bytes + BLOCK, 1);
    rows.lines = mem_alloc(GATHERED + bytes + 1 + BLOCK);
    pack_rows(&rows, &packed);
    put_chunk(out, "IDAT", packed.data, packed.len);
    buf_free(&packed);
    mem_free(rows.row);
    mem_free(rows.above);
    mem_free(rows.lines);
}

void image_write_drawing(const struct drawing *drawing, unsigned dpi, struct buf *out)
{
    bool half = drawing->palette.count <= 16;
    put_head(out, drawing, half ? 4 : 8, dpi);
    put_rows(out, drawing, half);
    put_chunk(out, "IEND", NULL, 0);
}
