#include "read/markdown/row.h"

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

bool md_row_is_dashes(struct slice line, bool *narrow)
{
    uint32_t at = md_skip_prefix(line, 0, NULL), run = 0, dashes = 0, bars = 0;
    bool space = false;
    *narrow = false;
    if (md_at(line, at) != '|' && md_at(line, at) != '-' && md_at(line, at) != ':')
        return false;
    for (; at <= line.len; at++) {
        char c = at < line.len ? line.ptr[at] : '|';
        if (c == '|') {
            *narrow |= run > 0 && run < 3;
            bars += at < line.len;
            run = 0;
            space = false;
        } else if (md_is_blank(c)) {
            space = run > 0;
        } else if ((c == '-' || c == ':') && !space) {
            run++;
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
