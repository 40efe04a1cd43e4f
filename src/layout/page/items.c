#include "layout/page/items.h"

#include "base/mem.h"

struct frame_item *page_add_item(struct page_items *page, struct frame_item item)
{
    struct frame_item *added = MEM_PUSH(page->items, page->count, page->cap);
    *added = item;
    return added;
}

void page_copy_items(struct page_items *page, const struct frame_item *items, uint32_t count,
                     unit x, unit y)
{
    for (uint32_t i = 0; i < count; i++)
        frame_move(page_add_item(page, items[i]), x, y);
}
