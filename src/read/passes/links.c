/* Links inside the leaflet and to files beside it; anchors of headings; pictures of Markdown. */
#include "read/passes/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/inputs.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "read/passes/assets.h"
#include "text/text.h"

struct links {
    struct doc *doc;
    const char *folder;
    struct diag_list *diags;
    struct map by_slug; /* GitHub's slug -> heading */
    struct map anchors; /* anchors given */
    const char **slugs; /* for suggestions */
    size_t slug_count, slug_cap;
};

/* ---- anchors */

/* GitHub's slug: lower case, spaces to hyphens, punctuation (but - and _) left out. */
static char *make_slug(struct doc *doc, const struct node *heading)
{
    struct slice text = node_text(heading, NODE_MEDIA_EPUB, &doc->arena);
    struct buf buf = {0};
    text = slice_trim(text);
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        if (c == ' ')
            buf_put_char(&buf, '-');
        else if (c == '-' || c == '_' || text_is_alnum(c))
            buf_put_utf8(&buf, text_lower(c));
    }
    char *slug = arena_string(&doc->arena, buf_slice(&buf));
    buf_free(&buf);
    return slug;
}

/* The slug as a name that XML and URLs take as it is: ASCII, a letter first. */
static char *make_anchor(struct doc *doc, const char *slug)
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
    char *anchor = arena_string(&doc->arena, buf_slice(&buf));
    buf_free(&buf);
    return anchor;
}

static const char *numbered(struct links *l, const char *name, size_t number)
{
    return arena_format(&l->doc->arena, "%s-%zu", name, number);
}

/* name, name-1, name-2 …: one that the map does not have. Numbers are given without gaps (but for
 * headings that spell them), so the end is found by doubling and bisecting: many equal headings
 * stay cheap. */
static const char *make_unique(struct links *l, const struct map *taken, const char *name)
{
    size_t low = 0, high = 1; /* low is taken, high is free */
    if (!map_get(taken, slice_from(name)))
        return name;
    while (map_get(taken, slice_from(numbered(l, name, high)))) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (map_get(taken, slice_from(numbered(l, name, middle))))
            low = middle;
        else
            high = middle;
    }
    return numbered(l, name, high);
}

static void give_anchor(struct links *l, struct node *heading)
{
    const char *slug = make_unique(l, &l->by_slug, make_slug(l->doc, heading));
    map_put(&l->by_slug, slice_from(slug), heading);
    l->slugs = mem_grow(l->slugs, &l->slug_cap, l->slug_count + 1, sizeof *l->slugs);
    l->slugs[l->slug_count++] = slug;
    heading->u.heading.anchor = make_unique(l, &l->anchors, make_anchor(l->doc, slug));
    map_put(&l->anchors, slice_from(heading->u.heading.anchor), heading);
}

/* ---- addresses */

char *read_percent(struct arena *arena, struct slice text)
{
    static const char digits[] = "0123456789abcdef";
    struct buf buf = {0};
    for (size_t i = 0; i < text.len; i++) {
        const char *high = NULL, *low = NULL;
        if (text.ptr[i] == '%' && i + 2 < text.len) {
            high = memchr(digits, ascii_lower(text.ptr[i + 1]), 16);
            low = memchr(digits, ascii_lower(text.ptr[i + 2]), 16);
        }
        if (high && low && (high != digits || low != digits)) {
            buf_put_char(&buf, (char)((high - digits) * 16 + (low - digits)));
            i += 2;
        } else {
            buf_put_char(&buf, text.ptr[i]);
        }
    }
    char *copy = arena_string(arena, buf_slice(&buf));
    buf_free(&buf);
    return copy;
}

bool read_is_bare_link(const struct node *node)
{
    if (node->kind != NODE_LINK || !node->first || node->first != node->last ||
        node->first->kind != NODE_TEXT)
        return false;
    struct slice href = node->u.link.href, text = node->first->text;
    if (text.len > href.len || memcmp(href.ptr + href.len - text.len, text.ptr, text.len) != 0)
        return false;
    struct slice before = slice_sub(href, 0, href.len - text.len);
    return before.len == 0 || slice_ends(before, ":") || slice_ends(before, "://");
}

/* RFC 3986, 3.1: a scheme before the first colon, or `//host`. */
static bool has_scheme(struct slice href)
{
    size_t colon = slice_find(href, ':');
    if (slice_starts(href, "//"))
        return true;
    if (colon == href.len || colon == 0 || !ascii_is_alpha(href.ptr[0]))
        return false;
    for (size_t i = 0; i < colon; i++) {
        char c = href.ptr[i];
        if (!ascii_is_alpha(c) && !ascii_is_digit(c) && c != '+' && c != '-' && c != '.')
            return false;
    }
    return true;
}

/* The heading that a fragment names: as GitHub slugs it, or as its anchor stands. */
static struct node *find_heading(const struct links *l, const char *name)
{
    struct node *heading = map_get(&l->by_slug, slice_from(name));
    if (heading)
        return heading;
    struct buf lower = {0};
    struct slice text = slice_from(name);
    bool well = utf8_check(text) == text.len;
    for (size_t i = 0; well && i < text.len;)
        buf_put_utf8(&lower, text_lower(utf8_next(text, &i)));
    heading = map_get(&l->by_slug, buf_slice(&lower));
    buf_free(&lower);
    return heading ? heading : map_get(&l->anchors, text);
}

