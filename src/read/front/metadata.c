#include "read/front/metadata.h"

#include <string.h>

#include "base/inputs.h"
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

#define SETTINGS_NAME  "clinic.yml"
#define SETTINGS_LIMIT (1024u * 1024u)

/* A folder of the chain, the source's own first. */
struct folder {
    const char *real; /* where it is */
    const char *name; /* as the user would write it */
    struct folder *nearer;
};

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

/* Settings that cannot be looked at are there: leaving them out would leave out the clinic's name
 * and telephone number. */
static bool has_settings(struct inputs *inputs, struct arena *arena, const char *folder)
{
    const char *reason;
    struct arena_mark mark = arena_mark_get(arena);
    enum file_kind kind = inputs_kind(inputs, file_join(arena, folder, SETTINGS_NAME), &reason);
    arena_reset(arena, mark);
    return kind != FILE_MISSING;
}

/* Names that people give the settings' file, and editors that put an ending of their own behind
 * it: it would not be read. */
static void tell_misnamed(struct doc *doc, const char *real, const char *name,
                          struct diag_list *diags)
{
    static const char *const others[] = {"clinic.yaml",    "Clinic.yml",      "Clinic.yaml",
                                         "CLINIC.YML",     "CLINIC.yml",      "clinic.YML",
                                         "clinic.yml.txt", "clinic.yaml.txt", "clinic.txt.yml"};
    const char *reason;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (inputs_kind(doc->inputs, file_join(&doc->arena, real, others[i]), &reason) ==
            FILE_REGULAR)
            diag_add_file(diags, DIAG_CODE_SETTINGS_NAME, file_join(&doc->arena, name, others[i]),
                          "rename it to " SETTINGS_NAME,
                          "the settings of a folder are read from " SETTINGS_NAME
                          " only, and this file is not read");
}

/* The folders with settings from the topmost down. Folders above limit count only while each has
 * settings: a stray file far above has no say. */
static struct folder *find_chain(struct doc *doc, const struct read_options *options,
                                 struct diag_list *diags)
{
    struct arena *arena = &doc->arena;
    struct folder *chain = NULL;
    const char *limit = options->folder;
    if (options->top && file_is_inside(options->folder, options->top))
        limit = options->top;
    const char *name =
        strcmp(options->name, "<stdin>") == 0 ? "." : file_folder(arena, options->name);
    for (const char *real = options->folder;;) {
        bool above = !file_is_inside(real, limit);
        if (has_settings(options->inputs, arena, real)) {
            struct folder *folder = ARENA_NEW(arena, struct folder);
            *folder = (struct folder){real, name, chain};
            chain = folder;
        } else {
            tell_misnamed(doc, real, name, diags);
            if (above)
                break;
        }
        const char *parent = file_folder(arena, real);
        if (strcmp(parent, real) == 0)
            break; /* "/", or "." when the folder is not known */
        real = parent;
        name = parent_name(arena, name);
    }
    return chain;
}

/* False after a diagnostic: the settings are a link to a file that is none of this content's. */
static bool is_of_content(struct doc *doc, const struct read_options *options, const char *path,
                          const char *name, struct diag_list *diags)
{
    const char *real = inputs_real(doc->inputs, &doc->arena, path);
    if (!real || file_is_inside(real, inputs_root(doc->inputs)) ||
        file_is_inside(real, options->folder) ||
        (options->top && file_is_inside(real, options->top)))
        return true;
    diag_add_file(diags, DIAG_CODE_SETTINGS_OUTSIDE, name,
                  "copy the file to where the link is, or move it into the folder of the content",
                  "the settings are not used: a symbolic link leads out of the folder of the "
                  "content");
    return false;
}

static void read_one(struct doc *doc, const struct read_options *options,
                     const struct folder *folder, struct diag_list *diags, struct meta *out)
{
    struct slice bytes;
    const char *reason = "";
    struct arena *arena = &doc->arena;
    const char *name = file_join(arena, folder->name, SETTINGS_NAME);
    const char *path = file_join(arena, folder->real, SETTINGS_NAME);
    if (!is_of_content(doc, options, path, name, diags))
        return;
    if (inputs_read(doc->inputs, path, SETTINGS_LIMIT, arena, &bytes, &reason) != STATUS_OK) {
        diag_add_file(diags, DIAG_CODE_FILE_UNREADABLE, name,
                      "check the file, and the permissions of it and its folders",
                      "the settings cannot be read: %s", reason);
        return;
    }
    const struct source *source = encoding_source(bytes, name, arena, diags);
    if (source)
        fields_read(source, 0, (uint32_t)source->text.len, FIELD_SETTINGS, arena, diags, out);
}

void read_settings(struct doc *doc, const struct read_options *options, struct diag_list *diags)
{
    struct meta merged = {.page = META_PAGE_A4};
    struct folder *chain = find_chain(doc, options, diags);
    const char *logo_folder = options->folder, *site_folder = options->folder;
    const char *root = options->top ? options->top : options->folder;
    inputs_set_root(doc->inputs, chain ? chain->real : root);
    for (const struct folder *at = chain; at; at = at->nearer) {
        struct meta one = {.page = META_PAGE_A4};
        read_one(doc, options, at, diags, &one);
        fields_merge(&merged, &one, &doc->arena);
        if (one.contact.logo.value)
            logo_folder = at->real;
        if (one.site.value)
            site_folder = at->real;
    }
    if (merged.lang.value && *merged.lang.value)
        merged.settings_lang = merged.lang.value;
    fields_merge(&merged, &doc->meta, &doc->arena);
    if (doc->meta.contact.logo.value)
        logo_folder = options->folder;
    if (doc->meta.site.value)
        site_folder = options->folder;
    fields_finish(&merged);
    if (merged.other_keys != META_OTHER_IGNORE)
        fields_tell_others(&merged, diags);
    merged.contact.logo_folder = logo_folder;
    merged.site_folder = site_folder;
    doc->meta = merged;
}
