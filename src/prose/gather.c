#include "prose/gather.h"

#include <string.h>

#include "base/mem.h"
#include "text/lang.h"

#define SECTION_LEVEL 2

/* U+FFFC, which stands for what is no running text. */
#define OBJECT "\xef\xbf\xbc"

/* What is being gathered: the texts move while they grow, so their places are kept as offsets. */
struct gathering {
    struct prose *prose;
    const char *lang; /* of the block */
    uint32_t start;   /* of its text in prose->bytes */
};

static void add_piece(struct gathering *g, const struct node *text)
{
    struct prose *prose = g->prose;
    *MEM_PUSH(prose->pieces, prose->piece_count, prose->piece_cap) =
        (struct prose_piece){.at = (uint32_t)prose->bytes.len - g->start, .text = text};
}

static void add_text(struct gathering *g, const struct node *text)
{
    if (text->text.len == 0)
        return;
    add_piece(g, text);
    buf_put_slice(&g->prose->bytes, text->text);
}

static void add_mark(struct gathering *g, const char *mark)
{
    add_piece(g, NULL);
    buf_put_string(&g->prose->bytes, mark);
}

/* True for what is shown, but is no running text of the block. */
static bool is_object(const struct gathering *g, const struct node *node)
{
    if (node->kind == NODE_CODE || node->kind == NODE_IMAGE || node->kind == NODE_QR_CODE)
        return true;
    return node->lang && g->lang && !text_lang_same_primary(node->lang, g->lang);
}

/* All that stands in the block, whose children are inline. */
static void add_inline(struct gathering *g, const struct node *block)
{
    const struct node *at = block->first;
    while (at) {
        bool skip = at->generated || at->kind == NODE_NOTE_REF;
        if (!skip && is_object(g, at)) {
            add_mark(g, OBJECT);
            skip = true;
        } else if (!skip && at->kind == NODE_TEXT) {
            add_text(g, at);
        } else if (!skip && at->kind == NODE_LINE_BREAK) {
            add_mark(g, "\n");
        }
        at = skip ? node_skip(at, block) : node_next(at, block);
    }
}

/* A block of an item, a cell or a list of terms. */
static enum prose_place place_inside(const struct node *block)
{
    for (const struct node *at = block; at; at = at->parent) {
        if (at->kind == NODE_CELL || at->kind == NODE_TABLE)
            return at->kind == NODE_CELL ? PROSE_CELL : PROSE_PARAGRAPH;
        if (at->kind == NODE_ITEM || at->kind == NODE_TERM || at->kind == NODE_DESCRIPTION)
            return PROSE_ITEM;
    }
    return PROSE_PARAGRAPH;
}

static enum prose_place place_of(const struct node *block)
{
    if (block->kind == NODE_HEADING)
        return block->u.heading.level == 1 ? PROSE_TITLE : PROSE_HEADING;
    if (block->kind == NODE_SUBTITLE || block->kind == NODE_CALLOUT_LABEL)
        return PROSE_HEADING;
    return place_inside(block);
}

static void gather_block(struct prose *prose, const struct node *block)
{
    struct gathering g = {prose, node_lang(block), (uint32_t)prose->bytes.len};
    uint32_t first = (uint32_t)prose->piece_count;
    if (block->kind == NODE_HEADING && block->u.heading.level == SECTION_LEVEL)
        prose->section_count++;
    add_inline(&g, block);
    if (prose->bytes.len == g.start) {
        prose->piece_count = first;
        return;
    }
    const char *own = prose->doc->root->lang;
    bool same = !g.lang || !own || text_lang_same_primary(g.lang, own);
    *MEM_PUSH(prose->passages, prose->passage_count, prose->passage_cap) = (struct prose_passage){
        .block = block,
        .place = place_of(block),
        .lang = g.lang,
        .own_language = same,
        .english = g.lang && text_lang_same_primary(g.lang, "en"),
        .text = {NULL, prose->bytes.len - g.start},
        .section = prose->section_count - 1,
        .pieces = first,
        .piece_count = (uint32_t)prose->piece_count - first,
    };
}

/* The texts stay where they are from now on. */
static void point_at_texts(struct prose *prose)
{
    const char *at = prose->bytes.data;
    for (size_t i = 0; i < prose->passage_count; i++) {
        prose->passages[i].text.ptr = at;
        at += prose->passages[i].text.len;
    }
}

void prose_gather(struct prose *prose)
{
    const struct node *root = prose->doc->root, *at = root->first;
    prose->section_count = 1;
    while (at) {
        bool skip = at->generated || at->kind == NODE_CODE_BLOCK;
        if (!skip && at->first && node_is_inline(at->first->kind)) {
            gather_block(prose, at);
            skip = true;
        }
        at = skip ? node_skip(at, root) : node_next(at, root);
    }
    point_at_texts(prose);
}
