#include "read/plain/plain.h"

#include <string.h>

#include "base/utf8.h"
#include "read/matter/title.h"
#include "read/passes/inline.h"
#include "read/passes/smart.h"
#include "read/plain/classify.h"
#include "read/plain/split.h"

/* A block whose every line is shorter than this was broken on purpose: an address, a verse. */
#define SHORT_LINE 40u

/* Bullets inside bullets; deeper ones stay at this level. */
#define BULLET_LEVELS 6u

struct builder {
    struct doc *doc;
    struct diag_list *diags;
    struct plain plain;
    struct node *numbered;               /* the numbered list that is open, or NULL */
    struct node *item;                   /* its last item */
    struct node *bullets[BULLET_LEVELS]; /* open lists of bullets, [0] the outermost */
    uint32_t indents[BULLET_LEVELS];
    uint32_t level; /* how many of them are open */
    bool section;   /* a heading of level 2 was set */
};

static struct span span_of(const struct builder *b, const struct plain_segment *segment)
{
    const struct plain_line *first = &b->plain.lines[segment->first];
    const struct plain_line *last = &b->plain.lines[segment->first + segment->count - 1];
    return (struct span){b->plain.source, first->offset, last->offset + last->len - first->offset};
}

/* The same with the bullet or number. */
static struct span item_span(const struct builder *b, const struct plain_segment *segment)
{
    struct span span = span_of(b, segment);
    uint32_t lead = b->plain.lines[segment->first].lead;
    return (struct span){span.source, span.offset - lead, span.len + lead};
}

static void extend_span(struct node *node, struct span end)
{
    node->span.len = end.offset + end.len - node->span.offset;
}

static bool has_short_lines(const struct builder *b, const struct plain_segment *segment)
{
    for (uint32_t i = 0; i < segment->count; i++)
        if (utf8_count(plain_text(&b->plain, segment, i)) > SHORT_LINE)
            return false;
    return segment->count > 1;
}

/* The segment's lines as one text, a space (or, with breaks, nothing) between them. */
static struct inline_text join(struct builder *b, const struct plain_segment *segment)
{
    struct arena *arena = &b->doc->arena;
    size_t len = segment->count, at = 0;
    for (uint32_t i = 0; i < segment->count; i++)
        len += plain_text(&b->plain, segment, i).len;
    char *bytes = arena_bytes(arena, len);
    struct text_map *map = ARENA_ARRAY(arena, segment->count, struct text_map);
    for (uint32_t i = 0; i < segment->count; i++) {
        struct slice line = plain_text(&b->plain, segment, i);
        if (i > 0)
            bytes[at++] = ' ';
        map[i] = (struct text_map){(uint32_t)at, b->plain.lines[segment->first + i].offset};
        memcpy(bytes + at, line.ptr, line.len);
        at += line.len;
    }
    return (struct inline_text){{bytes, at}, b->plain.source, map, segment->count};
}

static void put_broken(struct builder *b, struct node *block, const struct plain_segment *segment)
{
    for (uint32_t i = 0; i < segment->count; i++) {
        struct plain_segment line = *segment;
        line.first += i;
        line.count = 1;
        struct inline_text text = join(b, &line);
        if (i > 0)
            doc_add(b->doc, block, NODE_LINE_BREAK, SPAN_NONE);
        inline_put_linked(b->doc, block, &text);
    }
}

static struct node *put_block(struct builder *b, struct node *parent, enum node_kind kind,
                              const struct plain_segment *segment)
{
    struct node *block = doc_add(b->doc, parent, kind, span_of(b, segment));
    block->reason = segment->reason;
    if (kind == NODE_PARAGRAPH && segment->kind == PLAIN_TEXT && has_short_lines(b, segment)) {
        block->reason = "short lines, whose line ends are kept";
        put_broken(b, block, segment);
    } else {
        struct inline_text text = join(b, segment);
        inline_put_linked(b->doc, block, &text);
    }
    read_smart(b->doc, block, b->doc->meta.lang.value);
    return block;
}

/* A number that makes no list is part of the words. */
static void restore_number(struct builder *b, const struct plain_segment *segment)
{
    struct plain_line *line = &b->plain.lines[segment->first];
    line->offset -= line->lead;
    line->len += line->lead;
    line->lead = 0;
}

static void put_heading(struct builder *b, const struct plain_segment *segment)
{
    int level = segment->role == PLAIN_TITLE                      ? 1
                : segment->role == PLAIN_SUBSECTION && b->section ? 3
                                                                  : 2;
    put_block(b, b->doc->root, NODE_HEADING, segment)->u.heading.level = level;
    b->section = b->section || segment->role == PLAIN_SECTION;
    b->numbered = NULL;
    b->level = 0;
}

