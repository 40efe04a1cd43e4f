#include "epub/package.h"

#include <string.h>

#include "base/hash.h"
#include "epub/markup.h"
#include "epub/split.h"
#include "text/lang.h"
#include "text/words.h"

/* A UUID in the form of RFC 4122 version 3 (MD5 of a name), the same for every build. */
static const char *make_uuid(struct arena *arena, const char *name)
{
    uint8_t d[16];
    hash_md5(name, strlen(name), d);
    d[6] = (uint8_t)((d[6] & 0x0f) | 0x30);
    d[8] = (uint8_t)((d[8] & 0x3f) | 0x80);
    return arena_format(arena,
                        "urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-"
                        "%02x%02x%02x%02x%02x%02x",
                        d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11],
                        d[12], d[13], d[14], d[15]);
}

/* What stays the same when the text is revised: the clinic's reference, else the file's place. */
static const char *make_identifier(struct epub *epub)
{
    const struct meta *meta = &epub->doc->meta;
    const char *clinic = meta->contact.name.value ? meta->contact.name.value : "";
    const char *name = meta->reference.value ? meta->reference.value
                       : epub->identity      ? epub->identity
                                             : "";
    const char *lang = epub->doc->root->lang ? epub->doc->root->lang : "";
    return make_uuid(&epub->arena,
                     arena_format(&epub->arena, "leaflet\n%s\n%s\n%s", clinic, name, lang));
}

/* EPUB 3.3 wants a second: of a month or day it is the first. */
static const char *make_modified(struct epub *epub)
{
    struct date_moment changed = meta_moments(&epub->doc->meta, epub->epoch).changed;
    if (changed.year)
        return arena_format(&epub->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", changed.year,
                            changed.month, changed.day ? changed.day : 1, changed.hour,
                            changed.minute, changed.second);
    diag_add_file(epub->diags, DIAG_CODE_DATE_MISSING,
                  epub->doc->source ? epub->doc->source->name : NULL,
                  "state when the leaflet was published: `published: 2026-11-23`",
                  "the leaflet has no date, so the EPUB says 1980-01-01");
    return "1980-01-01T00:00:00Z";
}

void epub_identify(struct epub *epub)
{
    epub->identifier = make_identifier(epub);
    epub->modified = make_modified(epub);
}

/* ISO 8601; of a month its first day. */
static const char *format_date(struct epub *epub, struct meta_date date)
{
    return arena_format(&epub->arena, "%04d-%02d-%02d", date.year, date.month,
                        date.day ? date.day : 1);
}

/* An element on a line of its own. */
static void put_line(struct markup *m, const char *name, const char *const *attributes,
                     const char *text)
{
    markup_put(m, name, attributes, text);
    markup_line(m);
}

static void put_property(struct markup *m, const char *property, const char *value)
{
    put_line(m, "meta", ATTRIBUTES("property", property), value);
}

static void put_dc(struct markup *m, const char *name, const char *id, const char *value)
{
    if (value)
        put_line(m, name, ATTRIBUTES("id", id), value);
}

/* role: a code of MARC's list. */
static void put_person(struct epub *epub, struct markup *m, const char *role, size_t number,
                       const char *name)
{
    bool author = strcmp(role, "aut") == 0;
    const char *anchor =
        arena_format(&epub->arena, "#%s-%zu", author ? "author" : "reviewer", number);
    put_dc(m, author ? "dc:creator" : "dc:contributor", anchor + 1, name);
    put_line(m, "meta",
             ATTRIBUTES("refines", anchor, "property", "role", "scheme", "marc:relators"), role);
}

static void put_people(struct epub *epub, struct markup *m)
{
    const struct meta *meta = &epub->doc->meta;
    for (size_t i = 0; i < meta->authors.count; i++)
        put_person(epub, m, "aut", i + 1, meta_name(&meta->authors.items[i]));
    if (meta->authors.count == 0 && meta->contact.name.value)
        put_person(epub, m, "aut", 1, meta->contact.name.value);
    for (size_t i = 0; i < meta->reviewers.count; i++)
        put_person(epub, m, "rev", i + 1, meta_name(&meta->reviewers.items[i]));
    put_dc(m, "dc:publisher", NULL, meta->contact.name.value);
}

/* What the reader's text holds; the cover is no part of it. */
struct content {
    bool pictures, described; /* described: one of them has words instead */
    bool tables, notes, languages;
};

