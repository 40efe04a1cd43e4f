#include "read/markdown/html.h"

#include "read/markdown/boxes.h"
#include "read/markdown/html_blocks.h"
#include "read/markdown/html_looks.h"
#include "read/markdown/line_marks.h"
#include "read/markdown/markers.h"
#include "read/markdown/nodes.h"
#include "read/markdown/stray.h"
#include "read/passes/allowance.h"
#include "text/text.h"

#define MOST_DIGITS 2u /* of a number that begins a line of a list; 1998. is a year */

static const char *const stands = "is not understood and prints as it stands";

static const char *in_brackets(struct md_reader *r, const char *name)
{
    return arena_format(&r->doc->arena, "<%s>", name);
}

/* ---- what is left out */

static void tell_looks(struct md_reader *r, const struct md_token *token, const struct md_tag *tag,
                       const struct md_attributes *attributes)
{
    struct span span = md_token_span(r, token);
    struct md_style style = md_style_read(slice_from(attributes->style));
    bool used = tag->role == MD_ROLE_MARK && (style.kind != NODE_SPAN || style.plain);
    if (tag->told || tag->role == MD_ROLE_LOOKS)
        md_looks_add(r, in_brackets(r, tag->name), span);
    for (uint32_t i = 0; i < attributes->look_count; i++)
        md_looks_add(r, arena_format(&r->doc->arena, "%s=", attributes->looks[i]), span);
    if (attributes->style && !used && !style.page_before && !style.page_after)
        md_looks_add(r, "style=", span);
}

static bool has_unused(const struct md_tag *tag, const struct md_attributes *attributes)
{
    bool titled = tag->role == MD_ROLE_IMAGE || tag->kind == NODE_ABBREVIATION ||
                  (tag->kind == NODE_LINK && attributes->href);
    bool picture = tag->role == MD_ROLE_IMAGE;
    return attributes->other || (attributes->title && !titled) ||
           (!picture && (attributes->alt || attributes->src));
}

static void tell_lost(struct md_reader *r, const char *name, struct span span, const char *address)
{
    const char *hint =
        address && *address
            ? arena_format(&r->doc->arena, "write a link to it: [what it shows](%s)", address)
            : "delete it, and say in words what the reader needs";
    diag_add(r->diags, DIAG_CODE_HTML_LOST, span, hint,
             "<%s> cannot be shown on paper, and all that it holds would be lost", name);
}

/* Nothing of it is printed until it is closed. */
static void drop(struct md_reader *r, const struct md_token *token, const struct md_tag *tag,
                 const struct md_attributes *attributes)
{
    struct span span = md_token_span(r, token);
    if (tag->role == MD_ROLE_FIELD) {
        tell_lost(r, tag->name, span, attributes->src);
        return;
    }
    r->html.dropped = tag->name;
    r->html.dropped_at = span;
    r->html.dropped_address = attributes->src;
}

bool md_html_drops(const struct md_reader *r)
{
    return r->html.dropped != NULL;
}

/* token: what closes the element that is left out, or NULL: nothing does. */
static void end_drop(struct md_reader *r, const struct md_token *token)
{
    struct span span = r->html.dropped_at;
    const struct md_tag *tag = md_tag_find(slice_from(r->html.dropped));
    struct span end = token ? md_token_span(r, token) : span;
    uint32_t limit = token ? end.offset + end.len : md_source(&r->copy, r->ledger.cursor);
    span.len = limit > span.offset ? limit - span.offset : span.len;
    if (tag->role == MD_ROLE_LOST)
        tell_lost(r, tag->name, span, r->html.dropped_address);
    else if (!token)
        diag_add(r->diags, DIAG_CODE_HTML_LOST, span,
                 arena_format(&r->doc->arena, "write </%s> where it ends", tag->name),
                 "<%s> is not closed, so all that follows it would be lost", tag->name);
    else
        diag_add(r->diags, DIAG_CODE_HTML_LOOKS, span, "delete it; nothing of it is printed",
                 "<%s> and all that it holds is left out, as it is meant for a machine", tag->name);
    r->html.dropped = NULL;
}

void md_html_end_drop(struct md_reader *r)
{
    if (r->html.dropped)
        end_drop(r, NULL);
}

/* ---- tags */

/* A block whose style asks for a new page before it, or behind it, where it has been closed. */
static void open_block(struct md_reader *r, const struct md_token *token, const struct md_tag *tag,
                       const struct md_attributes *attributes)
{
    struct md_style style = md_style_read(slice_from(attributes->style));
    if (style.page_before && md_html_is_between(r))
        md_box_page_break(r, md_token_span(r, token));
    md_html_open_block(r, token, tag, attributes);
    if (style.page_after && md_top(r)->opener == MD_HTML_BLOCK)
        md_top(r)->page_after = true;
}

