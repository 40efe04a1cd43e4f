#include "epub/split.h"

#include "base/mem.h"

/* What the tags of a node take on average, and the links from a note's call and back. */
#define TAG_BYTES  16u
#define CALL_BYTES 300u

static size_t about_bytes(const struct node *block)
{
    size_t bytes = 0;
    for (const struct node *node = block; node; node = node_next(node, block))
        bytes += node->text.len + TAG_BYTES + (node->kind == NODE_NOTE_REF ? CALL_BYTES : 0);
    return bytes;
}

static bool may_start_part(const struct node *block)
{
    return block->kind == NODE_HEADING && block->u.heading.level <= 2;
}

void epub_split(struct epub *epub)
{
    size_t cap = 0, bytes = 0;
    for (const struct node *block = epub->doc->root->first; block; block = block->next) {
        if (epub->part_count == 0 || (bytes > EPUB_PART_BYTES && may_start_part(block))) {
            *MEM_PUSH(epub->parts, epub->part_count, cap) = (struct epub_part){.first = block};
            bytes = 0;
        }
        bytes += about_bytes(block);
    }
}

uint32_t epub_part_of(const struct epub *epub, const struct node *node)
{
    uint32_t low = 1, high = epub->part_count;
    while (low < high) {
        uint32_t middle = (low + high + 1) / 2;
        if (epub->parts[middle - 1].first->id <= node->id)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

const char *epub_part_name(struct epub *epub, uint32_t index)
{
    return epub->part_count == 1 ? "leaflet.xhtml"
                                 : arena_format(&epub->arena, "leaflet-%u.xhtml", index);
}

void epub_free_parts(struct epub *epub)
{
    for (uint32_t i = 0; i < epub->part_count; i++)
        buf_free(&epub->parts[i].xhtml);
    mem_free(epub->parts);
}
