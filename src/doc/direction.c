#include "doc/direction.h"

#include "base/buf.h"
#include "base/slice.h"
#include "base/utf8.h"
#include "doc/words.h"

/* Characters between a node and a number that are looked at. */
#define MOST_BETWEEN 8
/* Characters before a node in which its line's first letter is looked for. */
#define MOST_BEFORE 32

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

static bool is_marked(const struct node *node)
{
    bool says = node->dir == NODE_DIR_LTR || node->dir == NODE_DIR_RTL;
    return says && node_is_inline(node->kind) && needs_mark(node);
}

static const struct node *block_of(const struct node *node)
{
    while (node->parent && node_is_inline(node->kind))
        node = node->parent;
    return node;
}

/* ---- before a node */

/* Digits that a letter before them draws to its side (class EN). */
static bool is_number(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x6f0 && c <= 0x6f9);
}

/* Letters and marks, as opposed to digits, signs and blanks. */
static bool gives_direction(uint32_t c)
{
    return (c < 0x80 && ascii_is_alpha((char)c)) || c == 0x200e || c == 0x200f || c >= 0x3040 ||
           (c >= 0xc0 && c < 0x2000 && !is_number(c) && !(c >= 0x660 && c <= 0x669) && c != 0x60c &&
            c != 0x61b);
}

/* The node without children that stands before a node of the block, or NULL. */
static const struct node *leaf_before(const struct node *node, const struct node *block)
{
    while (node != block && !node->previous)
        node = node->parent;
    if (node == block)
        return NULL;
    for (node = node->previous; node->last;)
        node = node->last;
    return node;
}

/* True if nothing that gives a direction stands before a node in its block; or so far before it
 * that it is not looked for. */
static bool begins_block(const struct node *node)
{
    const struct node *block = block_of(node);
    int seen = 0;
    for (const struct node *at = leaf_before(node, block); at && seen < MOST_BEFORE;
         at = leaf_before(at, block), seen++)
        for (size_t pos = at->kind == NODE_TEXT ? at->text.len : 0; pos > 0 && seen < MOST_BEFORE;
             seen++)
            if (gives_direction(utf8_previous(at->text, &pos)))
                return false;
    return true;
}

const char *node_direction_lead(const struct node *node)
{
    if (!is_marked(node) || !begins_block(node))
        return NULL;
    return node->dir == NODE_DIR_LTR ? "\u200f" : "\u200e";
}

const char *node_direction_mark(const struct node *node)
{
    if (!is_marked(node))
        return NULL;
    return node->dir == NODE_DIR_LTR ? "\u200e" : "\u200f";
}

/* ---- behind a node */

/* What neither has a direction nor ends a sentence for the eye: signs and blanks. */
static bool is_between(uint32_t c)
{
    return c < '0' || c == ':' || c == ';' || c == '=' || c == 0xa0 || c == 0x60c || c == 0x61b ||
           (c >= 0x2000 && c <= 0x206f && c != 0x200e && c != 0x200f);
}

/* True if a number follows in the same line, behind signs and blanks only. */
static bool precedes_number(const struct node *node)
{
    const struct node *block = block_of(node);
    int seen = 0;
    for (const struct node *at = node_skip(node, block); at && seen < MOST_BETWEEN;
         at = node_next(at, block), seen++) {
        if (at->kind != NODE_TEXT)
            continue;
        for (size_t pos = 0; pos < at->text.len && seen < MOST_BETWEEN; seen++) {
            uint32_t c = utf8_next(at->text, &pos);
            if (!is_between(c))
                return is_number(c) && !is_marked(at->parent);
        }
    }
    return false;
}

const char *node_direction_end_mark(const struct node *node)
{
    const char *mark = node_direction_mark(node);
    if (!mark || !precedes_number(node))
        return mark;
    return node->dir == NODE_DIR_LTR ? "\u200e\u200f" : "\u200f\u200e";
}

/* ---- labels */

static void put_mark(struct buf *out, const char *mark)
{
    if (mark)
        buf_put_string(out, mark);
}

/* The marks of the nodes that end with `at`, the last below them. */
static void put_ends(struct buf *out, const struct node *at, const struct node *root)
{
    while (at != root && !at->next) {
        at = at->parent;
        if (at != root)
            put_mark(out, node_direction_end_mark(at));
    }
}

struct slice node_label(const struct node *node, enum node_media media, struct arena *arena)
{
    struct buf buf = {0};
    for (const struct node *at = node, *next; at; at = next) {
        bool shown = media == NODE_MEDIA_ALL || at->media == NODE_MEDIA_ALL || at->media == media;
        next = shown ? node_next(at, node) : node_skip(at, node);
        if (shown && !at->first) {
            node_put_words(&buf, at);
        } else if (shown && at != node) {
            put_mark(&buf, node_direction_lead(at));
            put_mark(&buf, node_direction_mark(at));
        }
        if (!shown || !at->first)
            put_ends(&buf, at, node);
    }
    return buf_keep(&buf, arena);
}
