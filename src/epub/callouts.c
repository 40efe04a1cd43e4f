#include "epub/callouts.h"

#include "base/utf8.h"
#include "epub/ids.h"

/* Characters on half a page of a telephone with large text: what is longer may go on overleaf. */
#define SHORT_TEXT 150

static bool is_short(const struct node *block)
{
    size_t count = 0;
    for (const struct node *at = block; at && count <= SHORT_TEXT; at = node_next(at, block))
        count += at->text.len <= SHORT_TEXT * 4 ? utf8_count(at->text) : at->text.len;
    return count <= SHORT_TEXT;
}

const char *part_box_class(struct part_writer *w, const struct node *box, const char *class)
{
    return is_short(box) ? arena_format(&w->epub->arena, "%s short", class) : class;
}

/* EPUB 3 Structural Semantics and DPUB-ARIA 1.1: a notice or a tip, called by its label. A div, as
 * labels repeat: two sections of one name are landmarks that nobody can tell apart. */
void part_start_callout(struct part_writer *w, const struct node *node)
{
    static const char *const classes[] = {
#define X(symbol, tag, word) [CALLOUT_##symbol] = "callout callout-" tag,
        CALLOUT_KINDS(X)
#undef X
    };
    bool tip = node->u.callout.kind == CALLOUT_TIP;
    part_start_for(w, node, "div", part_box_class(w, node, classes[node->u.callout.kind]));
    markup_attribute(w->markup, "epub:type", tip ? "tip" : "notice");
    markup_attribute(w->markup, "role", tip ? "doc-tip" : "doc-notice");
    if (node->first && node->first->kind == NODE_CALLOUT_LABEL)
        markup_attribute(w->markup, "aria-labelledby", epub_id_of(w->epub, node->first));
}

void part_put_icon(struct part_writer *w, const struct node *node)
{
    if (node->u.image.alt && *node->u.image.alt)
        markup_put(w->markup, "span",
                   ATTRIBUTES("class", "kind", "lang", node->lang, "xml:lang", node->lang),
                   arena_format(&w->epub->arena, "%s: ", node->u.image.alt));
}

void part_start_callout_label(struct part_writer *w, const struct node *node)
{
    part_start_for(w, node, "p", "callout-label");
    markup_attribute(w->markup, "id", epub_id_of(w->epub, node));
}
