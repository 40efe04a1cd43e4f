#include "report/changes.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"

/* Lines from first on, in the order in which git tells them: up. */
struct range {
    struct range *next;
    uint32_t first, count;
};

struct changed {
    struct range *ranges, **end;
    bool whole; /* git shows no lines of it */
};

void changes_add_tracked(struct changes *changes, struct slice names)
{
    while (names.len > 0) {
        struct slice name = arena_copy(&changes->arena, slice_take(&names, '\0'));
        map_put(&changes->tracked, name, changes);
    }
}

static struct changed *changed_at(struct changes *changes, struct slice path)
{
    struct changed *changed = map_get(&changes->changed, path);
    if (changed)
        return changed;
    changed = ARENA_NEW(&changes->arena, struct changed);
    changed->end = &changed->ranges;
    map_put(&changes->changed, arena_copy(&changes->arena, path), changed);
    return changed;
}

/* One character of a name in git's quotes, as of C; *pos moves past it. */
static char unquoted(struct slice text, size_t *pos)
{
    static const char signs[] = "abtnvfr", values[] = "\a\b\t\n\v\f\r";
    char c = text.ptr[(*pos)++];
    if (c != '\\' || *pos == text.len)
        return c;
    c = text.ptr[(*pos)++];
    const char *sign = c ? strchr(signs, c) : NULL;
    if (sign)
        return values[sign - signs];
    if (c < '0' || c > '7')
        return c;
    unsigned value = (unsigned)(c - '0');
    for (int i = 0; i < 2 && *pos < text.len && ascii_is_digit(text.ptr[*pos]); i++)
        value = value * 8 + (unsigned)(text.ptr[(*pos)++] - '0');
    return (char)value;
}

/* A file's name in a header, with its prefix "b/"; a tab may follow one with spaces. */
static struct slice name_in(struct slice text, struct arena *arena)
{
    struct buf name = {0};
    if (slice_starts(text, "\"") && slice_ends(text, "\"") && text.len > 1) {
        text = slice_sub(text, 1, text.len - 2);
        for (size_t pos = 0; pos < text.len;)
            buf_put_char(&name, unquoted(text, &pos));
    } else {
        buf_put_slice(&name, slice_sub(text, 0, slice_find(text, '\t')));
    }
    return slice_from_position(buf_keep(&name, arena), 2);
}

static uint32_t number(struct slice *text)
{
    uint32_t value = 0;
    size_t i = 0;
    for (; i < text->len && ascii_is_digit(text->ptr[i]); i++)
        value = value * 10 + (uint32_t)(text->ptr[i] - '0');
    *text = slice_from_position(*text, i);
    return value;
}

/* "-3" or "-3,2": the first line and how many. */
static struct range range_in(struct slice *text)
{
    struct range range = {.count = 1};
    *text = slice_from_position(*text, 1);
    range.first = number(text);
    if (slice_starts(*text, ",")) {
        *text = slice_from_position(*text, 1);
        range.count = number(text);
    }
    *text = slice_from_position(*text, 1);
    return range;
}

/* Takes a hunk's lines off the rest, whatever they look like. */
static void take_hunk(struct changes *changes, struct changed *changed, struct slice head,
                      struct slice *rest)
{
    head = slice_from_position(head, strlen("@@ "));
    struct range old = range_in(&head), new = range_in(&head);
    for (uint64_t lines = (uint64_t)old.count + new.count; lines > 0 && rest->len > 0; lines--)
        slice_take(rest, '\n');
    if (!changed || new.count == 0)
        return;
    struct range *range = ARENA_NEW(&changes->arena, struct range);
    *range = new;
    *changed->end = range;
    changed->end = &range->next;
}

/* "a/NAME and b/NAME differ": what has no lines for git. A new or renamed one ends in the name as
 * well; what cannot be told apart is told of both. */
static void add_binary(struct changes *changes, struct slice text)
{
    static const char end[] = " differ";
    text = slice_sub(text, 0, text.len - (slice_ends(text, end) ? strlen(end) : 0));
    for (size_t i = 0; i + 7 < text.len; i++) {
        struct slice rest = slice_from_position(text, i);
        if (slice_starts(rest, " and b/") || slice_starts(rest, " and \"b/"))
            changed_at(changes, name_in(slice_from_position(rest, 5), &changes->arena))->whole =
                true;
    }
}

void changes_add_diff(struct changes *changes, struct slice diff)
{
    static const char binary[] = "Binary files ";
    struct changed *changed = NULL;
    while (diff.len > 0) {
        struct slice line = slice_take(&diff, '\n');
        if (slice_starts(line, "diff --git "))
            changed = NULL;
        else if (slice_starts(line, "+++ b/") || slice_starts(line, "+++ \"b/"))
            changed = changed_at(changes, name_in(slice_from_position(line, 4), &changes->arena));
        else if (slice_starts(line, "@@ -"))
            take_hunk(changes, changed, line, &diff);
        else if (slice_starts(line, binary))
            add_binary(changes, slice_from_position(line, strlen(binary)));
    }
}

bool changes_touch(const struct changes *changes, const char *path, uint32_t first, uint32_t last)
{
    size_t top = strlen(changes->top);
    if (!file_is_inside(path, changes->top))
        return true;
    struct slice name = slice_from(path + (path[top] == '/' ? top + 1 : top));
    if (!map_get(&changes->tracked, name))
        return true;
    const struct changed *changed = map_get(&changes->changed, name);
    if (!changed || changed->whole || first == 0)
        return changed != NULL;
    for (const struct range *range = changed->ranges; range; range = range->next)
        if (range->first <= last && first < range->first + range->count)
            return true;
    return false;
}

void changes_free(struct changes *changes)
{
    map_free(&changes->tracked);
    map_free(&changes->changed);
    arena_free(&changes->arena);
}
