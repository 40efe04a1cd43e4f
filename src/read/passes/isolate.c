#include "read/passes/isolate.h"

#include "base/utf8.h"
#include "doc/direction.h"
#include "read/passes/links.h"
#include "text/quantity.h"
#include "text/text.h"

/* ---- words in a marked language, addresses */

static void turn_inlines(struct doc *doc)
{
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root)) {
        if (!node_is_inline(at->kind) || at->dir != NODE_DIR_INHERIT || at->kind == NODE_ISOLATE)
            continue;
        enum node_direction own = at->dir;
        if (at->lang)
            own = text_lang_is_rtl(at->lang) ? NODE_DIR_RTL : NODE_DIR_LTR;
        else if (read_is_bare_link(at))
            own = NODE_DIR_LTR;
        if (own != NODE_DIR_INHERIT && own != node_direction_around(at))
            at->dir = own;
    }
}

/* ---- quantities */

/* Where the walk is. */
struct walk {
    struct doc *doc;
    int strong; /* of the last strong character in this block's line: 1, -1; 0: none */
};

/* What an inline node around the text isolates does not reach the text behind it. */
static bool is_isolated(const struct node *node)
{
    for (; node_is_inline(node->kind); node = node->parent)
        if (node->dir != NODE_DIR_INHERIT || node->kind == NODE_ISOLATE)
            return true;
    return false;
}

static bool is_in_code_block(const struct node *node)
{
    while (node && node->kind != NODE_CODE_BLOCK)
        node = node->parent;
    return node;
}

static int last_strong(struct slice text, int strong)
{
    for (size_t pos = 0; pos < text.len;) {
        int own = text_strong_direction(utf8_next(text, &pos));
        strong = own ? own : strong;
    }
    return strong;
}

static struct node *add_span(struct doc *doc, struct node *parent, enum node_media media)
{
    struct node *span = doc_add(doc, parent, NODE_SPAN, SPAN_NONE);
    span->dir = NODE_DIR_LTR;
    span->generated = true;
    span->media = media;
    return span;
}

static bool is_arabic_digit(uint32_t c)
{
    return c >= 0x660 && c <= 0x669;
}

/* The end of the digits of U+0660 to U+0669 at pos, or of what is none. */
static size_t group_end(struct slice text, size_t pos, size_t end)
{
    bool digits = is_arabic_digit(utf8_next(text, &pos));
    for (size_t next = pos; pos < end; pos = next)
        if (is_arabic_digit(utf8_next(text, &next)) != digits)
            break;
    return pos;
}

/* A left-to-right SPAN of the quantity. What is between digits of class AN runs from right to left
 * even there (UAX #9, N1), but not between isolates: each group of them is one. */
static struct node *make_span(struct doc *doc, const struct node *text, struct quantity part)
{
    struct node *span = add_span(doc, NULL, text->media);
    for (size_t pos = part.start, end; pos < part.end; pos = end) {
        size_t first = pos;
        bool digits = is_arabic_digit(utf8_next(text->text, &first));
        end = group_end(text->text, pos, part.end);
        bool whole = pos == part.start && end == part.end;
        struct node *place = digits && !whole ? add_span(doc, span, text->media) : span;
        doc_append(place, doc_cut_text(doc, text, pos, end));
    }
    return span;
}

/* Puts the text's quantities, each in its span, and what stands between them into its place. */
static void isolate_quantities(struct walk *walk, struct node *text)
{
    bool rtl = node_direction_around(text) == NODE_DIR_RTL;
    int strong = is_isolated(text) ? 0 : walk->strong;
    size_t done = 0, seen = 0;
    for (struct quantity part; quantity_find(text->text, seen, &part); seen = part.end) {
        strong = last_strong(slice_sub(text->text, seen, part.start - seen), strong);
        if (!rtl && strong >= 0) {
            struct slice own = slice_sub(text->text, part.start, part.end - part.start);
            strong = last_strong(own, strong);
            continue;
        }
        if (part.start > done)
            doc_insert_before(text, doc_cut_text(walk->doc, text, done, part.start));
        doc_insert_before(text, make_span(walk->doc, text, part));
        done = part.end;
    }
    strong = last_strong(slice_from_position(text->text, seen), strong);
    if (!is_isolated(text))
        walk->strong = strong;
    if (done == 0)
        return;
    if (done < text->text.len)
        doc_insert_before(text, doc_cut_text(walk->doc, text, done, text->text.len));
    doc_remove(text);
}

void read_isolates(struct doc *doc)
{
    struct walk walk = {.doc = doc};
    turn_inlines(doc);
    for (struct node *at = doc->root, *next; at; at = next) {
        next = doc_next(at, doc->root); /* what is made below needs no look */
        if (!node_is_inline(at->kind))
            walk.strong = 0;
        if (at->kind == NODE_TEXT && at->parent && !is_in_code_block(at))
            isolate_quantities(&walk, at);
    }
}
