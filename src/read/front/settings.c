#include "read/front/settings.h"

#include <limits.h>
#include <string.h>

#include "base/inputs.h"
#include "base/mem.h"
#include "base/once.h"
#include "read/front/chain.h"
#include "read/front/encoding.h"
#include "read/front/fields.h"

#define SETTINGS_LIMIT (1024u * 1024u)

/* What holds for the leaflets of a folder. */
struct held {
    struct meta meta;
    const char *root;
    const char *logo_folder; /* NULL: the leaflet's own */
    const char *site_below;
};

/* The same, read for all of them. */
struct folder {
    struct once_thing once;
    struct inputs *inputs; /* what was asked for it */
    struct arena arena;
    struct diag_list diags;
    struct held held;
};

struct settings {
    struct once folders; /* see key_of */
};

struct settings *settings_open(void)
{
    struct settings *settings = mem_calloc(1, sizeof *settings);
    once_start(&settings->folders);
    return settings;
}

static void end_folder(void *thing)
{
    struct folder *folder = thing;
    inputs_close(folder->inputs);
    diag_free(&folder->diags);
    arena_free(&folder->arena);
}

void settings_close(struct settings *settings)
{
    once_end(&settings->folders, end_folder);
    mem_free(settings);
}

/* ---- reading */

/* On the way of one folder's settings into memory. */
struct request {
    const struct read_options *options; /* whose inputs are asked */
    struct arena *arena;
    struct diag_list *diags;
};

static void say_unreadable(const struct request *r, const char *name, const char *reason)
{
    diag_add_file(r->diags, DIAG_CODE_FILE_UNREADABLE, name,
                  "check the file, and the permissions of it and its folders",
                  "the settings cannot be read: %s", reason);
}

/* Where a link leads to, or the path. NULL after a diagnostic: to settings that are none of this
 * content's. */
static const char *path_inside(const struct request *r, const char *path, const char *name)
{
    const char *top = r->options->top;
    struct inputs *inputs = r->options->inputs;
    const char *reason, *real = inputs_real(inputs, r->arena, path, &reason);
    if (!real && reason) {
        say_unreadable(r, name, reason);
        return NULL;
    }
    if (!real || inputs_are_inside(inputs, real) || (top && file_is_inside(real, top)))
        return real ? real : path;
    diag_add_file(r->diags, DIAG_CODE_SETTINGS_OUTSIDE, name,
                  "copy the file to where the link is, or move it into the folder of the content",
                  "the settings are not used: a symbolic link leads out of the folder of the "
                  "content");
    return NULL;
}

/* Reads a file of settings; name: as the user would write it. */
static void read_file(const struct request *r, const char *path, const char *name,
                      enum field_place place, struct meta *out)
{
    struct slice bytes;
    const char *reason = "is not there";
    if (inputs_read(r->options->inputs, path, SETTINGS_LIMIT, r->arena, &bytes, &reason) !=
        STATUS_OK) {
        say_unreadable(r, name, reason);
        return;
    }
    const struct source *source = encoding_source(bytes, name, r->arena, r->diags);
    if (source)
        fields_read(source, encoding_mark(source->text), (uint32_t)source->text.len, place,
                    r->arena, r->diags, out);
}

static void read_one(const struct request *r, const struct chain_folder *folder, struct meta *out)
{
    const char *name = file_join(r->arena, folder->name, SETTINGS_NAME);
    const char *path = file_join(r->arena, folder->real, SETTINGS_NAME);
    if (folder->reason) {
        say_unreadable(r, name, folder->reason);
        return;
    }
    path = path_inside(r, path, name);
    if (path)
        read_file(r, path, name, FIELD_SETTINGS, out);
}

static void read_chain(const struct request *r, struct held *out)
{
    const char *rules = r->options->rules;
    struct chain_folder *chain = chain_find(r->options, r->arena, r->diags);
    *out = (struct held){.root = chain_root(r->options, chain), .site_below = ""};
    inputs_set_root(r->options->inputs, out->root, r->options->goal);
    for (const struct chain_folder *at = chain; at; at = at->nearer) {
        struct meta one = {0};
        read_one(r, at, &one);
        fields_merge(&out->meta, &one, r->arena);
        if (one.contact.logo.value)
            out->logo_folder = at->real;
        if (one.site.value)
            out->site_below = at->below;
    }
    if (rules) {
        struct meta last = {0};
        read_file(r, rules, rules, FIELD_RULES, &last);
        fields_merge(&out->meta, &last, r->arena);
    }
    if (out->meta.lang.value && *out->meta.lang.value)
        out->meta.settings_lang = out->meta.lang.value;
}

/* ---- once */

/* All that what is read, and told of it, depends on. */
static const char *key_of(const struct read_options *options, struct arena *arena)
{
    const char *const parts[] = {file_folder(arena, options->name),
                                 options->folder,
                                 options->top,
                                 options->link,
                                 options->goal,
                                 options->rules};
    struct buf key = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        buf_format(&key, "%s//", parts[i] ? parts[i] : "");
    return buf_keep(&key, arena).ptr;
}

static const char *keep(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, slice_from(text)) : NULL;
}

static void read_folder(struct folder *folder, const struct read_options *options)
{
    struct arena *arena = &folder->arena;
    folder->inputs = inputs_open_like(options->inputs);
    folder->diags.arena = arena;
    folder->diags.limit = UINT_MAX; /* the limit is that of the list into which it goes */
    const struct read_options own = {
        .inputs = folder->inputs,
        .name = keep(arena, options->name),
        .folder = keep(arena, options->folder),
        .top = keep(arena, options->top),
        .link = keep(arena, options->link),
        .goal = keep(arena, options->goal),
        .rules = keep(arena, options->rules),
    };
    read_chain(&(struct request){&own, arena, &folder->diags}, &folder->held);
}

static const struct held *hold(struct doc *doc, const struct read_options *options,
                               struct diag_list *diags)
{
    struct folder *folder =
        once_hold(&options->settings->folders, key_of(options, &doc->arena), sizeof *folder);
    if (!folder->once.made)
        read_folder(folder, options);
    once_release(folder);
    inputs_note_all(doc->inputs, folder->inputs);
    diag_merge(diags, &folder->diags);
    inputs_set_root(doc->inputs, folder->held.root, options->goal);
    return &folder->held;
}

static const struct held *read_own(struct doc *doc, const struct read_options *options,
                                   struct diag_list *diags)
{
    struct held *held = ARENA_NEW(&doc->arena, struct held);
    read_chain(&(struct request){options, &doc->arena, diags}, held);
    return held;
}

/* ---- for one leaflet */

void read_settings(struct doc *doc, const struct read_options *options, struct diag_list *diags)
{
    const struct held *held =
        options->settings ? hold(doc, options, diags) : read_own(doc, options, diags);
    struct meta merged = held->meta;
    fields_merge(&merged, &doc->meta, &doc->arena);
    fields_finish(&merged);
    if (merged.other_keys != META_OTHER_IGNORE)
        fields_tell_others(&merged, diags);
    bool has_logo = doc->meta.contact.logo.value || !held->logo_folder;
    merged.contact.logo_folder = has_logo ? options->folder : held->logo_folder;
    merged.site_below = doc->meta.site.value ? "" : held->site_below;
    doc->meta = merged;
}
