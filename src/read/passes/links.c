#include "read/passes/links.h"

#include <string.h>

#include "base/inputs.h"
#include "base/suggest.h"
#include "read/passes/assets.h"
#include "read/passes/headings.h"
#include "read/passes/nearest.h"
#include "text/address.h"

struct links {
    struct doc *doc;
    const char *folder;
    struct diag_list *diags;
    struct anchors anchors;
};

bool read_is_bare_link(const struct node *node)
{
    return node->kind == NODE_LINK && node->first && node->first == node->last &&
           node->first->kind == NODE_TEXT && address_repeats(node->u.link.href, node->first->text);
}

static void resolve_anchor(struct links *l, struct node *link)
{
    struct arena *arena = &l->doc->arena;
    struct slice href = link->u.link.href;
    const char *name = address_decode(arena, slice_from_position(href, 1));
    const struct node *heading = anchors_find(&l->anchors, name);
    if (heading) {
        link->u.link.target = heading;
        link->u.link.href = slice_from(arena_format(arena, "#%s", heading->u.heading.anchor));
        return;
    }
    bool shown = l->diags->per_code[DIAG_CODE_LINK_BROKEN] < DIAG_LIMIT;
    const char *nearest =
        shown ? suggest_nearest(name, l->anchors.slugs, l->anchors.slug_count) : NULL;
    const char *hint = "a heading \"How it works\" is linked to as #how-it-works";
    if (nearest)
        hint = arena_format(arena, "did you mean #%s?", nearest);
    diag_add(l->diags, DIAG_CODE_LINK_BROKEN, link->span, hint,
             "no heading of this leaflet has the anchor #%.60s", name);
}

/* True if the path leads, without leaving the content root, to something that exists. */
static bool exists_inside(struct links *l, const char *path)
{
    return path[0] != '/' && l->folder &&
           inputs_inside(l->doc->inputs, &l->doc->arena, l->folder, path);
}

/* The path of a file, without what follows: decoded. */
static const char *path_of(struct links *l, struct slice href)
{
    size_t fragment = slice_find(href, '#'), query = slice_find(href, '?');
    return address_decode(&l->doc->arena, slice_sub(href, 0, query < fragment ? query : fragment));
}

static void resolve_file(struct links *l, struct node *link)
{
    const char *path = path_of(l, link->u.link.href);
    if (!*path || exists_inside(l, path))
        return;
    bool shown = l->diags->per_code[DIAG_CODE_LINK_BROKEN] < DIAG_LIMIT && l->folder;
    const char *nearest = shown ? read_nearest_hint(l->doc, l->folder, path) : NULL;
    diag_add(l->diags, DIAG_CODE_LINK_BROKEN, link->span,
             nearest ? nearest
                     : "write a file's path as seen from this file, inside the content folder; a "
                       "web address begins with https://",
             "there is no file %.120s for this link", path);
}

static void resolve_address(struct links *l, struct node *link)
{
    struct slice href = link->u.link.href;
    bool repeated = link->generated && link->media == NODE_MEDIA_PRINT;
    struct slice address = address_encode(&l->doc->arena, href);
    if (address.len > 0)
        link->u.link.href = address;
    else if (!repeated) /* in the list of addresses on paper: told at its link */
        diag_add(
            l->diags, DIAG_CODE_LINK_BROKEN, link->span,
            "an address begins with https://, http://, mailto:, tel: or sms: and goes on, after "
            "https:// with a name such as www.example.org",
            "this link's address leads nowhere: %.*s", SLICE_ARGS(slice_sub(href, 0, 60)));
}

static void resolve(struct links *l, struct node *link)
{
    struct slice href = link->u.link.href;
    if (link->u.link.target || link->u.link.nowhere || href.len == 0)
        return;
    if (address_scheme(href).len > 0 || slice_starts(href, "//"))
        resolve_address(l, link);
    else if (link->generated)
        return;
    else if (href.ptr[0] == '#')
        resolve_anchor(l, link);
    else
        resolve_file(l, link);
}

/* True for a link to a page of the website that the leaflet belongs to. */
static bool is_page(struct links *l, struct slice href)
{
    if (href.len == 0 || href.ptr[0] == '#' || address_scheme(href).len > 0)
        return false;
    if (slice_starts(href, "//"))
        return l->doc->meta.site.value;
    return address_may_be_page(href) &&
           (href.ptr[0] == '/' || href.ptr[0] == '?' || !exists_inside(l, path_of(l, href)));
}

/* Where the leaflet's own folder is on the website: that of the settings is the site's. */
static struct slice base_of(struct links *l)
{
    const struct meta *meta = &l->doc->meta;
    const char *site = meta->site.value, *below = "";
    if (l->folder && file_is_inside(l->folder, meta->site_folder))
        below = l->folder + strlen(meta->site_folder);
    below += *below == '/';
    size_t end = strcspn(site, "?#");
    const char *slash = site[end - 1] == '/' ? "" : "/";
    return slice_from(arena_format(&l->doc->arena, "%.*s%s%s%s", (int)end, site, slash, below,
                                   *below ? "/" : ""));
}

void read_sites(struct doc *doc, const char *folder)
{
    struct links l = {.doc = doc, .folder = folder};
    struct slice base = doc->meta.site.value ? base_of(&l) : SLICE_EMPTY;
    for (struct node *link = doc->root; link; link = doc_next(link, doc->root)) {
        if (link->kind != NODE_LINK || !is_page(&l, link->u.link.href))
            continue;
        if (base.len > 0 && link->u.link.href.ptr[0] != '?')
            link->u.link.href = address_resolve(&doc->arena, base, link->u.link.href);
        else
            link->u.link.nowhere = true;
    }
}

/* read_markdown leaves a picture's path in its text: the folder is known only here. */
static void open_picture(struct links *l, struct node *picture)
{
    struct slice path = picture->text;
    picture->text = SLICE_EMPTY;
    if (!picture->u.image.image && !picture->generated)
        picture->u.image.image = read_image(l->doc, l->folder, path, picture->span, l->diags);
}

void read_links(struct doc *doc, const char *folder, struct diag_list *diags)
{
    struct links l = {.doc = doc, .folder = folder, .diags = diags, .anchors = {.doc = doc}};
    for (struct node *node = doc->root; node; node = doc_next(node, doc->root)) {
        if (node->kind == NODE_HEADING)
            anchors_give(&l.anchors, node);
        else if (node->kind == NODE_IMAGE)
            open_picture(&l, node);
    }
    for (struct node *node = doc->root; node; node = doc_next(node, doc->root))
        if (node->kind == NODE_LINK)
            resolve(&l, node);
    anchors_free(&l.anchors);
}
