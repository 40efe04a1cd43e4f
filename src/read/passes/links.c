#include "read/passes/links.h"

#include <string.h>

#include "base/inputs.h"
#include "read/passes/assets.h"
#include "read/passes/headings.h"
#include "read/passes/leaflets.h"
#include "text/address.h"

/* So many pages that are not there are looked up among the leaflets' names. */
#define NAMES_LIMIT 100u

struct links {
    struct doc *doc;
    const char *folder;
    const struct leaflet_finder *finder; /* may be NULL */
    unsigned looked_up;
    struct diag_list *diags;
    struct anchors anchors;
};

bool read_is_bare_link(const struct node *node)
{
    return node->kind == NODE_LINK && node->first && node->first == node->last &&
           node->first->kind == NODE_TEXT && address_repeats(node->u.link.href, node->first->text);
}

/* "#" is the top (HTML, 7.4.6.3): the title. */
static const struct node *find_heading(struct links *l, const char *name)
{
    const struct anchor *anchor = anchors_find(&l->anchors, name);
    if (anchor || *name)
        return anchor ? anchor->heading : NULL;
    for (const struct node *at = l->doc->root->first; at; at = at->next)
        if (at->kind == NODE_HEADING && at->u.heading.level == 1)
            return at;
    return NULL;
}

static void resolve_anchor(struct links *l, struct node *link)
{
    struct arena *arena = &l->doc->arena;
    struct slice href = link->u.link.href;
    const char *name = address_decode(arena, slice_from_position(href, 1));
    const struct node *heading = find_heading(l, name);
    if (heading) {
        link->u.link.target = heading;
        link->u.link.href = slice_from(arena_format(arena, "#%s", heading->u.heading.anchor));
        return;
    }
    bool shown = l->diags->per_code[DIAG_CODE_LINK_BROKEN] < DIAG_LIMIT;
    const char *nearest = shown ? anchors_nearest(&l->anchors, name) : NULL;
    const char *hint = "a heading \"How it works\" is linked to as #how-it-works";
    if (nearest)
        hint = arena_format(arena, "did you mean #%s?", nearest);
    diag_add(l->diags, DIAG_CODE_LINK_BROKEN, link->span, hint,
             "no heading of this leaflet has the anchor #%.60s", name);
}

/* True if the path leads, without leaving the content root, to a file, or to what cannot be looked
 * at, with *reason. */
static bool exists_inside(struct links *l, const char *path, const char **reason)
{
    struct inputs *inputs = l->doc->inputs;
    const char *unused;
    *reason = NULL;
    if (path[0] == '/' || !l->folder)
        return false;
    const char *real = inputs_inside(inputs, &l->doc->arena, l->folder, path, reason);
    return *reason || (real && inputs_kind(inputs, real, &unused) == FILE_REGULAR);
}

/* True if the path, by its words, leaves the content root. */
static bool leads_out(struct links *l, const char *path)
{
    struct arena *arena = &l->doc->arena;
    struct inputs *inputs = l->doc->inputs;
    return l->folder && inputs_root(inputs) && path[0] != '/' &&
           !inputs_are_inside(inputs, file_fold(arena, file_join(arena, l->folder, path)));
}

/* The path of a file, without what follows: decoded. */
static const char *path_of(struct links *l, struct slice href)
{
    size_t fragment = slice_find(href, '#'), query = slice_find(href, '?');
    return address_decode(&l->doc->arena, slice_sub(href, 0, query < fragment ? query : fragment));
}

static void resolve_file(struct links *l, struct node *link)
{
    const char *path = path_of(l, link->u.link.href), *reason;
    if (!*path)
        return;
    if (exists_inside(l, path, &reason)) {
        if (reason)
            diag_add(l->diags, DIAG_CODE_FILE_UNREADABLE, link->span,
                     "check the file, and the permissions of it and its folders",
                     "the file %.120s, to which this link leads, cannot be read: %s", path, reason);
        return;
    }
    if (leads_out(l, path)) {
        diag_add(
            l->diags, DIAG_CODE_LINK_BROKEN, link->span,
            "keep leaflets that link to one another below one folder, and build that folder or "
            "put a clinic.yml into it",
            "this link leads out of the folder of the content: %.120s", path);
        return;
    }
    bool shown = l->diags->per_code[DIAG_CODE_LINK_BROKEN] < DIAG_LIMIT && l->folder;
    const char *nearest = strchr(path, '\\') ? "write / between folders"
                          : shown            ? read_leaflet_hint(l->doc, l->folder, l->finder, path)
                                             : NULL;
    diag_add(l->diags, DIAG_CODE_LINK_BROKEN, link->span,
             nearest ? nearest
                     : "write a file's path as seen from this file, inside the content folder; a "
                       "web address begins with https://",
             "there is no file %.120s for this link", path);
}

