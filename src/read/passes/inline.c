#include "read/passes/inline.h"

#include <string.h>

#include "base/mem.h"
#include "text/address.h"

/* The entry of the map that byte pos belongs to. */
static uint32_t entry_of(const struct inline_text *text, size_t pos)
{
    uint32_t low = 0, high = text->map_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->map[middle].text <= pos)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static uint32_t source_offset(const struct inline_text *text, size_t pos)
{
    const struct text_map *entry = &text->map[entry_of(text, pos)];
    return entry->source + (uint32_t)(pos - entry->text);
}

/* The part of the map that bytes from to end need, counted from the new start. */
static void cut_map(struct doc *doc, struct node *node, const struct inline_text *text, size_t from,
                    size_t end)
{
    uint32_t first = entry_of(text, from), last = first + 1;
    while (last < text->map_count && text->map[last].text < end)
        last++;
    if (last - first < 2)
        return; /* 1:1 from the span on */
    struct text_map *map = ARENA_ARRAY(&doc->arena, last - first, struct text_map);
    map[0] = (struct text_map){0, source_offset(text, from)};
    for (uint32_t i = first + 1; i < last; i++)
        map[i - first] = (struct text_map){text->map[i].text - (uint32_t)from, text->map[i].source};
    node->map = map;
    node->map_count = last - first;
}

struct node *inline_put(struct doc *doc, struct node *parent, const struct inline_text *text,
                        size_t from, size_t end)
{
    struct span span = SPAN_NONE;
    if (text->source && end > from) {
        uint32_t start = source_offset(text, from);
        span = (struct span){text->source, start, source_offset(text, end - 1) + 1 - start};
    }
    struct node *node = doc_add_text(doc, parent, slice_sub(text->text, from, end - from), span);
    if (text->source)
        cut_map(doc, node, text, from, end);
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
struct inline_text inline_from_meta(struct doc *doc, const struct meta_text *value)
{
    struct inline_text text = {.text = slice_from(value->value)};
    struct text_map *map = NULL;
    size_t cap = 0;
    uint32_t count = 0;
    if (!value->span.source)
        return text;
    struct slice source = value->span.source->text;
    size_t at = value->span.offset, end = at + value->span.len;
    for (size_t i = 0; i < text.text.len; i++) {
        size_t found = find_near(source, at, end, text.text.ptr[i]);
        if (count == 0 || found != at) {
            *MEM_PUSH(map, count, cap) = (struct text_map){(uint32_t)i, (uint32_t)found};
        }
        at = found + 1 < end ? found + 1 : end;
    }
    struct text_map *kept = ARENA_ARRAY(&doc->arena, (size_t)count + 1, struct text_map);
    if (count > 0)
        memcpy(kept, map, count * sizeof *map);
    else
        kept[count++] = (struct text_map){0, value->span.offset};
    mem_free(map);
    text.source = value->span.source;
    text.map = kept;
    text.map_count = count;
    return text;
}

static void put_link(struct doc *doc, struct node *parent, const struct inline_text *text,
                     size_t from, size_t end, bool email)
{
    struct slice word = slice_sub(text->text, from, end - from);
    const char *scheme = email ? "mailto:" : address_web_prefix(word) > 0 ? "" : "https://";
    struct node *link = doc_add(doc, parent, NODE_LINK, SPAN_NONE);
    link->span = inline_put(doc, link, text, from, end)->span;
    link->u.link.href = slice_from(arena_format(&doc->arena, "%s%.*s", scheme, SLICE_ARGS(word)));
}

void inline_put_linked(struct doc *doc, struct node *parent, const struct inline_text *text)
{
    struct slice all = text->text;
    size_t put = 0;
    for (size_t i = 0; i < all.len;) {
        if (ascii_is_space(all.ptr[i])) {
            i++;
            continue;
        }
        size_t end = i;
        bool hint = false;
        for (; end < all.len && !ascii_is_space(all.ptr[end]); end++)
            hint = hint || all.ptr[end] == '@' || all.ptr[end] == '.';
        struct slice word = address_bare_word(slice_sub(all, i, hint ? end - i : 0));
        bool email = hint && address_is_email(word);
        if (hint && (email || address_is_url(word))) {
            size_t from = (size_t)(word.ptr - all.ptr);
            if (from > put)
                inline_put(doc, parent, text, put, from);
            put_link(doc, parent, text, from, from + word.len, email);
            put = from + word.len;
        }
        i = end;
    }
    if (put < all.len)
        inline_put(doc, parent, text, put, all.len);
}
