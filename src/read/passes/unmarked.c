#include "read/passes/unmarked.h"

#include <assert.h>

#include "base/mem.h"
#include "text/address.h"

struct node *unmarked_text(struct doc *doc, struct slice text, const struct source *source,
                           const struct text_map *map, size_t map_count)
{
    struct node *node = doc_add(doc, NULL, NODE_TEXT, SPAN_NONE);
    node->text = text;
    if (!source)
        return node;
    uint32_t end = map[map_count - 1].source + (uint32_t)text.len - map[map_count - 1].text;
    node->span = (struct span){source, map[0].source, end - map[0].source};
    doc_set_map(doc, node, map, map_count);
    return node;
}

/* The most bytes, white space aside, that the source has where the value has none: an escape
 * (\U0001f600) and a few more. */
#define LONGEST_GAP 32

/* Where in source[at, end) the byte c of the value stands, or at when it is not near. */
static size_t find_near(struct slice source, size_t at, size_t end, char c)
{
    int passed = 0;
    for (size_t i = at; i < end && passed < LONGEST_GAP; i++) {
        bool space = ascii_is_space(source.ptr[i]);
        if (source.ptr[i] == c || (c == ' ' && space))
            return i;
        passed += !space;
    }
    return at;
}

/* Walks value and source side by side; where they part (a folded line, an escape), the next equal
 * byte begins a new entry. Approximate inside escapes, exact elsewhere. */
struct node *unmarked_from_meta(struct doc *doc, const struct meta_text *value)
{
    struct slice text = slice_from(value->value);
    struct text_map *map = NULL;
    size_t cap = 0, count = 0, at = value->span.offset, end = at + value->span.len;
    if (!value->span.source)
        return unmarked_text(doc, text, NULL, NULL, 0);
    struct slice source = value->span.source->text;
    *MEM_PUSH(map, count, cap) = (struct text_map){0, value->span.offset};
    for (size_t i = 0; i < text.len; i++) {
        size_t found = find_near(source, at, end, text.ptr[i]);
        if (i == 0)
            map[0].source = (uint32_t)found;
        else if (found != at)
            *MEM_PUSH(map, count, cap) = (struct text_map){(uint32_t)i, (uint32_t)found};
        at = found + 1 < end ? found + 1 : end;
    }
    struct node *node = unmarked_text(doc, text, value->span.source, map, count);
    mem_free(map);
    return node;
}

struct node *unmarked_put(struct doc *doc, struct node *parent, const struct node *text,
                          size_t from, size_t end)
{
    if (from == end)
        return NULL;
    struct node *part = doc_cut_text(doc, text, from, end);
    doc_append(parent, part);
    return part;
}

static void put_link(struct doc *doc, struct node *parent, const struct node *text, size_t from,
                     size_t end, bool email)
{
    struct slice word = slice_sub(text->text, from, end - from);
    const char *scheme = email ? "mailto:" : address_web_prefix(word) > 0 ? "" : "https://";
    struct node *link = doc_add(doc, parent, NODE_LINK, SPAN_NONE);
    const struct node *words = unmarked_put(doc, link, text, from, end);
    assert(words); /* an address is never empty */
    link->span = words->span;
    link->u.link.href = slice_from(arena_format(&doc->arena, "%s%.*s", scheme, SLICE_ARGS(word)));
}

/* The next address of the text from *at on, and *at behind its word; empty: none. */
static struct slice next_address(struct slice text, size_t *at)
{
    for (size_t i = *at, end; i < text.len; i = end + (end == i)) {
        bool hint = false;
        for (end = i; end < text.len && !address_ends_word(text.ptr[end]); end++)
            hint = hint || text.ptr[end] == '@' || text.ptr[end] == '.';
        struct slice word = hint ? address_of_word(slice_sub(text, i, end - i)) : SLICE_EMPTY;
        *at = end;
        if (word.len > 0)
            return word;
    }
    return SLICE_EMPTY;
}

void unmarked_put_linked(struct doc *doc, struct node *parent, const struct node *text)
{
    struct slice all = text->text, word;
    size_t put = 0, at = 0;
    while ((word = next_address(all, &at)).len > 0) {
        size_t from = (size_t)(word.ptr - all.ptr);
        unmarked_put(doc, parent, text, put, from);
        put = from + word.len;
        put_link(doc, parent, text, from, put, address_is_email(word));
    }
    unmarked_put(doc, parent, text, put, all.len);
}

/* The parts of a text with an address take its place. */
static void link_text(struct doc *doc, struct node *text)
{
    size_t at = 0;
    if (!address_may_stand_in(text->text) || next_address(text->text, &at).len == 0)
        return;
    struct node *parts = doc_add(doc, NULL, NODE_SPAN, text->span);
    unmarked_put_linked(doc, parts, text);
    doc_insert_before(text, parts);
    doc_unwrap(parts);
    doc_remove(text);
}

void unmarked_link(struct doc *doc, struct node *block)
{
    for (struct node *at = block, *next; at; at = next) {
        bool skip = at->kind == NODE_LINK || at->kind == NODE_CODE || at->kind == NODE_KEYBOARD ||
                    at->kind == NODE_QR_CODE;
        next = skip ? doc_skip(at, block) : doc_next(at, block);
        if (at->kind == NODE_TEXT)
            link_text(doc, at);
    }
}
