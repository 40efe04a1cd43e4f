#include "pdf/tags/tags.h"

#include <assert.h>

#include "base/mem.h"
#include "pdf/tags/tree.h"

static const char *const type_names[] = {
#define X(symbol, name) name,
    TAG_TYPES(X)
#undef X
};

const char *tags_type(const struct tags *tags, uint32_t element)
{
    return type_names[tags->elements[element].type];
}

static bool is_picture(const struct node *node)
{
    return node->kind == NODE_IMAGE || node->kind == NODE_ICON || node->kind == NODE_QR_CODE;
}

static bool is_decorative(const struct node *node)
{
    return is_picture(node) && (!node->u.image.alt || node->u.image.alt[0] == '\0');
}

/* The node whose content an item is, or NULL for an artifact. Rules and grounds are artifacts,
 * except where they draw a picture. */
static const struct node *content_of(const struct doc *doc, const struct frame_item *item)
{
    if (item->node == 0 || item->node > doc->node_count || item->artifact != FRAME_CONTENT)
        return NULL;
    const struct node *node = doc->nodes[item->node];
    if (is_decorative(node))
        return NULL;
    bool ground = item->kind == FRAME_FILL || item->kind == FRAME_RULE;
    return ground && !is_picture(node) ? NULL : node;
}

/* Marks the nodes that show something on paper themselves or further down. */
static void find_shown(struct tags *tags)
{
    const struct doc *doc = tags->doc;
    tags->shown = ARENA_ARRAY(&tags->arena, (size_t)doc->node_count + 1, uint8_t);
    for (uint32_t i = 0; i < tags->frames->page_count; i++) {
        const struct frame_page *page = &tags->frames->pages[i];
        for (uint32_t j = 0; j < page->count; j++) {
            const struct node *node = content_of(doc, &page->items[j]);
            if (node)
                tags->shown[node->id] = SHOWN_BELOW | SHOWN_ITSELF;
        }
    }
    /* ids are in reading order: going backwards meets children before their parents */
    for (uint32_t id = doc->node_count; id > 1; id--)
        if (tags->shown[id] && doc->nodes[id]->parent)
            tags->shown[doc->nodes[id]->parent->id] |= SHOWN_BELOW;
}

static uint32_t add(struct tags *tags, uint32_t parent, enum tag_type type, const struct node *node)
{
    uint32_t index = tags->element_count;
    *MEM_PUSH(tags->elements, tags->element_count, tags->element_cap) = (struct tag_element){
        .node = node, .parent = parent, .type = (uint8_t)type, .primary = true};
    if (index == 0)
        return index;
    struct tag_element *above = &tags->elements[parent];
    if (above->last)
        tags->elements[above->last].next = index;
    else
        above->first = index;
    above->last = index;
    return index;
}

/* A further element of the same node. */
static uint32_t add_inside(struct tags *tags, uint32_t parent, enum tag_type type,
                           const struct node *node)
{
    uint32_t index = add(tags, parent, type, node);
    tags->elements[index].primary = false;
    return index;
}

/* The level without gaps: how many headings are open, this one included. */
static int open_heading(struct tags *tags, const struct node *node)
{
    int level = node->u.heading.level;
    while (tags->open_count > 0 && tags->open_levels[tags->open_count - 1] >= level)
        tags->open_count--;
    tags->open_levels[tags->open_count++] = level;
    return tags->open_count;
}

/* True if a node without an element of its own kind says something by its language. */
static bool has_language(const struct node *node)
{
    const char *above = node->parent ? node_lang(node->parent) : NULL;
    return node->lang && !(above && slice_equal(slice_from(node->lang), slice_from(above)));
}

static struct tag_node one(uint32_t element)
{
    return (struct tag_node){element, element};
}

static struct tag_node open_item(struct tags *tags, const struct node *node, uint32_t parent)
{
    struct tag_node made;
    uint32_t item = add(tags, parent, TAG_LI, node);
    made.own = item;
    if (tags->shown[node->id] & SHOWN_ITSELF)
        made.own = add_inside(tags, item, TAG_LBL, node);
    made.inner = add_inside(tags, item, TAG_LBODY, node);
    if (made.own == item)
        made.own = made.inner;
    return made;
}

