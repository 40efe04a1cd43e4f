#include "doc/node.h"

#include "base/buf.h"

bool node_is_inline(enum node_kind kind)
{
    return kind >= NODE_TEXT && kind < NODE_KIND_COUNT;
}

const char *node_kind_name(enum node_kind kind)
{
    switch (kind) {
    case NODE_DOCUMENT: return "document";
    case NODE_MASTHEAD: return "masthead";
    case NODE_DRAFT_MARK: return "draft-mark";
    case NODE_LEAD: return "lead";
    case NODE_SUBTITLE: return "subtitle";
    case NODE_HEADING: return "heading";
    case NODE_PARAGRAPH: return "paragraph";
    case NODE_LIST: return "list";
    case NODE_ITEM: return "item";
    case NODE_QUOTE: return "quote";
    case NODE_CODE_BLOCK: return "code-block";
    case NODE_BREAK: return "break";
    case NODE_TABLE: return "table";
    case NODE_CAPTION: return "caption";
    case NODE_TABLE_HEAD: return "table-head";
    case NODE_TABLE_BODY: return "table-body";
    case NODE_ROW: return "row";
    case NODE_CELL: return "cell";
    case NODE_CALLOUT: return "callout";
    case NODE_CALLOUT_LABEL: return "callout-label";
    case NODE_FIGURE: return "figure";
    case NODE_NOTE: return "note";
    case NODE_CONTACT: return "contact";
    case NODE_ABOUT: return "about";
    case NODE_DESCRIPTION_LIST: return "description-list";
    case NODE_DESCRIPTION_ENTRY: return "description-entry";
    case NODE_TERM: return "term";
    case NODE_DESCRIPTION: return "description";
    case NODE_WEB_ADDRESSES: return "web-addresses";
    case NODE_TEXT: return "text";
    case NODE_LINE_BREAK: return "line-break";
    case NODE_EMPHASIS: return "emphasis";
    case NODE_STRONG: return "strong";
    case NODE_STRIKE: return "strike";
    case NODE_CODE: return "code";
    case NODE_KEYBOARD: return "keyboard";
    case NODE_SUBSCRIPT: return "subscript";
    case NODE_SUPERSCRIPT: return "superscript";
    case NODE_ABBREVIATION: return "abbreviation";
    case NODE_SPAN: return "span";
    case NODE_ISOLATE: return "isolate";
    case NODE_LINK: return "link";
    case NODE_NOTE_REF: return "note-ref";
    case NODE_IMAGE: return "image";
    case NODE_ICON: return "icon";
    case NODE_QR_CODE: return "qr-code";
    case NODE_KIND_COUNT: break;
    }
    return "";
}

bool node_is_prose(const struct node *node)
{
    return node->kind == NODE_TEXT && !node->generated && node->parent &&
           node->parent->kind != NODE_CODE && node->parent->kind != NODE_CODE_BLOCK;
}

const char *node_lang(const struct node *node)
{
    while (node && !node->lang)
        node = node->parent;
    return node ? node->lang : NULL;
}

const struct node *node_skip(const struct node *node, const struct node *root)
{
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

const struct node *node_next(const struct node *node, const struct node *root)
{
    return node->first ? node->first : node_skip(node, root);
}

static bool is_in_medium(const struct node *node, enum node_media media)
{
    return media == NODE_MEDIA_ALL || node->media == NODE_MEDIA_ALL || node->media == media;
}

struct slice node_text(const struct node *node, enum node_media media, struct arena *arena)
{
    struct buf buf = {0};
    const struct node *at = node;
    while (at) {
        if (!is_in_medium(at, media)) {
            at = node_skip(at, node);
            continue;
        }
        if (at->kind == NODE_TEXT)
            buf_put_slice(&buf, at->text);
        else if (at->kind == NODE_LINE_BREAK)
            buf_put_char(&buf, ' ');
        at = node_next(at, node);
    }
    struct slice text = arena_copy(arena, buf_slice(&buf));
    buf_free(&buf);
    return text;
}

/* The last entry of the map at or before pos; the node's own start when there is none. */
static struct text_map entry_before(const struct node *text, size_t pos)
{
    struct text_map found = {0, text->span.offset};
    uint32_t low = 0, high = text->map_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->map[middle].text <= pos) {
            found = text->map[middle];
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return found;
}

struct span node_text_span(const struct node *text, size_t pos, size_t len)
{
    struct span span = text->span;
    if (!span.source)
        return span;
    struct text_map entry = entry_before(text, pos);
    uint32_t end = span.offset + span.len;
    span.offset = entry.source + (uint32_t)(pos - entry.text);
    if (span.offset > end)
        span.offset = end;
    span.len = len < end - span.offset ? (uint32_t)len : end - span.offset;
    return span;
}
