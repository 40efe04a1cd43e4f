#include "epub/ncx.h"

#include <string.h>

#include "doc/direction.h"
#include "epub/markup.h"
#include "epub/nav.h"
#include "epub/wording.h"

#define MOST_LEVELS 6

/* The levels of the headings that are open. */
struct levels {
    int open[MOST_LEVELS];
    int depth;
};

/* Closes what a heading of the level does not belong to and opens its own; returns how many were
 * closed. A level that was skipped is none. */
static int step(struct levels *levels, int level)
{
    int before = levels->depth;
    while (levels->depth > 0 && levels->open[levels->depth - 1] >= level)
        levels->depth--;
    int closed = before - levels->depth;
    levels->open[levels->depth++] = level;
    return closed;
}

static int depth_of(const struct epub *epub)
{
    struct levels levels = {0};
    int depth = 1; /* of a table without entries too */
    for (const struct node *h = epub_next_heading(epub, epub->doc->root); h;
         h = epub_next_heading(epub, h)) {
        step(&levels, h->u.heading.level);
        depth = levels.depth > depth ? levels.depth : depth;
    }
    return depth;
}

static void put_meta(struct markup *m, const char *name, const char *content)
{
    markup_put(m, "meta", ATTRIBUTES("name", name, "content", content), NULL);
}

static void put_head(struct epub *epub, struct markup *m)
{
    const char *pages = arena_format(&epub->arena, "%u", epub->page_count);
    markup_start(m, "head");
    put_meta(m, "dtb:uid", epub->identifier);
    put_meta(m, "dtb:depth", arena_format(&epub->arena, "%d", depth_of(epub)));
    put_meta(m, "dtb:totalPageCount", pages);
    put_meta(m, "dtb:maxPageNumber", pages);
    markup_end(m);
    markup_start(m, "docTitle");
    markup_element(m, "text", epub->doc->meta.title.value ? epub->doc->meta.title.value : "");
    markup_end(m);
}

/* The language of a heading's first words, or NULL where it is the leaflet's. */
static const char *heading_lang(const struct epub *epub, const struct node *heading)
{
    const struct node *text = heading;
    while (text && text->kind != NODE_TEXT)
        text = node_next(text, heading);
    const char *lang = node_lang(text ? text : heading);
    return lang && strcmp(lang, epub->doc->root->lang) != 0 ? lang : NULL;
}

/* Opens an entry. page: the number of a printed page, or NULL; lang: NULL, or of the text. */
static void start_point(struct epub *epub, struct markup *m, uint32_t number, uint32_t order,
                        const char *page, const char *lang, const char *text, const char *href)
{
    const char *id = arena_format(&epub->arena, "%s-%u", page ? "page" : "point", number);
    markup_start_with(m, page ? "pageTarget" : "navPoint",
                      ATTRIBUTES("id", id, "type", page ? "normal" : NULL, "value", page,
                                 "playOrder", arena_format(&epub->arena, "%u", order)));
    markup_start_with(m, "navLabel", ATTRIBUTES("xml:lang", lang));
    markup_element(m, "text", text);
    markup_end(m);
    markup_put(m, "content", ATTRIBUTES("src", href), NULL);
}

/* Returns how many there are. */
static uint32_t put_headings(struct epub *epub, struct markup *m)
{
    struct levels levels = {0};
    uint32_t count = 0;
    markup_start(m, "navMap");
    for (const struct node *h = epub_next_heading(epub, epub->doc->root); h;
         h = epub_next_heading(epub, h)) {
        for (int closed = step(&levels, h->u.heading.level); closed > 0; closed--)
            markup_end(m);
        count++;
        const char *text = arena_string(&epub->arena, node_label(h, NODE_MEDIA_EPUB, &epub->arena));
        start_point(epub, m, count, count, NULL, heading_lang(epub, h), text,
                    epub_heading_href(epub, h));
    }
    for (; levels.depth > 0; levels.depth--)
        markup_end(m);
    markup_end(m);
    return count;
}

static void put_pages(struct epub *epub, struct markup *m, uint32_t order)
{
    markup_start(m, "pageList");
    markup_start_with(m, "navLabel",
                      ATTRIBUTES("xml:lang", epub_word_lang(epub, WORD_PAGES, NULL)));
    markup_element(m, "text", epub_word(epub, WORD_PAGES));
    markup_end(m);
    for (uint32_t i = 1; i <= epub->page_count; i++) {
        const char *number = arena_format(&epub->arena, "%u", i);
        start_point(epub, m, i, order + i, number, NULL, number, epub_page_href(epub, i - 1));
        markup_end(m);
    }
    markup_end(m);
}

void epub_write_ncx(struct epub *epub, struct buf *out)
{
    struct markup *m = markup_open(out);
    markup_start_with(m, "ncx",
                      ATTRIBUTES("xmlns", "http://www.daisy.org/z3986/2005/ncx/", "version",
                                 "2005-1", "xml:lang", epub->doc->root->lang));
    put_head(epub, m);
    uint32_t count = put_headings(epub, m);
    if (epub->page_count > 0)
        put_pages(epub, m, count);
    markup_close(m);
}
