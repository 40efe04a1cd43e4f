#include "epub/nav.h"

#include "doc/direction.h"
#include "doc/words.h"
#include "epub/ids.h"
#include "epub/markup.h"
#include "epub/part.h"
#include "epub/split.h"
#include "epub/wording.h"
#include "epub/xhtml.h"

const char *epub_heading_href(struct epub *epub, const struct node *heading)
{
    return arena_format(&epub->arena, "%s#%s", epub_part_name(epub, epub_part_of(epub, heading)),
                        heading->u.heading.anchor);
}

const char *epub_page_href(struct epub *epub, uint32_t index)
{
    return arena_format(&epub->arena, "%s#%s", epub_part_name(epub, epub->pages[index].part),
                        epub_page_id(epub, index));
}

/* The text's nearest parent below the heading that says its language or direction, or NULL. */
static const struct node *speaker_of(const struct node *text, const struct node *heading)
{
    const struct node *at = text->parent;
    while (at != heading && !at->lang && at->dir == NODE_DIR_INHERIT)
        at = at->parent;
    return at == heading ? NULL : at;
}

static void put_heading_words(struct markup *m, const struct node *leaf, const struct node *heading)
{
    struct buf words = {0};
    node_put_words(&words, leaf);
    const struct node *speaker = words.len > 0 ? speaker_of(leaf, heading) : NULL;
    const char *mark = speaker ? node_direction_mark(speaker) : NULL;
    const char *lead = speaker ? node_direction_lead(speaker) : NULL;
    markup_string(m, lead ? lead : "");
    if (speaker) {
        markup_start(m, "span");
        epub_put_language(m, speaker);
    }
    markup_string(m, mark ? mark : "");
    markup_text(m, buf_slice(&words));
    buf_free(&words);
    markup_string(m, mark ? node_direction_end_mark(speaker) : "");
    if (speaker)
        markup_end(m);
}

/* The link to a heading, its words in their languages and directions. */
static void put_heading(struct epub *epub, struct markup *m, const struct node *heading)
{
    markup_start_with(m, "a", ATTRIBUTES("href", epub_heading_href(epub, heading)));
    epub_put_language(m, heading);
    for (const struct node *at = heading; at;) {
        bool shown = at->media != NODE_MEDIA_PRINT;
        if (shown && !at->first)
            put_heading_words(m, at, heading);
        at = shown ? node_next(at, heading) : node_skip(at, heading);
    }
    markup_end(m);
}

static bool is_listed(const struct node *node)
{
    return node->kind == NODE_HEADING && node->u.heading.anchor && node->media != NODE_MEDIA_PRINT;
}

const struct node *epub_next_heading(const struct epub *epub, const struct node *node)
{
    const struct node *root = epub->doc->root;
    do
        node = node->media == NODE_MEDIA_PRINT ? node_skip(node, root) : node_next(node, root);
    while (node && !is_listed(node));
    return node;
}

/* Nested lists by heading level. depth counts the open ol elements; a skipped level opens one
 * list only, since an li must hold a link and then at most one list (EPUB 3.3, 5.4.2): what comes
 * back to a level in between goes on in that list. */
static void put_toc_list(struct epub *epub, struct markup *m)
{
    int levels[8] = {0};
    int depth = 0;
    for (const struct node *h = epub_next_heading(epub, epub->doc->root); h;
         h = epub_next_heading(epub, h)) {
        int level = h->u.heading.level;
        while (depth > 1 && levels[depth - 1] >= level) {
            markup_end(m); /* li */
            markup_end(m); /* ol */
            depth--;
        }
        if (depth == 0 || levels[depth] < level) {
            markup_start(m, "ol");
            levels[++depth] = level;
        } else {
            markup_end(m); /* li */
            levels[depth] = level;
        }
        markup_start(m, "li");
        put_heading(epub, m, h);
        markup_line(m);
    }
    for (; depth > 0; depth--) {
        markup_end(m);
        markup_end(m);
    }
}

static void start_nav(struct markup *m, const char *type, const char *role, bool hidden)
{
    markup_line(m);
    markup_start_with(
        m, "nav", ATTRIBUTES("epub:type", type, "role", role, "hidden", hidden ? "hidden" : NULL));
}

/* An entry of a list without levels; type: what its goal is, or NULL; lang: of the text, NULL: the
 * leaflet's. */
static void put_entry(struct markup *m, const char *type, const char *href, const char *lang,
                      const char *text)
{
    markup_start(m, "li");
    markup_put(m, "a", ATTRIBUTES("epub:type", type, "href", href, "lang", lang, "xml:lang", lang),
               text);
    markup_end(m);
}

static void put_word_entry(const struct epub *epub, struct markup *m, const char *type,
                           const char *href, enum word word)
{
    put_entry(m, type, href, epub_word_lang(epub, word, NULL), epub_word(epub, word));
}

static void put_landmarks(struct epub *epub, struct markup *m)
{
    const char *title = epub->doc->meta.title.value;
    start_nav(m, "landmarks", NULL, true);
    epub_put_word(epub, m, "h2", WORD_CONTENTS);
    markup_start(m, "ol");
    put_word_entry(epub, m, "cover", "cover.xhtml", WORD_COVER);
    put_word_entry(epub, m, "toc", "#toc", WORD_CONTENTS);
    if (title)
        put_entry(m, "bodymatter", epub_part_name(epub, 1), NULL, title);
    else
        put_word_entry(epub, m, "bodymatter", epub_part_name(epub, 1), WORD_CONTENTS);
    markup_end(m);
    markup_end(m);
}

static void put_page_list(struct epub *epub, struct markup *m)
{
    if (epub->page_count == 0)
        return;
    start_nav(m, "page-list", "doc-pagelist", true);
    epub_put_word(epub, m, "h2", WORD_PAGES);
    markup_start(m, "ol");
    for (uint32_t i = 0; i < epub->page_count; i++)
        put_entry(m, NULL, epub_page_href(epub, i), NULL, arena_format(&epub->arena, "%u", i + 1));
    markup_end(m);
    markup_end(m);
}

void epub_write_nav(struct epub *epub, struct buf *out)
{
    struct markup *m = markup_open(out);
    epub_start_page(epub, m, epub_word_lang(epub, WORD_CONTENTS, NULL),
                    epub_word(epub, WORD_CONTENTS));
    start_nav(m, "toc", "doc-toc", false);
    markup_attribute(m, "id", "toc");
    epub_put_word(epub, m, "h1", WORD_CONTENTS);
    put_toc_list(epub, m);
    markup_end(m);
    put_landmarks(epub, m);
    put_page_list(epub, m);
    markup_close(m);
}