static void resolve_anchor(struct links *l, struct node *link)
{
    struct arena *arena = &l->doc->arena;
    struct slice href = link->u.link.href;
    const char *name = read_percent(arena, slice_sub(href, 1, href.len));
    const struct node *heading = find_heading(l, name);
    if (heading) {
        link->u.link.target = heading;
        link->u.link.href = slice_from(arena_format(arena, "#%s", heading->u.heading.anchor));
        return;
    }
    bool shown = l->diags->per_code[DIAG_CODE_LINK_BROKEN] < DIAG_LIMIT;
    const char *nearest = shown ? suggest_nearest(name, l->slugs, l->slug_count) : NULL;
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

static void resolve_file(struct links *l, struct node *link)
{
    struct slice href = link->u.link.href;
    size_t end = slice_find(href, '#');
    size_t query = slice_find(href, '?');
    end = query < end ? query : end;
    const char *path = read_percent(&l->doc->arena, slice_sub(href, 0, end));
    if (end == 0 || exists_inside(l, path))
        return;
    diag_add(l->diags, DIAG_CODE_LINK_BROKEN, link->span,
             "write a file's path as seen from this file, inside the content folder; a web address "
             "begins with https://",
             "there is no file %.120s for this link", path);
}

/* What may follow in an address (RFC 3986, section 2): everything else is percent-encoded, here
 * once for all outputs. Brackets stand only around a numeric host. */
static bool needs_encoding(struct slice href, size_t i, bool in_host)
{
    static const char hex[] = "0123456789abcdef";
    char c = href.ptr[i];
    if (c == '%')
        return i + 2 >= href.len || !memchr(hex, ascii_lower(href.ptr[i + 1]), 16) ||
               !memchr(hex, ascii_lower(href.ptr[i + 2]), 16);
    if (c == '[' || c == ']')
        return !in_host;
    return (unsigned char)c <= ' ' || (unsigned char)c >= 0x7f || strchr("\"<>\\^`{|}", c);
}

static struct slice encode_address(struct arena *arena, struct slice href)
{
    struct buf buf = {0};
    size_t slashes = 0;
    for (size_t i = 0; i < href.len; i++) {
        slashes += href.ptr[i] == '/';
        if (needs_encoding(href, i, slashes == 2))
            buf_format(&buf, "%%%02X", (unsigned)(unsigned char)href.ptr[i]);
        else
            buf_put_char(&buf, href.ptr[i]);
    }
    struct slice out = arena_copy(arena, buf_slice(&buf));
    buf_free(&buf);
    return out;
}

#define LABEL_MOST 63u /* bytes between two dots of a host's name (RFC 1035, 2.3.4) */

/* True if what follows "https://" may be a host and perhaps a port: letters, digits, hyphens and
 * dots, a numeric address in brackets, no more (RFC 3986, 3.2; letters of any script, RFC 3987). */
static bool is_host(struct slice rest)
{
    size_t end = 0;
    while (end < rest.len && !strchr("/?#", rest.ptr[end]))
        end++;
    size_t label = 0;
    for (size_t i = 0; i < end; i++) {
        unsigned char c = (unsigned char)rest.ptr[i];
        label = c == '.' ? 0 : label + ((c & 0xc0) != 0x80);
        if (label > LABEL_MOST)
            return false;
        bool letter = ascii_is_alpha((char)c) || ascii_is_digit((char)c) || c >= 0x80;
        if (!letter && !strchr(rest.ptr[0] == '[' ? "[]:." : "-._~:@%", (int)c))
            return false;
    }
    return end > 0 && rest.ptr[0] != ':';
}

/* The schemes that lead a reader somewhere; the rest runs code or opens unknown programs. */
static bool is_usable(struct slice href)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:", "sms:"};
    /* of these, the first two go on with a host */
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t len = strlen(schemes[i]);
        if (slice_equal_nocase(slice_sub(href, 0, len), slice_from(schemes[i])))
            return i < 2 ? is_host(slice_sub(href, len, href.len))
                         : href.len > len && !strchr("/?#", href.ptr[len]);
    }
    return false;
}

struct slice read_address(struct arena *arena, struct slice href)
{
    return is_usable(href) ? encode_address(arena, href) : SLICE_EMPTY;
}

static void resolve_address(struct links *l, struct node *link)
{
    struct slice href = link->u.link.href;
    bool repeated = link->generated && link->media == NODE_MEDIA_PRINT;
    struct slice address = read_address(&l->doc->arena, href);
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
    if (link->u.link.target || href.len == 0)
        return;
    if (has_scheme(href))
        resolve_address(l, link);
    else if (link->generated)
        return;
    else if (href.ptr[0] == '#')
        resolve_anchor(l, link);
    else
        resolve_file(l, link);
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
    struct links l = {.doc = doc, .folder = folder, .diags = diags};
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        struct node *node = doc->nodes[at->id];
        if (node->kind == NODE_HEADING)
            give_anchor(&l, node);
        else if (node->kind == NODE_IMAGE)
            open_picture(&l, node);
    }
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root))
        if (at->kind == NODE_LINK)
            resolve(&l, doc->nodes[at->id]);
    map_free(&l.by_slug);
    map_free(&l.anchors);
    mem_free(l.slugs);
}
