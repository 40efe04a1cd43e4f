#include "read/passes/blanks.h"

#define ROW_LEAST 4 /* ___ is how a thematic break is written */

/* True for a break that was written as a row of underscores. */
static bool is_row(const struct node *node)
{
    if (!node || node->kind != NODE_BREAK || !node->span.source)
        return false;
    struct slice rest = slice_from_position(node->span.source->text, node->span.offset);
    for (size_t i = 0; i < ROW_LEAST; i++)
        if (i >= rest.len || rest.ptr[i] != '_')
            return false;
    return true;
}

static bool asks(const struct node *node)
{
    if (!node || node->kind != NODE_PARAGRAPH)
        return false;
    while (node->last)
        node = node->last;
    struct slice words = node->kind == NODE_TEXT ? slice_trim(node->text) : SLICE_EMPTY;
    return slice_ends(words, ":") || slice_ends(words, "?");
}

static void make_row(struct doc *doc, struct node *node)
{
    node->kind = NODE_PARAGRAPH;
    doc_add_text(doc, node, SLICE_LIT(BLANKS_ROW), node->span);
}

void read_blanks(struct doc *doc)
{
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root)) {
        if (!is_row(at))
            continue;
        struct node *first = at;
        bool several = is_row(at->next) || asks(at->previous);
        while (is_row(at->next))
            at = at->next;
        for (struct node *row = first; several; row = row->next) {
            make_row(doc, row);
            if (row == at)
                break;
        }
    }
}
