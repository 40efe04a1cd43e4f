#include "read/markdown/captions.h"

#include <string.h>

#include "read/markdown/scan.h"

void md_caption_take(struct md_reader *r, struct node *paragraph)
{
    if (paragraph->first && paragraph->first->kind == NODE_TEXT &&
        slice_starts(paragraph->first->text, MD_CAPTION_MARK)) {
        md_caption_meet(r, NULL); /* of one that HTML stands behind */
        r->caption = paragraph;
    }
}

/* True if no empty line stands above the line of `at`. */
static bool touches_above(struct slice text, uint32_t at)
{
    uint32_t start = md_line_start(text, at), end = start - (start > 0);
    end -= end > 0 && text.ptr[end] == '\n' && text.ptr[end - 1] == '\r';
    struct slice above = md_line(text, md_line_start(text, end));
    return md_skip_prefix(above, 0, NULL) < above.len;
}

static bool touches_below(struct slice text, uint32_t at)
{
    struct slice below = md_line(text, md_line_next(text, md_line_end(text, at)));
    return md_skip_prefix(below, 0, NULL) < below.len;
}

/* The table that a caption between two belongs to: the one that it touches. NULL: as well to the
 * other. */
static struct node *nearer(const struct node *caption, struct node *above, struct node *below)
{
    struct slice text = caption->span.source->text;
    bool up = touches_above(text, caption->span.offset);
    bool down = touches_below(text, caption->span.offset + caption->span.len);
    return up == down ? NULL : up ? above : below;
}

static void put_into(struct md_reader *r, struct node *block, struct node *table)
{
    size_t len = strlen(MD_CAPTION_MARK);
    while (len < block->first->text.len && block->first->text.ptr[len] == ' ')
        len++;
    md_text_strip(r->doc, block->first, len, 0);
    doc_remove(block);
    block->kind = NODE_CAPTION;
    if (block->first && table->first)
        doc_insert_before(table->first, block);
    else if (block->first)
        doc_append(table, block);
}

void md_caption_meet(struct md_reader *r, struct node *table)
{
    struct node *block = r->caption;
    r->caption = NULL;
    if (!block)
        return;
    struct node *above = block->previous, *below = table && table->previous == block ? table : NULL;
    if (above && (above->kind != NODE_TABLE || above->first->kind == NODE_CAPTION))
        above = NULL;
    struct node *home = above && below ? nearer(block, above, below) : above ? above : below;
    if (home)
        put_into(r, block, home);
    else if (below)
        diag_add(r->diags, DIAG_CODE_CAPTION_AMBIGUOUS, block->span,
                 "put it right above its table, without an empty line, and a line of text between "
                 "the two tables",
                 "this caption stands between two tables: it may belong to either");
    else
        diag_add(
            r->diags, DIAG_CODE_CAPTION_STRAY, block->span,
            "put it right above its table, or write it in another way",
            "this caption has no table of its own above or below it; it is set as a paragraph");
}
