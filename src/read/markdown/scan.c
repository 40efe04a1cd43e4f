#include "read/markdown/scan.h"

#include <string.h>

#include "read/markdown/limits.h"

#define TAB_STOP 4u

static bool is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

bool md_is_escape(struct slice text, uint32_t at)
{
    char next = md_at(text, at + 1);
    return md_at(text, at) == '\\' && next > ' ' && next < 0x7f && !is_alnum(next);
}

uint32_t md_place(struct slice text, const char *piece, size_t len)
{
    uintptr_t start = (uintptr_t)text.ptr, at = (uintptr_t)piece;
    return at >= start && at + len <= start + text.len ? (uint32_t)(at - start) : MD_NOWHERE;
}

/* ---- lines */

uint32_t md_line_start(struct slice text, uint32_t at)
{
    while (at > 0 && !md_is_line_end(text.ptr[at - 1]))
        at--;
    return at;
}

/* Two looks at each piece, so that a text of the one kind of line end alone is not searched to its
 * end for the other. */
uint32_t md_line_end(struct slice text, uint32_t at)
{
    while (at < text.len) {
        size_t piece = text.len - at < 128 ? text.len - at : 128;
        const char *start = text.ptr + at, *feed = memchr(start, '\n', piece);
        const char *back = memchr(start, '\r', feed ? (size_t)(feed - start) : piece);
        if (back || feed)
            return at + (uint32_t)((back ? back : feed) - start);
        at += (uint32_t)piece;
    }
    return at;
}

uint32_t md_line_next(struct slice text, uint32_t at)
{
    if (md_at(text, at) == '\r' && md_at(text, at + 1) == '\n')
        return at + 2;
    return md_is_line_end(md_at(text, at)) ? at + 1 : at;
}

struct slice md_line(struct slice text, uint32_t at)
{
    return slice_sub(text, at, md_line_end(text, at) - at);
}

uint32_t md_prefix_start(struct slice text, uint32_t at, uint32_t least)
{
    while (at > least && (md_is_blank(text.ptr[at - 1]) || text.ptr[at - 1] == '>'))
        at--;
    return at;
}

bool md_begins_line(struct slice text, uint32_t at)
{
    at = md_prefix_start(text, at, 0);
    return at == 0 || md_is_line_end(text.ptr[at - 1]);
}

/* ---- steps */

uint32_t md_skip_blanks(struct slice text, uint32_t at)
{
    while (md_is_blank(md_at(text, at)))
        at++;
    return at;
}

uint32_t md_skip_prefix(struct slice text, uint32_t at, uint32_t *count)
{
    uint32_t markers = 0;
    for (; md_is_blank(md_at(text, at)) || md_at(text, at) == '>'; at++)
        markers += md_at(text, at) == '>';
    if (count)
        *count = markers;
    return at;
}

uint32_t md_skip_indent(struct slice line, uint32_t quotes, uint32_t columns, uint32_t *indent)
{
    uint32_t at = 0, seen = 0, column = 0;
    while (seen < quotes) { /* quote markers, each with the blanks before it */
        uint32_t marker = md_skip_blanks(line, at);
        if (md_at(line, marker) != '>')
            break;
        at = marker + 1;
        at += ++seen == quotes && md_at(line, at) == ' ';
    }
    for (; md_is_blank(md_at(line, at)) && column < columns; at++)
        column += line.ptr[at] == '\t' ? TAB_STOP - column % TAB_STOP : 1;
    *indent = seen < quotes ? 0 : column;
    return at;
}

uint32_t md_skip_silent(struct slice text, uint32_t at, uint32_t limit, bool prefix)
{
    for (; at < limit; at++) {
        char c = text.ptr[at];
        prefix = prefix || md_is_line_end(c);
        if (!ascii_is_space(c) && c != '\v' && c != '\f' && !(c == '>' && prefix))
            break;
    }
    return at;
}

uint32_t md_run(struct slice text, uint32_t at, char c)
{
    uint32_t start = at;
    while (at < text.len && text.ptr[at] == c)
        at++;
    return at - start;
}

uint32_t md_run_word(struct slice text, uint32_t at, const char *others)
{
    uint32_t start = at;
    while (at < text.len &&
           (is_alnum(text.ptr[at]) || (text.ptr[at] && strchr(others, text.ptr[at]))))
        at++;
    return at - start;
}

/* ---- rows of tables */

uint32_t md_row_cell_end(struct slice line, uint32_t at)
{
    while (at < line.len && line.ptr[at] != '|')
        at += line.ptr[at] == '\\' && at + 1 < line.len ? 2 : 1;
    return at;
}

uint32_t md_row_columns(struct slice line)
{
    uint32_t bars = 0;
    if (slice_find(line, '|') == line.len)
        return 0;
    line = slice_trim(slice_from_position(line, md_skip_prefix(line, 0, NULL)));
    for (uint32_t at = 0; (at = md_row_cell_end(line, at)) < line.len; at++)
        bars++;
    if (bars == 0)
        return 0;
    bool leading = line.ptr[0] == '|';
    bool trailing = line.len > 1 && line.ptr[line.len - 1] == '|' && line.ptr[line.len - 2] != '\\';
    return bars + 1 - leading - trailing;
}

bool md_row_is_caption(struct slice line)
{
    struct slice text = slice_from_position(line, md_skip_prefix(line, 0, NULL));
    return slice_starts(text, MD_CAPTION_MARK) && md_row_columns(line) == 0;
}

bool md_row_is_dashes(struct slice line)
{
    uint32_t at = md_skip_prefix(line, 0, NULL), dashes = 0, bars = 0;
    for (uint32_t bar; at <= line.len; at = bar + 1) {
        bar = md_row_cell_end(line, at);
        struct slice cell = slice_trim(slice_sub(line, at, bar - at));
        for (size_t i = 0; i < cell.len; i++)
            if (cell.ptr[i] != '-' && cell.ptr[i] != ':')
                return false;
        dashes += slice_find(cell, '-') < cell.len;
        bars += bar < line.len;
    }
    return bars > 0 && dashes > 0;
}

uint32_t md_row_dash_columns(struct slice line)
{
    for (size_t i = md_skip_prefix(line, 0, NULL); i < line.len; i++)
        if (line.ptr[i] != '|' && line.ptr[i] != '-' && line.ptr[i] != ':' &&
            !md_is_blank(line.ptr[i]))
            return 0;
    uint32_t columns = md_row_columns(line);
    return columns > 0 ? columns : 1;
}

/* ---- links */

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

uint32_t md_link_title(struct slice text, uint32_t at, uint32_t quotes)
{
    at += md_at(text, at) == '>';
    uint32_t start = skip_space(text, at, quotes);
    return start > at && title(text, start) != MD_NOWHERE ? start + 1 : MD_NOWHERE;
}

bool md_link_definition(struct slice text, uint32_t at, uint32_t limit,
                        struct md_link_definition *out)
{
    uint32_t label = md_link_label(text, at);
    if (label == MD_NOWHERE || label == at + 2 || md_at(text, label) != ':')
        return false;
    uint32_t quotes = 0;
    for (uint32_t i = md_line_start(text, at); i < at; i++)
        quotes += text.ptr[i] == '>';
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
