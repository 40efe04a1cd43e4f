#include "evidence/facts.h"

#include <string.h>

#include "base/utf8.h"
#include "evidence/criteria.h"

/* "___" and "....." are lines to write on. */
static bool has_blank(struct slice text)
{
    size_t run = 0;
    char last = '\0';
    for (size_t i = 0; i < text.len; i++) {
        run = text.ptr[i] == last ? run + 1 : 1;
        last = text.ptr[i];
        if ((last == '_' && run == 3) || (last == '.' && run == 5))
            return true;
    }
    return memmem(text.ptr, text.len, "………", strlen("………")) != NULL;
}

/* Ballot boxes and squares to tick. */
static bool is_box(uint32_t c)
{
    return (c >= 0x2610 && c <= 0x2612) || c == 0x25a1 || c == 0x25a2 || c == 0x25fb ||
           c == 0x25fd || c == 0x2b1c;
}

/* Beside "=" what stands in formulas and hardly elsewhere (blocks Mathematical Operators and its
 * supplements), without minus, "about" and the comparisons, which are read as words. */
static bool is_maths(uint32_t c)
{
    bool plain = c == 0x2212 || c == 0x2248 || c == 0x2264 || c == 0x2265 || c == 0x2260 ||
                 c == 0x2219 || c == 0x2022;
    return c == '=' || (c >= 0x2200 && c <= 0x22ff && !plain) || (c >= 0x2a00 && c <= 0x2aff) ||
           (c >= 0x1d400 && c <= 0x1d7ff);
}

static unsigned of_text(struct slice text)
{
    unsigned facts = has_blank(text) ? FEATURE_BLANKS : 0;
    for (size_t pos = 0; pos < text.len;) {
        uint32_t c = utf8_next(text, &pos);
        facts |= is_box(c) ? FEATURE_BLANKS : 0;
        facts |= is_maths(c) ? FEATURE_MATHS : 0;
    }
    return facts;
}

static unsigned of_picture(const struct node *node)
{
    bool silent = !node->u.image.alt || !*node->u.image.alt;
    return FEATURE_PICTURES | (silent ? FEATURE_DECORATIVE : FEATURE_GRAPHICS);
}

static bool is_own(const struct node *node)
{
    for (; node; node = node->parent)
        if (node->generated)
            return false;
    return true;
}

static unsigned of_link(const struct node *node)
{
    if (node->u.link.nowhere)
        return 0;
    return FEATURE_LINKS | (is_own(node) ? FEATURE_OWN_LINKS : 0);
}

static unsigned of_node(const struct node *node)
{
    switch (node->kind) {
    case NODE_TEXT: return of_text(node->text);
    case NODE_IMAGE: return of_picture(node);
    case NODE_QR_CODE: return FEATURE_GRAPHICS;
    case NODE_ICON: return FEATURE_GRAPHICS;
    case NODE_TABLE: return FEATURE_TABLES;
    case NODE_DESCRIPTION_LIST:
    case NODE_LIST: return FEATURE_LISTS;
    case NODE_ITEM: return node->u.item.task != NODE_TASK_NONE ? FEATURE_BLANKS : 0;
    case NODE_LINK: return of_link(node);
    case NODE_NOTE_REF: return FEATURE_LINKS;
    case NODE_NOTE: return FEATURE_NOTES;
    case NODE_DOCUMENT:
    case NODE_MASTHEAD:
    case NODE_DRAFT_MARK:
    case NODE_LEAD:
    case NODE_SUBTITLE:
    case NODE_HEADING:
    case NODE_PARAGRAPH:
    case NODE_QUOTE:
    case NODE_CODE_BLOCK:
    case NODE_BREAK:
    case NODE_PAGE_BREAK:
    case NODE_CAPTION:
    case NODE_TABLE_HEAD:
    case NODE_TABLE_BODY:
    case NODE_ROW:
    case NODE_CELL:
    case NODE_CALLOUT:
    case NODE_CALLOUT_LABEL:
    case NODE_FIGURE:
    case NODE_FIGURES:
    case NODE_CONTACT:
    case NODE_ABOUT:
    case NODE_DESCRIPTION_ENTRY:
    case NODE_TERM:
    case NODE_DESCRIPTION:
    case NODE_WEB_ADDRESSES:
    case NODE_LINE_BREAK:
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
    case NODE_KIND_COUNT: break;
    }
    return 0;
}

unsigned facts_of(const struct doc *doc)
{
    unsigned facts = 0;
    for (const struct node *node = doc->root; node; node = node_next(node, doc->root))
        facts |= of_node(node);
    return facts;
}
