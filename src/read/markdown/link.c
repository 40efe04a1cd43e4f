#include "read/markdown/link.h"

#include "read/markdown/limits.h"

static bool is_end(struct slice text, uint32_t at)
{
    return at >= text.len || md_is_line_end(text.ptr[at]);
}

/* Past blanks and at most one line end with the next line's blanks and quote markers, of which
 * there may be as many as on the line before. */
static uint32_t skip_space(struct slice text, uint32_t at, uint32_t quotes)
{
    at = md_skip_blanks(text, at);
    if (at == text.len || !is_end(text, at))
        return at;
    at = md_skip_blanks(text, md_line_next(text, at));
    for (; quotes > 0 && md_at(text, at) == '>'; quotes--)
        at = md_skip_blanks(text, at + 1);
    return at;
}

/* Quote markers on the line of `at`, before it. */
static uint32_t count_quotes(struct slice text, uint32_t at)
{
    uint32_t quotes = 0;
    for (; at > 0 && !md_is_line_end(text.ptr[at - 1]); at--)
        quotes += text.ptr[at - 1] == '>';
    return quotes;
}

/* The end of the brackets that open at `at`: after the first `close` that is not escaped.
 * MD_NOWHERE: one of `stops` comes first, or it is not among `limit` bytes. */
static uint32_t bracket_end(struct slice text, uint32_t at, char close, struct slice stops,
                            uint32_t limit)
{
    for (uint32_t start = at++; at < text.len && at - start < limit; at++) {
        char c = text.ptr[at];
        if (c == close)
            return at + 1;
        if (slice_find(stops, c) < stops.len)
            break;
        at += md_is_escape(text, at);
    }
    return MD_NOWHERE;
}

uint32_t md_link_label(struct slice text, uint32_t at)
{
    return bracket_end(text, at, ']', SLICE_LIT("["), MD_MAX_LINK_LABEL);
}

/* The end of a destination, which may be empty. */
static uint32_t destination(struct slice text, uint32_t at)
{
    uint32_t open = 0;
    if (md_at(text, at) == '<')
        return bracket_end(text, at, '>', SLICE_LIT("<\n\r"), UINT32_MAX);
    for (; at < text.len; at++) {
        char c = text.ptr[at];
        if ((unsigned char)c <= ' ' || c == 0x7f)
            break;
        if (c == '(')
            open++;
        else if (c == ')' && open-- == 0)
            return at;
        at += md_is_escape(text, at);
    }
    return open == 0 ? at : MD_NOWHERE;
}

/* The end of a title at `at`, or MD_NOWHERE. */
static uint32_t title(struct slice text, uint32_t at)
{
    char open = md_at(text, at), close = open == '(' ? ')' : open;
    bool blank_line = false;
    if (open != '"' && open != '\'' && open != '(')
        return MD_NOWHERE;
    for (at++; at < text.len; at++) {
        char c = text.ptr[at];
        if (c == close)
            return at + 1;
        if (md_is_line_end(c)) {
            if (blank_line)
                return MD_NOWHERE;
            blank_line = true;
        } else if (!md_is_blank(c) && c != '>') {
            blank_line = false;
        }
        at += md_is_escape(text, at);
    }
    return MD_NOWHERE;
}

uint32_t md_link_inline(struct slice text, uint32_t at, uint32_t quotes)
{
    uint32_t end = destination(text, skip_space(text, at + 1, quotes));
    if (end == MD_NOWHERE)
        return MD_NOWHERE;
    uint32_t next = skip_space(text, end, quotes);
    if (next > end && md_at(text, next) != ')') {
        next = title(text, next);
        if (next == MD_NOWHERE)
            return MD_NOWHERE;
        next = skip_space(text, next, quotes);
    }
    return md_at(text, next) == ')' ? next + 1 : MD_NOWHERE;
}

bool md_link_definition(struct slice text, uint32_t at, uint32_t limit,
                        struct md_link_definition *out)
{
    uint32_t label = md_link_label(text, at);
    if (label == MD_NOWHERE || label == at + 2 || md_at(text, label) != ':')
        return false;
    uint32_t quotes = count_quotes(text, at);
    uint32_t start = skip_space(text, label + 1, quotes);
    uint32_t end = destination(text, start);
    if (end == MD_NOWHERE || end == start || end > limit)
        return false;
    bool angle = md_at(text, start) == '<';
    *out = (struct md_link_definition){
        .start = at,
        .end = end,
        .label = slice_sub(text, at + 1, label - at - 2),
        .href = slice_sub(text, start + angle, end - start - (angle ? 2 : 0))};
    uint32_t title_start = skip_space(text, end, quotes);
    uint32_t title_end = title_start > end ? title(text, title_start) : MD_NOWHERE;
    out->has_title = title_end != MD_NOWHERE && title_end <= limit &&
                     is_end(text, md_skip_blanks(text, title_end));
    if (out->has_title)
        out->end = title_end;
    return out->has_title || is_end(text, md_skip_blanks(text, end));
}
