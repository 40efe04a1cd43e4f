#include "read/passes/edit.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

/* The new text of a node in the making. */
struct new_text {
    const struct node *node; /* still with its old text */
    struct buf text;
    struct text_map *map;
    size_t map_count, map_cap;
    uint32_t next;  /* source byte that the next byte stands for without a map entry */
    uint32_t entry; /* first entry of the old map that lies behind what was read */
};

/* The source byte of byte `at` of the old text; calls go forward. */
static uint32_t old_source(struct new_text *out, uint32_t at)
{
    const struct node *node = out->node;
    while (out->entry < node->map_count && node->map[out->entry].text <= at)
        out->entry++;
    if (out->entry == 0)
        return node->span.offset + at;
    const struct text_map *map = &node->map[out->entry - 1];
    return map->source + (at - map->text);
}

static void put(struct new_text *out, struct slice bytes, uint32_t source)
{
    if (source != out->next && out->node->span.source)
        *MEM_PUSH(out->map, out->map_count, out->map_cap) =
            (struct text_map){(uint32_t)out->text.len, source};
    buf_put_slice(&out->text, bytes);
    out->next = source + (uint32_t)bytes.len;
}

static void put_old(struct new_text *out, uint32_t start, uint32_t end)
{
    const struct node *node = out->node;
    while (start < end) {
        uint32_t source = old_source(out, start), stop = end;
        if (out->entry < node->map_count && node->map[out->entry].text < end)
            stop = node->map[out->entry].text;
        put(out, slice_sub(node->text, start, stop - start), source);
        start = stop;
    }
}

/* Applies the edits of one node; returns how many there were. */
static size_t edit_node(struct doc *doc, const struct text_edit *edits, size_t count,
                        struct new_text *out)
{
    struct node *node = edits[0].node;
    size_t used = 0;
    uint32_t done = 0;
    out->node = node;
    out->next = node->span.offset;
    out->entry = 0;
    out->map_count = 0;
    buf_clear(&out->text);
    for (; used < count && edits[used].node == node; used++) {
        const struct text_edit *edit = &edits[used];
        if (!edit->with)
            continue;
        put_old(out, done, edit->at);
        put(out, slice_from(edit->with), old_source(out, edit->at));
        done = edit->at + edit->len;
    }
    if (done == 0)
        return used;
    put_old(out, done, (uint32_t)node->text.len);
    if (out->text.len == 0 && node->previous)
        doc_remove(node);
    node->text = arena_copy(&doc->arena, buf_slice(&out->text));
    node->map_count = (uint32_t)out->map_count;
    if (out->map_count > 0) {
        struct text_map *map = ARENA_ARRAY(&doc->arena, out->map_count, struct text_map);
        memcpy(map, out->map, out->map_count * sizeof *map);
        node->map = map;
    }
    return used;
}

void edit_texts(struct doc *doc, const struct text_edit *edits, size_t count)
{
    struct new_text out = {0};
    for (size_t i = 0; i < count;)
        i += edit_node(doc, edits + i, count - i, &out);
    buf_free(&out.text);
    mem_free(out.map);
}
