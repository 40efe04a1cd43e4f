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
    arena_free(&doc->arena);
    mem_free(doc->nodes);
    mem_free(doc);
}

struct node *doc_add(struct doc *doc, struct node *parent, enum node_kind kind, struct span span)
{
    struct node *node = ARENA_NEW(&doc->arena, struct node);
    doc->nodes =
        mem_grow(doc->nodes, &doc->node_cap, (size_t)doc->node_count + 2, sizeof *doc->nodes);
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

void doc_append(struct node *parent, struct node *child)
{
    child->parent = parent;
    child->previous = parent->last;
    child->next = NULL;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void doc_insert_after(struct node *before, struct node *child)
{
    struct node *parent = before->parent;
    child->parent = parent;
    child->previous = before;
    child->next = before->next;
    if (before->next)
        before->next->previous = child;
    else
        parent->last = child;
    before->next = child;
}

void doc_insert_before(struct node *after, struct node *child)
{
    struct node *parent = after->parent;
    child->parent = parent;
    child->next = after;
    child->previous = after->previous;
    if (after->previous)
        after->previous->next = child;
    else
        parent->first = child;
    after->previous = child;
}

void doc_remove(struct node *node)
{
    struct node *parent = node->parent;
    if (!parent)
        return;
    if (node->previous)
        node->previous->next = node->next;
    else
        parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else
        parent->last = node->previous;
    node->parent = node->next = node->previous = NULL;
}

void doc_seal(struct doc *doc)
{
    uint32_t id = 0;
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        /* the builder owns the nodes: ids are final only now */
        struct node *node = (struct node *)(uintptr_t)at;
        node->id = ++id;
        doc->nodes[id] = node;
    }
    doc->node_count = id;
}
