#include "read/front/folded.h"

#include <string.h>

#include "base/buf.h"
#include "text/line_end.h"

/* So many bytes on either side of a line end find its place in the value. */
#define BESIDE 12u

/* Where the value, from byte `from` on, holds the end of a line, a space, and the start of the
 * next; its length: nowhere, as an escape or a quotation mark stands there. */
static size_t find_fold(struct slice value, size_t from, struct slice line, struct slice next)
{
    char beside[2 * BESIDE + 1];
    size_t before = line.len < BESIDE ? line.len : BESIDE;
    size_t after = next.len < BESIDE ? next.len : BESIDE;
    memcpy(beside, line.ptr + line.len - before, before);
    beside[before] = ' ';
    memcpy(beside + before + 1, next.ptr, after);
    const char *found = memmem(value.ptr + from, value.len - from, beside, before + 1 + after);
    return found ? (size_t)(found - value.ptr) + before : value.len;
}

const char *front_unfold(struct slice value, struct slice written, struct arena *arena)
{
    struct buf out = {0};
    size_t from = 0, fold = 0;
    struct slice line = slice_trim(slice_take(&written, '\n'));
    while (written.len > 0 && fold < value.len) {
        struct slice next = slice_trim(slice_take(&written, '\n'));
        if (line.len > 0 && next.len > 0 && text_lines_join(line, next)) {
            fold = find_fold(value, from, line, next);
            buf_put_slice(&out, slice_sub(value, from, fold - from));
            from = fold + 1;
        }
        line = next;
    }
    buf_put_slice(&out, slice_from_position(value, from));
    const char *text = arena_string(arena, buf_slice(&out));
    buf_free(&out);
    return text;
}
