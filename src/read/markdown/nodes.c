#include "read/markdown/nodes.h"

#include "base/mem.h"
#include "read/markdown/html_parser.h"
#include "read/markdown/limits.h"

/* ---- the stack */

struct md_entry *md_top(struct md_reader *r)
{
    return &r->stack.entries[r->stack.depth - 1];
}

static bool is_span(const struct md_entry *entry)
{
    return (entry->opener == MD_SPAN || entry->opener == MD_HTML) && !entry->leaf;
}

struct md_entry *md_push(struct md_reader *r, enum md_opener opener, enum node_kind kind,
                         struct node *node, bool own)
{
    struct md_entry *entry = MEM_PUSH(r->stack.entries, r->stack.depth, r->stack.cap);
    const struct md_entry *under = r->stack.depth > 1 ? entry - 1 : NULL;
    uint32_t level = (uint32_t)r->stack.depth - 1;
    bool link = own && kind == NODE_LINK;
    *entry = (struct md_entry){.opener = opener,
                               .below = under && is_span(under) ? under->below : level,
                               .link = link                    ? node
                                       : under && !under->leaf ? under->link
                                                               : NULL,
                               .kind = kind,
                               .node = node,
                               .own = own,
                               .start = MD_NOWHERE,
                               .target.href = MD_NOWHERE};
    if (under && !under->own && !node_is_inline(kind))
        md_speak(entry, under->lang, under->dir);
    return entry;
}

void md_speak(struct md_entry *entry, const char *lang, enum node_direction dir)
{
    const char **own_lang = entry->own ? &entry->node->lang : &entry->lang;
    enum node_direction *own_dir = entry->own ? &entry->node->dir : &entry->dir;
    if (lang)
        *own_lang = lang;
    if (dir == NODE_DIR_LTR || dir == NODE_DIR_RTL) /* AUTO: as for any block */
        *own_dir = dir;
}

const char *md_language(const struct md_reader *r)
{
    for (size_t i = r->stack.depth; i-- > 0;) {
        const struct md_entry *entry = &r->stack.entries[i];
        const char *lang = entry->own && entry->node->lang ? entry->node->lang : entry->lang;
        if (lang)
            return lang;
    }
    return r->doc->root->lang;
}

void md_stack_start(struct md_reader *r, uint32_t at)
{
    for (size_t i = r->stack.depth; i-- > 0 && r->stack.entries[i].start == MD_NOWHERE;)
        r->stack.entries[i].start = at;
}

/* The next level down, past all spans that lie on one another. */
static size_t next_level(const struct md_reader *r, size_t level)
{
    const struct md_entry *entry = &r->stack.entries[level - 1];
    return is_span(entry) ? entry->below : level - 1;
}

size_t md_base_level(const struct md_reader *r)
{
    size_t level = r->stack.depth;
    while (level > 0 && r->stack.entries[level - 1].opener != MD_BLOCK &&
           r->stack.entries[level - 1].opener != MD_IMPLIED)
        level = next_level(r, level);
    return level;
}

size_t md_leaf_level(const struct md_reader *r)
{
    for (size_t level = r->stack.depth; level > 0; level = next_level(r, level)) {
        const struct md_entry *entry = &r->stack.entries[level - 1];
        if (entry->leaf || entry->opener == MD_BLOCK || entry->opener == MD_HTML_BLOCK)
            return entry->leaf ? level : 0;
    }
    return 0;
}

/* ---- words */

void md_put_bytes(struct md_reader *r, struct slice bytes, uint32_t source, uint32_t len)
{
    if (r->pictures_open > 0)
        buf_put_slice(&r->alt, bytes);
    else
        md_text_put(&r->text, bytes, source, len);
}

void md_put_range(struct md_reader *r, uint32_t start, uint32_t end)
{
    if (r->pictures_open > 0)
        buf_put_slice(&r->alt, md_text_of_range(&r->copy, start, end, &r->doc->arena));
    else
        md_text_put_range(&r->text, &r->copy, start, end);
}

