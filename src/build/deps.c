#include "build/deps.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/json.h"

/* ---- names */

static bool climbs(const char *path)
{
    for (const char *at = path; (at = strstr(at, "..")); at += 2)
        if ((at == path || at[-1] == '/') && (at[2] == '/' || at[2] == '\0'))
            return true;
    return false;
}

/* As other rules of a makefile name it: from the working folder where it is below that. A ".."
 * behind a link leads elsewhere than its words say, so such a path stays as it is. */
static const char *shown(const struct deps *deps, struct arena *arena, const char *path)
{
    const char *here = deps->here;
    if (!here || climbs(path))
        return path;
    const char *full = file_fold(arena, *path == '/' ? path : file_join(arena, here, path));
    bool inside = file_is_inside(full, here) && strcmp(full, here) != 0;
    return inside ? file_relative(arena, here, full) : full;
}

/* ---- what a leaflet has read */

struct names {
    const char **items;
    size_t count;
};

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_read(const struct input *input)
{
    return input->question == INPUT_BYTES && input->found && strcmp(input->path, "-") != 0;
}

/* The source is what is read first. */
static const char *source_of(const struct state_leaflet *leaflet)
{
    for (size_t i = 0; i < leaflet->input_count; i++)
        if (leaflet->inputs[i]->question == INPUT_BYTES)
            return leaflet->inputs[i]->path;
    return "-";
}

