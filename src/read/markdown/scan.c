#include "read/markdown/scan.h"

#include <string.h>

#define TAB_STOP 4u

char md_at(struct slice text, uint32_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

bool md_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

bool md_is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

bool md_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

bool md_is_escape(struct slice text, uint32_t at)
{
    char next = md_at(text, at + 1);
    return md_at(text, at) == '\\' && next > ' ' && next < 0x7f && !md_is_alnum(next);
}

/* ---- lines */

uint32_t md_line_start(struct slice text, uint32_t at)
{
    while (at > 0 && !md_is_line_end(text.ptr[at - 1]))
        at--;
    return at;
}

uint32_t md_line_end(struct slice text, uint32_t at)
{
    while (at < text.len && !md_is_line_end(text.ptr[at]))
        at++;
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

bool md_begins_line(struct slice text, uint32_t at)
{
    while (at > 0 && (md_is_blank(text.ptr[at - 1]) || text.ptr[at - 1] == '>'))
        at--;
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

/* ---- runs */

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
           (md_is_alnum(text.ptr[at]) || (text.ptr[at] && strchr(others, text.ptr[at]))))
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
    line = slice_trim(slice_from_position(line, md_skip_prefix(line, 0, NULL)));
    uint32_t bars = 0;
    for (uint32_t at = 0; (at = md_row_cell_end(line, at)) < line.len; at++)
        bars++;
    if (bars == 0)
        return 0;
    bool leading = line.ptr[0] == '|';
    bool trailing = line.len > 1 && line.ptr[line.len - 1] == '|' && line.ptr[line.len - 2] != '\\';
    return bars + 1 - leading - trailing;
}

bool md_row_is_dashes(struct slice line)
{
    uint32_t at = md_skip_prefix(line, 0, NULL), dashes = 0, bars = 0;
    bool run = false, space = false;
    if (md_at(line, at) != '|' && md_at(line, at) != '-' && md_at(line, at) != ':')
        return false;
    for (; at <= line.len; at++) {
        char c = at < line.len ? line.ptr[at] : '|';
        if (c == '|') {
            bars += at < line.len;
            run = space = false;
        } else if (md_is_blank(c)) {
            space = run;
        } else if ((c == '-' || c == ':') && !space) {
            run = true;
            dashes += c == '-';
        } else {
            return false;
        }
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