void md_put_entity(struct md_reader *r, struct slice entity, uint32_t source)
{
    struct span span = {r->copy.source, source, (uint32_t)entity.len};
    char bytes[8];
    bool forbidden;
    size_t count = md_entity_decode(entity, bytes, &forbidden);
    if (forbidden)
        diag_add(r->diags, DIAG_CODE_CONTROL_CHARACTER, span, "delete it",
                 "%.*s stands for a character that cannot be shown", SLICE_ARGS(entity));
    else if (count == 0)
        diag_add(r->diags, DIAG_CODE_ENTITY_UNKNOWN, span,
                 "write the character itself, or &amp; where an & was meant",
                 "%.*s names no character that is known here, so it prints as it stands",
                 SLICE_ARGS(entity));
    md_put_bytes(r, count > 0 ? (struct slice){bytes, count} : entity, source, span.len);
}

void md_flush_text(struct md_reader *r)
{
    struct md_text *text = &r->text;
    if (!text->any)
        return;
    struct span span = {r->copy.source, text->start, text->end - text->start};
    md_text_give(text, r->doc, doc_add(r->doc, md_top(r)->node, NODE_TEXT, span));
    md_text_clear(text);
}

/* ---- nodes */

void md_deep_report(struct md_reader *r, uint32_t at)
{
    if (!r->stack.deep_said)
        diag_add(r->diags, DIAG_CODE_NESTING_TOO_DEEP, md_span(&r->copy, at, at + 1),
                 "what stands deeper is set without its nesting; write it flatter",
                 "more than %u levels are nested", DOC_MAX_DEPTH);
    r->stack.deep_said = true;
}

bool md_too_deep(struct md_reader *r, uint32_t at)
{
    bool deep = md_top(r)->depth >= DOC_MAX_DEPTH;
    if (deep)
        md_deep_report(r, at);
    return deep;
}

struct md_entry *md_open_block(struct md_reader *r, enum node_kind kind)
{
    struct node *node = doc_add(r->doc, md_top(r)->node, kind, SPAN_NONE);
    return md_push(r, MD_BLOCK, kind, node, true);
}

struct md_entry *md_open_leaf(struct md_reader *r, enum md_opener opener, enum node_kind kind)
{
    struct md_entry *entry = md_open_block(r, kind);
    entry->opener = opener;
    entry->leaf = true;
    r->ledger.fresh = true;
    r->leaf.broke = r->leaf.lazy = r->leaf.stray = false;
    r->leaf.picture_count = 0;
    return entry;
}

struct node *md_link_around(const struct md_reader *r)
{
    const struct md_entry *top = r->stack.depth > 0 ? &r->stack.entries[r->stack.depth - 1] : NULL;
    return top && !top->leaf ? top->link : NULL;
}

struct md_entry *md_open_inline(struct md_reader *r, enum md_opener opener, enum node_kind kind,
                                uint32_t at)
{
    const struct md_entry *parent = md_top(r);
    struct node *node = parent->node;
    bool flat = r->pictures_open > 0 || md_too_deep(r, at) ||
                (kind == NODE_LINK && md_link_around(r)); /* an address in a link's words */
    uint32_t depth = (parent->leaf ? 0 : parent->depth) + !flat;
    md_stack_start(r, at);
    if (!flat) {
        md_flush_text(r);
        node = doc_add(r->doc, node, kind, SPAN_NONE);
    }
    struct md_entry *entry = md_push(r, opener, kind, node, !flat);
    entry->depth = depth;
    entry->start = at;
    return entry;
}

struct node *md_add_picture(struct md_reader *r, const struct md_target *target, const char *alt,
                            int32_t width, struct span span)
{
    struct md_leaf *leaf = &r->leaf;
    struct node *node = doc_add(r->doc, md_top(r)->node, NODE_IMAGE, span);
    node->text = target->address; /* until read_links opens the file */
    node->u.image.alt = alt ? alt : "";
    node->u.image.undescribed = !alt;
    node->u.image.width = width;
    if (target->title.len > 0)
        *MEM_PUSH(leaf->pictures, leaf->picture_count, leaf->picture_cap) =
            (struct md_picture){node, target->title, target->title_at};
    return node;
}

struct span md_entry_span(struct md_reader *r, const struct md_entry *entry)
{
    uint32_t cursor = r->ledger.cursor, start = entry->start == MD_NOWHERE ? cursor : entry->start;
    return md_span(&r->copy, start, cursor > start ? cursor : start);
}

void md_close(struct md_reader *r)
{
    const struct md_entry *entry = &r->stack.entries[--r->stack.depth];
    if (entry->own)
        entry->node->span = md_entry_span(r, entry);
}
