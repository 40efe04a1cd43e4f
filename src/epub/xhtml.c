#include "epub/xhtml.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "doc/direction.h"
#include "doc/label.h"
#include "epub/exercise.h"
#include "epub/pictures.h"
#include "epub/split.h"
#include "epub/table.h"
#include "epub/wording.h"
#include "text/address.h"

/* State of writing one content document. The tree is walked without recursion: `open` starts a
 * node's elements, `shut` ends as many as it started (kept by depth). */
struct part_writer {
    struct epub *epub;
    struct markup *markup;
    uint32_t part;
    uint32_t page;   /* index of the next page mark to write */
    uint8_t *opened; /* elements that the node at each depth started */
    size_t depth, cap;
    struct epub_table table;    /* the last that was started */
    const struct node *heading; /* the last that was started, or NULL */
};

static const char *number_string(struct part_writer *w, const char *before, uint32_t number)
{
    return arena_format(&w->epub->arena, "%s%u", before, number);
}

/* EPUB 3.3 and DPUB-ARIA: a page break mark, inside flowing text. */
static void put_page_mark(struct part_writer *w)
{
    const char *number = number_string(w, "", w->page + 1);
    markup_put(w->markup, "span",
               ATTRIBUTES("epub:type", "pagebreak", "role", "doc-pagebreak", "id",
                          number_string(w, "page-", w->page + 1), "title", number),
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
        put_page_mark(w);
}

static void put_text(struct part_writer *w, const struct node *node)
{
    size_t from = 0;
    while (w->page < w->epub->page_count && w->epub->pages[w->page].node == node->id) {
        size_t to = w->epub->pages[w->page].offset;
        markup_text(w->markup, slice_sub(node->text, from, to - from));
        from = to;
        put_page_mark(w);
    }
    markup_text(w->markup, slice_from_position(node->text, from));
}

static void start(struct part_writer *w, const char *name)
{
    markup_start(w->markup, name);
    w->opened[w->depth]++;
}

void epub_put_language(struct markup *m, const struct node *node)
{
    static const char *const directions[] = {
        [NODE_DIR_INHERIT] = NULL,
        [NODE_DIR_LTR] = "ltr",
        [NODE_DIR_RTL] = "rtl",
        [NODE_DIR_AUTO] = "auto",
    };
    markup_attribute(m, "lang", node->lang);
    markup_attribute(m, "xml:lang", node->lang);
    markup_attribute(m, "dir", directions[node->dir]);
}

/* An element for a node, with class (or NULL) and the node's language. */
static void start_for(struct part_writer *w, const struct node *node, const char *name,
                      const char *class)
{
    start(w, name);
    markup_attribute(w->markup, "class", class);
    epub_put_language(w->markup, node);
}

static void start_heading(struct part_writer *w, const struct node *node)
{
    static const char *const names[] = {"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
    w->heading = node;
    start_for(w, node, names[node->u.heading.level], NULL);
    markup_attribute(w->markup, "id", node->u.heading.anchor);
}

/* All readers write "1.", "2." themselves. No other form, and some begin with 1 whatever the list
 * says, and know no letters (MuPDF 1.21): such labels are text. */
static bool has_own_labels(const struct node *list)
{
    return list->u.list.ordered && (list->u.list.delimiter != '.' || list->u.list.start != 1 ||
                                    list->u.list.numbering != NODE_DECIMAL);
}

/* Readers set numbers beside the text and leave room for one digit. */
static const char *label_class(struct part_writer *w, const struct node *list)
{
    if (!list->u.list.ordered || !list->last)
        return NULL;
    if (has_own_labels(list))
        return "labelled";
    size_t longest = label_text(list->last, &w->epub->arena).len;
    return longest <= 2 ? NULL : longest == 3 ? "label-3" : longest == 4 ? "label-4" : "label-5";
}

static void start_list(struct part_writer *w, const struct node *node)
{
    static const char *const types[] = {
        [NODE_DECIMAL] = NULL,    [NODE_LOWER_LETTERS] = "a", [NODE_UPPER_LETTERS] = "A",
        [NODE_LOWER_ROMAN] = "i", [NODE_UPPER_ROMAN] = "I",
    };
    start_for(w, node, node->u.list.ordered ? "ol" : "ul", label_class(w, node));
    if (!node->u.list.ordered)
        return;
    markup_attribute(w->markup, "type", types[node->u.list.numbering]);
    if (node->u.list.start != 1)
        markup_attribute(w->markup, "start", number_string(w, "", node->u.list.start));
}

static void put_task(struct part_writer *w, const struct node *item)
{
    bool done = item->u.item.task == NODE_TASK_DONE;
    enum word word = done ? WORD_TASK_DONE : WORD_TASK_OPEN;
    const char *lang = epub_word_lang(w->epub, word, item);
    markup_put(w->markup, "span",
               ATTRIBUTES("class", "label", "role", "img", "aria-label", epub_word(w->epub, word),
                          "lang", lang, "xml:lang", lang),
               done ? "\xe2\x98\x91" : "\xe2\x98\x90");
    markup_string(w->markup, " ");
}

static void put_label(struct part_writer *w, const char *label)
{
    markup_put(w->markup, "span", ATTRIBUTES("class", "label"), label);
    markup_string(w->markup, " ");
}

/* The label that readers do not make themselves: it stands in the line that it labels. */
static void put_own_label(struct part_writer *w, const struct node *labelled)
{
    bool item = labelled->kind == NODE_ITEM;
    if (labelled->kind == NODE_NOTE)
        put_label(w, number_string(w, "", labelled->u.note.number));
    else if (item && labelled->u.item.task != NODE_TASK_NONE)
        put_task(w, labelled);
    else if (item && has_own_labels(labelled->parent))
        put_label(w, label_text(labelled, &w->epub->arena).ptr);
}

static bool has_first_line(const struct node *labelled)
{
    return labelled->first && labelled->first->kind == NODE_PARAGRAPH;
}

static void start_exercise(struct part_writer *w)
{
    start(w, "div");
    markup_attribute(w->markup, "class", "exercise");
}

/* An item that runs the other way than its list: its bullet stands where the list leaves no room.
 */
static bool is_turned(const struct node *item)
{
    bool says = item->dir == NODE_DIR_LTR || item->dir == NODE_DIR_RTL;
    return says && item->dir != node_direction_around(item);
}

static void start_item(struct part_writer *w, const struct node *node)
{
    bool task = node->u.item.task != NODE_TASK_NONE;
    start_for(w, node, "li", task ? "task" : is_turned(node) ? "turned" : NULL);
    if (!has_first_line(node))
        put_own_label(w, node);
    if (!task && !has_own_labels(node->parent) && exercise_is_step(node))
        start_exercise(w);
}

static const char *caption_id(struct part_writer *w, const struct node *caption)
{
    return number_string(w, "caption-", caption->id);
}

/* Where the reader can scroll a table: by its keys, too. It is called by its caption, or by the
 * heading that it stands under. */
static void start_region(struct part_writer *w, const struct node *table)
{
    bool captioned = table->first && table->first->kind == NODE_CAPTION;
    const char *heading = w->heading ? w->heading->u.heading.anchor : NULL;
    const char *title = w->epub->doc->meta.title.value;
    start(w, "div");
    markup_attribute(w->markup, "class", number_string(w, "scrolled-", w->table.width));
    markup_attribute(w->markup, "tabindex", "0");
    markup_attribute(w->markup, "role", "region");
    markup_attribute(w->markup, "aria-labelledby",
                     captioned ? caption_id(w, table->first) : heading);
    if (!captioned && !heading)
        markup_attribute(w->markup, "aria-label", title ? title : "");
}

static void start_table(struct part_writer *w, const struct node *node)
{
    epub_read_table(w->epub, node, &w->table);
    start(w, "div");
    markup_attribute(w->markup, "class", "table");
    if (!w->table.listed)
        start_region(w, node);
    start_for(w, node, "table",
              w->table.listed ? number_string(w, "listed-", w->table.width) : NULL);
}

static void start_caption(struct part_writer *w, const struct node *node)
{
    bool table = node->parent->kind == NODE_TABLE;
    start_for(w, node, table ? "caption" : "figcaption", NULL);
    if (table && !w->table.listed)
        markup_attribute(w->markup, "id", caption_id(w, node));
}

static void start_cell(struct part_writer *w, const struct node *node)
{
    static const char *const classes[] = {
        [NODE_ALIGN_NATURAL] = NULL,
        [NODE_ALIGN_START] = NULL,
        [NODE_ALIGN_CENTRE] = "centre",
        [NODE_ALIGN_END] = "end",
    };
    start_for(w, node, node->u.cell.header ? "th" : "td", classes[node->u.cell.align]);
    if (node->u.cell.header)
        markup_attribute(w->markup, "scope",
                         node->parent->parent->kind == NODE_TABLE_HEAD ? "col" : "row");
    if (node->u.cell.columns > 1)
        markup_attribute(w->markup, "colspan", number_string(w, "", node->u.cell.columns));
    if (node->u.cell.rows > 1)
        markup_attribute(w->markup, "rowspan", number_string(w, "", node->u.cell.rows));
    markup_attribute(w->markup, "data-label", epub_cell_label(&w->table, node));
}

/* Characters on half a page of a telephone with large text: what is longer may go on overleaf. */
#define SHORT_TEXT 150

static bool is_short(const struct node *block)
{
    size_t count = 0;
    for (const struct node *at = block; at && count <= SHORT_TEXT; at = node_next(at, block))
        count += at->text.len <= SHORT_TEXT * 4 ? utf8_count(at->text) : at->text.len;
    return count <= SHORT_TEXT;
}

static const char *class_of_box(struct part_writer *w, const struct node *box, const char *class)
{
    return is_short(box) ? arena_format(&w->epub->arena, "%s short", class) : class;
}

/* EPUB 3 Structural Semantics and DPUB-ARIA 1.1: a notice or a tip, called by its label. A div, as
 * labels repeat: two sections of one name are landmarks that nobody can tell apart. */
static void start_callout(struct part_writer *w, const struct node *node)
{
    static const char *const classes[] = {
#define X(symbol, tag, word) [CALLOUT_##symbol] = "callout callout-" tag,
        CALLOUT_KINDS(X)
#undef X
    };
    bool tip = node->u.callout.kind == CALLOUT_TIP;
    start_for(w, node, "div", class_of_box(w, node, classes[node->u.callout.kind]));
    markup_attribute(w->markup, "epub:type", tip ? "tip" : "notice");
    markup_attribute(w->markup, "role", tip ? "doc-tip" : "doc-notice");
    if (node->first && node->first->kind == NODE_CALLOUT_LABEL)
        markup_attribute(w->markup, "aria-labelledby", number_string(w, "label-", node->first->id));
}

/* The kind in words, where the label does not say it itself. */
static void put_icon(struct part_writer *w, const struct node *node)
{
    if (node->u.image.alt && *node->u.image.alt)
        markup_put(w->markup, "span",
                   ATTRIBUTES("class", "kind", "lang", node->lang, "xml:lang", node->lang),
                   arena_format(&w->epub->arena, "%s: ", node->u.image.alt));
}

/* "#anchor" in this content document, "leaflet-2.xhtml#anchor" in another. */
static const char *local_href(struct part_writer *w, const struct node *target, const char *anchor)
{
    uint32_t part = epub_part_of(w->epub, target);
    return arena_format(&w->epub->arena, "%s#%s",
                        part == w->part ? "" : epub_part_name(w->epub, part), anchor);
}

static const char *reference_id(struct part_writer *w, const struct node *ref)
{
    return arena_format(&w->epub->arena, "note-%u-ref-%u", ref->u.note_ref.note->u.note.number,
                        ref->u.note_ref.occurrence);
}

static void put_note_ref(struct part_writer *w, const struct node *node)
{
    const struct node *note = node->u.note_ref.note;
    markup_start_with(
        w->markup, "a",
        ATTRIBUTES("epub:type", "noteref", "role", "doc-noteref", "id", reference_id(w, node),
                   "href", local_href(w, note, number_string(w, "note-", note->u.note.number))));
    markup_start(w->markup, "sup");
    markup_text(w->markup, node->text);
    markup_end(w->markup);
    markup_end(w->markup);
}

static void start_note(struct part_writer *w, const struct node *node)
{
    start_for(w, node, "aside", "footnote");
    markup_attribute(w->markup, "epub:type", "footnote");
    markup_attribute(w->markup, "role", "doc-footnote");
    markup_attribute(w->markup, "id", number_string(w, "note-", node->u.note.number));
    if (!has_first_line(node)) {
        markup_start(w->markup, "p");
        put_own_label(w, node);
        markup_end(w->markup);
    }
}

/* count: of the links, which are numbered where there are several. */
static void put_back_link(struct part_writer *w, const struct node *ref, uint32_t count)
{
    const char *back = epub_word(w->epub, WORD_BACK);
    const char *lang = epub_word_lang(w->epub, WORD_BACK, ref->u.note_ref.note);
    const char *number = count > 1 ? number_string(w, " ", ref->u.note_ref.occurrence) : "";
    markup_string(w->markup, " ");
    markup_put(w->markup, "a",
               ATTRIBUTES("epub:type", "backlink", "role", "doc-backlink", "href",
                          local_href(w, ref, reference_id(w, ref)), "aria-label",
                          arena_format(&w->epub->arena, "%s%s", back, number), "lang", lang,
                          "xml:lang", lang),
               arena_format(&w->epub->arena, "\xe2\x86\x91%s", number));
}

static bool is_in_print_only(const struct node *node)
{
    while (node && node->media != NODE_MEDIA_PRINT)
        node = node->parent;
    return node;
}

/* A way back to each place that calls the note. */
static void put_back_links(struct part_writer *w, const struct node *note)
{
    const struct node *first = note->u.note.first_ref;
    uint32_t count = 0;
    for (const struct node *ref = first; ref; ref = ref->u.note_ref.next)
        count += !is_in_print_only(ref);
    for (const struct node *ref = first; ref; ref = ref->u.note_ref.next)
        if (!is_in_print_only(ref))
            put_back_link(w, ref, count);
}

static bool ends_note(const struct node *node)
{
    return node->kind == NODE_PARAGRAPH && node->parent->kind == NODE_NOTE && !node->next;
}

/* An address without a scheme leads to a file that is not in the container, or nowhere: its words
 * stay and the link goes, but for a leaflet that is on the web as well. */
static void start_link(struct part_writer *w, const struct node *node)
{
    const struct node *target = node->u.link.target;
    const char *href = NULL;
    if (target && target->kind == NODE_HEADING)
        href = local_href(w, target, target->u.heading.anchor);
    else if (node->u.link.online.len > 0)
        href = arena_string(&w->epub->arena, node->u.link.online);
    else if (address_scheme(node->u.link.href).len > 0)
        href = arena_string(&w->epub->arena, node->u.link.href);
    start_for(w, node, href ? "a" : "span", NULL);
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
    start_for(w, node, "p", is_name ? "name" : NULL);
    if (!node->previous)
        put_own_label(w, node->parent);
}

static void start_code_block(struct part_writer *w, const struct node *node)
{
    start_for(w, node, "pre", NULL);
    start(w, "code");
}

static void start_abbreviation(struct part_writer *w, const struct node *node)
{
    start_for(w, node, "abbr", NULL);
    markup_attribute(w->markup, "title", node->u.abbreviation.expansion);
}

static void start_label(struct part_writer *w, const struct node *node)
{
    start_for(w, node, "p", "callout-label");
    markup_attribute(w->markup, "id", number_string(w, "label-", node->id));
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

/* Starts the elements of a node; leaves write all of theirs here. */
static void open_node(struct part_writer *w, const struct node *node)
{
    go_down(w);
    if (node_is_inline(node->kind) && node->parent->kind != NODE_FIGURE)
        put_due_pages(w, node);
    switch (node->kind) {
    case NODE_DOCUMENT: break;
    case NODE_MASTHEAD: start_for(w, node, "header", "masthead"); break;
    case NODE_DRAFT_MARK: start_for(w, node, "p", "draft"); break;
    case NODE_LEAD: start_for(w, node, "p", "lead"); break;
    case NODE_SUBTITLE: start_for(w, node, "p", "subtitle"); break;
    case NODE_HEADING: start_heading(w, node); break;
    case NODE_PARAGRAPH: start_paragraph(w, node); break;
    case NODE_LIST: start_list(w, node); break;
    case NODE_ITEM: start_item(w, node); break;
    case NODE_QUOTE: start_for(w, node, "blockquote", NULL); break;
    case NODE_CODE_BLOCK: start_code_block(w, node); break;
    case NODE_BREAK: start_for(w, node, "hr", NULL); break;
    case NODE_PAGE_BREAK: put_page_end(w); break;
    case NODE_TABLE: start_table(w, node); break;
    case NODE_CAPTION: start_caption(w, node); break;
    case NODE_TABLE_HEAD: start_for(w, node, "thead", NULL); break;
    case NODE_TABLE_BODY: start_for(w, node, "tbody", NULL); break;
    case NODE_ROW: start_for(w, node, "tr", NULL); break;
    case NODE_CELL: start_cell(w, node); break;
    case NODE_CALLOUT: start_callout(w, node); break;
    case NODE_CALLOUT_LABEL: start_label(w, node); break;
    case NODE_FIGURE: start_for(w, node, "figure", NULL); break;
    case NODE_FIGURES: start_for(w, node, "div", "figures"); break;
    case NODE_NOTE: start_note(w, node); break;
    case NODE_CONTACT: start_for(w, node, "section", class_of_box(w, node, "contact")); break;
    case NODE_ABOUT: start_for(w, node, "section", "about"); break;
    case NODE_DESCRIPTION_LIST: start_for(w, node, "dl", NULL); break;
    case NODE_DESCRIPTION_ENTRY: break;
    case NODE_TERM: start_for(w, node, "dt", NULL); break;
    case NODE_DESCRIPTION: start_for(w, node, "dd", NULL); break;
    case NODE_WEB_ADDRESSES: start_for(w, node, "section", NULL); break;
    case NODE_TEXT: put_text(w, node); break;
    case NODE_LINE_BREAK: start(w, "br"); break;
    case NODE_EMPHASIS: start_for(w, node, "em", NULL); break;
    case NODE_STRONG: start_for(w, node, "strong", NULL); break;
    case NODE_STRIKE: start_for(w, node, "s", NULL); break;
    case NODE_CODE: start_for(w, node, "code", NULL); break;
    case NODE_KEYBOARD: start_for(w, node, "kbd", NULL); break;
    case NODE_SUBSCRIPT: start_for(w, node, "sub", NULL); break;
    case NODE_SUPERSCRIPT: start_for(w, node, "sup", NULL); break;
    case NODE_ABBREVIATION: start_abbreviation(w, node); break;
    case NODE_SPAN: start_for(w, node, "span", NULL); break;
    case NODE_ISOLATE: start_for(w, node, "bdi", NULL); break;
    case NODE_LINK: start_link(w, node); break;
    case NODE_NOTE_REF: put_note_ref(w, node); break;
    case NODE_IMAGE: put_image(w, node); break;
    case NODE_ICON: put_icon(w, node); break;
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
    if (ends_note(node)) {
        put_back_links(w, node->parent);
    } else if (node->kind == NODE_NOTE && !(node->last && ends_note(node->last))) {
        markup_start(w->markup, "p");
        put_back_links(w, node);
        markup_end(w->markup);
    }
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
            put_page_mark(&w);
        markup_end(w.markup);
    }
    markup_close(w.markup);
    mem_free(w.opened);
}
