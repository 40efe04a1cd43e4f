#include "frame/frame.h"

#include "base/mem.h"

unit frames_width(const struct frames *frames, uint32_t page)
{
    return frames->pages[page].turned ? frames->page_height : frames->page_width;
}

unit frames_height(const struct frames *frames, uint32_t page)
{
    return frames->pages[page].turned ? frames->page_width : frames->page_height;
}

struct frame_item frame_rule(unit x, unit y, unit width, unit thickness, uint32_t colour)
{
    return (struct frame_item){.kind = FRAME_RULE,
                               .artifact = FRAME_LAYOUT,
                               .box = {x, y, width, thickness},
                               .u.rule = {thickness, colour}};
}

struct frame_item frame_fill(struct frame_box box, uint32_t colour)
{
    return (struct frame_item){
        .kind = FRAME_FILL, .artifact = FRAME_LAYOUT, .box = box, .u.fill.colour = colour};
}

void frame_move(struct frame_item *item, unit x, unit y)
{
    item->box.x += x;
    item->box.y += y;
    if (item->kind == FRAME_GLYPHS)
        item->u.glyphs.baseline += y;
}

struct frame_item *frame_list_add(struct frame_list *list, struct frame_item item)
{
    struct frame_item *added = MEM_PUSH(list->items, list->count, list->cap);
    *added = item;
    return added;
}

void frame_list_copy(struct frame_list *list, const struct frame_item *items, uint32_t count,
                     unit x, unit y)
{
    for (uint32_t i = 0; i < count; i++)
        frame_move(frame_list_add(list, items[i]), x, y);
}

struct frame_item *frame_list_keep(const struct frame_list *list, struct arena *arena)
{
    struct frame_item *kept = ARENA_ARRAY(arena, list->count, struct frame_item);
    for (size_t i = 0; i < list->count; i++)
        kept[i] = list->items[i];
    return kept;
}

void frames_free(struct frames *frames)
{
    if (!frames)
        return;
    arena_free(&frames->arena);
    mem_free(frames);
}

/* A block begins where its first shown descendant does. Ids are in reading order, so going
 * backwards meets children before their parents, and the first child last. */
static void lift_places(struct frames *frames, const struct doc *doc)
{
    for (uint32_t id = doc->node_count; id > 0; id--) {
        const struct node *node = doc->nodes[id];
        struct frame_place own = frames->places[id];
        if (own.page == 0 || !node->parent)
            continue;
        struct frame_place *parent = &frames->places[node->parent->id];
        bool earlier = own.page < parent->page || (own.page == parent->page && own.y < parent->y);
        if (parent->page == 0 || earlier)
            *parent = own;
    }
}

void frames_map(struct frames *frames, const struct doc *doc)
{
    frames->node_count = doc->node_count;
    frames->places = ARENA_ARRAY(&frames->arena, (size_t)doc->node_count + 1, struct frame_place);
    for (uint32_t i = 0; i < frames->page_count; i++) {
        const struct frame_page *page = &frames->pages[i];
        for (uint32_t j = 0; j < page->count; j++) {
            uint32_t node = page->items[j].node;
            if (node != 0 && node <= doc->node_count && frames->places[node].page == 0)
                frames->places[node] = (struct frame_place){i + 1, page->items[j].box.y};
        }
    }
    lift_places(frames, doc);
}
