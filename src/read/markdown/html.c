#include "read/markdown/html.h"

#include "read/markdown/html_parser.h"
#include "read/markdown/inline.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "text/text.h"

enum tag { TAG_BR, TAG_IMG, TAG_SUB, TAG_SUP, TAG_BDI, TAG_KBD, TAG_ABBR, TAG_SPAN, TAG_COUNT };

static const struct {
    const char *name;
    enum node_kind kind;
} tags[TAG_COUNT] = {
    [TAG_BR] = {"br", NODE_LINE_BREAK},       [TAG_IMG] = {"img", NODE_IMAGE},
    [TAG_SUB] = {"sub", NODE_SUBSCRIPT},      [TAG_SUP] = {"sup", NODE_SUPERSCRIPT},
    [TAG_BDI] = {"bdi", NODE_ISOLATE},        [TAG_KBD] = {"kbd", NODE_KEYBOARD},
    [TAG_ABBR] = {"abbr", NODE_ABBREVIATION}, [TAG_SPAN] = {"span", NODE_SPAN},
};

static enum tag find_tag(struct slice name)
{
    for (int i = 0; i < TAG_COUNT; i++)
        if (slice_equal_nocase(name, slice_from(tags[i].name)))
            return (enum tag)i;
    return TAG_COUNT;
}

/* ---- words between tags */

static void put_text(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice html = slice_sub(md_text_slice(&r->html), 0, end);
    while (start < end) {
        uint32_t stop = md_line_end(html, start), source = md_text_source(&r->html, start);
        if (stop > start)
            md_text_put_part(&r->text, &r->html, start, stop);
        else
            md_text_put(&r->text, SLICE_LIT(" "), source, source < r->copy.source->text.len);
        start = stop > start ? stop : start + 1;
    }
}

/* Text between the tags of an HTML block: entities stand for their characters. */
static void put_content(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice html = md_text_slice(&r->html);
    uint32_t done = start;
    for (uint32_t at = start; at < end; at++) {
        uint32_t len = html.ptr[at] == '&' ? md_run_word(html, at + 1, "#") : 0;
        if (len == 0 || len >= MD_MAX_ENTITY || md_at(html, at + 1 + len) != ';')
            continue;
        put_text(r, done, at);
        md_put_entity(r, slice_sub(html, at, len + 2), md_text_source(&r->html, at));
        done = at + len + 2;
        at = done - 1;
    }
    put_text(r, done, end);
}

/* ---- what tags become */

static struct slice token_text(const struct md_reader *r, const struct md_token *token)
{
    return slice_sub(md_text_slice(&r->html), token->start, token->end - token->start);
}

static struct span token_span(const struct md_reader *r, const struct md_token *token)
{
    uint32_t start = md_text_source(&r->html, token->start);
    uint32_t end = md_text_source(&r->html, token->end - 1) + 1;
    return (struct span){r->copy.source, start, end > start ? end - start : 0};
}

static void warn(struct md_reader *r, const struct md_token *token, const char *what)
{
    struct slice text = token_text(r, token);
    text = slice_sub(text, 0, slice_find(text, '\n'));
    diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, token_span(r, token),
             "leaflets understand br, sub, sup, abbr title, span lang or dir, bdi, kbd, img and "
             "comments; write &lt; for a plain <",
             "%.*s %s", MD_QUOTED(text), what);
}

static void put_literal(struct md_reader *r, const struct md_token *token, const char *what)
{
    warn(r, token, what);
    put_text(r, token->start, token->end);
}

static const char *const stands = "is not understood and prints as it stands";

static enum node_direction direction(const char *dir)
{
    struct slice text = slice_from(dir);
    if (slice_equal_nocase(text, SLICE_LIT("ltr")))
        return NODE_DIR_LTR;
    if (slice_equal_nocase(text, SLICE_LIT("rtl")))
        return NODE_DIR_RTL;
    return slice_equal_nocase(text, SLICE_LIT("auto")) ? NODE_DIR_AUTO : NODE_DIR_INHERIT;
}

/* A tag whose content follows; the entry's place in the copy is not known, only the source's. */
static void open_tag(struct md_reader *r, const struct md_token *token, enum tag tag,
                     const struct md_attributes *attributes)
{
    struct md_entry *entry = md_open_inline(r, MD_HTML, tags[tag].kind, r->ledger.cursor);
    entry->tag = tags[tag].name;
    entry->html = token_span(r, token);
    if (!entry->own)
        return;
    entry->node->span = entry->html;
    entry->node->lang = attributes->lang;
    entry->node->dir = direction(attributes->dir);
    if (tag == TAG_ABBR)
        entry->node->u.abbreviation.expansion = attributes->title;
}

/* Opened by a tag that prints as it stands: so does the tag that closes it. */
static void open_literal(struct md_reader *r, const struct md_token *token, enum tag tag,
                         const char *what)
{
    const struct md_entry *parent = md_top(r);
    uint32_t depth = parent->leaf ? 0 : parent->depth;
    put_literal(r, token, what);
    if (md_too_deep(r, r->ledger.cursor))
        return;
    struct md_entry *entry = md_push(r, MD_LITERAL, tags[tag].kind, parent->node, false);
    entry->tag = tags[tag].name;
    entry->depth = depth + 1;
}

