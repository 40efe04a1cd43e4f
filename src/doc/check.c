#include "doc/check.h"

#define BIT(kind) ((uint64_t)1 << (kind))

/* Every block that may stand in running text. */
#define FLOW                                                                                       \
    (BIT(NODE_HEADING) | BIT(NODE_PARAGRAPH) | BIT(NODE_LIST) | BIT(NODE_QUOTE) |                  \
     BIT(NODE_CODE_BLOCK) | BIT(NODE_BREAK) | BIT(NODE_PAGE_BREAK) | BIT(NODE_TABLE) |             \
     BIT(NODE_CALLOUT) | BIT(NODE_FIGURE) | BIT(NODE_FIGURES) | BIT(NODE_DESCRIPTION_LIST))
#define PHRASE                                                                                     \
    (BIT(NODE_TEXT) | BIT(NODE_LINE_BREAK) | BIT(NODE_EMPHASIS) | BIT(NODE_STRONG) |               \
     BIT(NODE_STRIKE) | BIT(NODE_CODE) | BIT(NODE_KEYBOARD) | BIT(NODE_SUBSCRIPT) |                \
     BIT(NODE_SUPERSCRIPT) | BIT(NODE_ABBREVIATION) | BIT(NODE_SPAN) | BIT(NODE_ISOLATE) |         \
     BIT(NODE_LINK) | BIT(NODE_NOTE_REF) | BIT(NODE_IMAGE))

/* The children that node.h allows each kind. */
static uint64_t allowed(enum node_kind kind)
{
    switch (kind) {
    case NODE_DOCUMENT:
        return FLOW | BIT(NODE_MASTHEAD) | BIT(NODE_LEAD) | BIT(NODE_SUBTITLE) | BIT(NODE_NOTE) |
               BIT(NODE_CONTACT) | BIT(NODE_ABOUT) | BIT(NODE_WEB_ADDRESSES);
    case NODE_MASTHEAD: return BIT(NODE_PARAGRAPH) | BIT(NODE_FIGURE) | BIT(NODE_DRAFT_MARK);
    case NODE_LIST: return BIT(NODE_ITEM);
    case NODE_ITEM:
    case NODE_QUOTE:
    case NODE_NOTE: return FLOW;
    case NODE_TABLE: return BIT(NODE_CAPTION) | BIT(NODE_TABLE_HEAD) | BIT(NODE_TABLE_BODY);
    case NODE_TABLE_HEAD:
    case NODE_TABLE_BODY: return BIT(NODE_ROW);
    case NODE_ROW: return BIT(NODE_CELL);
    case NODE_CELL: return PHRASE | BIT(NODE_PARAGRAPH) | BIT(NODE_LIST);
    case NODE_CALLOUT: return FLOW | BIT(NODE_CALLOUT_LABEL);
    case NODE_CALLOUT_LABEL: return PHRASE | BIT(NODE_ICON);
    case NODE_FIGURE: return BIT(NODE_IMAGE) | BIT(NODE_QR_CODE) | BIT(NODE_CAPTION);
    case NODE_FIGURES: return BIT(NODE_FIGURE);
    case NODE_CONTACT: return FLOW;
    case NODE_ABOUT: return BIT(NODE_HEADING) | BIT(NODE_DESCRIPTION_LIST) | BIT(NODE_PARAGRAPH);
    case NODE_DESCRIPTION_LIST: return BIT(NODE_DESCRIPTION_ENTRY);
    case NODE_DESCRIPTION_ENTRY: return BIT(NODE_TERM) | BIT(NODE_DESCRIPTION);
    case NODE_DESCRIPTION: return FLOW | PHRASE;
    case NODE_WEB_ADDRESSES: return BIT(NODE_HEADING) | BIT(NODE_LIST);
    case NODE_CODE_BLOCK: return BIT(NODE_TEXT);
    case NODE_DRAFT_MARK:
    case NODE_LEAD:
    case NODE_SUBTITLE:
    case NODE_HEADING:
    case NODE_PARAGRAPH:
    case NODE_CAPTION:
    case NODE_TERM:
    case NODE_EMPHASIS:
    case NODE_STRONG:
    case NODE_STRIKE:
    case NODE_CODE:
    case NODE_KEYBOARD:
    case NODE_SUBSCRIPT:
    case NODE_SUPERSCRIPT:
    case NODE_ABBREVIATION:
    case NODE_SPAN:
    case NODE_ISOLATE:
    case NODE_LINK: return PHRASE;
    case NODE_BREAK:
    case NODE_PAGE_BREAK:
    case NODE_TEXT:
    case NODE_LINE_BREAK:
    case NODE_NOTE_REF:
    case NODE_IMAGE:
    case NODE_ICON:
    case NODE_QR_CODE:
    case NODE_KIND_COUNT: break;
    }
    return 0;
}

