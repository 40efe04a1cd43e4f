#include "read/markdown/finish.h"

#include <string.h>

#include "read/markdown/abbreviations.h"
#include "read/markdown/limits.h"
#include "read/passes/smart.h"

#define CAPTION_MARK "Table:"

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
    read_smart(r->doc, block, r->lang);
    md_abbreviations_mark(r->doc, &r->definitions, block);
}

/* ---- figures */

static const struct md_picture *picture_of(const struct md_reader *r, const struct node *node)
{
    for (size_t i = 0; i < r->leaf.picture_count; i++)
        if (r->leaf.pictures[i].node == node)
            return &r->leaf.pictures[i];
    return NULL;
}

/* Where a picture's title stands in the source, if it stands there as it is. */
static struct span title_span(const struct md_reader *r, const struct node *image,
                              struct slice title)
{
    struct slice written = slice_sub(r->source->text, image->span.offset, image->span.len);
    const char *text = r->source->text.ptr;
    if (title.ptr >= text && title.ptr < text + r->source->text.len)
        return (struct span){r->source, (uint32_t)(title.ptr - text), (uint32_t)title.len};
    const char *found = memmem(written.ptr, written.len, title.ptr, title.len);
    return found ? (struct span){r->source, (uint32_t)(found - text), (uint32_t)title.len}
                 : image->span;
}

/* A picture alone in its paragraph; its title is the caption. */
static void make_figure(struct md_reader *r, struct node *block)
{
    struct node *image = block->first;
    const struct md_picture *picture = picture_of(r, image);
    block->kind = NODE_FIGURE;
    if (!picture)
        return;
    struct span span = title_span(r, image, picture->title);
    struct node *caption = doc_add(r->doc, block, NODE_CAPTION, span);
    struct node *text = doc_add(r->doc, caption, NODE_TEXT, span);
    text->text = picture->title;
    md_inline_finish(r, caption);
}

void md_titles_report(struct md_reader *r)
{
    for (size_t i = 0; i < r->leaf.picture_count; i++)
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, r->leaf.pictures[i].node->span,
                 "put the picture in a paragraph of its own: its title is then the caption",
                 "the title of a picture inside text is not printed: \"%.*s\"",
                 MD_QUOTED(r->leaf.pictures[i].title));
    r->leaf.picture_count = 0;
}

/* ---- captions */

static bool is_caption(const struct node *block)
{
    return block->first && block->first->kind == NODE_TEXT &&
           slice_starts(block->first->text, CAPTION_MARK);
}

void md_caption_meet(struct md_reader *r, struct node *table)
{
    struct node *block = r->caption;
    r->caption = NULL;
    if (!block)
        return;
    if (!table || table->previous != block) {
        diag_add(r->diags, DIAG_CODE_CAPTION_STRAY, block->span,
                 "put it right before its table, or write it in another way",
                 "no table follows this caption; it is set as a paragraph");
        return;
    }
    struct slice words = slice_from_position(block->first->text, strlen(CAPTION_MARK));
    size_t mark = strlen(CAPTION_MARK) + count_blanks(words, true);
    md_text_strip(r->doc, block->first, mark, 0);
    doc_remove(block);
    block->kind = NODE_CAPTION;
    if (block->first)
        doc_append(table, block);
}

/* ---- all blocks */

void md_block_finish(struct md_reader *r, struct node *block)
{
    md_inline_finish(r, block);
    bool paragraph = block->kind == NODE_PARAGRAPH, empty = !block->first;
    bool alone =
        paragraph && !empty && block->first == block->last && block->first->kind == NODE_IMAGE;
    if (paragraph && empty)
        doc_remove(block);
    else if (alone)
        make_figure(r, block);
    else if (paragraph && is_caption(block))
        r->caption = block;
    if (!alone)
        md_titles_report(r);
}
