#include "read/plain/plain.h"

#include <string.h>

#include "base/mem.h"
#include "read/matter/title.h"
#include "read/passes/unmarked.h"
#include "read/passes/smart.h"
#include "read/plain/article.h"
#include "read/plain/classify.h"
#include "read/plain/furniture.h"
#include "read/plain/labels.h"
#include "read/plain/phrase.h"
#include "read/plain/told.h"
#include "read/plain/wrap.h"
#include "text/line_end.h"

/* Bullets inside bullets; deeper ones stay at this level. */
#define BULLET_LEVELS 6u

/* The tree in the making, and what is open in it. */
struct plain_tree {
    struct doc *doc;
    struct diag_list *diags;
    struct plain_article article;
    struct node *numbered;               /* the numbered list that is open, or NULL */
    struct node *item;                   /* its last item */
    struct node *bullets[BULLET_LEVELS]; /* open lists of bullets, [0] the outermost */
    uint32_t indents[BULLET_LEVELS];
    uint32_t level; /* how many of them are open */
    bool section;   /* a heading of level 2 was set */
};

static struct span span_of(const struct plain_tree *tree, const struct plain_segment *segment)
{
    const struct plain_line *first = &tree->article.lines[segment->first];
    const struct plain_line *last = &tree->article.lines[segment->first + segment->count - 1];
    return (struct span){tree->article.source, first->offset,
                         last->offset + last->len - first->offset};
}

/* The same with the bullet or number. */
static struct span item_span(const struct plain_tree *tree, const struct plain_segment *segment)
{
    struct span span = span_of(tree, segment);
    uint32_t lead = tree->article.lines[segment->first].lead;
    return (struct span){span.source, span.offset - lead, span.len + lead};
}

static void extend_span(struct node *node, struct span end)
{
    node->span.len = end.offset + end.len - node->span.offset;
}

/* What stands between two lines of one text: a space, but nothing inside a word. */
static bool needs_space(struct slice line, struct slice next)
{
    return !plain_is_parted(line, next) && !text_lines_join(line, next);
}

/* The segment's lines as one text. */
static struct node *join(struct plain_tree *tree, const struct plain_segment *segment)
{
    size_t len = segment->count, at = 0;
    for (uint32_t i = 0; i < segment->count; i++)
        len += plain_text(&tree->article, segment, i).len;
    char *bytes = arena_bytes(&tree->doc->arena, len);
    struct text_map *map = mem_calloc(segment->count, sizeof *map);
    for (uint32_t i = 0; i < segment->count; i++) {
        struct slice line = plain_text(&tree->article, segment, i);
        if (i > 0 && needs_space(plain_text(&tree->article, segment, i - 1), line))
            bytes[at++] = ' ';
        map[i] = (struct text_map){(uint32_t)at, tree->article.lines[segment->first + i].offset};
        memcpy(bytes + at, line.ptr, line.len);
        at += line.len;
    }
    struct node *node = unmarked_text(tree->doc, (struct slice){bytes, at}, tree->article.source,
                                      map, segment->count);
    mem_free(map);
    return node;
}

static void put_broken(struct plain_tree *tree, struct node *block,
                       const struct plain_segment *segment)
{
    for (uint32_t i = 0; i < segment->count; i++) {
        struct plain_segment line = *segment;
        line.first += i;
        line.count = 1;
        if (i > 0)
            doc_add(tree->doc, block, NODE_LINE_BREAK, SPAN_NONE);
        unmarked_put_linked(tree->doc, block, join(tree, &line));
    }
}

static struct node *put_block(struct plain_tree *tree, struct node *parent, enum node_kind kind,
                              const struct plain_segment *segment)
{
    struct node *block = doc_add(tree->doc, parent, kind, span_of(tree, segment));
    block->reason = segment->reason;
    if (segment->broken)
        put_broken(tree, block, segment);
    else
        unmarked_put_linked(tree->doc, block, join(tree, segment));
    read_smart(tree->doc, block);
    return block;
}

static void put_heading(struct plain_tree *tree, const struct plain_segment *segment)
{
    int level = segment->role == PLAIN_TITLE                         ? 1
                : segment->role == PLAIN_SUBSECTION && tree->section ? 3
                                                                     : 2;
    put_block(tree, tree->doc->root, NODE_HEADING, segment)->u.heading.level = level;
    tree->section = tree->section || segment->role == PLAIN_SECTION;
    tree->numbered = NULL;
    tree->level = 0;
}

/* Where a block goes: the open item of a numbered list, or the leaflet. */
static struct node *place_of(struct plain_tree *tree, const struct plain_segment *segment)
{
    if (segment->role != PLAIN_INSIDE)
        tree->numbered = NULL;
    return tree->numbered ? tree->item : tree->doc->root;
}