/* Where a block goes: the open item of a numbered list, or the leaflet. */
static struct node *place_of(struct builder *b, const struct plain_segment *segment)
{
    if (segment->role != PLAIN_INSIDE)
        b->numbered = NULL;
    return b->numbered ? b->item : b->doc->root;
}

static void put_numbered(struct builder *b, const struct plain_segment *segment)
{
    struct doc *doc = b->doc;
    if (segment->starts_list || !b->numbered) {
        b->numbered = doc_add(doc, doc->root, NODE_LIST, item_span(b, segment));
        b->numbered->u.list.ordered = true;
        b->numbered->u.list.tight = true;
        b->numbered->u.list.start = segment->number;
        b->numbered->u.list.delimiter = segment->delimiter;
        b->numbered->reason = segment->reason;
    } else {
        if (segment->number != b->item->u.item.number + 1)
            diag_add(b->diags, DIAG_CODE_LIST_NUMBERS, item_span(b, segment),
                     "number the items one after the other", "item %u follows item %u",
                     segment->number, b->item->u.item.number);
        if (segment->opens)
            b->numbered->u.list.tight = false;
        extend_span(b->numbered, span_of(b, segment));
    }
    b->item = doc_add(doc, b->numbered, NODE_ITEM, item_span(b, segment));
    b->item->u.item.number = segment->number;
    b->level = 0;
    put_block(b, b->item, NODE_PARAGRAPH, segment)->reason = NULL;
}

static struct node *open_bullets(struct builder *b, struct node *parent,
                                 const struct plain_segment *segment)
{
    struct node *list = doc_add(b->doc, parent, NODE_LIST, item_span(b, segment));
    list->u.list.tight = true;
    list->reason = segment->reason;
    b->indents[b->level] = segment->indent;
    b->bullets[b->level++] = list;
    return list;
}

/* Deeper by two columns opens a list in the last item; less closes. */
static void put_bullet(struct builder *b, const struct plain_segment *segment)
{
    while (b->level > 1 && segment->indent < b->indents[b->level - 1])
        b->level--;
    struct node *list = b->level > 0 ? b->bullets[b->level - 1] : NULL;
    if (!list)
        list = open_bullets(b, place_of(b, segment), segment);
    else if (segment->indent >= b->indents[b->level - 1] + 2 && b->level < BULLET_LEVELS)
        list = open_bullets(b, list->last, segment);
    else if (segment->opens)
        list->u.list.tight = false;
    struct node *item = doc_add(b->doc, list, NODE_ITEM, item_span(b, segment));
    put_block(b, item, NODE_PARAGRAPH, segment)->reason = NULL;
    for (uint32_t i = 0; i < b->level; i++)
        extend_span(b->bullets[i], span_of(b, segment));
}

static void put_segment(struct builder *b, const struct plain_segment *segment)
{
    if (segment->kind == PLAIN_BULLET) {
        put_bullet(b, segment);
        return;
    }
    if (segment->kind == PLAIN_NUMBER && segment->role != PLAIN_ITEM)
        restore_number(b, segment);
    switch (segment->role) {
    case PLAIN_TITLE:
    case PLAIN_SECTION:
    case PLAIN_SUBSECTION: put_heading(b, segment); return;
    case PLAIN_ITEM: put_numbered(b, segment); return;
    case PLAIN_PARAGRAPH:
    case PLAIN_INSIDE: break;
    }
    b->level = 0;
    struct node *place = place_of(b, segment);
    if (segment->kind == PLAIN_MARKS)
        doc_add(b->doc, place, NODE_BREAK, span_of(b, segment))->reason = segment->reason;
    else
        put_block(b, place, NODE_PARAGRAPH, segment);
}

/* A front matter that names another title leaves the first line to be judged like any other. */
static bool may_be_title(struct doc *doc, const struct plain *plain)
{
    const char *title = doc->meta.title.value;
    if (!title || plain->segment_count == 0)
        return true;
    return matter_same_words(doc, plain_text(plain, &plain->segments[0], 0), slice_from(title));
}

void read_plain(struct doc *doc, uint32_t offset, struct diag_list *diags)
{
    struct builder builder = {.doc = doc, .diags = diags};
    plain_split(doc->source, offset, &doc->arena, &builder.plain);
    plain_classify(&builder.plain, may_be_title(doc, &builder.plain));
    for (uint32_t i = 0; i < builder.plain.segment_count; i++)
        put_segment(&builder, &builder.plain.segments[i]);
}
