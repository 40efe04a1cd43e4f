#include "epub/xhtml.h"

#include "base/mem.h"
#include "doc/direction.h"
#include "doc/words.h"
#include "epub/callouts.h"
#include "epub/exercise.h"
#include "epub/ids.h"
#include "epub/lists.h"
#include "epub/notes.h"
#include "epub/part.h"
#include "epub/pictures.h"
#include "epub/split.h"
#include "text/address.h"

/* EPUB 3.3 and DPUB-ARIA: a page break mark, a span inside flowing text or a div between blocks. */
static void put_page_mark(struct part_writer *w, const char *element)
{
    const char *number = part_number(w, w->page + 1);
    markup_put(w->markup, element,
               ATTRIBUTES("epub:type", "pagebreak", "role", "doc-pagebreak", "id",
                          epub_page_id(w->epub, w->page), "title", number),
               NULL);
    w->epub->pages[w->page++].part = w->part;
}

/* Writes the marks of all pages that began before or at this node; called where a span may stand.
 */
static void put_due_pages(struct part_writer *w, const struct node *node)
{
    const struct epub_page *pages = w->epub->pages;
    while (w->page < w->epub->page_count &&
           (pages[w->page].node < node->id ||
            (pages[w->page].node == node->id && pages[w->page].offset == 0)))
        put_page_mark(w, "span");
}

static void put_text(struct part_writer *w, const struct node *node)
{
    size_t from = 0;
    while (w->page < w->epub->page_count && w->epub->pages[w->page].node == node->id) {
        size_t to = w->epub->pages[w->page].offset;
        markup_text(w->markup, slice_sub(node->text, from, to - from));
        from = to;
        put_page_mark(w, "span");
    }
    markup_text(w->markup, slice_from_position(node->text, from));
}

