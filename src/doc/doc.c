#include "doc/doc.h"

#include "base/mem.h"

struct doc *doc_new(void)
{
    struct doc *doc = mem_calloc(1, sizeof *doc);
    doc->root = doc_add(doc, NULL, NODE_DOCUMENT, SPAN_NONE);
    return doc;
}

void doc_free(struct doc *doc)
{
    if (!doc)
        return;
    map_free(&doc->pictures);
    arena_free(&doc->arena);
    mem_free(doc->nodes);
    mem_free(doc);
}

struct node *doc_add(struct doc *doc, struct node *parent, enum node_kind kind, struct span span)
{
    struct node *node = ARENA_NEW(&doc->arena, struct node);
    MEM_RESERVE(doc->nodes, doc->node_cap, (size_t)doc->node_count + 2);
    doc->nodes[0] = NULL;
    doc->nodes[++doc->node_count] = node;
    node->id = doc->node_count;
    node->kind = kind;
    node->span = span;
    if (parent)
        doc_append(parent, node);
    return node;
}

struct node *doc_add_text(struct doc *doc, struct node *parent, struct slice text, struct span span)
{
    struct node *node = doc_add(doc, parent, NODE_TEXT, span);
    node->text = arena_copy(&doc->arena, text);
    return node;
}

static void cut_map(struct doc *doc, struct node *cut, const struct node *text, size_t start,
                    size_t end)
{
    uint32_t first = node_map_after(text->map, text->map_count, start);
    uint32_t last = node_map_after(text->map, text->map_count, end - 1);
    if (first == last)
        return; /* 1:1 from the span on */
    struct text_map *map = ARENA_ARRAY(&doc->arena, last - first, struct text_map);
    for (uint32_t i = first; i < last; i++)
        map[i - first] =
            (struct text_map){text->map[i].text - (uint32_t)start, text->map[i].source};
    cut->map = map;
    cut->map_count = last - first;
}

struct node *doc_cut_text(struct doc *doc, const struct node *text, size_t start, size_t end)
{
    struct node *cut = doc_add(doc, NULL, NODE_TEXT, text->span);
    cut->text = slice_sub(text->text, start, end - start);
    cut->generated = text->generated;
    cut->media = text->media;
    if (!text->span.source)
        return cut;
    uint32_t source_end = text->span.offset + text->span.len;
    cut->span.offset = node_text_span(text, start, 1).offset;
    if (end < text->text.len) {
        uint32_t last = node_text_span(text, end - 1, 1).offset + 1;
        uint32_t next = node_text_span(text, end, 1).offset;
        source_end = last < next ? last : next;
    }
    cut->span.len = source_end > cut->span.offset ? source_end - cut->span.offset : 0;
    cut_map(doc, cut, text, start, end);
    return cut;
}

void doc_set_map(struct doc *doc, struct node *text, const struct text_map *map, size_t count)
{
    struct text_map *kept = ARENA_ARRAY(&doc->arena, count, struct text_map);
    for (size_t i = 0; i < count; i++)
        kept[i] = map[i];
    text->map = kept;
    text->map_count = (uint32_t)count;
}

/* Puts a detached child between two neighbours below parent; NULL: its end. */
static void link_between(struct node *parent, struct node *before, struct node *after,
                         struct node *child)
{
    child->parent = parent;
    child->previous = before;
    child->next = after;
    *(before ? &before->next : &parent->first) = child;
    *(after ? &after->previous : &parent->last) = child;
}

void doc_append(struct node *parent, struct node *child)
{
    link_between(parent, parent->last, NULL, child);
}

void doc_insert_after(struct node *before, struct node *child)
{
    link_between(before->parent, before, before->next, child);
}

void doc_insert_before(struct node *after, struct node *child)
{
    link_between(after->parent, after->previous, after, child);
}

void doc_remove(struct node *node)
{
    struct node *parent = node->parent;
    if (!parent)
        return;
    *(node->previous ? &node->previous->next : &parent->first) = node->next;
    *(node->next ? &node->next->previous : &parent->last) = node->previous;
    node->parent = node->next = node->previous = NULL;
}

void doc_unwrap(struct node *node)
{
    while (node->first) {
        struct node *child = node->first;
        doc_remove(child);
        doc_insert_before(node, child);
    }
    doc_remove(node);
}

struct node *doc_skip(struct node *node, const struct node *root)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

struct node *doc_next(struct node *node, const struct node *root)
{
    return node->first ? node->first : doc_skip(node, root);
}

void doc_seal(struct doc *doc)
{
    uint32_t id = 0;
    for (struct node *node = doc->root; node; node = doc_next(node, doc->root)) {
        node->id = ++id;
        doc->nodes[id] = node;
    }
    doc->node_count = id;
}
