#include "epub/packer.h"

#include "base/deflate.h"
#include "base/mem.h"

#define MEMORIES 3 /* the lasting files of one container */

struct memory {
    struct buf bytes, packed;
    uint32_t crc;
};

struct epub_packer {
    struct deflater *deflater;
    struct buf scratch;
    struct memory memories[MEMORIES];
    unsigned next; /* the oldest of them */
};

struct epub_packer *epub_packer_new(void)
{
    struct epub_packer *packer = mem_calloc(1, sizeof *packer);
    packer->deflater = deflater_new();
    return packer;
}

void epub_packer_free(struct epub_packer *packer)
{
    for (size_t i = 0; i < MEMORIES; i++) {
        buf_free(&packer->memories[i].bytes);
        buf_free(&packer->memories[i].packed);
    }
    deflater_free(packer->deflater);
    buf_free(&packer->scratch);
    mem_free(packer);
}

static const struct memory *find(const struct epub_packer *packer, struct slice bytes)
{
    for (size_t i = 0; i < MEMORIES; i++)
        if (packer->memories[i].packed.len > 0 &&
            slice_equal(buf_slice(&packer->memories[i].bytes), bytes))
            return &packer->memories[i];
    return NULL;
}

static void pack(struct epub_packer *packer, struct slice bytes, struct buf *packed, uint32_t *crc)
{
    buf_clear(packed);
    deflater_put(packer->deflater, DEFLATE_RAW, bytes, packed);
    *crc = deflate_crc(bytes);
}

static const struct memory *remember(struct epub_packer *packer, struct slice bytes)
{
    struct memory *memory = &packer->memories[packer->next++ % MEMORIES];
    buf_clear(&memory->bytes);
    buf_put_slice(&memory->bytes, bytes);
    pack(packer, bytes, &memory->packed, &memory->crc);
    return memory;
}

struct slice epub_pack(struct epub_packer *packer, struct slice bytes, bool lasting,
                       struct arena *arena, uint32_t *crc)
{
    if (!lasting) {
        pack(packer, bytes, &packer->scratch, crc);
        return arena_copy(arena, buf_slice(&packer->scratch));
    }
    const struct memory *memory = find(packer, bytes);
    if (!memory)
        memory = remember(packer, bytes);
    *crc = memory->crc;
    return arena_copy(arena, buf_slice(&memory->packed));
}
