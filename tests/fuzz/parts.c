#include "parts.h"

#include <string.h>

#define MARK      "\n====="
#define NAME_MOST 60

static bool is_name(struct slice name)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";
    for (size_t i = 0; i < name.len; i++)
        if (!memchr(allowed, name.ptr[i], sizeof allowed - 1))
            return false;
    return name.len > 0 && name.len <= NAME_MOST;
}

/* Where the next line begins that names a file; the length where there is none. */
static size_t find_mark(struct slice bytes, size_t from, struct slice *name)
{
    const size_t mark = sizeof MARK - 1;
    while (from < bytes.len) {
        struct slice rest = slice_from_position(bytes, from);
        const char *at = memmem(rest.ptr, rest.len, MARK, mark);
        if (!at)
            break;
        from = (size_t)(at - bytes.ptr);
        struct slice line = slice_from_position(bytes, from + mark);
        *name = slice_take(&line, '\n');
        if (is_name(*name))
            return from;
        from++;
    }
    return bytes.len;
}

static void add(struct parts *parts, struct arena *arena, struct slice name, struct slice bytes)
{
    const char *path = arena_format(arena, PARTS_FOLDER "/%.*s", SLICE_ARGS(name));
    parts->items[parts->count++] =
        (struct memory_file){.path = file_fold(arena, path), .bytes = bytes};
}

void parts_split(struct slice bytes, struct arena *arena, struct parts *parts)
{
    struct slice name = SLICE_LIT("leaflet.md"), next = SLICE_EMPTY;
    size_t start = 0;
    *parts = (struct parts){0};
    for (;;) {
        size_t end = parts->count + 1 < PARTS_MOST ? find_mark(bytes, start, &next) : bytes.len;
        add(parts, arena, name, slice_sub(bytes, start, end - start));
        if (end == bytes.len)
            return;
        name = next;
        start = end + sizeof MARK - 1 + name.len;
        if (start < bytes.len)
            start++; /* the line's end */
    }
}

const struct memory_file *parts_leaflet(const struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        if (strcmp(parts->items[i].path, PARTS_FOLDER "/leaflet.txt") == 0)
            return &parts->items[i];
    return &parts->items[0];
}
