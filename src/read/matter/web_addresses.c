#include "read/matter/web_addresses.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/address.h"

/* Longer addresses are numbered into a list at the end. */
#define INLINE_LIMIT 40u

/* Digits of a country's prefix. */
#define PREFIX_LIMIT 3u

struct address {
    unsigned number;
    struct slice href;
    struct span span; /* of its first link */
};

struct addresses {
    struct matter *matter;
    struct map numbers; /* href -> struct address */
    struct address **list;
    size_t count, cap;
    enum meta_print_links mode;
};

/* True if text holds address, ASCII case aside. */
static bool shows(struct slice text, struct slice address)
{
    for (size_t i = 0; i + address.len <= text.len; i++)
        if (slice_equal_nocase(slice_sub(text, i, address.len), address))
            return true;
    return false;
}

/* Digits only, without the (0) of "+44 (0)1632" and without zeros in front. */
static struct slice digits_of(struct slice text, struct arena *arena)
{
    char *digits = arena_bytes(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (slice_starts(slice_sub(text, i, 3), "(0)"))
            i += 2;
        else if (ascii_is_digit(text.ptr[i]) && (len > 0 || text.ptr[i] != '0'))
            digits[len++] = text.ptr[i];
    }
    return (struct slice){digits, len};
}

/* The words show the number that is dialled, but perhaps for its country's prefix. */
static bool shows_number(struct slice words, struct slice number, struct arena *arena)
{
    struct slice written = digits_of(words, arena);
    struct slice dialled = digits_of(number, arena);
    size_t prefix = dialled.len > written.len ? dialled.len - written.len : 0;
    return written.len >= 3 && prefix <= PREFIX_LIMIT &&
           slice_equal(slice_sub(dialled, prefix, dialled.len), written);
}

static bool is_shown(struct arena *arena, const struct node *link, struct slice address)
{
    struct slice words = node_text(link, NODE_MEDIA_PRINT, arena);
    if (shows(words, address))
        return true;
    if (slice_starts(address, "www.") && shows(words, slice_sub(address, 4, address.len)))
        return true;
    return slice_starts(link->u.link.href, "tel:") && shows_number(words, address, arena);
}

static unsigned number_of(struct addresses *all, const struct node *link)
{
    struct slice href = link->u.link.href;
    struct address *address = map_get(&all->numbers, href);
    if (address)
        return address->number;
    address = ARENA_NEW(&all->matter->doc->arena, struct address);
    *address = (struct address){(unsigned)all->count + 1, href, link->span};
    map_put(&all->numbers, href, address);
    if (all->count == all->cap) {
        size_t cap = all->cap ? all->cap * 2 : 8;
        struct address **list = ARENA_ARRAY(&all->matter->doc->arena, cap, struct address *);
        if (all->count > 0)
            memcpy(list, all->list, all->count * sizeof *list);
        all->list = list;
        all->cap = cap;
    }
    all->list[all->count++] = address;
    return address->number;
}

/* A sibling behind `after` that only paper shows. */
static struct node *put_behind(struct addresses *all, struct node *after, enum node_kind kind,
                               const char *text)
{
    struct doc *doc = all->matter->doc;
    struct node *node = text ? doc_add_text(doc, NULL, slice_from(text), SPAN_NONE)
                             : doc_add(doc, NULL, kind, SPAN_NONE);
    node->media = NODE_MEDIA_PRINT;
    node->generated = true;
    doc_insert_after(after, node);
    return node;
}

static void put_inline(struct addresses *all, struct node *link, struct slice address)
{
    struct arena *arena = &all->matter->doc->arena;
    if (!all->matter->rtl) {
        put_behind(all, link, NODE_TEXT, arena_format(arena, " (%.*s)", SLICE_ARGS(address)));
        return;
    }
    /* an address reads left to right, the brackets around it do not */
    struct node *at = put_behind(all, link, NODE_TEXT, " (");
    at = put_behind(all, at, NODE_SPAN, NULL);
    at->dir = NODE_DIR_LTR;
    struct node *text = doc_add_text(all->matter->doc, at, address, SPAN_NONE);
    text->generated = true;
    text->media = NODE_MEDIA_PRINT;
    put_behind(all, at, NODE_TEXT, ")");
}

static void on_link(struct addresses *all, struct node *link)
{
    struct arena *arena = &all->matter->doc->arena;
    struct slice address = address_printed(link->u.link.href);
    if (address.len == 0 || is_shown(arena, link, address))
        return;
    bool numbered = all->mode == META_LINKS_LIST ||
                    (all->mode == META_LINKS_DEFAULT && utf8_count(address) > INLINE_LIMIT);
    if (numbered)
        put_behind(all, link, NODE_TEXT, arena_format(arena, " [%u]", number_of(all, link)));
    else
        put_inline(all, link, address);
}

static void put_list(struct addresses *all, struct node *before)
{
    struct matter *matter = all->matter;
    struct doc *doc = matter->doc;
    struct node *section = doc_add(doc, NULL, NODE_WEB_ADDRESSES, SPAN_NONE);
    struct node *heading = doc_add(doc, section, NODE_HEADING, SPAN_NONE);
    heading->u.heading.level = 2;
    matter_word(matter, heading, WORD_WEB_ADDRESSES, NULL, NULL);
    struct node *list = doc_add(doc, section, NODE_LIST, SPAN_NONE);
    list->u.list.ordered = true;
    list->u.list.tight = true;
    list->u.list.start = 1;
    list->u.list.delimiter = '.';
    for (size_t i = 0; i < all->count; i++) {
        struct node *item = doc_add(doc, list, NODE_ITEM, SPAN_NONE);
        item->u.item.number = all->list[i]->number;
        struct node *line = doc_add(doc, item, NODE_PARAGRAPH, SPAN_NONE);
        struct node *link = doc_add(doc, line, NODE_LINK, all->list[i]->span);
        link->u.link.href = all->list[i]->href;
        doc_add_text(doc, matter_ltr(matter, link), address_printed(link->u.link.href), SPAN_NONE);
    }
    matter_generated(section);
    for (const struct node *at = section; at; at = node_next(at, section))
        ((struct node *)(uintptr_t)at)->media = NODE_MEDIA_PRINT; /* the tree is still ours */
    if (before)
        doc_insert_before(before, section);
    else
        doc_append(doc->root, section);
}

void matter_addresses(struct matter *matter, struct node *before)
{
    struct doc *doc = matter->doc;
    struct addresses all = {.matter = matter, .mode = doc->meta.print_links};
    if (all.mode == META_LINKS_NONE)
        return;
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root))
        if (at->kind == NODE_LINK && at->u.link.href.len > 0)
            on_link(&all, (struct node *)(uintptr_t)at);
    if (all.count > 0)
        put_list(&all, before);
    map_free(&all.numbers);
}
