#include "read/markdown/finish.h"

#include <string.h>

#include "read/markdown/abbreviations.h"
#include "read/markdown/box_tags.h"
#include "read/markdown/captions.h"
#include "read/markdown/html_parser.h"
#include "read/markdown/limits.h"
#include "read/markdown/line_ends.h"
#include "read/markdown/nodes.h"
#include "read/passes/smart.h"
#include "read/passes/unmarked.h"

/* ---- inline content */

/* How many blanks there are at one end of a text. */
static size_t count_blanks(struct slice text, bool front)
{
    size_t count = 0;
    while (count < text.len && text.ptr[front ? count : text.len - 1 - count] == ' ')
        count++;
    return count;
}

/* Blanks at the ends of a block, left by comments and line ends, are nobody's. */
static void trim_ends(struct doc *doc, struct node *block)
{
    while (block->first && block->first->kind == NODE_TEXT &&
           !md_text_strip(doc, block->first, count_blanks(block->first->text, true), 0))
        ;
    while (block->last && block->last->kind == NODE_TEXT &&
           !md_text_strip(doc, block->last, 0, count_blanks(block->last->text, false)))
        ;
}

void md_inline_finish(struct md_reader *r, struct node *block)
{
    trim_ends(r->doc, block);
    md_tags_check(r, block);
    md_line_ends_join(r->doc, block);
    unmarked_link(r->doc, block);
    read_smart(r->doc, block);
    md_abbreviations_mark(r->doc, &r->definitions, block);
}

/* ---- figures */

/* Where a picture's title stands in the source, if it stands there as it is. */
static struct span title_span(const struct md_reader *r, const struct node *image,
                              struct slice title)
{
    struct slice source = r->copy.source->text;
    struct slice written = slice_sub(source, image->span.offset, image->span.len);
    const char *found = md_place(source, title.ptr, title.len) != MD_NOWHERE
                            ? title.ptr
                            : memmem(written.ptr, written.len, title.ptr, title.len);
    return found
               ? (struct span){r->copy.source, (uint32_t)(found - source.ptr), (uint32_t)title.len}
               : image->span;
}

/* What is written of a title at `at` of the source, an escape, entity or line end taken for one:
 * where it ends. */
static uint32_t put_title_part(struct md_text *out, uint32_t at)
{
    struct slice text = out->source;
    uint32_t len = md_at(text, at) == '&' ? md_run_word(text, at + 1, "#") + 2 : 0;
    char bytes[8];
    bool forbidden;
    if (md_is_line_end(md_at(text, at))) {
        md_text_put(out, SLICE_LIT(" "), at, 1);
        return md_skip_prefix(text, md_line_next(text, at), NULL);
    }
    size_t count = len > 2 && len <= MD_MAX_ENTITY && md_at(text, at + len - 1) == ';'
                       ? md_entity_decode(slice_sub(text, at, len), bytes, &forbidden)
                       : 0;
    if (count > 0) {
        md_text_put(out, (struct slice){bytes, count}, at, len);
        return at + len;
    }
    at += md_is_escape(text, at);
    md_text_put(out, slice_sub(text, at, 1), at, 1);
    return at + 1;
}

/* The words of a picture's title, with their places. */
static void put_title(struct md_reader *r, struct node *caption, const struct md_picture *picture)
{
    struct slice title = picture->title, source = r->copy.source->text;
    struct md_text words = {.source = source};
    for (uint32_t at = picture->title_at;
         at > 0 && at < source.len && md_text_slice(&words).len < title.len;)
        at = put_title_part(&words, at);
    struct node *text = doc_add(r->doc, caption, NODE_TEXT, caption->span);
    if (slice_equal(md_text_slice(&words), title)) {
        text->span = (struct span){r->copy.source, words.start, words.end - words.start};
        md_text_give(&words, r->doc, text);
    } else {
        text->span = title_span(r, picture->node, title);
        text->text = title;
    }
    caption->span = text->span;
    md_text_free(&words);
}

/* The picture's title is its caption. */
static void add_caption(struct md_reader *r, struct node *figure, const struct md_picture *picture)
{
    struct node *caption = doc_add(r->doc, figure, NODE_CAPTION, SPAN_NONE);
    put_title(r, caption, picture);
    md_inline_finish(r, caption);
}

static struct node *wrap_in_figure(struct md_reader *r, struct node *image)
{
    struct node *figure = doc_add(r->doc, NULL, NODE_FIGURE, image->span);
    doc_insert_before(image, figure);
    doc_remove(image);
    doc_append(figure, image);
    return figure;
}

/* A paragraph of pictures becomes a figure, or several side by side. Its titles are the last of the
 * leaf's, in their order. */
static void make_figures(struct md_reader *r, struct node *block)
{
    const struct md_picture *titled = r->leaf.pictures;
    size_t count = r->leaf.picture_count, first = count;
    while (first > 0 && titled[first - 1].node->parent == block)
        first--;
    bool one = block->first == block->last;
    block->kind = one ? NODE_FIGURE : NODE_FIGURES;
    size_t title = first;
    for (struct node *child = block->first, *next; child; child = next) {
        next = child->next;
        bool image = child->kind == NODE_IMAGE;
        struct node *figure = one ? block : image ? wrap_in_figure(r, child) : NULL;
        if (!image)
            doc_remove(child);
        else if (title < count && titled[title].node == child)
            add_caption(r, figure, &titled[title++]);
    }
    r->leaf.picture_count = first;
}