static bool has(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

static void find_made(const struct deps *deps, const struct state_leaflet *leaflet,
                      struct arena *arena, struct names *made)
{
    made->items = ARENA_ARRAY(arena, leaflet->file_count, const char *);
    for (size_t i = 0; i < leaflet->file_count; i++)
        made->items[made->count++] =
            shown(deps, arena, file_join(arena, deps->out, leaflet->files[i].path));
}

/* Each file once, the source first, the others sorted; nothing is made of itself. */
static void find_read(const struct deps *deps, const struct state_leaflet *leaflet,
                      const struct names *made, struct arena *arena, struct names *read)
{
    struct names all = {.items = ARENA_ARRAY(arena, leaflet->input_count, const char *)};
    read->items = ARENA_ARRAY(arena, leaflet->input_count, const char *);
    for (size_t i = 0; i < leaflet->input_count; i++)
        if (is_read(leaflet->inputs[i]))
            all.items[all.count++] = shown(deps, arena, leaflet->inputs[i]->path);
    if (all.count == 0)
        return;
    const char *source = all.items[0], *last = "";
    qsort(all.items, all.count, sizeof *all.items, compare);
    read->items[read->count++] = source;
    for (size_t i = 0; i < all.count; i++) {
        const char *name = all.items[i];
        if (strcmp(name, last) != 0 && strcmp(name, source) != 0 && !has(made, name))
            read->items[read->count++] = name;
        last = name;
    }
}

/* ---- make */

/* To make "=" is a variable's, ";" a recipe's, "|" an order's and "\\#" a comment's; a colon at the
 * end is a rule's to Ninja. None of the two takes another form of these. */
static bool is_readable(const char *name)
{
    for (const char *at = name; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7f || strchr(";|=", *at) ||
            (*at == '\\' && at[1] == '#') || (*at == ':' && at[1] == '\0'))
            return false;
    return true;
}

static void put_backslashes(struct buf *out, const char *end, const char *start)
{
    for (; end > start && end[-1] == '\\'; end--)
        buf_put_char(out, '\\');
}

/* As gcc writes names; backslashes are doubled only where they would change what follows. "%" would
 * make a target a pattern. */
static void put_name(struct buf *out, const char *name, bool target)
{
    const char *at = name;
    for (; *at; at++) {
        if (*at == ' ')
            put_backslashes(out, at, name);
        if (*at == ' ' || *at == '#' || *at == ':' || (*at == '%' && target))
            buf_put_char(out, '\\');
        if (*at == '$')
            buf_put_char(out, '$');
        buf_put_char(out, *at);
    }
    put_backslashes(out, at, name);
}

static void put_rule(const struct names *made, const struct names *read, struct buf *out)
{
    for (size_t i = 0; i < made->count; i++) {
        if (i > 0)
            buf_put_char(out, ' ');
        put_name(out, made->items[i], true);
    }
    buf_put_char(out, ':');
    for (size_t i = 0; i < read->count; i++) {
        buf_put_string(out, " \\\n  ");
        put_name(out, read->items[i], false);
    }
    buf_put_char(out, '\n');
}

static const char *find_unreadable(const struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        if (!is_readable(names->items[i]))
            return names->items[i];
    return NULL;
}

/* seen: the names that have such a rule already. */
static void put_empty_rules(const struct names *read, struct map *seen, struct buf *out)
{
    for (size_t i = 0; i < read->count; i++) {
        if (map_put(seen, slice_from(read->items[i]), seen))
            continue;
        buf_put_char(out, '\n');
        put_name(out, read->items[i], true);
        buf_put_string(out, ":\n");
    }
}

/* What one leaflet makes and another shows has its rule already, and Ninja takes no second. */
static void note_made(const struct names *made, struct map *seen)
{
    for (size_t i = 0; i < made->count; i++)
        map_put(seen, slice_from(made->items[i]), seen);
}

const char *deps_put_make(const struct deps *deps, struct arena *arena, struct buf *out)
{
    struct map seen = {0};
    const char *unreadable = NULL;
    struct names *read = ARENA_ARRAY(arena, deps->count, struct names);
    for (size_t i = 0; i < deps->count && !unreadable; i++) {
        struct names made = {0};
        find_made(deps, deps->leaflets[i], arena, &made);
        find_read(deps, deps->leaflets[i], &made, arena, &read[i]);
        unreadable = find_unreadable(&made);
        if (!unreadable)
            unreadable = find_unreadable(&read[i]);
        note_made(&made, &seen);
        put_rule(&made, &read[i], out);
    }
    for (size_t i = 0; i < deps->count; i++)
        put_empty_rules(&read[i], &seen, out);
    map_free(&seen);
    return unreadable;
}

/* ---- JSON */

static const char *kind_of(enum input_question question)
{
    switch (question) {
    case INPUT_BYTES: return "content";
    case INPUT_KIND: return "presence";
    case INPUT_NAMES: return "names";
    case INPUT_REAL: return "place";
    case INPUT_LEAFLET: return "leaflet";
    }
    return "";
}

static void put_input(struct json *json, const struct deps *deps, struct arena *arena,
                      const struct input *input, struct map *seen)
{
    const char *path = shown(deps, arena, input->path), *kind = kind_of(input->question);
    if (map_put(seen, slice_from(arena_format(arena, "%s %s", kind, path)), seen))
        return;
    json_open(json, NULL, '{');
    json_text(json, "path", path);
    json_text(json, "kind", kind);
    json_bool(json, "found", input->found);
    json_close(json, '}');
}

static void put_leaflet(struct json *json, const struct deps *deps,
                        const struct state_leaflet *leaflet)
{
    struct arena arena = {0};
    struct names made = {0};
    struct map seen = {0};
    find_made(deps, leaflet, &arena, &made);
    json_open(json, NULL, '{');
    json_text(json, "source", shown(deps, &arena, source_of(leaflet)));
    json_open(json, "outputs", '[');
    for (size_t i = 0; i < made.count; i++)
        json_text(json, NULL, made.items[i]);
    json_close(json, ']');
    json_open(json, "inputs", '[');
    for (size_t i = 0; i < leaflet->input_count; i++)
        put_input(json, deps, &arena, leaflet->inputs[i], &seen);
    json_close(json, ']');
    json_close(json, '}');
    map_free(&seen);
    arena_free(&arena);
}

void deps_put_json(const struct deps *deps, struct buf *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_number(&json, "version", 1);
    json_open(&json, "leaflets", '[');
    for (size_t i = 0; i < deps->count; i++)
        put_leaflet(&json, deps, deps->leaflets[i]);
    json_close(&json, ']');
    json_close(&json, '}');
}
