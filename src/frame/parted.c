#include "frame/parted.h"

#define LOOSE_PERCENT 70

static const struct node *ancestor(const struct node *node, enum node_kind kind)
{
    while (node && node->kind != kind)
        node = node->parent;
    return node;
}

/* The node of an item of the text (no artifact, link area or footnote), or NULL. */
static const struct node *text_node(const struct doc *doc, const struct frame_item *item)
{
    if (item->node == 0 || item->node > doc->node_count || item->kind == FRAME_LINK)
        return NULL;
    const struct node *node = doc->nodes[item->node];
    return ancestor(node, NODE_NOTE) ? NULL : node;
}

static const struct node *block_of(const struct node *node)
{
    while (node->parent && node_is_inline(node->kind))
        node = node->parent;
    return node;
}

/* The node of the first, or last, item of the text among the items [first, end) of a page. */
static const struct node *edge_node(const struct frame_page *page, uint32_t first, uint32_t end,
                                    const struct doc *doc, bool last)
{
    for (uint32_t i = first; i < end; i++) {
        const struct frame_item *item = &page->items[last ? end - 1 - (i - first) : i];
        const struct node *node = text_node(doc, item);
        if (node)
            return node;
    }
    return NULL;
}

static bool share(const struct node *a, const struct node *b, enum node_kind kind)
{
    const struct node *own = ancestor(a, kind);
    return own && own == ancestor(b, kind);
}

/* True if the words of a block end in a colon: they lead to what follows. */
static bool ends_in_colon(const struct node *node)
{
    while (node->last)
        node = node->last;
    return node->kind == NODE_TEXT && slice_ends(slice_trim(node->text), ":");
}

/* What an end between two nodes parts. */
static const char *parted_between(const struct node *above, const struct node *below)
{
    if (!above || !below)
        return NULL;
    if (share(above, below, NODE_ROW))
        return "table row";
    if (share(above, below, NODE_TABLE))
        return "table";
    if (share(above, below, NODE_CALLOUT) || share(above, below, NODE_CONTACT))
        return "box";
    if (share(above, below, NODE_FIGURE))
        return "picture and caption";
    const struct node *block = block_of(above);
    bool picture = ancestor(below, NODE_FIGURE) && !ancestor(above, NODE_FIGURE);
    if (picture && (share(above, below, NODE_ITEM) || block->kind == NODE_HEADING))
        return "text and picture";
    return block != block_of(below) && ends_in_colon(block) ? "lead-in" : NULL;
}

const char *frames_parted(const struct frames *frames, const struct doc *doc, uint32_t page)
{
    const struct frame_page *own = &frames->pages[page];
    const struct node *above = edge_node(own, 0, own->second, doc, true);
    const struct node *below = edge_node(own, own->second, own->count, doc, false);
    const char *parted = own->second < own->count ? parted_between(above, below) : NULL;
    if (parted || page + 1 >= frames->page_count)
        return parted;
    const struct frame_page *next = &frames->pages[page + 1];
    above = edge_node(own, 0, own->count, doc, true);
    below = edge_node(next, 0, next->count, doc, false);
    return parted_between(above, below);
}

/* A line of text on a page, from `left` to `right`. */
struct text_line {
    const struct node *block, *end; /* end: the node of its last run */
    int32_t y, left, right;
};

static bool has_line_break(const struct node *from, const struct node *to, const struct node *block)
{
    for (const struct node *node = from; node && node != to; node = node_next(node, block))
        if (node->kind == NODE_LINE_BREAK)
            return true;
    return false;
}

static int32_t widest_line(const struct frame_page *page, const struct doc *doc, uint32_t first,
                           const struct node *block)
{
    int32_t widest = 0, left = 0, y = INT32_MIN;
    for (uint32_t i = first; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        const struct node *node = text_node(doc, item);
        if (!node || item->kind != FRAME_GLYPHS)
            continue;
        if (block_of(node) != block)
            break;
        left = item->box.y != y || item->box.x < left ? item->box.x : left;
        y = item->box.y;
        if (item->box.x + item->box.width - left > widest)
            widest = item->box.x + item->box.width - left;
    }
    return widest;
}

uint32_t frames_loose_lines(const struct frames *frames, const struct doc *doc, uint32_t index)
{
    const struct frame_page *page = &frames->pages[index];
    struct text_line line = {0};
    int32_t widest = 0;
    uint32_t loose = 0;
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        const struct node *node = text_node(doc, item);
        const struct node *block = node ? block_of(node) : NULL;
        if (!node || item->kind != FRAME_GLYPHS || block->kind == NODE_HEADING ||
            block->kind == NODE_CODE_BLOCK)
            continue;
        bool same_block = block == line.block;
        if (!same_block)
            widest = widest_line(page, doc, i, block);
        int32_t width = line.right - line.left;
        if (same_block && item->box.y != line.y && node->kind != NODE_ITEM)
            loose += (int64_t)width * 100 < (int64_t)widest * LOOSE_PERCENT &&
                     !has_line_break(line.end, node, block);
        if (!same_block || item->box.y != line.y)
            line = (struct text_line){.block = block, .y = item->box.y, .left = item->box.x};
        line.left = item->box.x < line.left ? item->box.x : line.left;
        line.right = item->box.x + item->box.width > line.right || line.right == 0
                         ? item->box.x + item->box.width
                         : line.right;
        line.end = node;
    }
    return loose;
}
