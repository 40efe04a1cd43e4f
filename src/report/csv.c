#include "report/csv.h"

#include <string.h>

#include "base/utf8.h"

static bool is_formula(struct slice text)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(text, starts[i]))
            return true;
    return false;
}

static void next_cell(struct csv *csv)
{
    if (csv->follows)
        buf_put_char(csv->out, ',');
    csv->follows = true;
}

static bool needs_quotes(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr(",\"\r\n", text.ptr[i]))
            return true;
    return text.len > 0 && (ascii_is_space(text.ptr[0]) || ascii_is_space(text.ptr[text.len - 1]));
}

static void put_bytes(struct slice text, struct buf *out)
{
    while (text.len > 0) {
        size_t good = utf8_check(text);
        for (size_t i = 0; i < good; i++) {
            if (text.ptr[i] == '"')
                buf_put_char(out, '"');
            buf_put_char(out, text.ptr[i]);
        }
        text = slice_from_position(text, good);
        if (text.len > 0)
            buf_put_string(out, "\ufffd");
        text = slice_from_position(text, 1);
    }
}

void csv_text(struct csv *csv, const char *text)
{
    struct slice cell = slice_from(text);
    bool formula = is_formula(cell), quoted = formula || needs_quotes(cell);
    next_cell(csv);
    buf_put_string(csv->out, quoted ? "\"" : "");
    buf_put_string(csv->out, formula ? "'" : "");
    put_bytes(cell, csv->out);
    buf_put_string(csv->out, quoted ? "\"" : "");
}

void csv_number(struct csv *csv, int64_t value)
{
    next_cell(csv);
    buf_put_int(csv->out, value);
}

void csv_hundredths(struct csv *csv, int64_t value)
{
    next_cell(csv);
    int64_t size = value < 0 ? -value : value;
    buf_format(csv->out, "%s%lld.%02d", value < 0 ? "-" : "", (long long)(size / 100),
               (int)(size % 100));
}

void csv_end(struct csv *csv)
{
    buf_put_string(csv->out, "\r\n");
    csv->follows = false;
}

/* Takes a cell off; *ended: and the line with it. */
static const char *read_cell(struct slice *rest, struct arena *arena, bool *ended)
{
    struct buf cell = {0};
    const char *at = rest->ptr, *end = rest->ptr + rest->len;
    bool quoted = at < end && *at == '"';
    at += quoted;
    for (; at < end; at++) {
        if (quoted && *at == '"') {
            quoted = at + 1 < end && at[1] == '"';
            at += quoted;
            if (!quoted)
                continue;
        } else if (!quoted && (*at == ',' || *at == '\n')) {
            break;
        } else if (!quoted && *at == '\r') {
            continue;
        }
        buf_put_char(&cell, *at);
    }
    *ended = at == end || *at == '\n';
    *rest = slice_from_position(*rest, (size_t)(at - rest->ptr) + (at < end));
    struct slice kept = buf_keep(&cell, arena);
    if (kept.len > 1 && *kept.ptr == '\'' && is_formula(slice_from_position(kept, 1)))
        return kept.ptr + 1;
    return kept.len > 0 ? kept.ptr : "";
}

size_t csv_read(struct slice *rest, struct arena *arena, const char **cells, size_t most)
{
    size_t count = 0;
    bool ended = rest->len == 0;
    while (!ended) {
        const char *cell = read_cell(rest, arena, &ended);
        if (count < most)
            cells[count++] = cell;
    }
    return count;
}