static struct content look_through(const struct doc *doc)
{
    struct content content = {0};
    for (const struct node *at = doc->root; at;) {
        bool shown = at->media != NODE_MEDIA_PRINT;
        content.tables |= shown && at->kind == NODE_TABLE;
        content.notes |= shown && at->kind == NODE_NOTE;
        content.languages |= shown && at != doc->root && at->lang;
        content.pictures |= shown && at->kind == NODE_IMAGE;
        content.described |= shown && at->kind == NODE_IMAGE && at->u.image.alt && *at->u.image.alt;
        at = shown ? node_next(at, doc->root) : node_skip(at, doc->root);
    }
    return content;
}

/* The cover's text alternative says all of it. */
static const char *tell_pictures(const struct epub *epub, const struct content *content)
{
    bool cover = epub->cover.name != NULL;
    if (content->described)
        return "Every picture that carries meaning has a description.";
    if (content->pictures)
        return cover ? "The cover has a description; the other pictures are decoration."
                     : "The pictures are decoration.";
    return cover ? "The only picture is the cover, which has a description."
                 : "There are no pictures.";
}

/* In English in every leaflet, which says so (EPUB 3.3, 5.3.5). */
static void put_summary(struct epub *epub, struct markup *m, const struct content *content)
{
    const char *lang = text_lang_same_primary(epub->doc->meta.lang.value, "en") ? NULL : "en";
    struct buf text = {0};
    buf_put_string(&text, "Text that adapts to the screen, with headings and a table of contents");
    buf_put_string(&text,
                   epub->page_count > 0 ? ", and the page numbers of the printed leaflet. " : ". ");
    if (content->tables)
        buf_put_string(&text, "Tables have marked header cells. ");
    if (content->notes)
        buf_put_string(&text, "Notes are linked from the text and back. ");
    if (content->languages)
        buf_put_string(&text, "Words in other languages are marked. ");
    buf_put_string(&text, tell_pictures(epub, content));
    put_line(m, "meta", ATTRIBUTES("property", "schema:accessibilitySummary", "xml:lang", lang),
             arena_string(&epub->arena, buf_slice(&text)));
    buf_free(&text);
}

static void put_feature(struct markup *m, const char *feature)
{
    put_property(m, "schema:accessibilityFeature", feature);
}

/* EPUB Accessibility 1.1, 3.1; valid under 1.2 too, which asks for accessModeSufficient. The cover
 * does not make a leaflet a visual one: it repeats what stands in the text, and who looks for
 * leaflets that need no sight shall find this one. */
static void put_accessibility(struct epub *epub, struct markup *m)
{
    static const char *const features[] = {
        "structuralNavigation",    "tableOfContents", "readingOrder", "ARIA",
        "displayTransformability", "unlocked"};
    struct content content = look_through(epub->doc);
    put_property(m, "schema:accessMode", "textual");
    if (content.described)
        put_property(m, "schema:accessMode", "visual");
    put_property(m, "schema:accessModeSufficient", "textual");
    for (size_t i = 0; i < sizeof features / sizeof *features; i++)
        put_feature(m, features[i]);
    if (content.described)
        put_feature(m, "alternativeText");
    if (epub->page_count > 0) {
        put_feature(m, "pageBreakMarkers");
        put_feature(m, "pageNavigation");
    }
    put_property(m, "schema:accessibilityHazard", "none");
    put_summary(epub, m, &content);
}

/* EPUB Accessibility 1.1, 3.2: what the publication is claimed to conform to and who found so. */
static void put_claim(struct epub *epub, struct markup *m)
{
    const struct meta_accessibility *claim = &epub->doc->meta.accessibility;
    if (!claim->conforms_to.value || !claim->certified_by.value)
        return;
    put_line(m, "meta", ATTRIBUTES("property", "dcterms:conformsTo", "id", "conformance"),
             claim->conforms_to.value);
    put_line(
        m, "meta",
        ATTRIBUTES("property", "a11y:certifiedBy", "refines", "#conformance", "id", "certifier"),
        claim->certified_by.value);
    if (claim->credential.value)
        put_line(m, "meta",
                 ATTRIBUTES("property", "a11y:certifierCredential", "refines", "#certifier"),
                 claim->credential.value);
    if (claim->date.year)
        put_line(m, "meta", ATTRIBUTES("property", "dcterms:date", "refines", "#conformance"),
                 format_date(epub, claim->date));
    if (claim->report.value)
        put_line(m, "link",
                 ATTRIBUTES("rel", "a11y:certifierReport", "refines", "#certifier", "href",
                            claim->report.value),
                 NULL);
}

