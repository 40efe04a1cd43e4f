/* The syntax of links as CommonMark 0.30 states it (4.7, 6.3): where their parts end. Lines inside
 * a quote carry its markers, which are stepped over as blanks. */
#include "read/markdown/markdown.h"

/* CommonMark 4.7: a label has at most 999 characters. */
#define LABEL_LIMIT 4000u

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_end(const struct md_reader *r, uint32_t at)
{
    char c = md_at(r, at);
    return at >= r->copy.len || c == '\n' || c == '\r';
}

/* Past blanks and at most one line end with the next line's blanks and quote markers, of which
 * there may be as many as on the line before. */
static uint32_t skip_space(const struct md_reader *r, uint32_t at, uint32_t quotes)
{
    at = md_skip_blanks(r, at);
    if (at == r->copy.len || !is_end(r, at))
        return at;
    at = md_skip_blanks(r, md_line_next(r, at));
    for (; quotes > 0 && md_at(r, at) == '>'; quotes--)
        at = md_skip_blanks(r, at + 1);
    return at;
}

/* Quote markers on the line of `at`, before it. */
static uint32_t count_quotes(const struct md_reader *r, uint32_t at)
{
    uint32_t quotes = 0;
    for (; at > 0 && !is_end(r, at - 1); at--)
        quotes += md_at(r, at - 1) == '>';
    return quotes;
}

static bool is_escape(const struct md_reader *r, uint32_t at)
{
    char next = md_at(r, at + 1);
    return md_at(r, at) == '\\' && next > ' ' && next < 0x7f && !ascii_is_alpha(next) &&
           !ascii_is_digit(next);
}

uint32_t md_link_label(struct md_reader *r, uint32_t at)
{
    uint32_t start = at++;
    for (; at < r->copy.len && at - start < LABEL_LIMIT; at++) {
        char c = r->copy.text[at];
        if (c == ']')
            return at + 1;
        if (c == '[')
            break;
        if (is_escape(r, at))
            at++;
    }
    return MD_NOWHERE;
}

static uint32_t angle_destination(const struct md_reader *r, uint32_t at)
{
    for (at++; at < r->copy.len; at++) {
        char c = r->copy.text[at];
        if (c == '>')
            return at + 1;
        if (c == '<' || c == '\n' || c == '\r')
            break;
        if (is_escape(r, at))
            at++;
    }
    return MD_NOWHERE;
}

/* The end of a destination, which may be empty. */
static uint32_t destination(const struct md_reader *r, uint32_t at)
{
    uint32_t open = 0;
    if (md_at(r, at) == '<')
        return angle_destination(r, at);
    for (; at < r->copy.len; at++) {
        char c = r->copy.text[at];
        if ((unsigned char)c <= ' ' || c == 0x7f)
            break;
        if (c == '(')
            open++;
        else if (c == ')' && open-- == 0)
            return at;
        if (is_escape(r, at))
            at++;
    }
    return open == 0 ? at : MD_NOWHERE;
}

/* The end of a title at `at`, or MD_NOWHERE. */
static uint32_t title(const struct md_reader *r, uint32_t at)
{
    char open = md_at(r, at), close = open == '(' ? ')' : open;
    bool blank_line = false;
    if (open != '"' && open != '\'' && open != '(')
        return MD_NOWHERE;
    for (at++; at < r->copy.len; at++) {
        char c = r->copy.text[at];
        if (c == close)
            return at + 1;
        if (is_end(r, at)) {
            if (blank_line)
                return MD_NOWHERE;
            blank_line = true;
        } else if (!is_space(c) && c != '>') {
            blank_line = false;
        }
        if (is_escape(r, at))
            at++;
    }
    return MD_NOWHERE;
}

uint32_t md_link_inline(struct md_reader *r, uint32_t at)
{
    uint32_t end = destination(r, skip_space(r, at + 1, r->quotes));
    if (end == MD_NOWHERE)
        return MD_NOWHERE;
    uint32_t next = skip_space(r, end, r->quotes);
    if (next > end && md_at(r, next) != ')') {
        next = title(r, next);
        if (next == MD_NOWHERE)
            return MD_NOWHERE;
        next = skip_space(r, next, r->quotes);
    }
    return md_at(r, next) == ')' ? next + 1 : MD_NOWHERE;
}

bool md_link_definition(struct md_reader *r, uint32_t at, uint32_t limit, struct md_definition *out)
{
    uint32_t label = md_link_label(r, at);
    if (label == MD_NOWHERE || label == at + 2 || md_at(r, label) != ':')
        return false;
    uint32_t quotes = count_quotes(r, at);
    uint32_t start = skip_space(r, label + 1, quotes);
    uint32_t end = destination(r, start);
    if (end == MD_NOWHERE || end == start || end > limit)
        return false;
    bool angle = md_at(r, start) == '<';
    *out = (struct md_definition){.start = at,
                                  .label_start = at + 1,
                                  .label_end = label - 1,
                                  .href_start = start + angle,
                                  .href_end = end - angle};
    uint32_t rest = md_skip_blanks(r, end);
    bool alone = is_end(r, rest);
    uint32_t title_start = skip_space(r, end, quotes);
    uint32_t title_end = title_start > end ? title(r, title_start) : MD_NOWHERE;
    if (title_end != MD_NOWHERE && title_end <= limit) {
        uint32_t after = md_skip_blanks(r, title_end);
        if (is_end(r, after)) {
            out->has_title = true;
            out->end = title_end;
            return true;
        }
    }
    out->end = end;
    return alone;
}