static bool is_blank(const struct node *node)
{
    return node->kind == NODE_LINE_BREAK ||
           (node->kind == NODE_TEXT && slice_trim(node->text).len == 0);
}

/* The first of the pictures, and blanks between them, that end a paragraph; NULL: it ends in
 * others. */
static struct node *last_pictures(const struct node *block)
{
    struct node *first = NULL;
    for (struct node *at = block->last; at; at = at->previous) {
        if (at->kind == NODE_IMAGE)
            first = at;
        else if (!is_blank(at))
            break;
    }
    return first;
}

/* True if only blanks and quote markers stand before it on its line. */
static bool begins_line(const struct node *node)
{
    if (!node->span.source)
        return false;
    struct slice text = node->span.source->text;
    uint32_t at = node->span.offset;
    while (at > 0 && (md_is_blank(text.ptr[at - 1]) || text.ptr[at - 1] == '>'))
        at--;
    return at > 0 && text.ptr[at - 1] == '\n';
}

static bool ends_sentence(const struct node *node)
{
    while (node->last)
        node = node->last;
    struct slice text = slice_trim(node->text);
    return node->kind == NODE_TEXT && text.len > 0 && strchr(".:!?", text.ptr[text.len - 1]);
}

/* Pictures on lines of their own right below a sentence are meant to stand below it: they go into a
 * paragraph of their own, which is returned; NULL: there are none. */
static struct node *part_pictures(struct md_reader *r, struct node *block)
{
    struct node *first = last_pictures(block), *before = first ? first->previous : NULL;
    while (before && is_blank(before))
        before = before->previous;
    if (!before || !begins_line(first) || !ends_sentence(before))
        return NULL;
    struct span span = first->span;
    struct node *pictures = doc_add(r->doc, NULL, NODE_PARAGRAPH, span);
    doc_insert_after(block, pictures);
    for (struct node *at = first, *next; at; at = next) {
        next = at->next;
        doc_remove(at);
        doc_append(pictures, at);
        pictures->span.len =
            at->span.source ? at->span.offset + at->span.len - span.offset : pictures->span.len;
    }
    while (is_blank(block->last))
        doc_remove(block->last);
    trim_ends(r->doc, block);
    trim_ends(r->doc, pictures);
    return pictures;
}

/* The last of the pictures, and blanks between them, that begin a paragraph; NULL: it begins with
 * others. */
static struct node *first_pictures(const struct node *block)
{
    struct node *last = NULL;
    for (struct node *at = block->first; at; at = at->next) {
        if (at->kind == NODE_IMAGE)
            last = at;
        else if (!is_blank(at))
            break;
    }
    return last;
}

/* True if it begins with a line end, or its line. */
static bool is_on_next_line(const struct node *node)
{
    struct span span = node->kind == NODE_TEXT ? node_text_span(node, 0, 1) : node->span;
    if (!span.source)
        return false;
    char c = md_at(span.source->text, md_skip_blanks(span.source->text, span.offset));
    return c == '\n' || c == '\r' || begins_line(node);
}

/* Words on the line right below pictures that begin a paragraph are meant to stand below them: they
 * go into a paragraph of their own, which is returned; NULL: there are none. */
static struct node *part_words(struct md_reader *r, struct node *block)
{
    struct node *last = first_pictures(block), *first = last ? last->next : NULL;
    if (!first || first->kind == NODE_LINE_BREAK || !is_on_next_line(first))
        return NULL;
    struct node *words = doc_add(r->doc, NULL, NODE_PARAGRAPH, SPAN_NONE);
    doc_insert_after(block, words);
    for (struct node *at = first, *next; at; at = next) {
        next = at->next;
        doc_remove(at);
        doc_append(words, at);
    }
    trim_ends(r->doc, words);
    words->span = words->first->span;
    diag_add(r->diags, DIAG_CODE_CAPTION_STRAY, words->span,
             "write a caption in quotes behind the picture's name: ![what it shows](file.png "
             "\"caption\"); put an empty line above what is none",
             "these words stand right below a picture; they are set as a paragraph below it");
    return words;
}

void md_titles_report(struct md_reader *r)
{
    for (size_t i = 0; i < r->leaf.picture_count; i++)
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, r->leaf.pictures[i].node->span,
                 "put the picture in a paragraph of its own: its title is then the caption",
                 "the title of a picture inside text is not printed: \"%.*s%s\"",
                 DIAG_SHOWN(r->leaf.pictures[i].title));
    r->leaf.picture_count = 0;
}

void md_block_finish(struct md_reader *r, struct node *block)
{
    md_inline_finish(r, block);
    bool paragraph = block->kind == NODE_PARAGRAPH, empty = !block->first;
    struct node *pictures = paragraph ? part_pictures(r, block) : NULL;
    struct node *words = paragraph ? part_words(r, block) : NULL;
    bool alone = paragraph && !empty && last_pictures(block) == block->first;
    if (pictures)
        make_figures(r, pictures);
    if (paragraph && empty)
        doc_remove(block);
    else if (alone)
        make_figures(r, block);
    if (paragraph && !empty && (words || !alone))
        md_caption_take(r, words ? words : block);
    md_titles_report(r);
}
