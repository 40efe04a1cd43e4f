#include "epub/pages.h"

static bool is_in_note(const struct node *node)
{
    for (; node; node = node->parent)
        if (node->kind == NODE_NOTE)
            return true;
    return false;
}

/* The byte of the TEXT node's text at which the item starts; 0 when the item borrows no text. */
static uint32_t item_offset(const struct frame_item *item, const struct node *node)
{
    if (item->kind != FRAME_GLYPHS || node->kind != NODE_TEXT || node->text.len == 0)
        return 0;
    const char *start = item->u.glyphs.text.ptr;
    if (start < node->text.ptr || start >= node->text.ptr + node->text.len)
        return 0;
    return (uint32_t)(start - node->text.ptr);
}

/* Footnotes stand at the foot of a page and say nothing about where its text begins. */
static struct epub_page page_start(const struct doc *doc, const struct frame_page *page)
{
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        if (item->node == 0 || item->node > doc->node_count)
            continue;
        const struct node *node = doc->nodes[item->node];
        if (!is_in_note(node))
            return (struct epub_page){node->id, item_offset(item, node), 0};
    }
    return (struct epub_page){0, 0, 0};
}

static bool is_before(struct epub_page a, struct epub_page b)
{
    return a.node < b.node || (a.node == b.node && a.offset < b.offset);
}

void epub_find_pages(struct epub *epub, const struct frames *frames)
{
    if (!frames)
        return;
    epub->page_count = frames->page_count;
    epub->pages = ARENA_ARRAY(&epub->arena, frames->page_count, struct epub_page);
    for (uint32_t i = 0; i < frames->page_count; i++) {
        epub->pages[i] = page_start(epub->doc, &frames->pages[i]);
        if (i > 0 && is_before(epub->pages[i], epub->pages[i - 1]))
            epub->pages[i] = epub->pages[i - 1];
    }
}
