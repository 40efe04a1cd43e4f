#include "font/set.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "font/coverage.h"
#include "font/face.h"
#include "font/manifest.h"
#include "font/shape.h"

/* Each style's name, at its number. */
static unsigned style_named(struct slice name)
{
    static const char *const names[FONT_STYLES] = {"regular", "bold", "italic", "bold-italic"};
    unsigned style = FONT_STYLES - 1;
    while (style > 0 && !slice_equal_string(name, names[style]))
        style--;
    assert(slice_equal_string(name, names[style]));
    return style;
}

/* The rows of a family stand together. */
static struct font_family *family_of(struct font_set *set, const struct font_row *row)
{
    struct font_family *family = &set->families[set->family_count];
    if (set->family_count > 0 && strcmp(family[-1].name, row->family) == 0)
        return family - 1;
    set->family_count++;
    family->name = row->family;
    family->scripts = row->scripts;
    family->languages = row->languages;
    if (row->languages[0])
        family->preference = ++set->preference_count;
    for (int i = 0; i < FONT_STYLES; i++)
        family->faces[i] = FONT_FACE_NONE;
    return family;
}

static void add_row(struct font_set *set, const struct font_row *row)
{
    uint16_t number = (uint16_t)set->face_count++;
    struct font_face *face = &set->faces[number];
    face->family = row->family;
    face->package = row->package;
    face->path = row->path;
    struct font_family *family = family_of(set, row);
    for (struct slice styles = slice_from(row->styles); styles.len > 0;)
        family->faces[style_named(slice_take(&styles, ' '))] = number;
}

struct font_set *font_set_new(struct inputs *inputs)
{
    struct font_set *set = mem_calloc(1, sizeof *set);
    set->inputs = inputs;
    set->leaflet = 1;
    size_t count;
    const struct font_row *rows = font_manifest(&count);
    set->faces = ARENA_ARRAY(&set->arena, count + FONT_STYLES, struct font_face);
    set->families = ARENA_ARRAY(&set->arena, count, struct font_family);
    for (size_t i = 0; i < count; i++)
        add_row(set, &rows[i]);
    assert(set->preference_count < FONT_PREFERENCES);
    while (set->mono_family + 1 < set->family_count &&
           strcmp(set->families[set->mono_family].name, "Noto Sans Mono") != 0)
        set->mono_family++;
    for (int i = 0; i < FONT_STYLES; i++)
        set->faces[set->face_count++].state = FACE_MISSING;
    return set;
}

void font_set_free(struct font_set *set)
{
    if (!set)
        return;
    for (uint32_t i = 0; i < set->face_count; i++)
        font_face_close(&set->faces[i]);
    font_coverage_clear(set);
    font_shapes_clear(set);
    mem_free(set->locales);
    hb_buffer_destroy(set->buffer);
    arena_free(&set->theme_arena);
    arena_free(&set->arena);
    mem_free(set);
}

void font_set_look_in(struct font_set *set, const char *folder)
{
    set->folder = folder && *folder ? folder : NULL;
}

bool font_set_is_missing(struct font_set *set, struct arena *arena, const char **places)
{
    if (font_face_open(set, set->families[0].faces[FONT_REGULAR]))
        return false;
    *places = font_face_places(set, arena);
    return true;
}

/* OS/2 fsType 2, "restricted licence embedding": ISO 19005-2, 6.2.11.4.1 allows only fonts that may
 * be embedded. */
static bool forbids_embedding(const struct font_face *face)
{
    uint8_t type[2];
    return font_face_read(face, "OS/2", 8, type, sizeof type) && (type[1] & 0xf) == 2;
}

static bool has_characters(const struct font_face *face)
{
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(face->face, characters);
    bool any = !hb_set_is_empty(characters);
    hb_set_destroy(characters);
    return any;
}

/* NULL, or why the file's bytes cannot be a face. */
static const char *wrong_kind(struct slice bytes)
{
    if (slice_starts(bytes, "wOFF") || slice_starts(bytes, "wOF2"))
        return "it is a web font (WOFF): give its TrueType or OpenType file";
    if (slice_starts(bytes, "ttcf"))
        return "it is a font collection: give a file with one face";
    if (!slice_starts(bytes, "OTTO") && !slice_starts(bytes, "true") &&
        !slice_equal(slice_sub(bytes, 0, 4), SLICE_LIT("\0\1\0\0")))
        return "it is not a TrueType or OpenType font";
    return NULL;
}

/* NULL, or why the face cannot be one for text. */
static const char *wrong_tables(const struct font_face *face)
{
    uint8_t any;
    if (!font_face_read(face, "glyf", 0, &any, 1) && !font_face_read(face, "CFF ", 0, &any, 1))
        return "the font has no TrueType or CFF outlines";
    if (!has_characters(face))
        return "the font has no characters (no usable cmap table)";
    return forbids_embedding(face) ? "the font's licence forbids embedding (OS/2 fsType 2)" : NULL;
}