/* What a kind may not be without; NULL when all is there. */
static const char *missing_attribute(const struct node *node)
{
    enum node_kind kind = node->kind;
    bool picture = kind == NODE_IMAGE || kind == NODE_ICON || kind == NODE_QR_CODE;
    if (kind == NODE_HEADING && (node->u.heading.level < 1 || node->u.heading.level > 6))
        return "level from 1 to 6";
    if (kind == NODE_HEADING && !node->u.heading.anchor)
        return "anchor";
    if (kind == NODE_TABLE && !node->u.table.aligns)
        return "alignments";
    if (kind == NODE_LINK && node->u.link.href.len == 0)
        return "address";
    if (kind == NODE_NOTE && node->u.note.number == 0)
        return "number";
    if (kind == NODE_NOTE_REF && !node->u.note_ref.note)
        return "note";
    if (picture && !node->u.image.alt)
        return "text alternative";
    if (kind == NODE_QR_CODE && node->qr_address.len == 0)
        return "address";
    if (kind == NODE_ABBREVIATION && !node->u.abbreviation.expansion)
        return "expansion";
    return NULL;
}

/* Where a child stands among those of its parent, from 1; 0: no order is asked for. */
static int rank(enum node_kind parent, enum node_kind kind)
{
    if (parent == NODE_TABLE)
        return kind == NODE_CAPTION ? 1 : kind == NODE_TABLE_HEAD ? 2 : 3;
    if (parent == NODE_FIGURE)
        return kind == NODE_CAPTION ? 2 : 1;
    if (parent == NODE_CALLOUT)
        return kind == NODE_CALLOUT_LABEL ? 1 : 2;
    if (parent == NODE_CALLOUT_LABEL)
        return kind == NODE_ICON ? 1 : 2;
    if (parent == NODE_DESCRIPTION_ENTRY)
        return kind == NODE_TERM ? 1 : 2;
    if (parent == NODE_ABOUT || parent == NODE_WEB_ADDRESSES)
        return kind == NODE_HEADING ? 1 : kind == NODE_PARAGRAPH ? 3 : 2;
    return 0;
}

/* True if several children of the rank may follow one another. */
static bool may_repeat(enum node_kind parent, int at)
{
    bool callout = parent == NODE_CALLOUT || parent == NODE_CALLOUT_LABEL;
    return at == 0 || (callout && at == 2);
}

static bool is_in_order(const struct node *node)
{
    if (!node->previous)
        return true;
    enum node_kind parent = node->parent->kind;
    int before = rank(parent, node->previous->kind), at = rank(parent, node->kind);
    return before < at || (before == at && may_repeat(parent, at));
}

#define NOT_EMPTY                                                                                  \
    (BIT(NODE_LIST) | BIT(NODE_TABLE_HEAD) | BIT(NODE_TABLE_BODY) | BIT(NODE_ROW) |                \
     BIT(NODE_DESCRIPTION_LIST) | BIT(NODE_FIGURES))

/* True if a child is missing that node.h does not call optional. */
static bool lacks_child(const struct node *node)
{
    const struct node *first = node->first;
    if (BIT(node->kind) & NOT_EMPTY)
        return !first;
    if (node->kind == NODE_CALLOUT)
        return !first || first->kind != NODE_CALLOUT_LABEL;
    if (node->kind == NODE_FIGURE)
        return !first || first->kind == NODE_CAPTION;
    if (node->kind == NODE_DESCRIPTION_ENTRY)
        return !first || first->kind != NODE_TERM || !first->next;
    return false;
}

