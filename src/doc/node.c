#include "doc/node.h"

#include "base/buf.h"

bool node_is_inline(enum node_kind kind)
{
    return kind >= NODE_TEXT && kind < NODE_KIND_COUNT;
}

const char *node_kind_name(enum node_kind kind)
{
    static const char *const names[NODE_KIND_COUNT] = {
#define X(symbol, name) name,
        NODE_KINDS(X)
#undef X
    };
    return names[kind];
}

bool node_is_prose(const struct node *node)
{
    return node->kind == NODE_TEXT && !node->generated && node->parent &&
           node->parent->kind != NODE_CODE && node->parent->kind != NODE_CODE_BLOCK;
}

const char *node_lang(const struct node *node)
{
    while (node && !node->lang)
        node = node->parent;
    return node ? node->lang : NULL;
}

const struct node *node_skip(const struct node *node, const struct node *root)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

const struct node *node_next(const struct node *node, const struct node *root)
{
    return node->first ? node->first : node_skip(node, root);
}

/* The first row of a part of a table or of those after it, or NULL. */
static struct node *row_from(struct node *part)
{
    for (; part; part = part->next)
        if (part->first && (part->kind == NODE_TABLE_HEAD || part->kind == NODE_TABLE_BODY))
            return part->first;
    return NULL;
}

struct node *node_first_row(const struct node *table)
{
    return row_from(table->first);
}

struct node *node_next_row(const struct node *row)
{
    return row->next ? row->next : row_from(row->parent->next);
}

bool node_is_head_row(const struct node *row)
{
    return row->parent->kind == NODE_TABLE_HEAD;
}

static bool is_in_medium(const struct node *node, enum node_media media)
{
    return media == NODE_MEDIA_ALL || node->media == NODE_MEDIA_ALL || node->media == media;
}

struct slice node_text(const struct node *node, enum node_media media, struct arena *arena)
{
    struct buf buf = {0};
    const struct node *at = node;
    while (at) {
        if (!is_in_medium(at, media)) {
            at = node_skip(at, node);
            continue;
        }
        if (at->kind == NODE_TEXT)
            buf_put_slice(&buf, at->text);
        else if (at->kind == NODE_LINE_BREAK)
            buf_put_char(&buf, ' ');
        at = node_next(at, node);
    }
    return buf_keep(&buf, arena);
}

uint32_t node_map_after(const struct text_map *map, size_t count, size_t pos)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (map[middle].text <= pos)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

struct span node_text_span(const struct node *text, size_t pos, size_t len)
{
    struct span span = text->span;
    if (!span.source)
        return span;
    uint32_t after = node_map_after(text->map, text->map_count, pos);
    struct text_map entry =
        after > 0 ? text->map[after - 1] : (struct text_map){0, text->span.offset};
    uint32_t end = span.offset + span.len;
    span.offset = entry.source + (uint32_t)(pos - entry.text);
    if (span.offset > end)
        span.offset = end;
    span.len = len < end - span.offset ? (uint32_t)len : end - span.offset;
    return span;
}
