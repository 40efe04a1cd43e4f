#include "read/matter/web_addresses.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "read/matter/leaflet_names.h"
#include "text/address.h"
#include "text/phone.h"

/* Longer addresses are numbered into a list at the end. */
#define INLINE_LIMIT 40u

struct addresses {
    struct doc *doc;
    struct node *list;  /* the longer ones, not in the tree yet; NULL: none */
    bool names;         /* it holds names of leaflets */
    struct map numbers; /* href -> its ITEM there */
    enum meta_print_links mode;
};

static struct slice in_small_letters(struct arena *arena, struct slice text)
{
    char *small = arena_bytes(arena, text.len);
    for (size_t i = 0; i < text.len; i++)
        small[i] = ascii_lower(text.ptr[i]);
    return (struct slice){small, text.len};
}

/* True if text holds the address, ASCII case aside. */
static bool shows(struct arena *arena, struct slice text, struct slice address)
{
    if (address.len > text.len)
        return false;
    struct arena_mark mark = arena_mark_get(arena);
    text = in_small_letters(arena, text);
    address = in_small_letters(arena, address);
    bool found = memmem(text.ptr, text.len, address.ptr, address.len) != NULL;
    arena_reset(arena, mark);
    return found;
}

static bool is_shown(struct arena *arena, const struct node *link, struct slice address)
{
    struct slice words = node_text(link, NODE_MEDIA_PRINT, arena);
    if (shows(arena, words, address))
        return true;
    if (slice_starts(address, "www.") && shows(arena, words, slice_from_position(address, 4)))
        return true;
    return slice_starts(link->u.link.href, "tel:") && phone_is_shown(words, address);
}

static struct node *make_list(struct doc *doc)
{
    struct node *list = doc_add(doc, NULL, NODE_LIST, SPAN_NONE);
    list->u.list.ordered = true;
    list->u.list.tight = true;
    list->u.list.start = 1;
    list->u.list.delimiter = '.';
    return list;
}

/* The place in the list of what the link leads to; one place for all parts of a leaflet. */
static struct node *item_of(struct addresses *all, const struct node *link)
{
    struct doc *doc = all->doc;
    struct slice href = link->u.link.href;
    if (link->u.link.leaflet)
        href.len = slice_find(href, '#');
    struct node *item = map_get(&all->numbers, href);
    if (item)
        return item;
    if (!all->list)
        all->list = make_list(doc);
    unsigned number = all->list->last ? all->list->last->u.item.number + 1 : 1;
    item = doc_add(doc, all->list, NODE_ITEM, SPAN_NONE);
    item->u.item.number = number;
    struct node *line = doc_add(doc, item, NODE_PARAGRAPH, SPAN_NONE);
    struct node *again = doc_add(doc, line, NODE_LINK, link->span);
    again->u.link.href = href;
    again->u.link.leaflet = link->u.link.leaflet;
    all->names = all->names || again->u.link.leaflet;
    if (again->u.link.leaflet)
        leaflet_name_put(doc, again, again);
    else
        doc_add_text(doc, matter_ltr(doc, again), address_printed(href), SPAN_NONE);
    map_put(&all->numbers, href, item);
    return item;
}

/* A sibling behind `after` that only paper shows. */
static struct node *put_behind(struct addresses *all, struct node *after, enum node_kind kind,
                               const char *text)
{
    struct doc *doc = all->doc;
    struct node *node = text ? doc_add_text(doc, NULL, slice_from(text), SPAN_NONE)
                             : doc_add(doc, NULL, kind, SPAN_NONE);
    node->media = NODE_MEDIA_PRINT;
    node->generated = true;
    doc_insert_after(after, node);
    return node;
}

static void put_inline(struct addresses *all, struct node *link, struct slice address)
{
    struct arena *arena = &all->doc->arena;
    if (all->doc->root->dir != NODE_DIR_RTL) {
        put_behind(all, link, NODE_TEXT, arena_format(arena, " (%.*s)", SLICE_ARGS(address)));
        return;
    }
    /* an address reads left to right, the brackets around it do not */
    struct node *at = put_behind(all, link, NODE_TEXT, " (");
    at = put_behind(all, at, NODE_SPAN, NULL);
    at->dir = NODE_DIR_LTR;
    struct node *text = doc_add_text(all->doc, at, address, SPAN_NONE);
    text->generated = true;
    text->media = NODE_MEDIA_PRINT;
    put_behind(all, at, NODE_TEXT, ")");
}

static void put_number(struct addresses *all, struct node *link)
{
    unsigned number = item_of(all, link)->u.item.number;
    put_behind(all, link, NODE_TEXT, arena_format(&all->doc->arena, " [%u]", number));
}

static void on_link(struct addresses *all, struct node *link)
{
    struct arena *arena = &all->doc->arena;
    struct slice address = address_printed(link->u.link.href);
    if (address.len == 0 || is_shown(arena, link, address))
        return;
    bool numbered = all->mode == META_LINKS_LIST ||
                    (all->mode == META_LINKS_DEFAULT && utf8_count(address) > INLINE_LIMIT);
    if (numbered)
        put_number(all, link);
    else
        put_inline(all, link, address);
}

static bool is_in_heading(const struct node *node)
{
    while (node->parent && node_is_inline(node->kind))
        node = node->parent;
    return node->kind == NODE_HEADING;
}

/* The name of another leaflet: on paper, and in an e-reader file that has no address to lead to
 * (but for headings, whose words make their anchors and the contents). */
static void on_leaflet(struct addresses *all, struct node *link)
{
    bool listed = all->mode == META_LINKS_LIST, print = all->mode != META_LINKS_NONE && !listed;
    bool epub = link->u.link.online.len == 0 && !is_in_heading(link);
    enum node_media media = !print ? NODE_MEDIA_EPUB : epub ? NODE_MEDIA_ALL : NODE_MEDIA_PRINT;
    struct node *rest = leaflet_name_rest(all->doc, link, media);
    if (!rest)
        return;
    if (print || epub)
        doc_insert_after(link, rest);
    if (listed)
        put_number(all, link);
}

/* The list in a section of its own, on paper alone. */
static void put_list(const struct addresses *all, struct node *before)
{
    struct doc *doc = all->doc;
    struct node *section = doc_add(doc, NULL, NODE_WEB_ADDRESSES, SPAN_NONE);
    matter_heading(doc, section, all->names ? WORD_LINKS : WORD_WEB_ADDRESSES);
    doc_append(section, all->list);
    matter_only(section, NODE_MEDIA_PRINT);
    matter_put(doc, section, before);
}

void matter_addresses(struct doc *doc, struct node *before)
{
    struct addresses all = {.doc = doc, .mode = doc->meta.print_links};
    for (struct node *node = doc->root; node; node = doc_next(node, doc->root)) {
        if (node->kind != NODE_LINK)
            continue;
        if (node->u.link.leaflet)
            on_leaflet(&all, node);
        else if (node->u.link.href.len > 0 && all.mode != META_LINKS_NONE)
            on_link(&all, node);
    }
    if (all.list)
        put_list(&all, before);
    map_free(&all.numbers);
}
