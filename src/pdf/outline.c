#include "pdf/outline.h"

#include "base/mem.h"
#include "doc/direction.h"
#include "pdf/file/syntax.h"

#define OPEN_LEVELS 2 /* bookmarks that show what is below them at once */
#define LEVELS      8

/* A bookmark and those around it, by their places in the list; 0: none, and for the parent the
 * outline itself, which is the first of the list. */
struct bookmark {
    const struct node *heading; /* NULL: the outline itself */
    uint32_t number;            /* of its object */
    uint32_t parent, previous, next, first, last;
    int32_t shown; /* bookmarks below it that are seen when it is open */
    bool open;
};

struct bookmarks {
    struct bookmark *list;
    size_t count, cap;
};

static uint32_t count_headings(const struct pdf *pdf)
{
    uint32_t count = 0;
    for (uint32_t id = 1; id <= pdf->doc->node_count; id++)
        count += pdf->doc->nodes[id]->kind == NODE_HEADING &&
                 tags_heading_level(pdf->tags, pdf->doc->nodes[id]) > 0;
    return count;
}

static uint32_t add_bookmark(struct bookmarks *all, const struct node *heading, uint32_t parent,
                             bool open)
{
    uint32_t index = (uint32_t)all->count;
    struct bookmark *added = MEM_PUSH(all->list, all->count, all->cap);
    *added = (struct bookmark){.heading = heading, .parent = parent, .open = open};
    if (!heading)
        return index;
    struct bookmark *above = &all->list[parent];
    added->previous = above->last;
    if (above->last > 0)
        all->list[above->last].next = index;
    else
        above->first = index;
    above->last = index;
    return index;
}

/* The headings that stand on a page. */
static void list_headings(const struct pdf *pdf, struct bookmarks *all)
{
    uint32_t last[LEVELS] = {0}; /* by level: the last bookmark */
    add_bookmark(all, NULL, 0, true);
    for (uint32_t id = 1; id <= pdf->doc->node_count; id++) {
        const struct node *node = pdf->doc->nodes[id];
        int level = node->kind == NODE_HEADING ? tags_heading_level(pdf->tags, node) : 0;
        if (level == 0 || pdf->frames->places[id].page == 0)
            continue;
        last[level] = add_bookmark(all, node, last[level - 1], level < OPEN_LEVELS);
        for (int deeper = level + 1; deeper < LEVELS; deeper++)
            last[deeper] = 0;
    }
}

static void count_shown(const struct bookmarks *all)
{
    for (size_t i = all->count; i-- > 1;) {
        const struct bookmark *bookmark = &all->list[i];
        all->list[bookmark->parent].shown += 1 + (bookmark->open ? bookmark->shown : 0);
    }
}

static void put_link(struct buf *out, const struct bookmarks *all, const char *key, uint32_t index)
{
    if (index == 0)
        return;
    buf_put_string(out, key);
    buf_put_int(out, all->list[index].number);
    buf_put_string(out, " 0 R\n");
}

/* What stands between the bookmark's own entries: what is below it and behind it. */
static void put_links(struct buf *out, const struct bookmarks *all, const struct bookmark *of)
{
    put_link(out, all, "/First ", of->first);
    put_link(out, all, "/Last ", of->last);
    put_link(out, all, "/Next ", of->next);
    if (of->shown == 0)
        return;
    buf_put_string(out, "/Count ");
    buf_put_int(out, of->open ? of->shown : -of->shown);
    buf_put_char(out, '\n');
}

/* To its place on the page, in whole points; the zoom stays (12.3.2.2). */
static void write_bookmark(struct pdf *pdf, const struct bookmarks *all, const struct bookmark *of)
{
    struct buf body = {0};
    struct arena_mark mark = arena_mark_get(&pdf->arena);
    struct frame_place place = pdf->frames->places[of->heading->id];
    int32_t y = frames_height(pdf->frames, place.page - 1) - place.y;
    put_link(&body, all, "/Prev ", of->previous);
    buf_put_string(&body, "/Parent ");
    buf_put_int(&body, all->list[of->parent].number);
    buf_put_string(&body, " 0 R\n/Dest [ ");
    buf_put_int(&body, haru_page(pdf->haru, place.page - 1));
    buf_put_string(&body, " 0 R /XYZ null ");
    buf_put_int(&body, (y + 1023) / 1024);
    buf_put_string(&body, " null ]\n");
    put_links(&body, all, of);
    pdf_entry_text(&body, "/Title",
                   slice_trim(node_label(of->heading, NODE_MEDIA_PRINT, &pdf->arena)));
    haru_fill(pdf->haru, of->number, &body);
    arena_reset(&pdf->arena, mark);
}

void pdf_write_outline(struct pdf *pdf)
{
    struct bookmarks all = {0};
    if (count_headings(pdf) < 2 || !pdf->frames->places)
        return;
    list_headings(pdf, &all);
    count_shown(&all);
    for (size_t i = 0; i < all.count && all.count > 1; i++)
        all.list[i].number = haru_add(pdf->haru, &(struct buf){0});
    for (size_t i = 1; i < all.count; i++)
        write_bookmark(pdf, &all, &all.list[i]);
    if (all.count > 1) {
        struct buf body = {0};
        buf_put_string(&body, "/Type /Outlines\n");
        put_links(&body, &all, &all.list[0]);
        haru_fill(pdf->haru, all.list[0].number, &body);
        haru_set_outline(pdf->haru, all.list[0].number);
    }
    mem_free(all.list);
}