static void take_open(struct md_reader *r, const struct md_token *token, const struct md_tag *tag)
{
    struct slice html = md_text_slice(&r->html.text);
    struct slice text = slice_sub(html, token->start, token->end - token->start);
    struct md_attributes attributes = {0};
    if (text.len > token->name.len + 3)
        md_attributes_read(&r->doc->arena, text, &attributes);
    bool foreign = attributes.lang && !text_lang_is_valid(attributes.lang);
    if (foreign)
        attributes.lang = NULL;
    bool words = tag->role == MD_ROLE_MARK || tag->role == MD_ROLE_LOOKS;
    if ((attributes.bare && words) || (tag->word && slice_find(text, '=') == text.len)) {
        md_html_need_leaf(r);
        md_token_put(r, token, stands);
        return;
    }
    bool lost = tag->role == MD_ROLE_LOST || tag->role == MD_ROLE_FIELD;
    if (!lost && has_unused(tag, &attributes))
        md_token_warn(r, token, "has an attribute that is not used");
    if (foreign)
        md_token_warn(r, token, "has a lang that names no language, as fr or pl-PL do");
    tell_looks(r, token, tag, &attributes);
    r->html.words_open += tag->word && !tag->empty;
    switch (tag->role) {
    case MD_ROLE_MARK:
        md_html_need_leaf(r);
        if (md_top(r)->kind != NODE_CODE_BLOCK)
            md_html_mark(r, token, tag, &attributes);
        break;
    case MD_ROLE_BREAK:
        if (!md_html_is_between(r))
            md_html_break(r, token);
        break;
    case MD_ROLE_IMAGE:
        md_html_need_leaf(r);
        if (md_top(r)->kind == NODE_CODE_BLOCK)
            md_token_put(r, token, "cannot stand in <pre> and prints as it stands");
        else
            md_html_image(r, token, &attributes);
        break;
    case MD_ROLE_QUOTES:
        md_html_need_leaf(r);
        md_html_quote(r, token);
        break;
    case MD_ROLE_BOX:
    case MD_ROLE_TEXT:
    case MD_ROLE_CONTAINER: open_block(r, token, tag, &attributes); break;
    case MD_ROLE_RULE: md_html_rule(r, token); break;
    case MD_ROLE_LOOKS:
    case MD_ROLE_SILENT: break;
    case MD_ROLE_UNSEEN:
    case MD_ROLE_LOST:
    case MD_ROLE_FIELD: drop(r, token, tag, &attributes); break;
    }
}

static void take_close(struct md_reader *r, const struct md_token *token, const struct md_tag *tag)
{
    if (tag->word && r->html.words_open == 0) {
        md_html_need_leaf(r);
        md_token_put(r, token, stands);
        return;
    }
    r->html.words_open -= tag->word;
    switch (tag->role) {
    case MD_ROLE_MARK:
        if (md_top(r)->kind != NODE_CODE_BLOCK)
            md_html_unmark(r, token);
        break;
    case MD_ROLE_QUOTES:
        md_html_need_leaf(r);
        md_html_quote(r, token);
        break;
    case MD_ROLE_BOX:
    case MD_ROLE_TEXT:
    case MD_ROLE_CONTAINER: md_html_close_block(r, token, tag); break;
    case MD_ROLE_BREAK: /* </br>, as some write it */
        if (!md_html_is_between(r))
            md_html_break(r, token);
        break;
    case MD_ROLE_IMAGE:
    case MD_ROLE_RULE:
    case MD_ROLE_LOOKS:
    case MD_ROLE_SILENT:
    case MD_ROLE_UNSEEN:
    case MD_ROLE_LOST:
    case MD_ROLE_FIELD: break;
    }
}

/* Silent, but for one that asks for a new page, or allows what a rule would tell. */
static void take_comment(struct md_reader *r, const struct md_token *token)
{
    struct slice html = md_text_slice(&r->html.text);
    struct slice words = slice_sub(html, token->start + 4, token->end - token->start - 7);
    if (token->end - token->start > 7 && r->html.block && md_is_page_comment(words))
        md_box_page_break(r, md_token_span(r, token));
    else if (token->end - token->start > 7)
        read_allowance(r->doc, words, md_token_span(r, token));
}

static void take_token(struct md_reader *r, const struct md_token *token)
{
    const struct md_tag *tag = md_tag_find(token->name);
    const char *dropped = r->html.dropped;
    if (dropped) {
        if (token->closing && slice_equal_nocase(token->name, slice_from(dropped)))
            end_drop(r, token);
    } else if (token->name.len == 0) {
        take_comment(r, token);
    } else if (!tag) {
        md_html_need_leaf(r);
        md_token_put(r, token, stands);
    } else if (token->closing) {
        take_close(r, token, tag);
    } else {
        take_open(r, token, tag);
    }
}

/* ---- all of it */

static bool is_blank(struct slice text)
{
    return slice_trim(text).len == 0;
}

