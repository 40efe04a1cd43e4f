/* Inline HTML. md4c gives the raw bytes of tags; libxml2's HTML parser reads the attributes of
 * those that are honoured. Everything else in angle brackets prints as it stands. */
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <string.h>

#include "read/markdown/markdown.h"
#include "text/text.h"

#define TAG_LIMIT 65536u

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

/* Attributes of one tag, in the document's arena; NULL: absent. */
struct attributes {
    const char *lang, *dir, *title, *src, *alt, *width;
    const char *other; /* one that is not honoured */
};

/* A token of raw HTML: bytes start to end of r->html. */
struct token {
    size_t start, end;
    struct slice name; /* of a tag */
    bool closing;
    bool comment;
};

/* ---- tokens (CommonMark 0.30, 6.6) */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* The end of the tag whose name ends at `at`; 0 when it does not end. */
static size_t tag_end(struct slice html, size_t at)
{
    char quote = '\0';
    for (; at < html.len; at++) {
        char c = html.ptr[at];
        if (quote != '\0') {
            if (c == quote)
                quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        } else if (c == '<') {
            return 0;
        }
    }
    return 0;
}

/* *open: a comment before had no end, so this one has none either. */
static bool read_comment(struct slice html, size_t at, bool *open, struct token *out)
{
    if (*open || !slice_starts(slice_sub(html, at, 4), "<!--"))
        return false;
    const char *end =
        html.len >= at + 5 ? memmem(html.ptr + at + 2, html.len - at - 2, "-->", 3) : NULL;
    *open = !end;
    if (!end)
        return false;
    *out = (struct token){.start = at, .end = (size_t)(end - html.ptr) + 3, .comment = true};
    return true;
}

/* The tag or comment that starts at `at` (a '<'); false: none does. */
static bool read_token(struct slice html, size_t at, bool *open, struct token *out)
{
    if (read_comment(html, at, open, out))
        return true;
    size_t name = at + 1;
    bool closing = name < html.len && html.ptr[name] == '/';
    name += closing;
    size_t end = name;
    while (end < html.len &&
           (ascii_is_alpha(html.ptr[end]) || ascii_is_digit(html.ptr[end]) || html.ptr[end] == '-'))
        end++;
    if (end == name || !ascii_is_alpha(html.ptr[name]))
        return false;
    if (end < html.len && !is_space(html.ptr[end]) && html.ptr[end] != '>' && html.ptr[end] != '/')
        return false;
    size_t stop = tag_end(html, end);
    if (stop == 0)
        return false;
    *out = (struct token){
        .start = at, .end = stop, .name = slice_sub(html, name, end - name), .closing = closing};
    return true;
}

static enum tag find_tag(struct slice name)
{
    for (int i = 0; i < TAG_COUNT; i++)
        if (slice_equal_nocase(name, slice_from(tags[i].name)))
            return (enum tag)i;
    return TAG_COUNT;
}

/* ---- attributes */

static const char *copy_value(struct arena *arena, const xmlAttr *attribute)
{
    xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
    const char *copy = arena_string(arena, slice_from((const char *)value));
    if (value)
        xmlFree(value);
    return copy;
}

static void take_attribute(struct arena *arena, const xmlAttr *attribute, struct attributes *out)
{
    const char *name = (const char *)attribute->name;
    static const char *const silent[] = {"id", "class", "style", "height", "loading"};
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (strcmp(name, silent[i]) == 0)
            return;
    const char *value = copy_value(arena, attribute);
    if (strcmp(name, "lang") == 0 || strcmp(name, "xml:lang") == 0)
        out->lang = value;
    else if (strcmp(name, "dir") == 0)
        out->dir = value;
    else if (strcmp(name, "title") == 0)
        out->title = value;
    else if (strcmp(name, "src") == 0)
        out->src = value;
    else if (strcmp(name, "alt") == 0)
        out->alt = value;
    else if (strcmp(name, "width") == 0)
        out->width = value;
    else
        out->other = arena_string(arena, slice_from(name));
}

static void read_attributes(struct arena *arena, struct slice tag, struct attributes *out)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD;
    *out = (struct attributes){0};
    if (tag.len > TAG_LIMIT)
        return;
    xmlDoc *html = htmlReadMemory(tag.ptr, (int)tag.len, NULL, "UTF-8", options);
    const xmlNode *root = html ? xmlDocGetRootElement(html) : NULL;
    for (const xmlAttr *at = root ? root->properties : NULL; at; at = at->next)
        take_attribute(arena, at, out);
    if (html)
        xmlFreeDoc(html);
}

/* ---- widths: 120, 120px, 90pt, 32mm, 3.2cm, 50% */

