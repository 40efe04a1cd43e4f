#include "read/markdown/html_inline.h"

#include "read/markdown/html_looks.h"
#include "read/markdown/inline.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "text/text.h"

/* ---- words between tags */

/* True if a blank here would be one more, or the first of its block. */
static bool is_after_blank(struct md_reader *r)
{
    struct slice text = md_text_slice(&r->text);
    return text.len > 0 ? ascii_is_space(text.ptr[text.len - 1])
                        : md_top(r)->leaf && !md_top(r)->node->first;
}

/* The blanks from at to end; they stand for a line end if they hold one. */
static void put_blank(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice blanks = slice_sub(md_text_slice(&r->html.text), at, end - at);
    size_t line = slice_find(blanks, '\n');
    uint32_t source = md_text_source(&r->html.text, line < blanks.len ? at + line : at);
    if (!is_after_blank(r))
        md_text_put(&r->text, SLICE_LIT(" "), source, source < r->copy.source->text.len);
}

static void put_text(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice html = slice_sub(md_text_slice(&r->html.text), 0, end);
    bool pre = md_top(r)->kind == NODE_CODE_BLOCK;
    while (start < end) {
        uint32_t stop = pre ? end : start;
        while (stop < end && !ascii_is_space(html.ptr[stop]))
            stop++;
        if (stop > start) {
            md_text_put_part(&r->text, &r->html.text, start, stop);
        } else {
            while (stop < end && ascii_is_space(html.ptr[stop]))
                stop++;
            put_blank(r, start, stop);
        }
        start = stop;
    }
}

void md_html_words(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice html = md_text_slice(&r->html.text);
    uint32_t done = start;
    for (uint32_t at = start; at < end; at++) {
        uint32_t len = html.ptr[at] == '&' ? md_run_word(html, at + 1, "#") : 0;
        if (len == 0 || len >= MD_MAX_ENTITY || md_at(html, at + 1 + len) != ';')
            continue;
        put_text(r, done, at);
        md_put_entity(r, slice_sub(html, at, len + 2), md_text_source(&r->html.text, at));
        done = at + len + 2;
        at = done - 1;
    }
    put_text(r, done, end);
}

/* ---- tags as they are written */

static struct slice token_text(const struct md_reader *r, const struct md_token *token)
{
    return slice_sub(md_text_slice(&r->html.text), token->start, token->end - token->start);
}

struct span md_token_span(const struct md_reader *r, const struct md_token *token)
{
    uint32_t start = md_text_source(&r->html.text, token->start);
    uint32_t end = md_text_source(&r->html.text, token->end - 1) + 1;
    return (struct span){r->copy.source, start, end > start ? end - start : 0};
}

void md_token_warn(struct md_reader *r, const struct md_token *token, const char *what)
{
    struct slice text = token_text(r, token);
    text = slice_sub(text, 0, slice_find(text, '\n'));
    diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, md_token_span(r, token),
             "leaflets understand the tags of text, lists and tables; write &lt; for a plain <",
             "%.*s%s %s", DIAG_SHOWN(text), what);
}

void md_unclosed_report(struct md_reader *r, const struct md_entry *entry)
{
    struct md_html *html = &r->html;
    html->unclosed[html->unclosed_count++ % MD_UNCLOSED] = entry->tag;
    diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, entry->html,
             "close it where its words end, inside the same block",
             "<%s> is not closed here: it ends with what it stands in", entry->tag);
}

/* Told already if the tag that it belongs to was said to end before. */
void md_unopened_report(struct md_reader *r, const struct md_token *token)
{
    struct md_html *html = &r->html;
    for (uint32_t i = 0; i < MD_UNCLOSED; i++)
        if (html->unclosed[i] && slice_equal_nocase(token->name, slice_from(html->unclosed[i]))) {
            html->unclosed[i] = NULL;
            return;
        }
    diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, md_token_span(r, token),
             "delete it, or write the tag that it closes in the same block",
             "</%.*s%s> closes nothing and is left out", DIAG_SHOWN(token->name));
}

void md_token_put(struct md_reader *r, const struct md_token *token, const char *what)
{
    md_token_warn(r, token, what);
    md_text_put_part(&r->text, &r->html.text, token->start, token->end);
}

/* ---- what tags become */

enum node_direction md_direction(const char *dir)
{
    struct slice text = slice_from(dir);
    if (slice_equal_nocase(text, SLICE_LIT("ltr")))
        return NODE_DIR_LTR;
    if (slice_equal_nocase(text, SLICE_LIT("rtl")))
        return NODE_DIR_RTL;
    return slice_equal_nocase(text, SLICE_LIT("auto")) ? NODE_DIR_AUTO : NODE_DIR_INHERIT;
}

/* What a tag and its style are together; NODE_KIND_COUNT: nothing that the tree has. */
static enum node_kind mark_kind(const struct md_tag *tag, const struct md_attributes *attributes)
{
    struct md_style style = md_style_read(slice_from(attributes->style));
    if ((tag->kind == NODE_STRONG || tag->kind == NODE_EMPHASIS) && style.plain)
        return style.kind == NODE_SPAN ? NODE_KIND_COUNT : style.kind;
    if (tag->kind == NODE_ABBREVIATION && slice_from(attributes->title).len == 0)
        return NODE_KIND_COUNT;
    if (tag->kind == NODE_LINK && !attributes->href)
        return NODE_KIND_COUNT;
    if (tag->kind != NODE_SPAN)
        return tag->kind;
    bool says = attributes->lang || md_direction(attributes->dir) != NODE_DIR_INHERIT;
    return says || style.kind != NODE_SPAN ? style.kind : NODE_KIND_COUNT;
}

