#include "read/front/mended.h"

#include "base/buf.h"

const char *mended_value(struct arena *arena, struct slice text)
{
    struct buf out = {0};
    bool single = slice_find(text, '"') < text.len || slice_find(text, '\\') < text.len;
    buf_put_char(&out, single ? '\'' : '"');
    for (size_t i = 0; i < text.len; i++) {
        buf_put_char(&out, text.ptr[i]);
        if (single && text.ptr[i] == '\'')
            buf_put_char(&out, '\'');
    }
    buf_put_char(&out, single ? '\'' : '"');
    return buf_keep(&out, arena).ptr;
}

const char *mended_line(struct arena *arena, const struct source *source, uint32_t offset,
                        struct slice text)
{
    uint32_t line = source->lines[source_locate(source, offset).line - 1];
    struct slice before = slice_trim(slice_sub(source->text, line, offset - line));
    const char *space = before.len > 0 ? " " : "";
    return arena_format(arena, "write %.*s%s%s", SLICE_ARGS(before), space,
                        mended_value(arena, text));
}
