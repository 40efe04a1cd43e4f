#include "base/deflate.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <zlib.h>

#include "base/mem.h"

#define MEMORY 6                   /* most streams are short, and each begins with a clear table */
#define ROOM   ((size_t)16 * 1024) /* of out, made free before each call of zlib */

/* Level 4 takes a fifth less time for a leaflet than level 6, for one percent more bytes. */
static const struct {
    int level, strategy;
} ways[] = {
    [DEFLATE_TEXT] = {4, Z_DEFAULT_STRATEGY},
    [DEFLATE_NUMBERS] = {9, Z_FILTERED},
    [DEFLATE_RUNS] = {1, Z_RLE},
};

struct deflater {
    z_stream stream;
    enum deflate_kind kind; /* that its parameters are for */
};

/* Not zeroed: zlib touches only what a short text needs of its 256 KiB. */
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

struct deflater *deflater_new(enum deflate_form form)
{
    struct deflater *deflater = mem_calloc(1, sizeof *deflater);
    deflater->stream.zalloc = allocate;
    deflater->stream.zfree = release;
    int result = deflateInit2(&deflater->stream, ways[DEFLATE_TEXT].level, Z_DEFLATED,
                              form == DEFLATE_RAW ? -MAX_WBITS : MAX_WBITS, MEMORY,
                              ways[DEFLATE_TEXT].strategy);
    assert(result == Z_OK);
    (void)result;
    return deflater;
}

void deflater_free(struct deflater *deflater)
{
    deflateEnd(&deflater->stream);
    mem_free(deflater);
}

void deflater_begin(struct deflater *deflater, enum deflate_kind kind)
{
    deflateReset(&deflater->stream);
    if (deflater->kind != kind)
        deflateParams(&deflater->stream, ways[kind].level, ways[kind].strategy);
    deflater->kind = kind;
}

/* One call of zlib with room for its output; false when it has nothing more to give. */
static bool step(z_stream *stream, int flush, struct buf *out)
{
    MEM_RESERVE(out->data, out->cap, out->len + ROOM + 1);
    size_t room = out->cap - out->len - 1;
    stream->next_out = (Bytef *)out->data + out->len;
    stream->avail_out = room > UINT_MAX ? UINT_MAX : (uInt)room;
    uInt given = stream->avail_out;
    deflate(stream, flush);
    out->len += given - stream->avail_out;
    out->data[out->len] = '\0';
    return stream->avail_out == 0;
}

void deflater_feed(struct deflater *deflater, struct slice bytes, struct buf *out)
{
    z_stream *stream = &deflater->stream;
    while (bytes.len > 0) {
        uInt part = bytes.len > INT_MAX ? INT_MAX : (uInt)bytes.len;
        /* zlib 1.2's next_in is not const without ZLIB_CONST; it only reads */
        stream->next_in = (Bytef *)(uintptr_t)bytes.ptr;
        stream->avail_in = part;
        while (step(stream, Z_NO_FLUSH, out) || stream->avail_in > 0) {
        }
        bytes.ptr += part;
        bytes.len -= part;
    }
}

void deflater_end(struct deflater *deflater, struct buf *out)
{
    deflater->stream.avail_in = 0;
    while (step(&deflater->stream, Z_FINISH, out)) {
    }
}

void deflater_put(struct deflater *deflater, struct slice bytes, enum deflate_kind kind,
                  struct buf *out)
{
    deflater_begin(deflater, kind);
    deflater_feed(deflater, bytes, out);
    deflater_end(deflater, out);
}

uint32_t deflate_crc(struct slice bytes)
{
    uLong crc = crc32(0, NULL, 0);
    while (bytes.len > 0) {
        uInt part = bytes.len > INT_MAX ? INT_MAX : (uInt)bytes.len;
        crc = crc32(crc, (const Bytef *)bytes.ptr, part);
        bytes = slice_from_position(bytes, part);
    }
    return (uint32_t)crc;
}
