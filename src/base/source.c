#include "base/source.h"

#include <string.h>

#include "base/utf8.h"

static bool ends_line(struct slice text, size_t pos)
{
    char c = text.ptr[pos];
    return c == '\n' || (c == '\r' && (pos + 1 == text.len || text.ptr[pos + 1] != '\n'));
}

/* Behind the end of the line that `at` stands in; text.len + 1 where it ends without one. returns:
 * the text has a CR, which few have. */
static size_t next_line(struct slice text, size_t at, bool returns)
{
    if (!returns)
        return at + slice_find(slice_from_position(text, at), '\n') + 1;
    while (at < text.len && !ends_line(text, at))
        at++;
    return at + 1;
}

void source_index(struct source *source, struct arena *arena)
{
    struct slice text = source->text;
    bool returns = slice_find(text, '\r') < text.len;
    uint32_t count = 1;
    for (size_t at = 0; (at = next_line(text, at, returns)) <= text.len;)
        count++;
    uint32_t *lines = ARENA_ARRAY(arena, count, uint32_t);
    count = 1;
    for (size_t at = 0; (at = next_line(text, at, returns)) <= text.len;)
        lines[count++] = (uint32_t)at;
    source->lines = lines;
    source->line_count = count;
}

/* Index of the last line that starts at or before offset. */
static uint32_t line_of(const struct source *source, uint32_t offset)
{
    uint32_t low = 0, high = source->line_count - 1;
    while (low < high) {
        uint32_t middle = low + (high - low + 1) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

struct source_place source_locate(const struct source *source, uint32_t offset)
{
    if (source->line_count == 0)
        return (struct source_place){source->line_before + 1, 1};
    if (offset > source->text.len)
        offset = (uint32_t)source->text.len;
    uint32_t line = line_of(source, offset);
    struct slice before =
        slice_sub(source->text, source->lines[line], offset - source->lines[line]);
    if (line == 0 && source->line_before == 0 && slice_starts(before, "\xef\xbb\xbf"))
        before = slice_from_position(before, 3);
    return (struct source_place){source->line_before + line + 1, (uint32_t)utf8_count(before) + 1};
}

struct slice source_line(const struct source *source, uint32_t line)
{
    if (line <= source->line_before || line - source->line_before > source->line_count)
        return SLICE_EMPTY;
    line -= source->line_before;
    uint32_t start = source->lines[line - 1];
    size_t end = line < source->line_count ? source->lines[line] : source->text.len;
    while (end > start && (source->text.ptr[end - 1] == '\n' || source->text.ptr[end - 1] == '\r'))
        end--;
    return slice_sub(source->text, start, end - start);
}

struct span source_excerpt(struct arena *arena, struct span span)
{
    const struct source *from = span.source;
    if (!from || from->line_count == 0)
        return span;
    uint32_t first = line_of(from, span.offset), last = line_of(from, span.offset + span.len);
    uint32_t start = from->lines[first];
    size_t end = last + 1 < from->line_count ? from->lines[last + 1] : from->text.len;
    struct source *source = ARENA_NEW(arena, struct source);
    *source = (struct source){.name = arena_string(arena, slice_from(from->name)),
                              .line_before = from->line_before + first};
    source->text = slice_from(arena_string(arena, slice_sub(from->text, start, end - start)));
    source_index(source, arena);
    return (struct span){source, span.offset - start, span.len};
}