static struct tag_node open_note(struct tags *tags, const struct node *node, uint32_t parent)
{
    uint32_t note = add(tags, parent, TAG_NOTE, node);
    struct tag_node made = one(note);
    if (tags->shown[node->id] & SHOWN_ITSELF)
        made.own = add_inside(tags, note, TAG_LBL, node);
    return made;
}

static struct tag_node open_picture(struct tags *tags, const struct node *node, uint32_t parent)
{
    if (is_decorative(node))
        return (struct tag_node){TAGS_ARTIFACT, parent};
    uint32_t figure = add(tags, parent, TAG_FIGURE, node);
    *MEM_PUSH(tags->boxes, tags->box_count, tags->box_cap) = (struct frame_box){0, 0, -1, -1};
    tags->elements[figure].box = tags->box_count;
    return one(figure);
}

/* Without a body the head's rows stand in the table itself (ISO 32000-1, table 337: THead goes with
 * TBody). */
static struct tag_node open_head(struct tags *tags, const struct node *node, uint32_t parent)
{
    return one(node->next ? add(tags, parent, TAG_THEAD, node) : parent);
}

/* Its picture is the Figure, whose Alt must not hide the caption. */
static uint32_t open_figure(struct tags *tags, const struct node *node, uint32_t parent)
{
    bool plain = node->first == node->last && !has_language(node);
    return plain ? parent : add(tags, parent, TAG_DIV, node);
}

/* The elements of a node of each kind. */
static struct tag_node open_node(struct tags *tags, const struct node *node, uint32_t parent)
{
    switch (node->kind) {
    case NODE_DOCUMENT: return one(add(tags, parent, TAG_DOCUMENT, node));
    case NODE_MASTHEAD: return one(add(tags, parent, TAG_DIV, node));
    case NODE_HEADING:
        return one(add(tags, parent, (enum tag_type)(TAG_H1 + open_heading(tags, node) - 1), node));
    case NODE_DRAFT_MARK:
    case NODE_LEAD:
    case NODE_SUBTITLE:
    case NODE_CALLOUT_LABEL:
    case NODE_PARAGRAPH: return one(add(tags, parent, TAG_P, node));
    case NODE_LIST:
    case NODE_DESCRIPTION_LIST: return one(add(tags, parent, TAG_L, node));
    case NODE_ITEM: return open_item(tags, node, parent);
    case NODE_QUOTE: return one(add(tags, parent, TAG_QUOTE, node));
    case NODE_CODE_BLOCK:
        return one(add_inside(tags, add(tags, parent, TAG_P, node), TAG_CODE, node));
    case NODE_TABLE: return one(add(tags, parent, TAG_TABLE, node));
    case NODE_CAPTION: return one(add(tags, parent, TAG_CAPTION, node));
    case NODE_TABLE_HEAD: return open_head(tags, node, parent);
    case NODE_TABLE_BODY: return one(add(tags, parent, TAG_TBODY, node));
    case NODE_ROW: return one(add(tags, parent, TAG_TR, node));
    case NODE_CELL: return one(add(tags, parent, node->u.cell.header ? TAG_TH : TAG_TD, node));
    case NODE_CALLOUT:
    case NODE_CONTACT:
    case NODE_ABOUT:
    case NODE_WEB_ADDRESSES: return one(add(tags, parent, TAG_SECT, node));
    case NODE_FIGURE: return one(open_figure(tags, node, parent));
    case NODE_FIGURES: return one(add(tags, parent, TAG_DIV, node));
    case NODE_NOTE: return open_note(tags, node, parent);
    case NODE_DESCRIPTION_ENTRY: return one(add(tags, parent, TAG_LI, node));
    case NODE_TERM: return one(add(tags, parent, TAG_LBL, node));
    case NODE_DESCRIPTION: return one(add(tags, parent, TAG_LBODY, node));
    case NODE_CODE: return one(add(tags, parent, TAG_CODE, node));
    case NODE_SUBSCRIPT:
    case NODE_SUPERSCRIPT:
    case NODE_ABBREVIATION: return one(add(tags, parent, TAG_SPAN, node));
    case NODE_LINK: return one(node->u.link.nowhere ? parent : add(tags, parent, TAG_LINK, node));
    case NODE_NOTE_REF:
        return one(add_inside(tags, add(tags, parent, TAG_REFERENCE, node), TAG_LINK, node));
    case NODE_IMAGE:
    case NODE_ICON:
    case NODE_QR_CODE: return open_picture(tags, node, parent);
    case NODE_BREAK:
    case NODE_PAGE_BREAK:
    case NODE_TEXT:
    case NODE_LINE_BREAK:
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKE:
    case NODE_KEYBOARD:
    case NODE_SPAN:
    case NODE_ISOLATE:
    case NODE_KIND_COUNT: break;
    }
    return one(has_language(node) ? add(tags, parent, TAG_SPAN, node) : parent);
}