static bool read_width(const char *value, int32_t *width)
{
    struct slice text = slice_trim(slice_from(value));
    int64_t number = 0, scale = 1;
    size_t at = 0;
    bool fraction = false;
    for (; at < text.len && (ascii_is_digit(text.ptr[at]) || text.ptr[at] == '.'); at++) {
        if (text.ptr[at] == '.') {
            if (fraction)
                return false;
            fraction = true;
            continue;
        }
        if (number > 100000 || scale > 1000)
            continue;
        number = number * 10 + (text.ptr[at] - '0');
        scale *= fraction ? 10 : 1;
    }
    struct slice unit = slice_sub(text, at, text.len);
    int64_t units = 0; /* thousandths of a point in one */
    if (unit.len == 0 || slice_equal_nocase(unit, SLICE_LIT("px")))
        units = 750; /* CSS: 96 px an inch */
    else if (slice_equal_nocase(unit, SLICE_LIT("pt")))
        units = 1000;
    else if (slice_equal_nocase(unit, SLICE_LIT("mm")))
        units = 2835;
    else if (slice_equal_nocase(unit, SLICE_LIT("cm")))
        units = 28346;
    if (number == 0)
        return false;
    if (slice_equal_string(unit, "%")) {
        *width = (int32_t)(-number / scale);
        return number / scale >= 1 && number / scale <= 100;
    }
    int64_t result = number * units * 1024 / scale / 1000;
    *width = result > INT32_MAX ? INT32_MAX : (int32_t)result;
    return units > 0 && result > 0;
}

/* ---- what tags become */

static struct span token_span(struct md_reader *r, const struct token *token)
{
    uint32_t start = md_text_source(&r->html, token->start);
    uint32_t end = md_text_source(&r->html, token->end - 1) + 1;
    return (struct span){r->source, start, end > start ? end - start : 0};
}

static void warn(struct md_reader *r, const struct token *token, const char *what)
{
    struct slice text =
        slice_sub(md_text_slice(r, &r->html), token->start, token->end - token->start);
    text = slice_sub(text, 0, slice_find(text, '\n'));
    diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, token_span(r, token),
             "leaflets understand br, sub, sup, abbr title, span lang or dir, bdi, kbd, img and "
             "comments; write &lt; for a plain <",
             "%.*s %s", SLICE_ARGS(slice_sub(text, 0, 60)), what);
}

static void put_text(struct md_reader *r, size_t start, size_t end)
{
    struct slice html = md_text_slice(r, &r->html);
    while (start < end) {
        char c = html.ptr[start];
        size_t stop = start + 1;
        if (c == '\n' || c == '\r') {
            uint32_t source = md_text_source(&r->html, start);
            md_text_put(r, &r->text, SLICE_LIT(" "), source, source < r->source->text.len);
        } else {
            while (stop < end && html.ptr[stop] != '\n' && html.ptr[stop] != '\r')
                stop++;
            md_text_put_part(r, &r->text, &r->html, start, stop);
        }
        start = stop;
    }
}

/* Text between the tags of an HTML block: entities stand for their characters. */
static void put_content(struct md_reader *r, size_t start, size_t end)
{
    struct slice html = md_text_slice(r, &r->html);
    size_t done = start;
    for (size_t i = start; i < end; i++) {
        size_t stop = i + 1;
        if (html.ptr[i] != '&')
            continue;
        while (stop < end && stop - i < 40 &&
               (ascii_is_alpha(html.ptr[stop]) || ascii_is_digit(html.ptr[stop]) ||
                html.ptr[stop] == '#'))
            stop++;
        if (stop == end || html.ptr[stop] != ';' || stop == i + 1)
            continue;
        put_text(r, done, i);
        md_put_entity(r, &r->text, slice_sub(html, i, stop + 1 - i), md_text_source(&r->html, i));
        done = stop + 1;
        i = stop;
    }
    put_text(r, done, end);
}

static void put_literal(struct md_reader *r, const struct token *token, const char *what)
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
static void open_tag(struct md_reader *r, const struct token *token, enum tag tag,
                     const struct attributes *attributes)
{
    struct span span = token_span(r, token);
    struct md_entry *entry = md_open_inline(r, MD_HTML, 0, tags[tag].kind, r->cursor);
    entry->tag = tags[tag].name;
    entry->html = span;
    if (!entry->own)
        return;
    struct node *node = entry->node;
    node->span = span;
    if (attributes->lang && text_lang_is_valid(attributes->lang))
        node->lang = attributes->lang;
    if (attributes->dir)
        node->dir = direction(attributes->dir);
    if (tag == TAG_ABBR)
        node->u.abbreviation.expansion = attributes->title;
}

/* Opened by a tag that prints as it stands: so does the tag that closes it. */
static void open_literal(struct md_reader *r, const struct token *token, const char *name,
                         const char *what)
{
    put_literal(r, token, what);
    if (md_too_deep(r, r->cursor))
        return;
    uint32_t depth = md_top(r)->leaf ? 0 : md_top(r)->depth;
    struct md_entry *entry = md_push(r, MD_LITERAL, 0, md_top(r)->node, false);
    entry->tag = name;
    entry->depth = depth + 1;
}

