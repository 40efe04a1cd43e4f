#include "fuzz.h"

#include <string.h>

#include "reading.h"

/* The letters of the text one after the other, as the tree shows them. The title is left out: it
 * stands above all, wherever it was written. */
struct letters {
    const struct node *root, *node;
    size_t at;
};

static bool is_title(const struct node *node)
{
    return node->kind == NODE_HEADING && node->u.heading.level == 1 && !node->generated;
}

/* '\0': no more. */
static char next_letter(struct letters *letters)
{
    while (letters->node) {
        const struct node *node = letters->node;
        bool own = node->kind == NODE_TEXT && !node->generated;
        while (own && letters->at < node->text.len)
            if (ascii_is_alpha(node->text.ptr[letters->at++]))
                return node->text.ptr[letters->at - 1];
        letters->node =
            is_title(node) ? node_skip(node, letters->root) : node_next(node, letters->root);
        letters->at = 0;
    }
    return '\0';
}

/* The longest label of a list, without its blanks: `(viii)`, a task's `[x]`. */
#define LABEL_MOST 12u

/* Where the item's own words begin, behind its bullet or label, which the list prints. */
static size_t label_end(const struct node *item)
{
    const struct node *at = item;
    while (at && at->kind != NODE_TEXT)
        at = node_next(at, item);
    size_t end = at && at->text.len > 0 ? node_text_span(at, 0, 1).offset : item->span.offset;
    size_t blanks = 0;
    for (size_t i = item->span.offset; i < end; i++)
        blanks += ascii_is_space(item->span.source->text.ptr[i]);
    FUZZ_HOLDS(end >= item->span.offset && end - blanks - item->span.offset <= LABEL_MOST);
    return end;
}

/* The next item, in the order of the text. */
static const struct node *next_item(const struct node *node, const struct node *root)
{
    do
        node = node_next(node, root);
    while (node && (node->kind != NODE_ITEM || node->generated));
    return node;
}

static struct span title_span(const struct doc *doc)
{
    const struct node *at = doc->root;
    while (at && !is_title(at))
        at = node_next(at, doc->root);
    return at ? at->span : SPAN_NONE;
}

/* No letter is lost, added or moved on the way from the text to the tree. */
static void look(const struct doc *doc, const struct diag_list *diags)
{
    if (!doc->source || diags->errors > 0)
        return;
    struct slice text = doc->source->text;
    struct letters letters = {doc->root, doc->root, 0};
    const struct node *item = next_item(doc->root, doc->root);
    struct span title = title_span(doc);
    char shown = next_letter(&letters);
    for (size_t i = doc->body; i < text.len; i++) {
        for (; item && item->span.offset <= i; item = next_item(item, doc->root))
            i = label_end(item);
        if (i == title.offset)
            i += title.len;
        if (i == text.len || !ascii_is_alpha(text.ptr[i]))
            continue;
        FUZZ_HOLDS(text.ptr[i] == shown);
        shown = next_letter(&letters);
    }
    FUZZ_HOLDS(shown == '\0');
}

void fuzz_plain(const uint8_t *bytes, size_t len)
{
    const struct memory_file leaflet = {.path = "/c/leaflet.txt",
                                        .bytes = {(const char *)bytes, len}};
    reading_run(&(struct memory_files){&leaflet, 1}, "plain", look);
}
