#include "frame/breaks.h"

#include "base/mem.h"

/* Lines of a block on its first and its latest page. */
struct block_lines {
    uint32_t first_page, last_page, first_lines, last_lines;
};

/* One line of text on a page. */
struct text_line {
    uint32_t page;
    int32_t y;
    const struct node *block;
};

struct break_count {
    struct frame_breaks *out;
    struct block_lines *blocks; /* [node_count + 1] */
    struct text_line last;
    const struct node *heading;
    uint32_t heading_page; /* of a heading that waits for its lines, 0: none */
    uint32_t heading_lines;
};

#define LINES_WANTED 2

/* The block whose line an item stands in; NULL for artifacts, labels and footnotes (whose split
 * is a matter of its own). */
static const struct node *block_of(const struct doc *doc, const struct frame_item *item)
{
    if (item->node == 0 || item->node > doc->node_count ||
        (item->kind != FRAME_GLYPHS && item->kind != FRAME_IMAGE))
        return NULL;
    const struct node *node = doc->nodes[item->node];
    if ((node->kind == NODE_ITEM && node->first) || node->kind == NODE_NOTE)
        return NULL; /* a label stands in the line of its text */
    while (node->parent && node_is_inline(node->kind))
        node = node->parent;
    for (const struct node *up = node; up; up = up->parent)
        if (up->kind == NODE_NOTE)
            return NULL;
    return node;
}

/* A heading wants two lines of what follows on its page, unless its section is over before. */
static void see_heading(struct break_count *count, const struct text_line *line, bool picture)
{
    bool heading = line->block->kind == NODE_HEADING;
    bool same = heading && line->block == count->last.block;
    if (count->heading_page != 0 && line->page != count->heading_page && !same) {
        bool over =
            heading && (count->heading_lines > 0 || line->block->parent != count->heading->parent);
        count->out->stranded += !over;
        count->heading_page = 0;
    }
    if (heading) {
        count->heading = line->block;
        count->heading_page = line->page;
        count->heading_lines = 0;
    } else if (count->heading_page != 0) {
        count->heading_lines += picture ? LINES_WANTED : 1;
        if (count->heading_lines >= LINES_WANTED)
            count->heading_page = 0;
    }
}

static bool is_lead_in(const struct node *block)
{
    const struct node *last = block;
    while (last && last->last)
        last = last->last;
    return last && last->kind == NODE_TEXT && slice_ends(slice_trim(last->text), ":");
}

/* A picture of a step, of a line that leads to it, or a caption, away from them. */
static void see_picture(struct break_count *count, const struct text_line *line)
{
    const struct node *block = line->block, *before = block->previous;
    bool figure = block->kind == NODE_FIGURE && before &&
                  (block->parent->kind == NODE_ITEM || is_lead_in(before));
    bool caption = block->kind == NODE_CAPTION && block->parent->kind == NODE_FIGURE &&
                   count->last.block == block->parent;
    count->out->stranded += (figure || caption) && line->page != count->last.page;
}

static void see_line(struct break_count *count, const struct text_line *line)
{
    struct block_lines *block = &count->blocks[line->block->id];
    if (block->first_page == 0)
        block->first_page = line->page;
    if (block->last_page != line->page)
        block->last_lines = 0;
    block->last_page = line->page;
    block->last_lines++;
    block->first_lines += line->page == block->first_page;
}

static void count_blocks(struct break_count *count, const struct doc *doc)
{
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct block_lines *block = &count->blocks[id];
        if (block->first_page == block->last_page || doc->nodes[id]->kind == NODE_CELL)
            continue;
        count->out->orphans += block->first_lines == 1;
        count->out->widows += block->last_lines == 1;
    }
}

void frames_count_breaks(const struct frames *frames, const struct doc *doc,
                         struct frame_breaks *out)
{
    *out = (struct frame_breaks){0};
    struct break_count count = {
        .out = out, .blocks = mem_calloc((size_t)doc->node_count + 1, sizeof(struct block_lines))};
    for (uint32_t i = 0; i < frames->page_count; i++)
        for (uint32_t j = 0; j < frames->pages[i].count; j++) {
            const struct frame_item *item = &frames->pages[i].items[j];
            struct text_line line = {i + 1, item->box.y, block_of(doc, item)};
            if (!line.block || (line.page == count.last.page && line.y == count.last.y))
                continue;
            see_heading(&count, &line, item->kind == FRAME_IMAGE);
            see_picture(&count, &line);
            see_line(&count, &line);
            count.last = line;
        }
    count_blocks(&count, doc);
    mem_free(count.blocks);
}
