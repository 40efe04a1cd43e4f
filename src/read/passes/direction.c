#include "read/passes/direction.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "text/text.h"

#define LTR_LEAST_WORDS 3u /* fewer, such as a name or a dose, stay where they are */

/* Letters by direction below a node, and left-to-right words. */
struct letters {
    uint32_t ltr, rtl, ltr_words;
};

static bool has_rtl(const struct doc *doc)
{
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct node *node = doc->nodes[id];
        if (node_is_prose(node) && text_find_rtl(node->text, 0) < node->text.len)
            return true;
    }
    return false;
}

static struct letters count_letters(struct slice text)
{
    struct letters letters = {0};
    bool in_word = false;
    for (size_t pos = 0; pos < text.len;) {
        uint32_t c = utf8_next(text, &pos);
        int direction = text_strong_direction(c);
        letters.ltr += direction > 0;
        letters.rtl += direction < 0;
        letters.ltr_words += direction > 0 && !in_word;
        in_word = direction > 0 || (in_word && c != ' ' && c != 0xa0);
    }
    return letters;
}

/* Of every node, by id; the caller frees. */
static struct letters *count_all(const struct doc *doc)
{
    struct letters *all = mem_calloc((size_t)doc->node_count + 1, sizeof *all);
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        if (!node_is_prose(doc->nodes[id]))
            continue;
        struct letters own = count_letters(doc->nodes[id]->text);
        for (const struct node *node = doc->nodes[id]; node; node = node->parent) {
            all[node->id].ltr += own.ltr;
            all[node->id].rtl += own.rtl;
            all[node->id].ltr_words += own.ltr_words;
        }
    }
    return all;
}

/* Blocks that are set in one direction as a whole. */
static bool may_turn(const struct node *node)
{
    if (node->generated || node->dir != NODE_DIR_INHERIT)
        return false;
    switch (node->kind) {
    case NODE_LEAD:
    case NODE_SUBTITLE:
    case NODE_HEADING:
    case NODE_PARAGRAPH:
    case NODE_LIST:
    case NODE_ITEM:
    case NODE_QUOTE:
    case NODE_TABLE:
    case NODE_CAPTION:
    case NODE_CELL:
    case NODE_CALLOUT:
    case NODE_NOTE: return true;
    case NODE_DOCUMENT:
    case NODE_MASTHEAD:
    case NODE_DRAFT_MARK:
    case NODE_CODE_BLOCK:
    case NODE_BREAK:
    case NODE_TABLE_HEAD:
    case NODE_TABLE_BODY:
    case NODE_ROW:
    case NODE_CALLOUT_LABEL:
    case NODE_FIGURE:
    case NODE_CONTACT:
    case NODE_ABOUT:
    case NODE_DESCRIPTION_LIST:
    case NODE_DESCRIPTION_ENTRY:
    case NODE_TERM:
    case NODE_DESCRIPTION:
    case NODE_WEB_ADDRESSES:
    NODE_CASE_INLINES:
    case NODE_KIND_COUNT: return false;
    }
    return false;
}

static enum node_direction direction_around(const struct node *node)
{
    while (node->parent && node->parent->dir == NODE_DIR_INHERIT)
        node = node->parent;
    return node->parent ? node->parent->dir : NODE_DIR_LTR;
}

static void turn_blocks(struct doc *doc, const struct letters *letters)
{
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root)) {
        const struct letters *own = &letters[at->id];
        enum node_direction around = direction_around(at);
        if (!may_turn(at))
            continue;
        if (around == NODE_DIR_LTR && own->rtl > own->ltr)
            at->dir = NODE_DIR_RTL;
        else if (around == NODE_DIR_RTL && own->ltr > own->rtl && own->ltr_words >= LTR_LEAST_WORDS)
            at->dir = NODE_DIR_LTR;
    }
}

void read_direction(struct doc *doc)
{
    if (doc->root->dir != NODE_DIR_RTL && !has_rtl(doc))
        return;
    struct letters *letters = count_all(doc);
    turn_blocks(doc, letters);
    mem_free(letters);
}
