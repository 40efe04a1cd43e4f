#include "pdf/outline.h"

#include "doc/direction.h"

#define OPEN_LEVELS 2 /* bookmarks that show what is below them at once */

static uint32_t count_headings(const struct pdf *pdf)
{
    uint32_t count = 0;
    for (uint32_t id = 1; id <= pdf->doc->node_count; id++)
        count += pdf->doc->nodes[id]->kind == NODE_HEADING &&
                 tags_heading_level(pdf->tags, pdf->doc->nodes[id]) > 0;
    return count;
}

void pdf_write_outline(struct pdf *pdf)
{
    struct haru_outline *open[8] = {NULL}; /* by level: the last bookmark */
    if (count_headings(pdf) < 2 || !pdf->frames->places)
        return;
    for (uint32_t id = 1; id <= pdf->doc->node_count; id++) {
        const struct node *node = pdf->doc->nodes[id];
        int level = node->kind == NODE_HEADING ? tags_heading_level(pdf->tags, node) : 0;
        struct frame_place place = pdf->frames->places[id];
        if (level == 0 || place.page == 0)
            continue;
        struct arena_mark mark = arena_mark_get(&pdf->arena);
        struct slice title = slice_trim(node_label(node, NODE_MEDIA_PRINT, &pdf->arena));
        open[level] = haru_add_outline(pdf->haru, open[level - 1], title, place.page - 1,
                                       frames_height(pdf->frames, place.page - 1) - place.y,
                                       level < OPEN_LEVELS);
        for (int deeper = level + 1; deeper < 8; deeper++)
            open[deeper] = NULL;
        arena_reset(&pdf->arena, mark);
    }
}
