#include "read/passes/leaflets.h"

#include <string.h>

#include "base/hash.h"
#include "read/passes/names.h"
#include "read/passes/nearest.h"
#include "text/address.h"

struct seeker {
    struct doc *doc;
    const char *folder;
    const struct leaflet_finder *finder;
    struct diag_list *diags;
    struct map told; /* places of what is wrong for every link to it */
    struct map done; /* address -> the first link that has it, led to its goal */
};

/* A link's address, taken apart: decoded, without the query. */
struct reference {
    const char *folder, *path; /* the path as seen from the folder */
    const char *fragment;      /* NULL: none */
    struct slice place;        /* the same as written, with its # */
};

/* ---- the source that is meant */

static bool ends_in(struct slice name, const char *ending)
{
    struct slice end = slice_from(ending);
    return name.len > end.len &&
           slice_equal_nocase(slice_from_position(name, name.len - end.len), end);
}

static bool is_source(const struct seeker *s, struct slice path)
{
    for (const char *const *ending = s->finder->endings; *ending; ending++)
        if (ends_in(path, *ending))
            return true;
    return false;
}

/* The path without the ending of what is made of leaflets: of our outputs, and of a page of their
 * website. What has another ending is no leaflet: false. */
static bool cut_output(struct slice path, struct slice *stem)
{
    static const char *const outputs[] = {".pdf", ".epub", ".html", ".htm"};
    *stem = path;
    for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
        if (ends_in(path, outputs[i])) {
            stem->len -= strlen(outputs[i]);
            return true;
        }
    return address_may_be_page(path);
}

/* What cannot be looked at may be the file, and is told when it is to be read. */
static bool is_file(const struct seeker *s, const char *folder, const char *path)
{
    struct inputs *inputs = s->doc->inputs;
    const char *reason;
    const char *real = inputs_inside(inputs, &s->doc->arena, folder, path, &reason);
    return reason || (real && inputs_kind(inputs, real, &reason) == FILE_REGULAR);
}

/* The path of the file as its system composes it; NULL: it is not there. */
static const char *find_file(const struct seeker *s, const char *folder, const char *path)
{
    struct slice text = slice_from(path);
    size_t ascii = 0;
    if (is_file(s, folder, path))
        return path;
    while (ascii < text.len && (unsigned char)text.ptr[ascii] < 0x80)
        ascii++;
    const char *near = ascii < text.len ? read_nearest_path(s->doc, folder, path) : NULL;
    bool same = near && names_are_same(&s->doc->arena, near, path);
    return same && is_file(s, folder, near) ? near : NULL;
}

/* The path of the leaflet's source, which is there; NULL: the link leads to none. */
static const char *find_source(const struct seeker *s, const struct reference *to)
{
    struct slice path = slice_from(to->path), stem;
    if (is_source(s, path))
        return find_file(s, to->folder, to->path);
    if (!cut_output(path, &stem))
        return NULL;
    for (const char *const *ending = s->finder->endings; *ending; ending++) {
        const char *source = arena_format(&s->doc->arena, "%.*s%s", SLICE_ARGS(stem), *ending);
        if ((source = find_file(s, to->folder, source)))
            return source;
    }
    return NULL;
}

/* True if the address can be that of a file; one from the top must be a source's, else it is that
 * of a page of the website. */
static bool is_path(const struct seeker *s, struct slice href)
{
    size_t end = slice_find(href, '#'), query = slice_find(href, '?');
    struct slice path = slice_sub(href, 0, end < query ? end : query);
    if (path.len == 0 || slice_starts(href, "//") || address_scheme(href).len > 0)
        return false;
    return !slice_starts(path, "/") || is_source(s, path);
}

