#include "layout/sections.h"

#include "base/mem.h"
#include "doc/words.h"

#define SHOWN 3

/* From a heading to the next of its level. */
struct section {
    const struct node *heading;
    uint32_t end; /* id of the first node after it */
    int64_t height;
    unit top, low; /* in the column that is looked at; low 0: not there */
};

struct section_list {
    struct section *items;
    size_t count, cap;
};

/* Headings below the title that stand in no box. */
static void find_sections(const struct doc *doc, struct section_list *list)
{
    for (const struct node *at = doc->root->first; at; at = at->next) {
        bool heading = at->kind == NODE_HEADING && at->u.heading.level == 2;
        bool back =
            at->kind == NODE_CONTACT || at->kind == NODE_ABOUT || at->kind == NODE_WEB_ADDRESSES;
        if ((heading || back) && list->count > 0 && list->items[list->count - 1].end == 0)
            list->items[list->count - 1].end = at->id;
        if (heading)
            *MEM_PUSH(list->items, list->count, list->cap) = (struct section){.heading = at};
    }
    if (list->count > 0 && list->items[list->count - 1].end == 0)
        list->items[list->count - 1].end = UINT32_MAX;
}

static struct section *section_of(const struct section_list *list, uint32_t node)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].end <= node)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = low < list->count && list->items[low].heading->id <= node;
    return inside ? &list->items[low] : NULL;
}

/* Footnotes stand at the foot of the column, far from their section. */
static bool is_note(const struct node *node)
{
    while (node && node->kind != NODE_NOTE)
        node = node->parent;
    return node != NULL;
}

/* A column of a page: its items [first, end). */
static void measure_column(const struct frame_page *page, uint32_t first, uint32_t end,
                           const struct doc *doc, struct section_list *list)
{
    for (uint32_t i = first; i < end; i++) {
        const struct frame_item *item = &page->items[i];
        struct section *section = item->node ? section_of(list, item->node) : NULL;
        if (!section || is_note(doc->nodes[item->node]))
            continue;
        unit low = item->box.y + item->box.height;
        section->top = section->low == 0 || item->box.y < section->top ? item->box.y : section->top;
        section->low = low > section->low ? low : section->low;
    }
    for (size_t i = 0; i < list->count; i++) {
        struct section *section = &list->items[i];
        section->height += section->low > 0 ? section->low - section->top : 0;
        section->low = 0;
    }
}

static struct section *longest(const struct section_list *list)
{
    struct section *best = &list->items[0];
    for (size_t i = 1; i < list->count; i++)
        if (list->items[i].height > best->height)
            best = &list->items[i];
    return best;
}

const char *sections_longest(const struct frames *frames, const struct doc *doc, unit leading,
                             struct arena *arena)
{
    struct section_list list = {0};
    const char *text = "";
    find_sections(doc, &list);
    for (uint32_t i = 0; i < frames->page_count && list.count > 1; i++) {
        const struct frame_page *page = &frames->pages[i];
        measure_column(page, 0, page->second, doc, &list);
        measure_column(page, page->second, page->count, doc, &list);
    }
    for (size_t i = 0; i < SHOWN && i < list.count && list.count > 1; i++) {
        struct section *section = longest(&list);
        struct slice name = node_words(section->heading, NODE_MEDIA_PRINT, arena);
        text = arena_format(arena, "%s%s \"%.*s\" (%u lines)", text,
                            i == 0 ? "; the longest sections are" : ",", (int)name.len, name.ptr,
                            (unsigned)((section->height + leading / 2) / leading));
        section->height = 0;
    }
    mem_free(list.items);
    return text;
}
