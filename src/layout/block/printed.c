#include "layout/block/printed.h"

bool printed_is(const struct node *node)
{
    return node->media != NODE_MEDIA_EPUB;
}

static const struct node *from_here_on(const struct node *node)
{
    while (node && !printed_is(node))
        node = node->next;
    return node;
}

const struct node *printed_first(const struct node *parent)
{
    return from_here_on(parent->first);
}

const struct node *printed_last(const struct node *parent)
{
    const struct node *last = parent->last;
    while (last && !printed_is(last))
        last = last->previous;
    return last;
}

const struct node *printed_next(const struct node *node)
{
    return from_here_on(node->next);
}

const struct node *printed_child(const struct node *parent, enum node_kind kind)
{
    const struct node *child = printed_first(parent);
    while (child && child->kind != kind)
        child = printed_next(child);
    return child;
}