/* A tag that says nothing is kept only for the one that closes it. */
static struct md_entry *push_unmarked(struct md_reader *r)
{
    const struct md_entry *parent = md_top(r);
    uint32_t depth = parent->leaf ? 0 : parent->depth;
    struct md_entry *entry = md_push(r, MD_HTML, NODE_SPAN, parent->node, false);
    entry->depth = depth;
    return entry;
}

void md_html_mark(struct md_reader *r, const struct md_token *token, const struct md_tag *tag,
                  const struct md_attributes *attributes)
{
    enum node_kind kind = mark_kind(tag, attributes);
    if (r->stack.depth >= MD_MAX_OPEN) {
        md_deep_report(r, r->ledger.cursor);
        return;
    }
    /* its place in the copy is not known, only the source's */
    struct md_entry *entry = kind == NODE_KIND_COUNT
                                 ? push_unmarked(r)
                                 : md_open_inline(r, MD_HTML, kind, r->ledger.cursor);
    entry->tag = tag->name;
    entry->html = md_token_span(r, token);
    entry->target = (struct md_target){.address = slice_from(attributes->href), .href = MD_NOWHERE};
    if (tag->kind == NODE_LINK)
        entry->target.title = slice_from(attributes->title);
    if (!entry->own)
        return;
    entry->node->span = entry->html;
    entry->node->lang = attributes->lang;
    entry->node->dir = md_direction(attributes->dir);
    if (kind == NODE_ABBREVIATION)
        entry->node->u.abbreviation.expansion = attributes->title;
}

void md_html_break(struct md_reader *r, const struct md_token *token)
{
    struct span span = md_token_span(r, token);
    if (md_top(r)->kind == NODE_CODE_BLOCK) {
        md_put_bytes(r, SLICE_LIT("\n"), span.offset, span.len);
        return;
    }
    md_flush_text(r);
    doc_add(r->doc, md_top(r)->node, NODE_LINE_BREAK, span);
}

void md_html_quote(struct md_reader *r, const struct md_token *token)
{
    struct span span = md_token_span(r, token);
    md_put_bytes(r, SLICE_LIT("\""), span.offset, span.len);
}

/* The source offset of the title in a tag, behind its quote; 0: it has none. */
static uint32_t title_place(const struct span *tag)
{
    struct slice name = SLICE_LIT("title"),
                 text = slice_sub(tag->source->text, 0, (size_t)tag->offset + tag->len);
    for (uint32_t at = tag->offset + 1; at + name.len < text.len; at++) {
        if (!ascii_is_space(text.ptr[at - 1]) ||
            !slice_equal_nocase(slice_sub(text, at, name.len), name))
            continue;
        uint32_t equals = md_skip_blanks(text, at + (uint32_t)name.len);
        uint32_t quote = md_skip_blanks(text, equals + 1);
        if (md_at(text, equals) == '=' && (md_at(text, quote) == '"' || md_at(text, quote) == '\''))
            return quote + 1;
    }
    return 0;
}

void md_html_image(struct md_reader *r, const struct md_token *token,
                   const struct md_attributes *attributes)
{
    struct md_target target = {.address = slice_from(attributes->src),
                               .title = slice_from(attributes->title),
                               .href = MD_NOWHERE};
    struct span span = md_token_span(r, token);
    int32_t width = 0;
    if (target.address.len == 0) {
        md_token_put(r, token, "names no file and prints as it stands");
        return;
    }
    if (attributes->width && !md_width_read(slice_from(attributes->width), &width)) {
        md_token_warn(r, token,
                      "has a width that is not understood: write 120px, 90pt, 32mm, 3cm or 50%");
        width = 0;
    }
    md_flush_text(r);
    target.title_at = target.title.len > 0 ? title_place(&span) : 0;
    md_add_picture(r, &target, attributes->alt, width, span);
}

/* ---- ends */

static void close_link(struct md_reader *r, const struct md_entry *entry)
{
    struct node *node = entry->node;
    node->u.link.href = entry->target.address;
    node->u.link.title = entry->target.title;
    if (entry->target.address.len == 0) {
        diag_add(r->diags, DIAG_CODE_LINK_EMPTY, entry->html,
                 "write the address between the quotes of href=\"\"", "this link has no address");
        doc_unwrap(node);
    } else if (!node->first) {
        node->u.link.wordless = true;
        doc_add_text(r->doc, node, entry->target.address, node->span);
    }
}

static void close_one(struct md_reader *r, const struct md_token *token)
{
    struct md_entry entry = *md_top(r);
    if (entry.own)
        md_flush_text(r);
    r->stack.depth--;
    if (!entry.own)
        return;
    const struct node *last = entry.node->last;
    struct span end = token ? md_token_span(r, token) : last ? last->span : entry.html;
    if (end.offset + end.len > entry.html.offset)
        entry.node->span.len = end.offset + end.len - entry.html.offset;
    if (entry.kind == NODE_LINK)
        close_link(r, &entry);
}

void md_html_close(struct md_reader *r, size_t level)
{
    while (r->stack.depth > level) {
        const struct md_entry *entry = md_top(r);
        if (entry->opener == MD_SPAN) { /* left open by md4c */
            md_finish_span(r);
            continue;
        }
        if (entry->opener == MD_HTML)
            md_unclosed_report(r, entry);
        close_one(r, NULL);
    }
}

void md_html_unmark(struct md_reader *r, const struct md_token *token)
{
    const struct md_entry *entries = r->stack.entries;
    size_t level = r->stack.depth;
    while (level > 0 && entries[level - 1].opener == MD_HTML &&
           !slice_equal_nocase(token->name, slice_from(entries[level - 1].tag)))
        level--;
    if (level == 0 || entries[level - 1].opener != MD_HTML) {
        md_unopened_report(r, token);
        return;
    }
    md_html_close(r, level);
    close_one(r, token);
}
