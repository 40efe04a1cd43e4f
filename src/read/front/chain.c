#include "read/front/chain.h"

#include <string.h>

bool chain_has_settings(struct inputs *inputs, struct arena *arena, const char *folder,
                        const char **reason)
{
    *reason = NULL;
    struct arena_mark mark = arena_mark_get(arena);
    enum file_kind kind = inputs_kind(inputs, file_join(arena, folder, SETTINGS_NAME), reason);
    arena_reset(arena, mark);
    return kind != FILE_MISSING;
}

/* Names that people give the settings' file, and editors that put an ending of their own behind
 * it: it would not be read. */
static void tell_misnamed(struct inputs *inputs, struct arena *arena, const char *real,
                          const char *name, struct diag_list *diags)
{
    static const char *const others[] = {"clinic.yaml",    "Clinic.yml",      "Clinic.yaml",
                                         "CLINIC.YML",     "CLINIC.yml",      "clinic.YML",
                                         "clinic.yml.txt", "clinic.yaml.txt", "clinic.txt.yml"};
    const char *reason;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (inputs_kind(inputs, file_join(arena, real, others[i]), &reason) == FILE_REGULAR)
            diag_add_file(diags, DIAG_CODE_SETTINGS_NAME, file_join(arena, name, others[i]),
                          "rename it to " SETTINGS_NAME,
                          "the settings of a folder are read from " SETTINGS_NAME
                          " only, and this file is not read");
}

/* The parent's name as the user would write it: "a/b" -> "a", "a" -> ".", "." -> "..". */
static const char *parent_name(struct arena *arena, const char *name)
{
    const char *last = file_name(name);
    if (strcmp(name, ".") == 0)
        return "..";
    if (strcmp(last, "..") == 0)
        return arena_format(arena, "%s/..", name);
    return file_folder(arena, name);
}

/* A way up from the leaflet's folder: by where it lies, or by where it is reached from. */
struct way {
    const struct read_options *options;
    bool by_link;
    const char *at; /* the path of the folder at hand on this way … */
    const char *name, *below;
};

static bool is_in_goal(const struct read_options *options, const char *path)
{
    return options->link && file_is_inside(path, options->goal);
}

static struct way start(const struct read_options *options, struct arena *arena, bool by_link)
{
    const char *at = options->folder;
    if (by_link)
        at = arena_format(arena, "%s%s", options->link, at + strlen(options->goal));
    return (struct way){
        .options = options,
        .by_link = by_link,
        .at = at,
        .name = strcmp(options->name, "<stdin>") == 0 ? "." : file_folder(arena, options->name),
        .below = "",
    };
}

/* … and where that is. */
static const char *real_of(const struct way *way, struct arena *arena)
{
    const struct read_options *options = way->options;
    if (!way->by_link || !file_is_inside(way->at, options->link))
        return way->at;
    return arena_format(arena, "%s%s", options->goal, way->at + strlen(options->link));
}

/* False at the top. */
static bool step_up(struct way *way, struct arena *arena)
{
    const char *parent = file_folder(arena, way->at);
    if (strcmp(parent, way->at) == 0)
        return false; /* "/", or "." when the folder is not known */
    const char *last = file_name(way->at);
    way->below = *way->below ? file_join(arena, last, way->below) : last;
    way->at = parent;
    way->name = parent_name(arena, way->name);
    if (!way->by_link && way->options->link && !is_in_goal(way->options, parent))
        way->name = parent; /* what was typed leads elsewhere */
    return true;
}

/* *above: a folder above the link has settings. */
static struct chain_folder *climb(struct way way, struct arena *arena, struct diag_list *diags,
                                  bool *above_link)
{
    const struct read_options *options = way.options;
    struct chain_folder *chain = NULL;
    const char *limit = way.at;
    if (options->top && file_is_inside(way.at, options->top))
        limit = options->top;
    *above_link = false;
    do {
        const char *real = real_of(&way, arena), *reason;
        if (chain_has_settings(options->inputs, arena, real, &reason)) {
            struct chain_folder *folder = ARENA_NEW(arena, struct chain_folder);
            *folder = (struct chain_folder){real, way.name, way.below, reason, chain};
            chain = folder;
            *above_link = *above_link || (way.by_link && !file_is_inside(way.at, options->link));
        } else {
            if (diags)
                tell_misnamed(options->inputs, arena, real, way.name, diags);
            if (!file_is_inside(way.at, limit))
                break;
        }
    } while (step_up(&way, arena));
    return chain;
}

struct chain_folder *chain_find(const struct read_options *options, struct arena *arena,
                                struct diag_list *diags)
{
    bool above_link = false;
    if (options->link)
        climb(start(options, arena, true), arena, NULL, &above_link);
    return climb(start(options, arena, above_link), arena, diags, &above_link);
}

const char *chain_root(const struct read_options *options, const struct chain_folder *chain)
{
    if (chain)
        return chain->real;
    return options->top ? options->top : options->folder;
}
