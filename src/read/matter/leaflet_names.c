#include "read/matter/leaflet_names.h"

#include <string.h>

#include "doc/leaflet.h"
#include "read/matter/title.h"

static void put(struct doc *doc, struct node *parent, const struct doc_leaflet *leaflet, bool title,
                bool reference)
{
    if (title)
        matter_text(doc, matter_in_language(doc, parent, leaflet->lang), leaflet->title);
    if (title && reference)
        matter_text(doc, parent, matter_comma(doc));
    if (reference)
        matter_text(doc, matter_ltr(doc, parent), leaflet->reference);
}

void leaflet_name_put(struct doc *doc, struct node *parent, const struct node *link)
{
    const struct doc_leaflet *leaflet = link->u.link.leaflet;
    put(doc, parent, leaflet, leaflet->title, leaflet->reference);
}

/* "[Fasting](fasting.md) (SK-020)" */
static bool is_behind(const struct node *link, const char *reference)
{
    if (!link->next || link->next->kind != NODE_TEXT)
        return false;
    struct slice text = link->next->text;
    while (text.len > 0 && strchr(" (,[", *text.ptr))
        text = slice_from_position(text, 1);
    return slice_starts(text, reference);
}

/* What is to be said of the leaflet, that the words do not say. */
static void find_rest(struct doc *doc, const struct node *link, bool *title, bool *reference)
{
    const struct doc_leaflet *leaflet = link->u.link.leaflet;
    struct arena_mark mark = arena_mark_get(&doc->arena);
    struct slice words = node_text(link, NODE_MEDIA_ALL, &doc->arena);
    *title = leaflet->title && !matter_shows_words(doc, words, slice_from(leaflet->title));
    *reference = leaflet->reference && !is_behind(link, leaflet->reference) &&
                 !matter_shows_words(doc, words, slice_from(leaflet->reference));
    arena_reset(&doc->arena, mark);
}

struct node *leaflet_name_rest(struct doc *doc, const struct node *link, enum node_media media)
{
    bool title, reference;
    find_rest(doc, link, &title, &reference);
    if (!title && !reference)
        return NULL;
    struct node *rest = doc_add(doc, NULL, NODE_SPAN, SPAN_NONE);
    matter_text(doc, rest, " (");
    put(doc, rest, link->u.link.leaflet, title, reference);
    matter_text(doc, rest, ")");
    matter_only(rest, media);
    return rest;
}
