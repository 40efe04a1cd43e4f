#include "read/markdown/text.h"

#include "base/mem.h"

void md_text_put(struct md_text *text, struct slice bytes, uint32_t source, uint32_t source_len)
{
    uint32_t limit = (uint32_t)text->source.len;
    source = source < limit ? source : limit; /* bytes of ours may stand for none at the end */
    source_len = source_len < limit - source ? source_len : limit - source;
    if (!text->any) {
        text->any = text->direct = true;
        text->start = text->end = text->next = source;
    }
    if (text->direct && source == text->end &&
        slice_equal(slice_sub(text->source, source, source_len), bytes)) {
        text->end += source_len;
        return;
    }
    if (text->direct) { /* from now on the bytes are ours */
        buf_put_slice(&text->bytes, md_text_slice(text));
        text->direct = false;
        text->next = text->end;
    }
    if (source != text->next)
        *MEM_PUSH(text->map, text->map_count, text->map_cap) =
            (struct text_map){(uint32_t)text->bytes.len, source};
    buf_put_slice(&text->bytes, bytes);
    text->next = source + (uint32_t)bytes.len;
    if (source + source_len > text->end)
        text->end = source + source_len;
}

void md_text_put_range(struct md_text *text, struct md_copy *copy, uint32_t start, uint32_t end)
{
    while (start < end) {
        const struct md_segment *segment = md_segment_at(copy, start);
        uint32_t stop = segment->at + segment->len, source = md_source(copy, start);
        stop = stop < end ? stop : end;
        uint32_t len = stop - start;
        if (segment->inserted) /* what was replaced is printed after all */
            len = start == segment->at ? segment->stands_for : 0;
        if (len > 0)
            md_text_put(text, slice_sub(text->source, source, len), source, len);
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
}

struct slice md_text_slice(const struct md_text *text)
{
    if (!text->any)
        return SLICE_EMPTY;
    return text->direct ? slice_sub(text->source, text->start, text->end - text->start)
                        : buf_slice(&text->bytes);
}

struct slice md_text_of_range(struct md_copy *copy, uint32_t start, uint32_t end,
                              struct arena *arena)
{
    struct md_text text = {.source = copy->source->text};
    md_text_put_range(&text, copy, start, end);
    struct slice bytes = md_text_slice(&text);
    if (!text.direct)
        bytes = arena_copy(arena, bytes);
    md_text_free(&text);
    return bytes;
}

uint32_t md_text_source(const struct md_text *text, size_t pos)
{
    size_t next = node_map_after(text->map, text->map_count, pos);
    return next > 0 ? text->map[next - 1].source + (uint32_t)(pos - text->map[next - 1].text)
                    : text->start + (uint32_t)pos;
}

void md_text_put_part(struct md_text *text, const struct md_text *from, size_t start, size_t end)
{
    for (size_t next = node_map_after(from->map, from->map_count, start); start < end; next++) {
        size_t stop = next < from->map_count ? from->map[next].text : end;
        stop = stop < end ? stop : end;
        if (stop > start)
            md_text_put(text, slice_sub(md_text_slice(from), start, stop - start),
                        md_text_source(from, start), (uint32_t)(stop - start));
        start = stop;
    }
}

void md_text_give(const struct md_text *text, struct doc *doc, struct node *node)
{
    node->text = md_text_slice(text);
    if (text->direct)
        return;
    node->text = arena_copy(&doc->arena, node->text);
    doc_set_map(doc, node, text->map, text->map_count);
}

void md_text_trim(struct doc *doc, struct node *node, size_t front, size_t back)
{
    if (front == 0 && back == 0)
        return;
    const struct node *cut = doc_cut_text(doc, node, front, node->text.len - back);
    node->text = cut->text;
    node->span = cut->span;
    node->map = cut->map;
    node->map_count = cut->map_count;
}

bool md_text_strip(struct doc *doc, struct node *node, size_t front, size_t back)
{
    bool some = front + back < node->text.len;
    if (some)
        md_text_trim(doc, node, front, back);
    else
        doc_remove(node);
    return some;
}