static void say_refused(struct links *l, const struct node *link)
{
    struct slice href = link->u.link.href;
    switch (address_trap(href)) {
    case ADDRESS_PLAIN:
        diag_add(l->diags, DIAG_CODE_LINK_BROKEN, link->span,
                 "an address begins with https://, http://, mailto:, tel: or sms: and goes on, "
                 "after https:// with a name such as www.example.org",
                 "this link's address leads nowhere: %.*s%s", DIAG_SHOWN(href));
        return;
    case ADDRESS_LINE_BREAK:
        diag_add(l->diags, DIAG_CODE_LINK_BROKEN, link->span,
                 "leave out the line break (%0D or %0A) and what is behind it",
                 "this link's address has a line break in it, which can add readers or text that "
                 "nobody sees: %.*s%s",
                 DIAG_SHOWN(href));
        return;
    case ADDRESS_CODE:
        diag_add(
            l->diags, DIAG_CODE_LINK_BROKEN, link->span,
            "link to a number of digits; write a code that is to be dialled as words, without "
            "a link",
            "this link dials a code with * or #, which can change how a telephone is set: %.*s%s",
            DIAG_SHOWN(href));
        return;
    }
}

static void resolve_address(struct links *l, struct node *link)
{
    struct slice href = link->u.link.href;
    bool repeated = link->generated && link->media == NODE_MEDIA_PRINT;
    struct slice address = address_encode(&l->doc->arena, href);
    if (address.len > 0)
        link->u.link.href = address;
    else if (!repeated) /* in the list of addresses on paper: told at its link */
        say_refused(l, link);
}

static void resolve(struct links *l, struct node *link)
{
    struct slice href = link->u.link.href;
    if (link->u.link.target || link->u.link.nowhere || link->u.link.leaflet || href.len == 0)
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

/* True for a relative reference without a file; one that means a leaflet in other letters is a
 * broken link and no page. */
static bool leads_to_no_file(struct links *l, struct slice href)
{
    const char *path = path_of(l, href), *reason;
    if (exists_inside(l, path, &reason))
        return false;
    return !l->folder || l->looked_up++ >= NAMES_LIMIT ||
           !read_leaflet_in_capitals(l->doc, l->folder, l->finder, path);
}

/* True for a link to a page of the website that the leaflet belongs to. */
static bool is_page(struct links *l, struct slice href)
{
    if (href.len == 0 || href.ptr[0] == '#' || address_scheme(href).len > 0)
        return false;
    if (slice_starts(href, "//"))
        return l->doc->meta.site.value;
    return address_may_be_page(href) &&
           (href.ptr[0] == '/' || href.ptr[0] == '?' || leads_to_no_file(l, href));
}

/* Where the leaflet's own folder is on the website: that of the settings is the site's. */
static struct slice base_of(struct links *l)
{
    const struct meta *meta = &l->doc->meta;
    const char *site = meta->site.value, *below = meta->site_below;
    size_t end = strcspn(site, "?#");
    const char *slash = site[end - 1] == '/' ? "" : "/";
    return slice_from(arena_format(&l->doc->arena, "%.*s%s%s%s", (int)end, site, slash, below,
                                   *below ? "/" : ""));
}

/* Relative references are pages only where the settings say so: one may be misspelt. */
static bool leads_to_site(const struct links *l, struct slice href)
{
    return l->doc->meta.site.value && href.ptr[0] != '?' &&
           (href.ptr[0] == '/' || l->doc->meta.site_pages == META_SWITCH_ON);
}

void read_sites(struct doc *doc, const char *folder, const struct leaflet_finder *finder)
{
    struct links l = {.doc = doc, .folder = folder, .finder = finder};
    struct slice base = doc->meta.site.value ? base_of(&l) : SLICE_EMPTY;
    for (struct node *link = doc->root; link; link = doc_next(link, doc->root)) {
        if (link->kind != NODE_LINK || link->u.link.leaflet || link->u.link.nowhere ||
            !is_page(&l, link->u.link.href))
            continue;
        if (leads_to_site(&l, link->u.link.href))
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

void read_links(struct doc *doc, const char *folder, const struct leaflet_finder *finder,
                struct diag_list *diags)
{
    struct links l = {doc, folder, finder, .diags = diags, .anchors = {.arena = &doc->arena}};
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