/* False: the file cannot be a face for text; then the face is closed. */
static bool open_theme_face(struct font_set *set, const char *path, struct font_face *face,
                            struct font_refusal *refusal)
{
    const char *reason = NULL;
    enum status status = font_face_map(set, path, FILE_OF_CONTENT, face, &reason);
    const char *unused;
    enum file_kind kind =
        status == STATUS_OK ? FILE_REGULAR : inputs_kind(set->inputs, path, &unused);
    *refusal = (struct font_refusal){
        .reason = reason ? reason : "it is not there",
        .unreadable = status == STATUS_ENVIRONMENT && kind != FILE_FOLDER && kind != FILE_OTHER,
    };
    if (status != STATUS_OK)
        return false;
    reason = wrong_kind(face->map.bytes);
    if (!reason && !font_face_load(face, 0))
        reason = "the font file is damaged: it has no glyphs";
    else if (!reason)
        reason = wrong_tables(face);
    if (reason)
        font_face_close(face);
    refusal->reason = reason;
    return !reason;
}

static bool is_present_theme(const struct font_set *set, const char *const paths[FONT_STYLES])
{
    const struct font_face *faces = &set->faces[set->face_count - FONT_STYLES];
    for (int i = 0; i < FONT_STYLES; i++)
        if (!slice_equal(slice_from(faces[i].path), slice_from(paths[i])))
            return false;
    return true;
}

/* Opens the theme's files; all or none. */
static bool open_theme(struct font_set *set, const char *const paths[FONT_STYLES],
                       struct font_face opened[FONT_STYLES], struct font_refusal *refusal)
{
    for (int i = 0; i < FONT_STYLES; i++) {
        if (!paths[i] || open_theme_face(set, paths[i], &opened[i], refusal))
            continue;
        refusal->style = i;
        while (i-- > 0)
            font_face_close(&opened[i]);
        return false;
    }
    return true;
}

bool font_set_theme(struct font_set *set, const char *regular, const char *bold, const char *italic,
                    const char *bold_italic, struct font_refusal *refusal)
{
    struct font_refusal unused;
    const char *paths[FONT_STYLES] = {regular, bold, italic, bold_italic};
    struct input tried[FONT_STYLES];
    struct font_face opened[FONT_STYLES];
    uint16_t first = (uint16_t)(set->face_count - FONT_STYLES);
    for (int i = 0; i < FONT_STYLES; i++)
        opened[i] = (struct font_face){.tried = &tried[i]};
    if (!regular)
        paths[1] = paths[2] = paths[3] = NULL;
    if (is_present_theme(set, paths)) {
        for (int i = 0; i < FONT_STYLES; i++)
            font_face_note(set, &set->faces[first + i]);
        return true;
    }
    bool used = open_theme(set, paths, opened, refusal ? refusal : &unused);
    set->themes++;
    for (int i = 0; !used && i < FONT_STYLES; i++)
        paths[i] = NULL; /* nor what the leaflet before had */
    font_coverage_clear(set);
    font_shapes_clear(set);
    struct arena former = set->theme_arena;
    set->theme_arena = (struct arena){0};
    set->has_theme = paths[FONT_REGULAR] != NULL;
    for (int i = 0; i < FONT_STYLES; i++) {
        struct font_face *face = &set->faces[first + i];
        font_face_close(face);
        *face = (struct font_face){.state = FACE_MISSING};
        if (paths[i]) {
            *face = opened[i];
            face->state = FACE_OPEN;
            face->path = arena_string(&set->theme_arena, slice_from(paths[i]));
            face->tried = &set->theme_tried[i];
            *face->tried = tried[i];
            face->tried->path = face->path;
        }
        set->theme.faces[i] = paths[i] ? (uint16_t)(first + i) : (uint16_t)FONT_FACE_NONE;
    }
    arena_free(&former);
    return used;
}

bool font_set_trouble(const struct font_set *set, size_t *at, const char **path,
                      const char **reason)
{
    while (*at < set->face_count) {
        const struct font_face *face = &set->faces[(*at)++];
        if (!face->trouble || face->leaflet != set->leaflet)
            continue;
        *path = face->path;
        *reason = face->trouble;
        return true;
    }
    return false;
}

/* What covers a character depends on all faces that were asked for it: every leaflet asks anew,
 * so that the inputs know them. */
void font_set_trim(struct font_set *set)
{
    set->leaflet++;
    font_shapes_trim(set);
    font_coverage_clear(set);
}