static void add_image(struct md_reader *r, const struct md_token *token,
                      const struct md_attributes *attributes)
{
    struct md_target target = {slice_from(attributes->src), slice_from(attributes->title),
                               MD_NOWHERE};
    int32_t width = 0;
    if (target.address.len == 0) {
        put_literal(r, token, "names no file and prints as it stands");
        return;
    }
    if (attributes->width && !md_width_read(attributes->width, &width)) {
        warn(r, token, "has a width that is not understood: write 120px, 90pt, 32mm, 3cm or 50%");
        width = 0;
    }
    md_flush_text(r);
    md_add_picture(r, &target, attributes->alt, width, token_span(r, token));
}

/* Why a tag with such attributes says nothing and prints as it stands; NULL: it does not. */
static const char *useless(enum tag tag, const struct md_attributes *attributes)
{
    if (tag == TAG_SPAN && !attributes->lang && direction(attributes->dir) == NODE_DIR_INHERIT)
        return "has no known lang or dir and prints as it stands";
    if (tag == TAG_ABBR && slice_from(attributes->title).len == 0)
        return "has no title and prints as it stands";
    return NULL;
}

static bool has_unused(enum tag tag, const struct md_attributes *attributes)
{
    return attributes->other || (attributes->title && tag != TAG_ABBR && tag != TAG_IMG) ||
           (tag != TAG_IMG && (attributes->alt || attributes->src || attributes->width));
}

static void take_open(struct md_reader *r, const struct md_token *token, enum tag tag)
{
    struct slice text = token_text(r, token);
    struct md_attributes attributes = {0};
    if (text.len > token->name.len + 3)
        md_attributes_read(&r->doc->arena, text, &attributes);
    if (attributes.lang && !text_lang_is_valid(attributes.lang))
        attributes.lang = NULL;
    const char *why = useless(tag, &attributes);
    if (why) {
        open_literal(r, token, tag, why);
        return;
    }
    if (has_unused(tag, &attributes))
        warn(r, token, "has an attribute that is not used");
    if (tag == TAG_BR) {
        md_flush_text(r);
        doc_add(r->doc, md_top(r)->node, NODE_LINE_BREAK, token_span(r, token));
    } else if (tag == TAG_IMG) {
        add_image(r, token, &attributes);
    } else {
        open_tag(r, token, tag, &attributes);
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
    uint32_t end = token  ? token_span(r, token).offset + token_span(r, token).len
                   : last ? last->span.offset + last->span.len
                          : entry.html.offset + entry.html.len;
    if (end > entry.html.offset)
        entry.node->span.len = end - entry.html.offset;
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
            diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, entry->html,
                     "close it where its words end, inside the same block",
                     "<%s> is not closed here: it ends with what it stands in", entry->tag);
        close_one(r, NULL);
    }
}

static void take_close(struct md_reader *r, const struct md_token *token)
{
    const struct md_entry *entries = r->stack.entries;
    size_t level = r->stack.depth;
    while (level > 0 && entries[level - 1].tag &&
           !slice_equal_nocase(token->name, slice_from(entries[level - 1].tag)))
        level--;
    if (level == 0 || !entries[level - 1].tag) {
        put_literal(r, token, "closes nothing and prints as it stands");
        return;
    }
    md_html_close(r, level);
    if (md_top(r)->opener == MD_LITERAL)
        put_literal(r, token, stands);
    close_one(r, token);
}

static void take_token(struct md_reader *r, const struct md_token *token)
{
    enum tag tag = find_tag(token->name);
    bool closes = tag != TAG_COUNT && tag != TAG_BR && tag != TAG_IMG;
    if (token->name.len == 0)
        return; /* a comment */
    if (tag == TAG_COUNT || (token->closing && !closes))
        put_literal(r, token, stands);
    else if (token->closing)
        take_close(r, token);
    else
        take_open(r, token, tag);
}

static void take_all(struct md_reader *r)
{
    struct slice html = md_text_slice(&r->html);
    struct md_token token, quiet = {0}; /* declarations, an open comment … */
    uint32_t done = 0;
    bool open = false;
    for (uint32_t at = 0; at < html.len;) {
        if (html.ptr[at] != '<') {
            at++;
        } else if (md_token_read(html, at, &open, &token)) {
            put_content(r, done, at);
            take_token(r, &token);
            at = done = token.end;
        } else {
            struct slice rest = slice_from_position(html, at);
            if (quiet.end == 0)
                quiet =
                    (struct md_token){.start = at, .end = at + (uint32_t)slice_find(rest, '\n')};
            at++;
        }
    }
    put_content(r, done, (uint32_t)html.len);
    if (quiet.end > 0)
        warn(r, &quiet, stands);
}

void md_html_flush(struct md_reader *r)
{
    if (!r->html.any)
        return;
    if (r->pictures_open > 0) /* a picture's description is plain text */
        buf_put_slice(&r->alt, md_text_slice(&r->html));
    else
        take_all(r);
    md_text_clear(&r->html);
}