static void start_heading(struct part_writer *w, const struct node *node)
{
    static const char *const names[] = {"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
    w->heading = node;
    part_start_for(w, node, names[node->u.heading.level], NULL);
    markup_attribute(w->markup, "id", node->u.heading.anchor);
}

/* Where the reader can scroll a table: by its keys, too. It is called by its caption, or by the
 * heading that it stands under, with a number where another is called so: people find their way by
 * these names. */
static void start_region(struct part_writer *w, const struct node *table)
{
    bool captioned = table->first && table->first->kind == NODE_CAPTION;
    const char *title = w->epub->doc->meta.title.value;
    struct slice name = w->heading ? node_words(w->heading, NODE_MEDIA_EPUB, &w->epub->arena)
                                   : slice_from(title ? title : "");
    uintptr_t before = captioned ? 0 : (uintptr_t)map_get(&w->regions, name);
    bool labelled = captioned || (w->heading && before == 0);
    if (!captioned)
        map_put(&w->regions, name, (void *)(before + 1));
    part_start(w, "div");
    markup_attribute(w->markup, "class",
                     arena_format(&w->epub->arena, "scrolled-%u", w->table.width));
    markup_attribute(w->markup, "tabindex", "0");
    markup_attribute(w->markup, "role", "region");
    if (labelled)
        markup_attribute(w->markup, "aria-labelledby",
                         captioned ? epub_id_of(w->epub, table->first)
                                   : w->heading->u.heading.anchor);
    else
        markup_attribute(w->markup, "aria-label",
                         before ? arena_format(&w->epub->arena, "%.*s (%u)", SLICE_ARGS(name),
                                               (unsigned)before + 1)
                                : arena_string(&w->epub->arena, name));
}

/* On a narrow screen the head of a listed table is not shown, and no link would find a mark in it.
 */
static void put_pages_of_head(struct part_writer *w, const struct node *table)
{
    const struct node *last = node_first_row(table);
    if (!last || !node_is_head_row(last))
        return;
    while (last->last)
        last = last->last;
    while (w->page < w->epub->page_count && w->epub->pages[w->page].node <= last->id)
        put_page_mark(w, "div");
}

static void start_table(struct part_writer *w, const struct node *node)
{
    epub_read_table(w->epub, node, &w->table);
    part_start(w, "div");
    markup_attribute(w->markup, "class", "table");
    if (w->table.listed)
        put_pages_of_head(w, node);
    else
        start_region(w, node);
    part_start_for(w, node, "table",
                   w->table.listed ? arena_format(&w->epub->arena, "listed-%u", w->table.width)
                                   : NULL);
}

static void start_caption(struct part_writer *w, const struct node *node)
{
    bool table = node->parent->kind == NODE_TABLE;
    part_start_for(w, node, table ? "caption" : "figcaption", NULL);
    if (table && !w->table.listed)
        markup_attribute(w->markup, "id", epub_id_of(w->epub, node));
}

static void start_cell(struct part_writer *w, const struct node *node)
{
    static const char *const classes[] = {
        [NODE_ALIGN_NATURAL] = NULL,
        [NODE_ALIGN_START] = NULL,
        [NODE_ALIGN_CENTRE] = "centre",
        [NODE_ALIGN_END] = "end",
    };
    part_start_for(w, node, node->u.cell.header ? "th" : "td", classes[node->u.cell.align]);
    if (node->u.cell.header)
        markup_attribute(w->markup, "scope",
                         node->parent->parent->kind == NODE_TABLE_HEAD ? "col" : "row");
    if (node->u.cell.columns > 1)
        markup_attribute(w->markup, "colspan", part_number(w, node->u.cell.columns));
    if (node->u.cell.rows > 1)
        markup_attribute(w->markup, "rowspan", part_number(w, node->u.cell.rows));
    markup_attribute(w->markup, "data-label", epub_cell_label(&w->table, node));
}

/* An address without a scheme leads to a file that is not in the container, or nowhere: its words
 * stay and the link goes, but for a leaflet that is on the web as well. */
static void start_link(struct part_writer *w, const struct node *node)
{
    const struct node *target = node->u.link.target;
    const char *href = NULL;
    if (target && target->kind == NODE_HEADING)
        href = part_href(w, target, target->u.heading.anchor);
    else if (node->u.link.online.len > 0)
        href = arena_string(&w->epub->arena, node->u.link.online);
    else if (address_scheme(node->u.link.href).len > 0)
        href = arena_string(&w->epub->arena, node->u.link.href);
    part_start_for(w, node, href ? "a" : "span", NULL);
    markup_attribute(w->markup, "href", href);
    if (node->u.link.title.len > 0)
        markup_attribute(w->markup, "title", arena_string(&w->epub->arena, node->u.link.title));
}

static void put_image(struct part_writer *w, const struct node *node)
{
    const struct epub_picture *picture =
        node->u.image.image ? epub_picture_of(w->epub, node->u.image.image) : NULL;
    if (!picture)
        return;
    bool beside = node->parent->parent && node->parent->parent->kind == NODE_FIGURES;
    int32_t width = node->u.image.width;
    width = beside && width < 0 ? 0 : width; /* its column is a part of the text already */
    struct buf css = {0};
    if (width < 0) {
        buf_format(&css, "width:%d%%", -width);
    } else if (width > 0) {
        buf_put_string(&css, "width:");
        buf_put_fixed(&css, width, w->epub->style->body.size, 2);
        buf_put_string(&css, "em");
    }
    markup_put(w->markup, "img",
               ATTRIBUTES("src", picture->name, "alt", node->u.image.alt ? node->u.image.alt : "",
                          "style", css.data),
               NULL);
    buf_free(&css);
}

/* A code to point a telephone at makes no sense on the telephone: its address as a link. */
static void put_qr_code(struct part_writer *w, const struct node *node)
{
    const char *address = arena_string(&w->epub->arena, node->qr_address);
    markup_put(w->markup, "a", ATTRIBUTES("class", "qr", "href", address), address);
}

static void start_paragraph(struct part_writer *w, const struct node *node)
{
    bool is_name = node->parent->kind == NODE_MASTHEAD && node->parent->first == node;
    part_start_for(w, node, "p", is_name ? "name" : NULL);
    if (!node->previous)
        part_put_label(w, node->parent);
}

static void start_code_block(struct part_writer *w, const struct node *node)
{
    part_start_for(w, node, "pre", NULL);
    part_start(w, "code");
}

static void start_abbreviation(struct part_writer *w, const struct node *node)
{
    part_start_for(w, node, "abbr", NULL);
    markup_attribute(w->markup, "title", node->u.abbreviation.expansion);
}

/* Nothing to see and nothing to hear. */
static void put_page_end(struct part_writer *w)
{
    markup_put(w->markup, "div", ATTRIBUTES("aria-hidden", "true", "style", "break-after:page"),
               "");
}

static void go_down(struct part_writer *w)
{
    w->depth++;
    MEM_RESERVE(w->opened, w->cap, w->depth + 1);
    w->opened[w->depth] = 0;
}

/* What stands before an inline node: the marks of pages that begin there, its block's direction. */
static void put_before(struct part_writer *w, const struct node *node)
{
    const char *mark = node->first ? node_direction_lead(node) : NULL;
    put_due_pages(w, node);
    if (mark)
        markup_string(w->markup, mark);
}

/* Starts the elements of a node; leaves write all of theirs here. */
static void open_node(struct part_writer *w, const struct node *node)
{
    go_down(w);
    if (node_is_inline(node->kind))
        put_before(w, node);
    switch (node->kind) {
    case NODE_DOCUMENT: break;
    case NODE_MASTHEAD: part_start_for(w, node, "header", "masthead"); break;
    case NODE_DRAFT_MARK: part_start_for(w, node, "p", "draft"); break;
    case NODE_LEAD: part_start_for(w, node, "p", "lead"); break;
    case NODE_SUBTITLE: part_start_for(w, node, "p", "subtitle"); break;
    case NODE_HEADING: start_heading(w, node); break;
    case NODE_PARAGRAPH: start_paragraph(w, node); break;
    case NODE_LIST: part_start_list(w, node); break;
    case NODE_ITEM: part_start_item(w, node); break;
    case NODE_QUOTE: part_start_for(w, node, "blockquote", NULL); break;
    case NODE_CODE_BLOCK: start_code_block(w, node); break;
    case NODE_BREAK: part_start_for(w, node, "hr", NULL); break;
    case NODE_PAGE_BREAK: put_page_end(w); break;
    case NODE_TABLE: start_table(w, node); break;
    case NODE_CAPTION: start_caption(w, node); break;
    case NODE_TABLE_HEAD: part_start_for(w, node, "thead", NULL); break;
    case NODE_TABLE_BODY: part_start_for(w, node, "tbody", NULL); break;
    case NODE_ROW: part_start_for(w, node, "tr", NULL); break;
    case NODE_CELL: start_cell(w, node); break;
    case NODE_CALLOUT: part_start_callout(w, node); break;
    case NODE_CALLOUT_LABEL: part_start_callout_label(w, node); break;
    case NODE_FIGURE: part_start_for(w, node, "figure", NULL); break;
    case NODE_FIGURES: part_start_for(w, node, "div", "figures"); break;
    case NODE_NOTE: part_start_note(w, node); break;
    case NODE_CONTACT:
        part_start_for(w, node, "section", part_box_class(w, node, "contact"));
        break;
    case NODE_ABOUT: part_start_for(w, node, "section", "about"); break;
    case NODE_DESCRIPTION_LIST: part_start_for(w, node, "dl", NULL); break;
    case NODE_DESCRIPTION_ENTRY: break;
    case NODE_TERM: part_start_for(w, node, "dt", NULL); break;
    case NODE_DESCRIPTION: part_start_for(w, node, "dd", NULL); break;
    case NODE_WEB_ADDRESSES: part_start_for(w, node, "section", NULL); break;
    case NODE_TEXT: put_text(w, node); break;
    case NODE_LINE_BREAK: part_start(w, "br"); break;
    case NODE_EMPHASIS: part_start_for(w, node, "em", NULL); break;
    case NODE_STRONG: part_start_for(w, node, "strong", NULL); break;
    case NODE_STRIKE: part_start_for(w, node, "s", NULL); break;
    case NODE_CODE: part_start_for(w, node, "code", NULL); break;
    case NODE_KEYBOARD: part_start_for(w, node, "kbd", NULL); break;
    case NODE_SUBSCRIPT: part_start_for(w, node, "sub", NULL); break;
    case NODE_SUPERSCRIPT: part_start_for(w, node, "sup", NULL); break;
    case NODE_ABBREVIATION: start_abbreviation(w, node); break;
    case NODE_SPAN: part_start_for(w, node, "span", NULL); break;
    case NODE_ISOLATE: part_start_for(w, node, "bdi", NULL); break;
    case NODE_LINK: start_link(w, node); break;
    case NODE_NOTE_REF: part_put_note_ref(w, node); break;
    case NODE_IMAGE: put_image(w, node); break;
    case NODE_ICON: part_put_icon(w, node); break;
    case NODE_QR_CODE: put_qr_code(w, node); break;
    case NODE_KIND_COUNT: break;
    }
}

/* Some readers ignore dir on what is inside a line (MuPDF 1.21): the marks turn it there too. */
static void put_direction_mark(struct part_writer *w, const struct node *node, bool end)
{
    const char *mark = !node->first ? NULL
                       : end        ? node_direction_end_mark(node)
                                    : node_direction_mark(node);
    if (mark)
        markup_string(w->markup, mark);
}

static void shut_node(struct part_writer *w, const struct node *node)
{
    put_direction_mark(w, node, true);
    part_end_note(w, node);
    for (; w->opened[w->depth] > 0; w->opened[w->depth]--)
        markup_end(w->markup);
    if (!node_is_inline(node->kind))
        markup_line(w->markup);
    w->depth--;
}

/* Writes block and all below it. */
static void put_block(struct part_writer *w, const struct node *block)
{
    const struct node *node = block;
    for (;;) {
        bool shown = node->media != NODE_MEDIA_PRINT;
        if (shown)
            open_node(w, node);
        if (shown && node->first) {
            put_direction_mark(w, node, false);
            node = node->first;
            continue;
        }
        if (shown)
            shut_node(w, node);
        while (node != block && !node->next) {
            node = node->parent;
            shut_node(w, node);
        }
        if (node == block)
            return;
        node = node->next;
    }
}

static void put_sheet(struct markup *m, const char *name)
{
    markup_put(m, "link", ATTRIBUTES("rel", "stylesheet", "type", "text/css", "href", name), NULL);
}

void epub_start_page(struct epub *epub, struct markup *m, const char *lang, const char *title)
{
    const struct node *root = epub->doc->root;
    const char *dir = root->dir == NODE_DIR_RTL ? "rtl" : "ltr";
    markup_doctype_html(m);
    markup_start_with(m, "html",
                      ATTRIBUTES("xmlns", "http://www.w3.org/1999/xhtml", "xmlns:epub",
                                 "http://www.idpf.org/2007/ops", "lang", root->lang, "xml:lang",
                                 root->lang, "dir", dir));
    markup_start(m, "head");
    markup_put(m, "meta", ATTRIBUTES("charset", "UTF-8"), NULL);
    if (title)
        markup_put(m, "title", ATTRIBUTES("lang", lang, "xml:lang", lang), title);
    put_sheet(m, "style.css");
    put_sheet(m, "narrow.css");
    markup_end(m);
    markup_line(m);
    /* MuPDF lays out by the body's direction and does not know the html element's */
    markup_start_with(m, "body", ATTRIBUTES("dir", root->dir == NODE_DIR_RTL ? dir : NULL));
    markup_start(m, "main");
}

static void start_page(struct part_writer *w)
{
    const char *title = w->epub->doc->meta.title.value;
    if (w->epub->part_count > 1)
        title = arena_format(&w->epub->arena, "%s (%u/%u)", title ? title : "", w->part,
                             w->epub->part_count);
    epub_start_page(w->epub, w->markup, NULL, title);
    markup_line(w->markup);
}

/* The blocks [first, end) of siblings; sections of an exercise sheet in an element each. */
static void put_blocks(struct part_writer *w, const struct node *first, const struct node *end)
{
    const struct node *last = NULL, *before = NULL;
    for (const struct node *block = first; block != end; block = block->next) {
        if (!last &&
            (last = exercise_section_last(block, end, before && before == block->previous)))
            markup_start_with(w->markup, "div", ATTRIBUTES("class", "exercise"));
        put_block(w, block);
        if (block != last)
            continue;
        markup_end(w->markup);
        markup_line(w->markup);
        before = last;
        last = NULL;
    }
}

void epub_write_part(struct epub *epub, uint32_t index)
{
    struct part_writer w = {.epub = epub, .part = index};
    bool last = index == epub->part_count;
    const struct node *end = last ? NULL : epub->parts[index].first;
    w.markup = markup_open(&epub->parts[index - 1].xhtml);
    while (w.page < epub->page_count && epub->pages[w.page].part != 0)
        w.page++;
    MEM_RESERVE(w.opened, w.cap, 1);
    start_page(&w);
    put_blocks(&w, epub->parts[index - 1].first, end);
    if (last && w.page < epub->page_count) {
        markup_start(w.markup, "p");
        while (w.page < epub->page_count)
            put_page_mark(&w, "span");
        markup_end(w.markup);
    }
    markup_close(w.markup);
    mem_free(w.opened);
    map_free(&w.regions);
}