/* "](" of a link, "[^1]", "**" or "*" before a word. */
static bool is_markdown(struct slice words, size_t at)
{
    struct slice rest = slice_from_position(words, at);
    char before = at > 0 ? words.ptr[at - 1] : ' ';
    size_t marks = slice_starts(rest, "**") ? 2 : rest.ptr[0] == '*';
    return slice_starts(rest, "](") || slice_starts(rest, "[^") ||
           (marks > 0 && ascii_is_space(before) && rest.len > marks &&
            ascii_is_alnum(rest.ptr[marks]));
}

/* A list, heading, quote or table begins with the line. One item alone, as "- 5" in a cell, runs
 * together with nothing. */
static bool is_markdown_line(struct slice words, const struct md_form_line *line)
{
    struct md_marker marker = md_marker_read(words, line);
    struct slice rest = md_form_words(words, line);
    uint32_t marks = md_run(rest, 0, '#');
    bool year = marker.kind == MD_MARKER_NUMBER && marker.numeral.len > MOST_DIGITS;
    bool item = marker.kind != MD_MARKER_NONE && !marker.weak && !year && marker.end < line->end &&
                slice_trim(words).len > slice_trim(rest).len;
    return rest.len > 0 && (item || line->quotes > 0 || md_row_is_dashes(rest) ||
                            (marks > 0 && marks <= 6 && md_is_blank(md_at(rest, marks))));
}

/* Blocks of Markdown among the words, whose lines run together. Told once for them. */
static void check_lines(struct md_reader *r, struct slice words, uint32_t start)
{
    uint32_t at = md_line_end(words, 0), next = md_line_next(words, at);
    for (; next > at; at = md_line_end(words, next), next = md_line_next(words, at)) {
        struct md_form_line line = md_form_line_at(words, next);
        if (!is_markdown_line(words, &line))
            continue;
        struct span span = {r->copy.source, md_text_source(&r->html.text, start + line.at), 1};
        diag_add(r->diags, DIAG_CODE_HTML_UNREAD, span,
                 "put an empty line above and below these lines, or write them with tags, a list "
                 "as <ul><li>words</li></ul>",
                 "in a block of HTML, or right below it, Markdown is not read: these lines run "
                 "together");
        return;
    }
}

/* In a block of HTML Markdown is not read, which few writers know. */
static void check_markdown(struct md_reader *r, struct slice words, uint32_t start)
{
    size_t at = 0;
    if (md_top(r)->kind == NODE_CODE_BLOCK)
        return;
    check_lines(r, words, start);
    if (r->html.markdown_said)
        return;
    while (at < words.len && !is_markdown(words, at))
        at++;
    if (at == words.len)
        return;
    r->html.markdown_said = true;
    struct span span = {r->copy.source, md_text_source(&r->html.text, start + at), 2};
    diag_add(r->diags, DIAG_CODE_HTML_UNREAD, span,
             "put an empty line above and below the words, or write them with tags: <b>words</b>",
             "Markdown inside a block of HTML is not read, so it prints as it stands");
}

static void take_words(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice words = slice_sub(md_text_slice(&r->html.text), start, end - start);
    if (words.len == 0 || r->html.dropped || (is_blank(words) && md_html_is_between(r)))
        return;
    md_html_need_leaf(r);
    if (r->html.block)
        check_markdown(r, words, start);
    md_html_words(r, start, end);
}

/* All of the leaflet behind it stands in it, and there is nothing more to tell of that. */
static void report_comment(struct md_reader *r, uint32_t at)
{
    r->html.markdown_said = true;
    md_stray_comment(r, (struct span){r->copy.source, md_text_source(&r->html.text, at), 4});
}

static void take_all(struct md_reader *r)
{
    struct slice html = md_text_slice(&r->html.text);
    struct md_token token, quiet = {0}; /* declarations … */
    uint32_t done = 0;
    bool open = false, commented = false;
    for (uint32_t at = 0; at < html.len;) {
        if (html.ptr[at] != '<') {
            at++;
        } else if (md_token_read(html, at, &open, &token)) {
            take_words(r, done, at);
            take_token(r, &token);
            at = done = token.end;
        } else if (slice_starts(slice_from_position(html, at), "<!--")) {
            if (!commented && !r->html.dropped)
                report_comment(r, at);
            commented = true;
            at++;
        } else {
            struct slice rest = slice_from_position(html, at);
            if (quiet.end == 0 && !commented && !r->html.dropped)
                quiet =
                    (struct md_token){.start = at, .end = at + (uint32_t)slice_find(rest, '\n')};
            at++;
        }
    }
    take_words(r, done, (uint32_t)html.len);
    if (quiet.end > 0)
        md_token_warn(r, &quiet, stands);
}

void md_html_flush(struct md_reader *r)
{
    if (!r->html.text.any)
        return;
    if (r->pictures_open > 0) /* a picture's description is plain text */
        buf_put_slice(&r->alt, md_text_slice(&r->html.text));
    else
        take_all(r);
    md_text_clear(&r->html.text);
}