static struct reference take_apart(const struct seeker *s, struct slice href)
{
    struct arena *arena = &s->doc->arena;
    size_t fragment = slice_find(href, '#'), end = slice_find(href, '?');
    struct slice path = slice_sub(href, 0, end < fragment ? end : fragment);
    struct slice name = slice_from_position(href, fragment + 1);
    bool top = slice_starts(path, "/");
    return (struct reference){
        .folder = top ? inputs_root(s->doc->inputs) : s->folder,
        .path = address_decode(arena, slice_from_position(path, top)),
        .fragment = name.len > 0 ? address_decode(arena, name) : NULL,
        .place = fragment < href.len ? slice_from_position(href, fragment) : SLICE_LIT("#"),
    };
}

/* ---- what is there */

static void say_no_anchor(const struct seeker *s, const struct node *link,
                          const struct reference *to, const struct anchors *anchors)
{
    bool shown = s->diags->per_code[DIAG_CODE_LINK_BROKEN] < DIAG_LIMIT;
    const char *nearest = shown ? anchors_nearest(anchors, to->fragment) : NULL;
    diag_add(s->diags, DIAG_CODE_LINK_BROKEN, link->span,
             nearest ? arena_format(&s->doc->arena, "did you mean #%s?", nearest)
                     : "a heading \"How it works\" is linked to as #how-it-works",
             "no heading of the leaflet %.120s has the anchor #%.60s", to->path, to->fragment);
}

/* Which of its headings is meant; *anchor stays NULL without a fragment. False after a diagnostic.
 */
static bool find_anchor(const struct seeker *s, const struct node *link, const struct reference *to,
                        const struct leaflet_facts *facts, const struct anchor **anchor)
{
    *anchor = to->fragment ? anchors_find(&facts->anchors, to->fragment) : NULL;
    if (to->fragment && !*anchor)
        say_no_anchor(s, link, to, &facts->anchors);
    return *anchor || !to->fragment;
}

/* A place in a PDF by its name (RFC 8118, section 3). */
static struct slice pdf_address(struct arena *arena, const char *stem, const struct anchor *anchor)
{
    struct slice address = address_of_path(arena, arena_format(arena, "%s.pdf", stem));
    if (!anchor)
        return address;
    return slice_from(arena_format(arena, "%.*s#nameddest=%s", SLICE_ARGS(address), anchor->name));
}

/* Its page may have the anchors that its source has, or opens at its top. */
static struct slice web_address(struct arena *arena, const char *online,
                                const struct anchor *anchor)
{
    if (!online)
        return SLICE_EMPTY;
    if (!anchor || strchr(online, '#'))
        return address_encode(arena, slice_from(online));
    return address_encode(arena, slice_from(arena_format(arena, "%s#%s", online, anchor->slug)));
}

/* True the first time: one message for each leaflet that is at fault, however many links it has. */
static bool is_untold(struct seeker *s, const char *place)
{
    return !map_put(&s->told, slice_from(place), s);
}

/* False: there is no such heading. */
static bool lead_to(struct seeker *s, struct node *link, const struct reference *to,
                    const char *place, const struct leaflet_answer *answer)
{
    struct arena *arena = &s->doc->arena;
    const struct leaflet_facts *facts = answer->facts;
    const struct anchor *anchor = NULL;
    link->u.link.leaflet = &facts->shown;
    if (facts->trouble && is_untold(s, place))
        diag_add(s->diags, facts->unreadable ? DIAG_CODE_FILE_UNREADABLE : DIAG_CODE_LINK_BROKEN,
                 link->span,
                 facts->unreadable ? "check the file, and the permissions of it and its folders"
                                   : "check the file",
                 "the leaflet %.120s, to which this link leads, %s", to->path, facts->trouble);
    if (facts->trouble)
        return true;
    if (!find_anchor(s, link, to, facts, &anchor))
        return false;
    if (!facts->shown.title && is_untold(s, place))
        diag_add(s->diags, DIAG_CODE_LINK_UNTITLED, link->span,
                 "give that leaflet its title: paper shows it behind the link",
                 "the leaflet %.120s, to which this link leads, has no title", to->path);
    link->u.link.href = pdf_address(arena, answer->stem, anchor);
    link->u.link.online = web_address(arena, facts->shown.online, anchor);
    return true;
}