static void put_numbered(struct plain_tree *tree, const struct plain_segment *segment)
{
    struct doc *doc = tree->doc;
    if (segment->starts_list || !tree->numbered) {
        tree->numbered = doc_add(doc, doc->root, NODE_LIST, item_span(tree, segment));
        tree->numbered->u.list.ordered = true;
        tree->numbered->u.list.tight = true;
        tree->numbered->u.list.start = segment->number;
        tree->numbered->u.list.numbering = segment->numbering;
        tree->numbered->u.list.delimiter = segment->delimiter;
        tree->numbered->reason = segment->reason;
    } else {
        if (segment->number != tree->item->u.item.number + 1)
            diag_add(tree->diags, DIAG_CODE_LIST_NUMBERS, item_span(tree, segment),
                     "number the items one after the other", "item %u follows item %u",
                     segment->number, tree->item->u.item.number);
        if (segment->opens)
            tree->numbered->u.list.tight = false;
        extend_span(tree->numbered, span_of(tree, segment));
    }
    tree->item = doc_add(doc, tree->numbered, NODE_ITEM, item_span(tree, segment));
    tree->item->u.item.number = segment->number;
    tree->level = 0;
    put_block(tree, tree->item, NODE_PARAGRAPH, segment)->reason = NULL;
}

static struct node *open_bullets(struct plain_tree *tree, struct node *parent,
                                 const struct plain_segment *segment)
{
    struct node *list = doc_add(tree->doc, parent, NODE_LIST, item_span(tree, segment));
    list->u.list.tight = true;
    list->reason = segment->reason;
    tree->indents[tree->level] = segment->indent;
    tree->bullets[tree->level++] = list;
    return list;
}

/* Deeper by two columns opens a list in the last item; less closes. */
static void put_bullet(struct plain_tree *tree, const struct plain_segment *segment)
{
    while (tree->level > 1 && segment->indent < tree->indents[tree->level - 1])
        tree->level--;
    struct node *list = tree->level > 0 ? tree->bullets[tree->level - 1] : NULL;
    if (!list)
        list = open_bullets(tree, place_of(tree, segment), segment);
    else if (segment->indent >= tree->indents[tree->level - 1] + 2 && tree->level < BULLET_LEVELS)
        list = open_bullets(tree, list->last, segment);
    else if (segment->opens)
        list->u.list.tight = false;
    struct node *item = doc_add(tree->doc, list, NODE_ITEM, item_span(tree, segment));
    if (segment->task)
        item->u.item.task = segment->task == ' ' ? NODE_TASK_OPEN : NODE_TASK_DONE;
    put_block(tree, item, NODE_PARAGRAPH, segment)->reason = NULL;
    for (uint32_t i = 0; i < tree->level; i++)
        extend_span(tree->bullets[i], span_of(tree, segment));
}

static void put_segment(struct plain_tree *tree, const struct plain_segment *segment)
{
    if (segment->kind == PLAIN_BULLET) {
        put_bullet(tree, segment);
        return;
    }
    if (segment->kind == PLAIN_NUMBER && segment->role != PLAIN_ITEM)
        plain_restore_start(&tree->article.lines[segment->first]);
    switch (segment->role) {
    case PLAIN_TITLE:
    case PLAIN_SECTION:
    case PLAIN_SUBSECTION: put_heading(tree, segment); return;
    case PLAIN_ITEM: put_numbered(tree, segment); return;
    case PLAIN_PARAGRAPH:
    case PLAIN_INSIDE: break;
    }
    tree->level = 0;
    struct node *place = place_of(tree, segment);
    if (segment->kind == PLAIN_MARKS)
        doc_add(tree->doc, place, NODE_BREAK, span_of(tree, segment))->reason = segment->reason;
    else
        put_block(tree, place, NODE_PARAGRAPH, segment);
}

/* A front matter that names another title leaves the first line to be classified like any other. */
static bool may_be_title(struct doc *doc, const struct plain_article *article)
{
    const char *title = doc->meta.title.value;
    uint32_t first = plain_find_title(article);
    if (!title || first == article->segment_count)
        return true;
    return matter_same_words(doc, plain_text(article, &article->segments[first], 0),
                             slice_from(title));
}

void read_plain(struct doc *doc, uint32_t offset, struct diag_list *diags)
{
    struct plain_tree tree = {.doc = doc, .diags = diags};
    plain_read_lines(doc->source, offset, &tree.article);
    plain_find_furniture(&tree.article);
    plain_find_labels(&tree.article);
    plain_join_lines(&tree.article);
    plain_classify(&tree.article, may_be_title(doc, &tree.article));
    for (uint32_t i = 0; i < tree.article.segment_count; i++)
        put_segment(&tree, &tree.article.segments[i]);
    plain_tell(&tree.article, diags);
    plain_free(&tree.article);
}
