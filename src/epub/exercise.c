#include "epub/exercise.h"

#define FEW_BYTES  420 /* about a dozen lines beside a picture, as in print */
#define NODE_BYTES 10  /* a node counts for so many: it may begin a line */
#define WIDE       50  /* percent: a picture that its writer wants wider stands alone */

/* A run of blocks, looked at one by one. */
struct run {
    size_t bytes;
    uint32_t pictures, blocks;
};

static bool is_wide(const struct node *figure)
{
    const struct node *picture = figure->first;
    return !picture || picture->kind != NODE_IMAGE || picture->u.image.width < -WIDE;
}

static bool is_line_kind(const struct node *node)
{
    return node->kind == NODE_PARAGRAPH || node->kind == NODE_LIST || node->kind == NODE_ITEM ||
           node_is_inline(node->kind);
}

/* False: with this block it is no exercise. Looks at few nodes, however many there are. */
static bool take_block(struct run *run, const struct node *block)
{
    if (block->kind == NODE_FIGURE)
        return run->pictures++ == 0 && !is_wide(block);
    for (const struct node *at = block; at && run->bytes <= FEW_BYTES; at = node_next(at, block))
        run->bytes += is_line_kind(at) ? at->text.len + NODE_BYTES : FEW_BYTES + 1;
    run->blocks++;
    return run->bytes <= FEW_BYTES;
}

static bool is_whole(const struct run *run)
{
    return run->pictures == 1 && run->blocks > 0;
}

static bool is_exercise(const struct node *item)
{
    struct run run = {0};
    if (!item || item->u.item.task != NODE_TASK_NONE)
        return false;
    for (const struct node *at = item->first; at; at = at->next)
        if (node_is_inline(at->kind) || !take_block(&run, at))
            return false;
    return is_whole(&run);
}

bool exercise_is_step(const struct node *item)
{
    return is_exercise(item) && (is_exercise(item->next) || is_exercise(item->previous));
}

/* As exercise_section_last, of a section alone. */
static const struct node *find_last(const struct node *heading, const struct node *limit)
{
    struct run run = {0};
    const struct node *last = heading;
    if (!heading || heading->kind != NODE_HEADING || heading->u.heading.level < 2)
        return NULL;
    for (const struct node *at = heading->next; at && at != limit; at = at->next) {
        bool over = !is_line_kind(at) && at->kind != NODE_FIGURE;
        if (at->kind == NODE_HEADING || (over && is_whole(&run)))
            break;
        if (over || !take_block(&run, at))
            return NULL;
        last = at;
    }
    return is_whole(&run) ? last : NULL;
}

const struct node *exercise_section_last(const struct node *heading, const struct node *limit,
                                         bool follows)
{
    const struct node *last = find_last(heading, limit);
    return last && (follows || find_last(last->next, NULL)) ? last : NULL;
}