static void add_image(struct md_reader *r, const struct token *token,
                      const struct attributes *attributes)
{
    struct span span = token_span(r, token);
    int32_t width = 0;
    if (!attributes->src || !*attributes->src) {
        put_literal(r, token, "names no file and prints as it stands");
        return;
    }
    if (attributes->width && !read_width(attributes->width, &width)) {
        warn(r, token, "has a width that is not understood: write 120px, 90pt, 32mm, 3cm or 50%");
        width = 0;
    }
    md_flush_text(r);
    md_add_picture(r, slice_from(attributes->src), attributes->alt, width,
                   slice_from(attributes->title), span);
}

static bool is_used(enum tag tag, const struct attributes *attributes)
{
    bool lang = attributes->lang && text_lang_is_valid(attributes->lang);
    bool dir = attributes->dir && direction(attributes->dir) != NODE_DIR_INHERIT;
    if (tag == TAG_SPAN)
        return lang || dir;
    if (tag == TAG_ABBR)
        return attributes->title && *attributes->title;
    return true;
}

static void take_open(struct md_reader *r, const struct token *token, enum tag tag)
{
    struct slice html = md_text_slice(r, &r->html);
    struct slice text = slice_sub(html, token->start, token->end - token->start);
    struct attributes attributes = {0};
    if (text.len > token->name.len + 3)
        read_attributes(&r->doc->arena, text, &attributes);
    if (!is_used(tag, &attributes)) {
        open_literal(r, token, tags[tag].name,
                     tag == TAG_ABBR ? "has no title and prints as it stands"
                                     : "has no known lang or dir and prints as it stands");
        return;
    }
    bool lost_title = attributes.title && tag != TAG_ABBR && tag != TAG_IMG;
    bool lost_picture = tag != TAG_IMG && (attributes.alt || attributes.src || attributes.width);
    if (attributes.other || lost_title || lost_picture)
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

static void close_one(struct md_reader *r, const struct token *token)
{
    struct md_entry entry = *md_top(r);
    if (entry.own)
        md_flush_text(r);
    r->depth--;
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
    while (r->depth > level) {
        const struct md_entry *entry = md_top(r);
        if (entry->kind == MD_SPAN) { /* left open by md4c */
            md_finish_span(r);
            continue;
        }
        if (entry->kind == MD_HTML)
            diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, entry->html,
                     "close it where its words end, inside the same block",
                     "<%s> is not closed here: it ends with what it stands in", entry->tag);
        close_one(r, NULL);
    }
}

static void take_close(struct md_reader *r, const struct token *token)
{
    size_t level = r->depth;
    while (level > 0 &&
           (r->stack[level - 1].kind == MD_HTML || r->stack[level - 1].kind == MD_LITERAL)) {
        if (slice_equal_nocase(token->name, slice_from(r->stack[level - 1].tag)))
            break;
        level--;
    }
    if (level == 0 ||
        !(r->stack[level - 1].kind == MD_HTML || r->stack[level - 1].kind == MD_LITERAL)) {
        put_literal(r, token, "closes nothing and prints as it stands");
        return;
    }
    md_html_close(r, level);
    if (md_top(r)->kind == MD_LITERAL)
        put_literal(r, token, stands);
    close_one(r, token);
}

static void take_token(struct md_reader *r, const struct token *token)
{
    if (token->comment)
        return;
    enum tag tag = find_tag(token->name);
    bool closes = tag != TAG_COUNT && tag != TAG_BR && tag != TAG_IMG;
    if (tag == TAG_COUNT || (token->closing && !closes))
        put_literal(r, token, stands);
    else if (token->closing)
        take_close(r, token);
    else
        take_open(r, token, tag);
}

static void take_all(struct md_reader *r)
{
    struct slice html = md_text_slice(r, &r->html);
    size_t done = 0, quiet = SIZE_MAX;
    bool open = false;
    for (size_t i = 0; i < html.len;) {
        struct token token;
        if (html.ptr[i] != '<' || !read_token(html, i, &open, &token)) {
            if (html.ptr[i] == '<' && quiet == SIZE_MAX)
                quiet = i; /* declarations, an open comment … */
            i++;
            continue;
        }
        put_content(r, done, i);
        take_token(r, &token);
        i = done = token.end;
    }
    put_content(r, done, html.len);
    if (quiet != SIZE_MAX) {
        size_t end = quiet + slice_find(slice_sub(html, quiet, html.len), '\n');
        warn(r, &(struct token){.start = quiet, .end = end}, stands);
    }
}

void md_html_flush(struct md_reader *r)
{
    if (!r->html_open)
        return;
    r->html_open = false;
    if (r->pictures_open > 0) { /* a picture's description is plain text */
        buf_put_slice(&r->alt, md_text_slice(r, &r->html));
    } else {
        take_all(r);
    }
    md_text_clear(&r->html);
}