static void say_no_leaflet(struct seeker *s, const struct node *link, const char *source)
{
    diag_add(s->diags, DIAG_CODE_LINK_NO_LEAFLET, link->span,
             "link to a leaflet or to a web address, or leave the link out",
             "no leaflet is made of %.120s: the words stay, without the link", source);
}

/* False after a diagnostic that each link with this address needs. */
static bool follow(struct seeker *s, struct node *link)
{
    struct arena *arena = &s->doc->arena;
    struct reference to = take_apart(s, link->u.link.href);
    const char *source = find_source(s, &to);
    if (!source)
        return true;
    to.path = source;
    const char *file = file_join(arena, to.folder, source);
    const char *folder = inputs_real(s->doc->inputs, arena, file_folder(arena, file), NULL);
    if (!folder) /* not to be looked at; or gone since */
        folder = file_fold(arena, file_folder(arena, file));
    const char *place = file_join(arena, folder, file_name(source));
    struct leaflet_answer answer = s->finder->find(s->finder, s->doc->inputs, arena, place);
    switch (answer.kind) {
    case LEAFLET_SELF: link->u.link.href = to.place; return true;
    case LEAFLET_OTHER: return lead_to(s, link, &to, place, &answer);
    case LEAFLET_NONE: break;
    }
    link->u.link.nowhere = true;
    link->u.link.href = slice_from(source);
    if (is_untold(s, place))
        say_no_leaflet(s, link, source);
    return true;
}

static void on_link(struct seeker *s, struct node *link)
{
    struct slice written = link->u.link.href;
    const struct node *first = map_get(&s->done, written);
    if (first) {
        link->u.link.href = first->u.link.href;
        link->u.link.leaflet = first->u.link.leaflet;
        link->u.link.online = first->u.link.online;
        link->u.link.nowhere = first->u.link.nowhere;
    } else if (follow(s, link)) {
        map_put(&s->done, written, link);
    }
}

/* ---- what is not there */

const char *read_leaflet_hint(struct doc *doc, const char *folder,
                              const struct leaflet_finder *finder, const char *path)
{
    const struct seeker s = {.doc = doc, .finder = finder};
    struct slice stem;
    const char *hint = NULL;
    if (!finder || is_source(&s, slice_from(path)) || !cut_output(slice_from(path), &stem))
        return read_nearest_hint(doc, folder, path);
    for (const char *const *ending = finder->endings; *ending && !hint; ending++)
        hint = read_nearest_hint(doc, folder,
                                 arena_format(&doc->arena, "%.*s%s", SLICE_ARGS(stem), *ending));
    return hint ? hint : read_nearest_hint(doc, folder, path);
}

bool read_leaflet_in_capitals(struct doc *doc, const char *folder,
                              const struct leaflet_finder *finder, const char *path)
{
    struct slice stem;
    if (!finder || !cut_output(slice_from(path), &stem))
        return false;
    for (const char *const *ending = finder->endings; *ending; ending++) {
        const char *source = arena_format(&doc->arena, "%.*s%s", SLICE_ARGS(stem), *ending);
        const char *found = read_nearest_path(doc, folder, source);
        if (found && slice_equal_nocase(slice_from(found), slice_from(source)))
            return true;
    }
    return false;
}

/* ---- all */

void read_leaflets(struct doc *doc, const char *folder, const struct leaflet_finder *finder,
                   struct diag_list *diags)
{
    struct seeker s = {.doc = doc, .folder = folder, .finder = finder, .diags = diags};
    if (!finder || !folder || !inputs_root(doc->inputs))
        return;
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root))
        if (at->kind == NODE_LINK && is_path(&s, at->u.link.href))
            on_link(&s, at);
    map_free(&s.told);
    map_free(&s.done);
}
