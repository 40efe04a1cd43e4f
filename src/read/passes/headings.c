#include "read/passes/headings.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "doc/words.h"
#include "text/text.h"

/* A picture without a description and a link without words are told as such. */
static bool is_told_otherwise(const struct node *heading)
{
    for (const struct node *at = heading; at; at = node_next(at, heading))
        if (at->kind == NODE_LINK || (at->kind == NODE_IMAGE && at->u.image.undescribed))
            return true;
    return false;
}

/* Nothing that a table of contents could show: a decoration, a note's number, blanks. */
static bool is_wordless(const struct node *heading)
{
    return !node_has_words(heading) && !is_told_otherwise(heading);
}

void read_headings(struct doc *doc, struct diag_list *diags)
{
    struct node *next;
    for (struct node *at = doc->root; at; at = next) {
        next = doc_next(at, doc->root);
        if (at->kind != NODE_HEADING || !is_wordless(at))
            continue;
        diag_add(diags, DIAG_CODE_HEADING_EMPTY, at->span, "write its words or delete it",
                 "this heading is empty");
        if (!at->first)
            doc_remove(at);
    }
}

/* ---- anchors */

void anchors_free(struct anchors *anchors)
{
    map_free(&anchors->by_slug);
    map_free(&anchors->by_name);
    mem_free(anchors->slugs);
}

/* GitHub's slug of a heading: punctuation goes, but for - and _. Spaces that do not break were
 * written as plain ones (read/passes/smart.h). */
static const char *make_slug(struct arena *arena, const struct node *heading)
{
    struct slice text = node_text(heading, NODE_MEDIA_EPUB, arena);
    struct buf buf = {0};
    text = slice_trim(text);
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        if (c == ' ' || c == 0xa0 || c == 0x202f)
            buf_put_char(&buf, '-');
        else if (c == '-' || c == '_' || text_is_alnum(c))
            buf_put_utf8(&buf, text_lower(c));
    }
    return buf_keep(&buf, arena).ptr;
}

/* The slug as a name that XML and URLs take as it is: ASCII, a letter first. */
static const char *make_name(struct arena *arena, const char *slug)
{
    struct slice text = slice_from(slug);
    struct buf buf = {0};
    if (text.len == 0 || (!ascii_is_alpha(*slug) && (unsigned char)*slug < 0x80))
        buf_put_string(&buf, "s-");
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        if (c < 0x80)
            buf_put_char(&buf, (char)c);
        else
            buf_format(&buf, "u%04x", (unsigned)c);
    }
    return buf_keep(&buf, arena).ptr;
}

static const char *numbered(struct arena *arena, const char *name, size_t number)
{
    return arena_format(arena, "%s-%zu", name, number);
}

/* name, name-1, name-2 …: one that the map does not have. Numbers are given without gaps (but for
 * headings that spell them), so the end is found by doubling and bisecting: many equal headings
 * stay cheap. */
static const char *make_unique(struct arena *arena, const struct map *taken, const char *name)
{
    size_t low = 0, high = 1; /* low is taken, high is free */
    if (!map_get(taken, slice_from(name)))
        return name;
    while (map_get(taken, slice_from(numbered(arena, name, high)))) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map_get(taken, slice_from(numbered(arena, name, middle))))
            low = middle;
        else
            high = middle;
    }
    return numbered(arena, name, high);
}

void anchors_give(struct anchors *anchors, struct node *heading)
{
    struct arena *arena = anchors->arena;
    struct anchor *anchor = ARENA_NEW(arena, struct anchor);
    anchor->slug = make_unique(arena, &anchors->by_slug, make_slug(arena, heading));
    anchor->name = make_unique(arena, &anchors->by_name, make_name(arena, anchor->slug));
    anchor->heading = heading;
    *MEM_PUSH(anchors->slugs, anchors->slug_count, anchors->slug_cap) = anchor->slug;
    map_put(&anchors->by_slug, slice_from(anchor->slug), anchor);
    map_put(&anchors->by_name, slice_from(anchor->name), anchor);
    heading->u.heading.anchor = anchor->name;
}

const struct anchor *anchors_find(const struct anchors *anchors, const char *name)
{
    struct slice text = slice_from(name);
    const struct anchor *anchor = map_get(&anchors->by_slug, text);
    if (anchor)
        return anchor;
    struct buf lower = {0};
    bool well = utf8_check(text) == text.len;
    for (size_t i = 0; well && i < text.len;)
        buf_put_utf8(&lower, text_lower(utf8_next(text, &i)));
    anchor = map_get(&anchors->by_slug, buf_slice(&lower));
    buf_free(&lower);
    return anchor ? anchor : map_get(&anchors->by_name, text);
}

const char *anchors_nearest(const struct anchors *anchors, const char *name)
{
    return suggest_nearest(name, anchors->slugs, anchors->slug_count);
}