/* Every row of a table must keep all its cells, also the empty ones. */
static bool is_table_part(const struct node *node)
{
    return node->kind == NODE_ROW || node->kind == NODE_CELL ||
           ((node->kind == NODE_TABLE_HEAD || node->kind == NODE_TABLE_BODY) && node->first);
}

static void plan(struct tags *tags)
{
    const struct node *root = tags->doc->root, *node = root;
    add(tags, 0, TAG_ROOT, NULL);
    while (node) {
        if (!tags->shown[node->id] && node != root && !is_table_part(node)) {
            node = node_skip(node, root);
            continue;
        }
        uint32_t parent = node == root ? 0 : tags->nodes[node->parent->id].inner;
        tags->nodes[node->id] = open_node(tags, node, parent);
        node = node_next(node, root);
    }
}

struct tags *tags_new(const struct doc *doc, const struct frames *frames)
{
    struct tags *tags = mem_calloc(1, sizeof *tags);
    tags->doc = doc;
    tags->frames = frames;
    tags->nodes = ARENA_ARRAY(&tags->arena, (size_t)doc->node_count + 1, struct tag_node);
    find_shown(tags);
    plan(tags);
    return tags;
}

void tags_free(struct tags *tags)
{
    mem_free(tags->elements);
    mem_free(tags->marks);
    mem_free(tags->objects);
    mem_free(tags->boxes);
    arena_free(&tags->arena);
    mem_free(tags);
}

uint32_t tags_element(const struct tags *tags, const struct frame_item *item)
{
    const struct node *node = content_of(tags->doc, item);
    return node ? tags->nodes[node->id].own : TAGS_ARTIFACT;
}

uint32_t tags_mark(struct tags *tags, uint32_t element, uint32_t page, uint32_t node)
{
    const struct tag_mark *last = tags->mark_count ? &tags->marks[tags->mark_count - 1] : NULL;
    assert(!last || last->page <= page);
    uint32_t mcid = last && last->page == page ? last->mcid + 1 : 0;
    *MEM_PUSH(tags->marks, tags->mark_count, tags->mark_cap) =
        (struct tag_mark){element, page, node, mcid};
    tags->elements[element].mark_count++;
    if (tags->elements[element].page == 0)
        tags->elements[element].page = page + 1;
    return mcid;
}

void tags_grow_figure(struct tags *tags, uint32_t element, const struct frame_box *box)
{
    if (tags->elements[element].type != TAG_FIGURE)
        return;
    struct frame_box *all = &tags->boxes[tags->elements[element].box - 1];
    if (all->width < 0) {
        *all = *box;
        return;
    }
    int32_t right = all->x + all->width, bottom = all->y + all->height;
    if (box->x + box->width > right)
        right = box->x + box->width;
    if (box->y + box->height > bottom)
        bottom = box->y + box->height;
    all->x = box->x < all->x ? box->x : all->x;
    all->y = box->y < all->y ? box->y : all->y;
    all->width = right - all->x;
    all->height = bottom - all->y;
}

uint32_t tags_annotation(struct tags *tags, uint32_t node, uint32_t page, uint32_t object)
{
    uint32_t element = tags->nodes[node].own;
    *MEM_PUSH(tags->objects, tags->object_count, tags->object_cap) =
        (struct tag_object){element, page, object};
    tags->elements[element].object_count++;
    return tags->frames->page_count + tags->object_count - 1;
}

int tags_heading_level(const struct tags *tags, const struct node *heading)
{
    uint32_t element = tags->nodes[heading->id].own;
    return element == TAGS_ARTIFACT ? 0 : tags->elements[element].type - TAG_H1 + 1;
}
