#include "layout/par/store.h"

#include <string.h>

#include "base/mem.h"

/* Of a leaflet with more nothing is kept: it has some 20 pages, and is hardly set again. */
#define STORE_MOST ((size_t)2 * 1024 * 1024)

struct par_stored {
    struct par_stored *other; /* of the same block, or of another with its id */
    const struct node *block;
    struct par_params params;
    const char *lang;
    struct slice text;
    struct par_span *spans;
    struct text_analysis analysis;
    struct par_chunk *chunks;
    struct linebreak_item *items;
    struct par_ref *refs;
    size_t span_count, chunk_count, item_count;
    unit hang_most;
    bool wide, breaks_inside;
    struct linebreak_params broken; /* by which the breaks were found, if there are any */
    uint32_t *breaks;
    size_t break_count;
    uint32_t overfull;
};

void par_store_free(struct par_store *store)
{
    arena_free(&store->arena);
    mem_free(store->blocks);
    *store = (struct par_store){0};
}

static void *copy(struct par_store *store, const void *list, size_t count, size_t size)
{
    store->bytes += count * size;
    return memcpy(arena_array(&store->arena, count, size), list, count * size);
}

/* What shaping and items depend on, beside the spans. */
static bool same_params(const struct par_params *a, const struct par_params *b)
{
    return a->text.tabular == b->text.tabular && a->preformatted == b->preformatted &&
           a->justified == b->justified && a->hyphenate == b->hyphenate &&
           a->names_whole == b->names_whole && a->align == b->align && a->rtl == b->rtl;
}

static bool same_style(const struct par_style *a, const struct par_style *b)
{
    return a->face == b->face && a->size == b->size && a->rise == b->rise && a->lang == b->lang;
}

/* Their texts may lie elsewhere, and only drawing asks for the rest of their styles. */
static bool same_span(const struct par_span *a, const struct par_span *b)
{
    return a->start == b->start && a->len == b->len && a->kind == b->kind && a->node == b->node &&
           a->object_width == b->object_width && same_style(&a->style, &b->style);
}

static bool is_same(const struct par_stored *stored, const struct par_work *work,
                    const struct node *block)
{
    if (stored->block != block || stored->lang != work->lang ||
        !same_params(&stored->params, &work->params) || stored->span_count != work->span_count ||
        !slice_equal(stored->text, buf_slice(&work->text)))
        return false;
    for (size_t i = 0; i < work->span_count; i++)
        if (!same_span(&stored->spans[i], &work->spans[i]))
            return false;
    return true;
}

#define FILL(list, cap, from, count)                                                               \
    (MEM_RESERVE(list, cap, count), memcpy(list, from, (count) * sizeof *(list)))

bool par_store_get(const struct par_store *store, struct par_work *work, const struct node *block)
{
    work->stored = block->id < store->block_cap ? store->blocks[block->id] : NULL;
    while (work->stored && !is_same(work->stored, work, block))
        work->stored = work->stored->other;
    const struct par_stored *stored = work->stored;
    if (!stored)
        return false;
    work->analysis = stored->analysis; /* its flags alone may change */
    work->analysis.flags = (uint8_t *)arena_bytes(&work->layout->scratch, stored->text.len + 1);
    memcpy(work->analysis.flags, stored->analysis.flags, stored->text.len + 1);
    FILL(work->chunks, work->chunk_cap, stored->chunks, stored->chunk_count);
    FILL(work->items, work->item_cap, stored->items, stored->item_count);
    FILL(work->refs, work->ref_cap, stored->refs, stored->item_count);
    work->chunk_count = stored->chunk_count;
    work->item_count = stored->item_count;
    work->hang_most = stored->hang_most;
    work->wide = stored->wide;
    work->breaks_inside = stored->breaks_inside;
    return true;
}

static void add_entry(struct par_store *store, struct par_stored *stored)
{
    uint32_t id = stored->block->id;
    size_t before = store->block_cap;
    MEM_RESERVE(store->blocks, store->block_cap, id + 1u);
    memset(store->blocks + before, 0, (store->block_cap - before) * sizeof *store->blocks);
    stored->other = store->blocks[id];
    store->blocks[id] = stored;
}

/* The glyphs of the font set stay, those of the scratch arena do not. */
static void keep_glyphs(struct par_store *store, struct par_chunk *chunks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (chunks[i].own)
            chunks[i].glyphs = chunks[i].own =
                copy(store, chunks[i].own, chunks[i].glyph_count, sizeof *chunks[i].own);
}

void par_store_put(struct par_store *store, struct par_work *work, const struct node *block)
{
    if (store->full || work->chunk_count == 0)
        return;
    if (store->bytes > STORE_MOST) {
        par_store_free(store);
        store->full = true;
        return;
    }
    struct par_stored *stored = ARENA_NEW(&store->arena, struct par_stored);
    const struct text_analysis *analysis = &work->analysis;
    struct slice text = buf_slice(&work->text);
    *stored = (struct par_stored){
        .block = block,
        .params = work->params,
        .lang = work->lang,
        .text = {copy(store, text.ptr, text.len, 1), text.len},
        .spans = copy(store, work->spans, work->span_count, sizeof *work->spans),
        .analysis = {copy(store, analysis->flags, text.len + 1, 1),
                     copy(store, analysis->runs, analysis->run_count, sizeof *analysis->runs),
                     analysis->run_count, analysis->base_rtl},
        .chunks = copy(store, work->chunks, work->chunk_count, sizeof *work->chunks),
        .items = copy(store, work->items, work->item_count, sizeof *work->items),
        .refs = copy(store, work->refs, work->item_count, sizeof *work->refs),
        .span_count = work->span_count,
        .chunk_count = work->chunk_count,
        .item_count = work->item_count,
        .hang_most = work->hang_most,
        .wide = work->wide,
        .breaks_inside = work->breaks_inside};
    keep_glyphs(store, stored->chunks, stored->chunk_count);
    add_entry(store, stored);
    work->stored = stored;
}

static bool same_breaking(const struct linebreak_params *a, const struct linebreak_params *b)
{
    return a->measure == b->measure && a->measure_first == b->measure_first && a->give == b->give &&
           a->hang_most == b->hang_most && a->expansion == b->expansion &&
           a->justified == b->justified && a->balance == b->balance;
}

bool par_store_get_breaks(struct par_work *work, const struct linebreak_params *params)
{
    const struct par_stored *stored = work->stored;
    if (!stored || !stored->breaks || !same_breaking(&stored->broken, params))
        return false;
    FILL(work->breaks, work->break_cap, stored->breaks, stored->break_count);
    work->break_count = stored->break_count;
    work->overfull = stored->overfull;
    return true;
}

void par_store_put_breaks(struct par_store *store, struct par_work *work,
                          const struct linebreak_params *params)
{
    struct par_stored *stored = work->stored;
    if (!stored)
        return;
    stored->broken = *params;
    stored->breaks = copy(store, work->breaks, work->break_count, sizeof *work->breaks);
    stored->break_count = work->break_count;
    stored->overfull = work->overfull;
}
