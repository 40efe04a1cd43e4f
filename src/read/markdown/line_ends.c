#include "read/markdown/line_ends.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/line_end.h"

/* So many characters and texts beside a line end are looked at. */
#define STEPS_MOST 16

/* ---- what stands beside it */

static bool is_text(const struct node *node)
{
    return node->kind == NODE_TEXT && node->parent->kind != NODE_CODE;
}

/* True for what a line ends at as at a word: a picture, code, a forced line end. */
static bool is_word(const struct node *node)
{
    return !is_text(node) && !node->first && node->kind != NODE_NOTE_REF;
}

/* The leaf before or after a node in its block, or NULL. */
static const struct node *leaf_beside(const struct node *node, const struct node *block, bool back)
{
    while (node != block && !(back ? node->previous : node->next))
        node = node->parent;
    if (node == block)
        return NULL;
    node = back ? node->previous : node->next;
    while (node->first)
        node = back ? node->last : node->first;
    return node;
}

/* The side of what stands before, or from, byte at of a text on. */
static enum text_side side_of(const struct node *node, size_t at, const struct node *block,
                              bool back)
{
    for (int i = 0; i < STEPS_MOST; i++) {
        struct slice text = is_text(node) ? node->text : SLICE_EMPTY;
        enum text_side side = TEXT_SIDE_OPEN;
        if (back ? at > 0 : at < text.len) {
            side = text_side_of(back ? utf8_previous(text, &at) : utf8_next(text, &at));
        } else {
            node = leaf_beside(node, block, back);
            if (!node || is_word(node))
                return TEXT_SIDE_WORD;
            at = back && is_text(node) ? node->text.len : 0;
        }
        if (side != TEXT_SIDE_OPEN)
            return side;
    }
    return TEXT_SIDE_WORD;
}

/* ---- the line ends of a text */

/* Most spaces part words, as is seen by a look at their neighbours. */
static bool may_join(struct slice text, size_t at)
{
    bool before = at == 0 || (text.ptr[at - 1] & 0x80);
    bool after = at + 1 == text.len || (text.ptr[at + 1] & 0x80);
    return before || after;
}

/* The next byte from `at` on that may be a space that joins: what has ASCII around it does not. */
static size_t skip_parting(struct slice text, size_t at)
{
    bool ascii = at > 0 && !((text.ptr[at - 1] | text.ptr[at]) & 0x80);
    return ascii ? utf8_ascii_end(text, at + 1) - 1 : at;
}

static bool stands_for_line_end(const struct node *node, size_t at)
{
    struct span span = node_text_span(node, at, 1);
    char c = span.source && span.offset < span.source->text.len ? span.source->text.ptr[span.offset]
                                                                : node->text.ptr[at];
    return c == '\n' || c == '\r';
}

static bool joins(const struct node *node, size_t at, const struct node *block)
{
    char c = node->text.ptr[at];
    return (c == ' ' || c == '\n') && may_join(node->text, at) && stands_for_line_end(node, at) &&
           text_line_end_joins(side_of(node, at, block, true), side_of(node, at + 1, block, false));
}

/* A text that loses bytes, and the map back to its source. */
struct joined {
    struct buf bytes;
    struct text_map *map;
    size_t count, cap;
};

/* Appends bytes from to end of the node's text. */
static void keep(struct joined *joined, const struct node *node, size_t from, size_t end)
{
    size_t base = joined->bytes.len;
    if (from == end)
        return;
    *MEM_PUSH(joined->map, joined->count, joined->cap) =
        (struct text_map){(uint32_t)base, node_text_span(node, from, 1).offset};
    for (uint32_t i = node_map_after(node->map, node->map_count, from);
         i < node->map_count && node->map[i].text < end; i++)
        *MEM_PUSH(joined->map, joined->count, joined->cap) =
            (struct text_map){(uint32_t)(base + node->map[i].text - from), node->map[i].source};
    buf_put_slice(&joined->bytes, slice_sub(node->text, from, end - from));
}

static void join_text(struct doc *doc, struct node *node, const struct node *block)
{
    struct joined joined = {0};
    size_t from = 0;
    bool any = false;
    if (node->text.len == 1 && node->parent != block && node->parent->first == node->parent->last)
        return; /* all that a mark holds */
    for (size_t at = 0; at < node->text.len; at++) {
        at = skip_parting(node->text, at);
        if (node->text.ptr[at] > ' ' || !joins(node, at, block))
            continue;
        keep(&joined, node, from, at);
        from = at + 1;
        any = true;
    }
    if (any) {
        keep(&joined, node, from, node->text.len);
        node->text = buf_keep(&joined.bytes, &doc->arena);
        doc_set_map(doc, node, joined.map, joined.count);
    }
    mem_free(joined.map);
}

void md_line_ends_join(struct doc *doc, struct node *block)
{
    for (struct node *at = block->first, *next; at; at = next) {
        next = doc_next(at, block);
        if (is_text(at))
            join_text(doc, at, block);
        if (is_text(at) && at->text.len == 0)
            doc_remove(at);
    }
}

/* ---- plain texts */

const char *md_lines_text(struct slice text, struct arena *arena)
{
    struct buf out = {0};
    while (text.len > 0) {
        struct slice line = slice_trim(slice_take(&text, '\n'));
        if (out.len > 0 && !text_lines_join(buf_slice(&out), line))
            buf_put_char(&out, ' ');
        buf_put_slice(&out, line);
    }
    const char *kept = arena_string(arena, buf_slice(&out));
    buf_free(&out);
    return kept;
}
