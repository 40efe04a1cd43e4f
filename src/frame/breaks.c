#include "frame/breaks.h"

#include "base/mem.h"

/* Lines of a block in its first and its latest column: columns are counted over all pages. */
struct block_lines {
    uint32_t first_column, last_column, first_lines, last_lines;
};

/* One line of text. */
struct text_line {
    uint32_t column;
    int32_t y;
    const struct node *block;
};

struct break_count {
    struct frame_breaks *out;
    struct block_lines *blocks; /* [node_count + 1] */
    struct text_line last;
    const struct node *heading;
    uint32_t heading_column; /* of a heading that waits for its lines, 0: none */
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

/* A heading wants two lines of what follows in its column, unless its section is over before. */
static void see_heading(struct break_count *count, const struct text_line *line, bool picture)
{
    bool heading = line->block->kind == NODE_HEADING;
    bool same = heading && line->block == count->last.block;
    if (count->heading_column != 0 && line->column != count->heading_column && !same) {
        bool over =
            heading && (count->heading_lines > 0 || line->block->parent != count->heading->parent);
        count->out->stranded += !over;
        count->heading_column = 0;
    }
    if (heading) {
        count->heading = line->block;
        count->heading_column = line->column;
        count->heading_lines = 0;
    } else if (count->heading_column != 0) {
        count->heading_lines += picture ? LINES_WANTED : 1;
        if (count->heading_lines >= LINES_WANTED)
            count->heading_column = 0;
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
    count->out->stranded += (figure || caption) && line->column != count->last.column;
}

static void see_line(struct break_count *count, const struct text_line *line)
{
    struct block_lines *block = &count->blocks[line->block->id];
    if (block->first_column == 0)
        block->first_column = line->column;
    if (block->last_column != line->column)
        block->last_lines = 0;
    block->last_column = line->column;
    block->last_lines++;
    block->first_lines += line->column == block->first_column;
}

static void count_blocks(struct break_count *count, const struct doc *doc)
{
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct block_lines *block = &count->blocks[id];
        if (block->first_column == block->last_column || doc->nodes[id]->kind == NODE_CELL)
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
    uint32_t column = 0;
    for (uint32_t i = 0; i < frames->page_count; i++) {
        const struct frame_page *page = &frames->pages[i];
        for (uint32_t j = 0; j < page->count; j++) {
            const struct frame_item *item = &page->items[j];
            column += j == 0 || j == page->second ? 1 : 0;
            struct text_line line = {column, item->box.y, block_of(doc, item)};
            if (!line.block || (line.column == count.last.column && line.y == count.last.y))
                continue;
            see_heading(&count, &line, item->kind == FRAME_IMAGE);
            see_picture(&count, &line);
            see_line(&count, &line);
            count.last = line;
        }
    }
    count_blocks(&count, doc);
    mem_free(count.blocks);
}
