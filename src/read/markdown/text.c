/* Text that grows out of md4c's pieces. Most texts are a run of source bytes: they are not copied
 * at all; a changed byte (an entity, a line end that became a space) makes a copy with a map. */
#include <string.h>

#include "base/mem.h"
#include "read/markdown/markdown.h"

static void add_entry(struct md_text *text, uint32_t at, uint32_t source)
{
    text->map = mem_grow(text->map, &text->map_cap, text->map_count + 1, sizeof *text->map);
    text->map[text->map_count++] = (struct text_map){at, source};
}

/* From now on the bytes are ours. */
static void materialise(struct md_reader *r, struct md_text *text)
{
    if (!text->direct)
        return;
    text->direct = false;
    text->next = text->end;
    buf_put(&text->bytes, r->source->text.ptr + text->start, text->end - text->start);
}

static void begin(struct md_text *text, uint32_t source)
{
    text->any = true;
    text->direct = true;
    text->start = text->end = text->next = source;
}

void md_text_put(struct md_reader *r, struct md_text *text, struct slice bytes, uint32_t source,
                 uint32_t source_len)
{
    uint32_t limit = (uint32_t)r->source->text.len;
    source = source < limit ? source : limit; /* bytes of ours may stand for none at the end */
    source_len = source_len < limit - source ? source_len : limit - source;
    if (!text->any)
        begin(text, source);
    bool same =
        source_len == bytes.len && memcmp(r->source->text.ptr + source, bytes.ptr, bytes.len) == 0;
    if (text->direct && same && source == text->end) {
        text->end += source_len;
        return;
    }
    materialise(r, text);
    if (source != text->next)
        add_entry(text, (uint32_t)text->bytes.len, source);
    buf_put_slice(&text->bytes, bytes);
    text->next = source + (uint32_t)bytes.len;
    if (source + source_len > text->end)
        text->end = source + source_len;
}

void md_text_put_range(struct md_reader *r, struct md_text *text, uint32_t start, uint32_t end)
{
    while (start < end) {
        uint32_t source = md_source(r, start);
        const struct md_segment *segment = &r->copy.segments[r->segment];
        uint32_t stop = segment->at + segment->len;
        stop = stop < end ? stop : end;
        if (!segment->inserted)
            md_text_put(r, text, slice_sub(r->source->text, source, stop - start), source,
                        stop - start);
        start = stop > start ? stop : end;
    }
}

void md_text_clear(struct md_text *text)
{
    text->any = text->direct = false;
    buf_clear(&text->bytes);
    text->map_count = 0;
}

void md_text_free(struct md_text *text)
{
    buf_free(&text->bytes);
    mem_free(text->map);
    *text = (struct md_text){0};
}

struct slice md_text_slice(const struct md_reader *r, const struct md_text *text)
{
    if (!text->any)
        return SLICE_EMPTY;
    return text->direct ? slice_sub(r->source->text, text->start, text->end - text->start)
                        : buf_slice(&text->bytes);
}

/* Index of the last entry at or before pos, or count when pos lies before all. */
static size_t entry_before(const struct text_map *map, size_t count, size_t pos)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (map[middle].text <= pos)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? count : low - 1;
}

static uint32_t source_at(const struct text_map *map, size_t count, uint32_t start, size_t pos)
{
    size_t entry = entry_before(map, count, pos);
    return entry < count ? map[entry].source + (uint32_t)(pos - map[entry].text)
                         : start + (uint32_t)pos;
}

uint32_t md_text_source(const struct md_text *text, size_t pos)
{
    return source_at(text->map, text->map_count, text->start, pos);
}

void md_text_put_part(struct md_reader *r, struct md_text *text, const struct md_text *from,
                      size_t start, size_t end)
{
    struct slice bytes = md_text_slice(r, from);
    size_t next = entry_before(from->map, from->map_count, start);
    next = next == from->map_count ? 0 : next + 1;
    while (start < end) {
        size_t stop = next < from->map_count ? from->map[next].text : end;
        stop = stop < end ? stop : end;
        if (stop > start)
            md_text_put(r, text, slice_sub(bytes, start, stop - start), md_text_source(from, start),
                        (uint32_t)(stop - start));
        start = stop;
        next++;
    }
}

void md_text_trim(struct doc *doc, struct node *node, size_t front, size_t back)
{
    if (front == 0 && back == 0)
        return;
    if (front == 0 && node->map_count == 0) {
        node->text.len -= back;
        node->span.len = node->span.len > back ? node->span.len - (uint32_t)back : 0;
        return;
    }
    const struct node *cut = doc_cut_text(doc, node, front, node->text.len - back);
    node->text = cut->text;
    node->span = cut->span;
    node->map = cut->map;
    node->map_count = cut->map_count;
}
