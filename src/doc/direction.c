#include "doc/direction.h"

#include "base/buf.h"

enum node_direction node_direction_around(const struct node *node)
{
    for (node = node->parent; node; node = node->parent)
        if (node->dir == NODE_DIR_LTR || node->dir == NODE_DIR_RTL)
            return node->dir;
    return NODE_DIR_LTR;
}

/* An inline node that runs otherwise than the block's text, or stands in one that does: there
 * digits of the Arabic script need marks of their own (UAX #9, N1). */
static bool needs_mark(const struct node *node)
{
    enum node_direction around = node_direction_around(node);
    const struct node *parent = node->parent;
    while (parent && node_is_inline(parent->kind) && parent->dir == node->dir) {
        around = node_direction_around(parent);
        parent = parent->parent;
    }
    return around != node->dir;
}

const char *node_direction_mark(const struct node *node)
{
    bool says = node->dir == NODE_DIR_LTR || node->dir == NODE_DIR_RTL;
    if (!says || !node_is_inline(node->kind) || !needs_mark(node))
        return NULL;
    return node->dir == NODE_DIR_LTR ? "\u200e" : "\u200f";
}

static void put_mark(struct buf *out, const struct node *node)
{
    const char *mark = node_direction_mark(node);
    if (mark)
        buf_put_string(out, mark);
}

/* The marks of the nodes that end with `at`, the last below them. */
static void put_ends(struct buf *out, const struct node *at, const struct node *root)
{
    while (at != root && !at->next) {
        at = at->parent;
        if (at != root)
            put_mark(out, at);
    }
}

struct slice node_label(const struct node *node, enum node_media media, struct arena *arena)
{
    struct buf buf = {0};
    for (const struct node *at = node, *next; at; at = next) {
        bool shown = media == NODE_MEDIA_ALL || at->media == NODE_MEDIA_ALL || at->media == media;
        next = shown ? node_next(at, node) : node_skip(at, node);
        if (shown && at->kind == NODE_TEXT)
            buf_put_slice(&buf, at->text);
        else if (shown && at->kind == NODE_LINE_BREAK)
            buf_put_char(&buf, ' ');
        else if (shown && at != node && at->first)
            put_mark(&buf, at);
        if (!shown || !at->first)
            put_ends(&buf, at, node);
    }
    return buf_keep(&buf, arena);
}