static void put_metadata(struct epub *epub, struct markup *m)
{
    const struct meta *meta = &epub->doc->meta;
    markup_start_with(m, "metadata", ATTRIBUTES("xmlns:dc", "http://purl.org/dc/elements/1.1/"));
    markup_line(m);
    put_dc(m, "dc:identifier", "uid", epub->identifier);
    put_dc(m, "dc:title", NULL, meta->title.value ? meta->title.value : "");
    put_dc(m, "dc:language", NULL, epub->doc->root->lang);
    put_people(epub, m);
    if (meta->published.year)
        put_dc(m, "dc:date", NULL, format_date(epub, meta->published));
    put_dc(m, "dc:rights", NULL, meta->rights.value);
    put_dc(m, "dc:description", NULL, meta->summary.value);
    for (size_t i = 0; i < meta->keywords.count; i++)
        put_dc(m, "dc:subject", NULL, meta->keywords.items[i].value);
    put_property(m, "dcterms:modified", epub->modified);
    if (epub->cover.name) /* for readers of EPUB 2 */
        put_line(m, "meta", ATTRIBUTES("name", "cover", "content", "cover-image"), NULL);
    put_accessibility(epub, m);
    put_claim(epub, m);
    if (epub->page_count > 0) {
        const char *edition =
            arena_format(&epub->arena, "%s, PDF, %.10s", meta->title.value ? meta->title.value : "",
                         epub->modified);
        put_property(m, "pageBreakSource", edition);
    }
    markup_end(m);
    markup_line(m);
}

static void put_item(struct markup *m, const char *id, const char *href, const char *type,
                     const char *properties)
{
    put_line(m, "item",
             ATTRIBUTES("id", id, "href", href, "media-type", type, "properties", properties),
             NULL);
}

#define XHTML_TYPE "application/xhtml+xml"

static void put_manifest(struct epub *epub, struct markup *m)
{
    markup_start(m, "manifest");
    markup_line(m);
    put_item(m, "nav", "nav.xhtml", XHTML_TYPE, "nav");
    put_item(m, "ncx", "toc.ncx", "application/x-dtbncx+xml", NULL);
    put_item(m, "css", "style.css", "text/css", NULL);
    put_item(m, "narrow", "narrow.css", "text/css", NULL);
    put_item(m, "cover", "cover.xhtml", XHTML_TYPE, NULL);
    if (epub->cover.name)
        put_item(m, "cover-image", epub->cover.name, epub->cover.media_type, "cover-image");
    for (uint32_t i = 1; i <= epub->part_count; i++)
        put_item(m, arena_format(&epub->arena, "part-%u", i), epub_part_name(epub, i), XHTML_TYPE,
                 NULL);
    for (uint32_t i = 0; i < epub->picture_count; i++)
        put_item(m, arena_format(&epub->arena, "picture-%u", i + 1), epub->pictures[i].name,
                 epub->pictures[i].media_type, NULL);
    markup_end(m);
    markup_line(m);
}

static void put_spine(struct epub *epub, struct markup *m)
{
    markup_start_with(m, "spine",
                      ATTRIBUTES("toc", "ncx", "page-progression-direction",
                                 epub->doc->root->dir == NODE_DIR_RTL ? "rtl" : "ltr"));
    markup_put(m, "itemref", ATTRIBUTES("idref", "cover"), NULL);
    markup_put(m, "itemref", ATTRIBUTES("idref", "nav", "linear", "no"), NULL);
    for (uint32_t i = 1; i <= epub->part_count; i++)
        markup_put(m, "itemref", ATTRIBUTES("idref", arena_format(&epub->arena, "part-%u", i)),
                   NULL);
    markup_end(m);
    markup_line(m);
}

void epub_write_package(struct epub *epub, struct buf *out)
{
    const struct node *root = epub->doc->root;
    struct markup *m = markup_open(out);
    markup_start_with(m, "package",
                      ATTRIBUTES("xmlns", "http://www.idpf.org/2007/opf", "version", "3.0",
                                 "unique-identifier", "uid", "xml:lang", root->lang, "dir",
                                 root->dir == NODE_DIR_RTL ? "rtl" : "ltr", "prefix",
                                 "schema: http://schema.org/"));
    markup_line(m);
    put_metadata(epub, m);
    put_manifest(epub, m);
    put_spine(epub, m);
    markup_close(m);
}
