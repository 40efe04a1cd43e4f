#include "base/deflate.h"

#include <assert.h>
#include <libdeflate.h>

#include "base/mem.h"

/* Most streams of a leaflet are short. Level 1 takes half the time of level 6 for them and 3
 * percent more bytes; with longer ones, which find more to repeat, 12 percent and more. Level 5
 * takes four fifths of the time of level 6 for these and 2 to 3 percent more bytes. Levels above 6
 * take two to ten times as long for one percent less; above 9 they also take 9 MB. */
#define SHORT_BYTES ((size_t)8 * 1024)

enum pace { PACE_SHORT, PACE_LONG, PACE_COUNT };

static const int levels[PACE_COUNT] = {[PACE_SHORT] = 1, [PACE_LONG] = 5};

#define MEMORIES 4 /* more than the lasting streams of any file */

struct memory {
    struct buf bytes, packed;
    enum deflate_form form;
};

struct deflater {
    struct libdeflate_compressor *compressors[PACE_COUNT]; /* NULL: not needed yet */
    struct memory memories[MEMORIES];
    unsigned count; /* of all that were ever made */
};

struct deflater *deflater_new(void)
{
    return mem_calloc(1, sizeof(struct deflater));
}

void deflater_free(struct deflater *deflater)
{
    for (int i = 0; i < PACE_COUNT; i++)
        libdeflate_free_compressor(deflater->compressors[i]);
    for (int i = 0; i < MEMORIES; i++) {
        buf_free(&deflater->memories[i].bytes);
        buf_free(&deflater->memories[i].packed);
    }
    mem_free(deflater);
}

static struct libdeflate_compressor *compressor_for(struct deflater *deflater, size_t len)
{
    enum pace pace = len <= SHORT_BYTES ? PACE_SHORT : PACE_LONG;
    struct libdeflate_compressor **compressor = &deflater->compressors[pace];
    if (!*compressor)
        *compressor = libdeflate_alloc_compressor(levels[pace]);
    if (!*compressor)
        mem_exhausted();
    return *compressor;
}

void deflater_put(struct deflater *deflater, enum deflate_form form, struct slice bytes,
                  struct buf *out)
{
    struct libdeflate_compressor *compressor = compressor_for(deflater, bytes.len);
    bool raw = form == DEFLATE_RAW;
    size_t most = raw ? libdeflate_deflate_compress_bound(compressor, bytes.len)
                      : libdeflate_zlib_compress_bound(compressor, bytes.len);
    MEM_RESERVE(out->data, out->cap, out->len + most + 1);
    char *to = out->data + out->len;
    size_t len = raw ? libdeflate_deflate_compress(compressor, bytes.ptr, bytes.len, to, most)
                     : libdeflate_zlib_compress(compressor, bytes.ptr, bytes.len, to, most);
    assert(len > 0); /* there is room */
    out->len += len;
    out->data[out->len] = '\0';
}

static struct memory *find(struct deflater *deflater, enum deflate_form form, struct slice bytes)
{
    for (unsigned i = 0; i < MEMORIES && i < deflater->count; i++)
        if (deflater->memories[i].form == form &&
            slice_equal(buf_slice(&deflater->memories[i].bytes), bytes))
            return &deflater->memories[i];
    return NULL;
}

/* In the place of the oldest. */
static struct memory *remember(struct deflater *deflater, enum deflate_form form,
                               struct slice bytes)
{
    struct memory *memory = &deflater->memories[deflater->count++ % MEMORIES];
    buf_clear(&memory->bytes);
    buf_clear(&memory->packed);
    buf_put_slice(&memory->bytes, bytes);
    deflater_put(deflater, form, bytes, &memory->packed);
    memory->form = form;
    return memory;
}

void deflater_put_lasting(struct deflater *deflater, enum deflate_form form, struct slice bytes,
                          struct buf *out)
{
    const struct memory *memory = find(deflater, form, bytes);
    if (!memory)
        memory = remember(deflater, form, bytes);
    buf_put_slice(out, buf_slice(&memory->packed));
}

uint32_t deflate_crc(struct slice bytes)
{
    return libdeflate_crc32(0, bytes.ptr, bytes.len);
}

uint32_t deflate_adler(uint32_t sum, struct slice bytes)
{
    return libdeflate_adler32(sum, bytes.ptr, bytes.len);
}
