#include "pdf/file/pdf_file.h"

#include <assert.h>

#include "base/digest.h"
#include "base/mem.h"

#define PACK_MOST 200u /* objects of an object stream: the index must fit a byte */

enum place_kind { PLACE_FREE, PLACE_OFFSET, PLACE_PACKED }; /* the types of 7.5.8.3 */

struct object_place {
    uint8_t kind;
    uint8_t index;  /* in the object stream */
    uint64_t where; /* offset in the file, or number of the object stream */
};

static void put(struct pdf_file *file, struct slice bytes)
{
    sink_write(file->sink, bytes.ptr, bytes.len);
    file->size += bytes.len;
}

static struct object_place *place_of(struct pdf_file *file, uint32_t number)
{
    size_t old = file->place_cap;
    MEM_RESERVE(file->places, file->place_cap, (size_t)number + 1);
    for (size_t i = old; i < file->place_cap; i++)
        file->places[i] = (struct object_place){PLACE_FREE, 0, 0};
    if (number >= file->count)
        file->count = number + 1;
    return &file->places[number];
}

void pdf_file_begin(struct pdf_file *file, struct sink *sink, struct deflater *deflater)
{
    *file = (struct pdf_file){.sink = sink, .deflater = deflater};
    put(file, SLICE_LIT("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
}

void pdf_file_free(struct pdf_file *file)
{
    mem_free(file->places);
    buf_free(&file->pack_index);
    buf_free(&file->pack_body);
    buf_free(&file->scratch);
}

bool pdf_file_has(const struct pdf_file *file, uint32_t number)
{
    return number < file->count && file->places[number].kind != PLACE_FREE;
}

void pdf_file_stream(struct pdf_file *file, uint32_t number, struct slice dictionary,
                     struct slice bytes)
{
    struct buf head = {0};
    *place_of(file, number) = (struct object_place){PLACE_OFFSET, 0, file->size};
    buf_put_int(&head, number);
    buf_put_string(&head, " 0 obj\n");
    buf_put_slice(&head, dictionary);
    buf_put_string(&head, "\nstream\r\n");
    put(file, buf_slice(&head));
    put(file, bytes);
    put(file, SLICE_LIT("\nendstream\nendobj\n"));
    buf_free(&head);
}

void pdf_file_reserve(struct pdf_file *file, uint32_t count)
{
    assert(count > 0 && count >= file->count);
    place_of(file, count - 1);
    file->numbered = true;
}

/* Writes the open object stream; its number was taken when its first object came. */
static void flush_pack(struct pdf_file *file, uint32_t number)
{
    struct buf dictionary = {0};
    buf_clear(&file->scratch);
    size_t first = file->pack_index.len;
    buf_put_slice(&file->pack_index, buf_slice(&file->pack_body));
    deflater_put(file->deflater, DEFLATE_ZLIB, buf_slice(&file->pack_index), &file->scratch);
    buf_format(&dictionary, "<</Type/ObjStm/Filter/FlateDecode/N %u/First %zu/Length %zu>>",
               file->packed, first, file->scratch.len);
    pdf_file_stream(file, number, buf_slice(&dictionary), buf_slice(&file->scratch));
    buf_free(&dictionary);
    buf_clear(&file->pack_index);
    buf_clear(&file->pack_body);
    file->packed = 0;
}

/* The number of the open object stream: always the last that is known. */
static uint32_t open_pack(struct pdf_file *file)
{
    assert(file->numbered);
    if (file->packed == 0)
        place_of(file, file->count);
    return file->count - 1;
}

void pdf_file_pack(struct pdf_file *file, uint32_t number, struct slice value)
{
    uint32_t pack = open_pack(file);
    assert(number < pack);
    *place_of(file, number) = (struct object_place){PLACE_PACKED, (uint8_t)file->packed, pack};
    buf_put_int(&file->pack_index, number);
    buf_put_char(&file->pack_index, ' ');
    buf_put_int(&file->pack_index, (int64_t)file->pack_body.len);
    buf_put_char(&file->pack_index, ' ');
    buf_put_slice(&file->pack_body, value);
    buf_put_char(&file->pack_body, '\n');
    if (++file->packed == PACK_MOST)
        flush_pack(file, pack);
}

static int byte_width(uint64_t value)
{
    int width = 1;
    while (value >>= 8)
        width++;
    return width;
}

/* The table, a row an object, each byte less the one above it (predictor 12): rows are alike, so
 * they compress to little. */
static void put_rows(struct pdf_file *file, int width, struct buf *out)
{
    uint8_t above[16] = {0};
    for (uint32_t i = 0; i < file->count; i++) {
        const struct object_place *place = &file->places[i];
        uint8_t row[16] = {place->kind};
        for (int j = 0; j < width; j++)
            row[1 + j] = (uint8_t)(place->where >> 8 * (width - 1 - j));
        row[1 + width] = place->index;
        buf_put_char(out, 2);
        for (int j = 0; j < width + 2; j++) {
            buf_put_char(out, (char)(uint8_t)(row[j] - above[j]));
            above[j] = row[j];
        }
    }
}

static void put_id(const struct pdf_file *file, struct buf *out)
{
    struct slice written = sink_bytes(file->sink);
    const struct digest id = digest_of(written.ptr, written.len);
    buf_put_string(out, "/ID[");
    for (int half = 0; half < 2; half++) {
        buf_put_char(out, '<');
        for (int i = 0; i < DIGEST_SIZE; i++)
            buf_format(out, "%02X", (unsigned)id.bytes[i]);
        buf_put_char(out, '>');
    }
    buf_put_char(out, ']');
}

void pdf_file_end(struct pdf_file *file, uint32_t root, uint32_t info)
{
    struct buf rows = {0}, dictionary = {0};
    if (file->packed > 0)
        flush_pack(file, open_pack(file));
    uint32_t number = file->count;
    uint64_t start = file->size;
    *place_of(file, number) = (struct object_place){PLACE_OFFSET, 0, start};
    int width = byte_width(start);
    put_rows(file, width, &rows);
    buf_clear(&file->scratch);
    deflater_put(file->deflater, DEFLATE_ZLIB, buf_slice(&rows), &file->scratch);
    buf_format(&dictionary, "<</Type/XRef/Size %u/W[1 %d 1]/Root %u 0 R/Info %u 0 R", file->count,
               width, root, info);
    put_id(file, &dictionary);
    buf_format(&dictionary,
               "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>/Length %zu>>",
               width + 2, file->scratch.len);
    pdf_file_stream(file, number, buf_slice(&dictionary), buf_slice(&file->scratch));
    buf_clear(&rows);
    buf_format(&rows, "startxref\n%llu\n%%%%EOF\n", (unsigned long long)start);
    put(file, buf_slice(&rows));
    buf_free(&rows);
    buf_free(&dictionary);
}
