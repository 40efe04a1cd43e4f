/* The frame items of a page while it is made. On the heap, owned by page.c. Only page/ includes
 * it. */
#pragma once

#include "frame/frame.h"

struct page_items {
    struct frame_item *items;
    size_t count, cap;
};

/* Adds an item; the result is valid until the next is added. */
struct frame_item *page_add_item(struct page_items *page, struct frame_item item);
/* Adds copies, moved by x and y. */
void page_copy_items(struct page_items *page, const struct frame_item *items, uint32_t count,
                     unit x, unit y);
