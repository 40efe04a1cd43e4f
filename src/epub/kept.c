#include "epub/kept.h"

#include <string.h>

/* Bytes that a document adds between two texts: blanks, a label, a number, the address of a QR
 * code. */
#define ADDED_BYTES 1024u

/* The character that an escape of XML at the start stands for, and its length. */
static char unescape(struct slice text, size_t *len)
{
    static const struct {
        const char *written;
        char c;
    } escapes[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (slice_starts(text, escapes[i].written)) {
            *len = strlen(escapes[i].written);
            return escapes[i].c;
        }
    *len = 1;
    return text.ptr[0];
}

/* What a document shows: its bytes without tags, escapes undone. */
static void put_shown(struct slice xhtml, struct buf *out)
{
    while (xhtml.len > 0) {
        size_t len = 0;
        while (len < xhtml.len && xhtml.ptr[len] != '<' && xhtml.ptr[len] != '&')
            len++;
        buf_put_slice(out, slice_sub(xhtml, 0, len));
        xhtml = slice_from_position(xhtml, len);
        if (slice_starts(xhtml, "&"))
            buf_put_char(out, unescape(xhtml, &len));
        else
            len = slice_find(xhtml, '>') + 1;
        xhtml = slice_from_position(xhtml, len);
    }
}

/* Steps behind the text, which begins within ADDED_BYTES. */
static bool step_over(struct slice *shown, struct slice text)
{
    if (text.len == 0)
        return true;
    for (size_t at = 0; at <= ADDED_BYTES && at + text.len <= shown->len; at++)
        if (shown->ptr[at] == text.ptr[0] && slice_equal(slice_sub(*shown, at, text.len), text)) {
            *shown = slice_from_position(*shown, at + text.len);
            return true;
        }
    return false;
}

static const struct node *find_in_block(const struct node *block, struct slice *shown)
{
    for (const struct node *node = block; node;) {
        bool here = node->media != NODE_MEDIA_PRINT;
        if (here && node->kind == NODE_TEXT && !step_over(shown, node->text))
            return node;
        node = here ? node_next(node, block) : node_skip(node, block);
    }
    return NULL;
}

static struct slice body_of(struct slice xhtml)
{
    size_t at = 0;
    while (at < xhtml.len && !slice_starts(slice_from_position(xhtml, at), "<body"))
        at++;
    return slice_from_position(xhtml, at);
}

bool epub_check_part(struct epub *epub, uint32_t index)
{
    const struct epub_part *part = &epub->parts[index - 1];
    const struct node *end = index == epub->part_count ? NULL : part[1].first, *lost = NULL;
    struct buf bytes = {0};
    put_shown(body_of(buf_slice(&part->xhtml)), &bytes);
    struct slice shown = buf_slice(&bytes);
    for (const struct node *block = part->first; block != end && !lost; block = block->next)
        lost = find_in_block(block, &shown);
    buf_free(&bytes);
    if (lost)
        diag_add(epub->diags, DIAG_CODE_TEXT_LOST, lost->span,
                 "this is a fault of leafset, not of the text: please report it",
                 "the EPUB would not show these words: %.*s%s", DIAG_SHOWN(lost->text));
    return !lost;
}