/* A part for one medium may not hold a part for the other: it would show nowhere. */
static bool is_shown(const struct node *node)
{
    const struct node *up = node->parent;
    if (node->media == NODE_MEDIA_ALL)
        return true;
    while (up && up->media == NODE_MEDIA_ALL)
        up = up->parent;
    return !up || up->media == node->media;
}

/* PDF and XHTML alike know no link within a link. */
static bool is_in_link(const struct node *node)
{
    const struct node *up = node->parent;
    while (up && up->kind != NODE_LINK && node_is_inline(up->kind))
        up = up->parent;
    return up && up->kind == NODE_LINK;
}

static bool is_linked(const struct node *node)
{
    const struct node *parent = node->parent;
    return (node->previous ? node->previous->next == node : parent->first == node) &&
           (node->next ? node->next->previous == node : parent->last == node);
}

/* Looks up no farther than the limit, so that a tree of any depth is checked in linear time. */
static bool is_too_deep(const struct node *node)
{
    uint32_t blocks = 0, inlines = 0;
    const uint32_t most = DOC_MAX_DEPTH + DOC_WRAP_DEPTH;
    for (const struct node *up = node->parent; up && blocks <= most && inlines <= most;
         up = up->parent) {
        if (node_is_inline(up->kind))
            inlines++;
        else if (up->kind != NODE_ITEM)
            blocks++;
    }
    return blocks > most || inlines > most;
}

/* What is wrong with the node, without its number. */
static const char *check_node(struct doc *doc, const struct node *node)
{
    const char *missing = missing_attribute(node), *kind = node_kind_name(node->kind);
    if (missing)
        return arena_format(&doc->arena, "%s without %s", kind, missing);
    if (node->id == 0 || node->id > doc->node_count || doc->nodes[node->id] != node)
        return "not its id's node";
    if (lacks_child(node))
        return arena_format(&doc->arena, "%s without its first child", kind);
    if (node == doc->root)
        return NULL;
    if (!node->parent || !is_linked(node))
        return "broken links";
    if (!(allowed(node->parent->kind) & BIT(node->kind)))
        return arena_format(&doc->arena, "%s in %s", kind, node_kind_name(node->parent->kind));
    if (!is_in_order(node))
        return arena_format(&doc->arena, "%s after %s", kind, node_kind_name(node->previous->kind));
    if (is_too_deep(node))
        return "too deep";
    if (!is_shown(node))
        return arena_format(&doc->arena, "%s in a part for the other medium", kind);
    if (node->kind == NODE_LINK && is_in_link(node))
        return "link in a link";
    return NULL;
}

/* *at: where the breach is; unchanged if there is none. */
static const char *find_breach(struct doc *doc, struct span *at)
{
    if (!doc->root || doc->root->kind != NODE_DOCUMENT)
        return "no document node";
    const struct node *title = NULL;
    for (const struct node *node = doc->root; node; node = node_next(node, doc->root)) {
        const char *breach = check_node(doc, node);
        if (!breach && node->kind == NODE_HEADING && node->u.heading.level == 1) {
            breach = title ? "a second heading of level 1" : NULL;
            title = node;
        }
        if (breach) {
            *at = node->span;
            return arena_format(&doc->arena, "node %u: %s", node->id, breach);
        }
    }
    return NULL;
}

const char *doc_check(struct doc *doc)
{
    struct span at;
    return find_breach(doc, &at);
}

bool doc_check_or_empty(struct doc *doc, struct diag_list *diags)
{
    struct span at = SPAN_NONE;
    const char *breach = find_breach(doc, &at);
    if (!breach)
        return true;
    diag_add(diags, DIAG_CODE_TREE_BROKEN, at.source ? at : (struct span){doc->source, 0, 0},
             "this is a fault of leafset, not of the text: please report it",
             "what is written here was not understood in a way that can be printed (%s)", breach);
    doc->root->first = doc->root->last = NULL;
    doc_seal(doc);
    return false;
}
