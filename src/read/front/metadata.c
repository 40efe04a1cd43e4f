#include "read/front/metadata.h"

#include <string.h>

#include "base/inputs.h"
#include "read/front/chain.h"
#include "read/front/encoding.h"
#include "read/front/fence.h"
#include "read/front/fields.h"

/* ---- front matter */

static uint32_t line_start(const struct source *source, uint32_t line)
{
    return line <= source->line_count ? source->lines[line - 1] : (uint32_t)source->text.len;
}

uint32_t read_front_matter(struct doc *doc, struct diag_list *diags)
{
    const struct source *source = doc->source;
    struct fence fence;
    if (!fence_find(source, diags, &fence))
        return encoding_mark(source->text);
    fields_read(source, line_start(source, fence.first), line_start(source, fence.end), FIELD_FRONT,
                &doc->arena, diags, &doc->meta);
    return line_start(source, fence.body);
}

/* ---- settings */

#define SETTINGS_LIMIT (1024u * 1024u)

static void say_unreadable(const char *name, const char *reason, struct diag_list *diags)
{
    diag_add_file(diags, DIAG_CODE_FILE_UNREADABLE, name,
                  "check the file, and the permissions of it and its folders",
                  "the settings cannot be read: %s", reason);
}

/* Where a link leads to, or the path. NULL after a diagnostic: to settings that are none of this
 * content's. */
static const char *path_inside(struct doc *doc, const struct read_options *options,
                               const char *path, const char *name, struct diag_list *diags)
{
    const char *reason, *real = inputs_real(doc->inputs, &doc->arena, path, &reason);
    if (!real && reason) {
        say_unreadable(name, reason, diags);
        return NULL;
    }
    if (!real || inputs_are_inside(doc->inputs, real) ||
        (options->top && file_is_inside(real, options->top)))
        return real ? real : path;
    diag_add_file(diags, DIAG_CODE_SETTINGS_OUTSIDE, name,
                  "copy the file to where the link is, or move it into the folder of the content",
                  "the settings are not used: a symbolic link leads out of the folder of the "
                  "content");
    return NULL;
}

/* Reads a file of settings; name: as the user would write it. */
static void read_file(struct doc *doc, const char *path, const char *name, enum field_place place,
                      struct diag_list *diags, struct meta *out)
{
    struct slice bytes;
    const char *reason = "is not there";
    struct arena *arena = &doc->arena;
    if (inputs_read(doc->inputs, path, SETTINGS_LIMIT, arena, &bytes, &reason) != STATUS_OK) {
        say_unreadable(name, reason, diags);
        return;
    }
    const struct source *source = encoding_source(bytes, name, arena, diags);
    if (source)
        fields_read(source, 0, (uint32_t)source->text.len, place, arena, diags, out);
}

static void read_one(struct doc *doc, const struct read_options *options,
                     const struct chain_folder *folder, struct diag_list *diags, struct meta *out)
{
    struct arena *arena = &doc->arena;
    const char *name = file_join(arena, folder->name, SETTINGS_NAME);
    const char *path = file_join(arena, folder->real, SETTINGS_NAME);
    if (folder->reason) {
        say_unreadable(name, folder->reason, diags);
        return;
    }
    path = path_inside(doc, options, path, name, diags);
    if (path)
        read_file(doc, path, name, FIELD_SETTINGS, diags, out);
}

void read_settings(struct doc *doc, const struct read_options *options, struct diag_list *diags)
{
    struct meta merged = {0};
    struct chain_folder *chain = chain_find(options, &doc->arena, diags);
    const char *logo_folder = options->folder, *site_below = "";
    inputs_set_root(doc->inputs, chain_root(options, chain), options->goal);
    for (const struct chain_folder *at = chain; at; at = at->nearer) {
        struct meta one = {0};
        read_one(doc, options, at, diags, &one);
        fields_merge(&merged, &one, &doc->arena);
        if (one.contact.logo.value)
            logo_folder = at->real;
        if (one.site.value)
            site_below = at->below;
    }
    if (options->rules) {
        struct meta rules = {0};
        read_file(doc, options->rules, options->rules, FIELD_RULES, diags, &rules);
        fields_merge(&merged, &rules, &doc->arena);
    }
    if (merged.lang.value && *merged.lang.value)
        merged.settings_lang = merged.lang.value;
    fields_merge(&merged, &doc->meta, &doc->arena);
    if (doc->meta.contact.logo.value)
        logo_folder = options->folder;
    if (doc->meta.site.value)
        site_below = "";
    fields_finish(&merged);
    if (merged.other_keys != META_OTHER_IGNORE)
        fields_tell_others(&merged, diags);
    merged.contact.logo_folder = logo_folder;
    merged.site_below = site_below;
    doc->meta = merged;
}
