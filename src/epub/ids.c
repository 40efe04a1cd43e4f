#include "epub/ids.h"

#include <string.h>

enum kind { NOTE, LABEL, CAPTION, KIND_COUNT };

static enum kind kind_of(const struct node *node)
{
    if (node->kind == NODE_NOTE)
        return NOTE;
    if (node->kind == NODE_CALLOUT_LABEL)
        return LABEL;
    return node->kind == NODE_CAPTION && node->parent->kind == NODE_TABLE ? CAPTION : KIND_COUNT;
}

/* The first of a kind needs no number. What stands before all headings begins with the kind. */
static const char *make_id(struct epub *epub, const char *heading, enum kind kind, unsigned count)
{
    static const char *const names[] = {[NOTE] = "Note", [LABEL] = "Label", [CAPTION] = "Caption"};
    const char *hyphen = *heading ? "-" : "";
    return count > 1 ? arena_format(&epub->arena, "%s%s%s-%u", heading, hyphen, names[kind], count)
                     : arena_format(&epub->arena, "%s%s%s", heading, hyphen, names[kind]);
}

void epub_give_ids(struct epub *epub)
{
    const struct node *root = epub->doc->root;
    const char *heading = "";
    unsigned counts[KIND_COUNT] = {0};
    epub->ids = ARENA_ARRAY(&epub->arena, epub->doc->node_count + 1, const char *);
    for (const struct node *node = root; node; node = node_next(node, root)) {
        enum kind kind = kind_of(node);
        if (node->kind == NODE_HEADING) {
            heading = node->u.heading.anchor;
            memset(counts, 0, sizeof counts);
        } else if (kind != KIND_COUNT) {
            epub->ids[node->id] = make_id(epub, heading, kind, ++counts[kind]);
        }
    }
}

const char *epub_id_of(const struct epub *epub, const struct node *node)
{
    return epub->ids[node->id];
}

const char *epub_call_id(struct epub *epub, const struct node *ref)
{
    return arena_format(&epub->arena, "%s-Call-%u", epub_id_of(epub, ref->u.note_ref.note),
                        ref->u.note_ref.occurrence);
}

const char *epub_page_id(struct epub *epub, uint32_t index)
{
    return arena_format(&epub->arena, "Page-%u", index + 1);
}
