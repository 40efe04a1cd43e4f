/* The set of faces: the manifest, opening files, the theme's own faces. */
#include <assert.h>
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "font/parts.h"

static const char manifest[] =
#include "font_manifest.inc"
    ;

static const char *const folders[FONT_FOLDERS] = {"/usr/share/fonts/truetype/", "/usr/share/fonts/",
                                                  "/usr/local/share/fonts/"};

static unsigned style_named(struct slice name)
{
    if (slice_equal_string(name, "bold"))
        return FONT_BOLD;
    if (slice_equal_string(name, "italic"))
        return FONT_ITALIC;
    if (slice_equal_string(name, "bold-italic"))
        return FONT_BOLD | FONT_ITALIC;
    assert(slice_equal_string(name, "regular"));
    return FONT_REGULAR;
}

static struct slice next_field(struct slice *rest, char end)
{
    size_t at = slice_find(*rest, end);
    struct slice field = slice_sub(*rest, 0, at);
    *rest = slice_sub(*rest, at + 1, rest->len);
    return field;
}

/* The lines of a family stand together. */
static struct font_family *family_named(struct font_set *set, const char *name)
{
    if (set->family_count > 0 && strcmp(set->families[set->family_count - 1].name, name) == 0)
        return &set->families[set->family_count - 1];
    struct font_family *family = &set->families[set->family_count++];
    family->name = name;
    family->scripts = "";
    for (int i = 0; i < FONT_STYLES; i++)
        family->faces[i] = FONT_FACE_NONE;
    return family;
}

static void add_line(struct font_set *set, struct slice line)
{
    uint16_t number = (uint16_t)set->face_count++;
    struct font_face *face = &set->faces[number];
    face->family = arena_string(&set->arena, next_field(&line, '|'));
    unsigned style = style_named(next_field(&line, '|'));
    face->package = arena_string(&set->arena, next_field(&line, '|'));
    face->path = arena_string(&set->arena, next_field(&line, '|'));
    struct font_family *family = family_named(set, face->family);
    if (!family->scripts[0])
        family->scripts = arena_string(&set->arena, slice_trim(line));
    family->faces[style] = number;
}

struct font_set *font_set_new(struct inputs *inputs)
{
    struct font_set *set = mem_calloc(1, sizeof *set);
    set->inputs = inputs;
    set->leaflet = 1;
    struct slice rest = slice_from(manifest);
    size_t lines = 0;
    for (size_t i = 0; i < rest.len; i++)
        lines += rest.ptr[i] == '\n';
    set->faces = ARENA_ARRAY(&set->arena, lines + FONT_STYLES, struct font_face);
    set->families = ARENA_ARRAY(&set->arena, lines, struct font_family);
    while (rest.len > 0) {
        struct slice line = slice_trim(next_field(&rest, '\n'));
        if (line.len > 0 && line.ptr[0] != '#')
            add_line(set, line);
    }
    while (set->mono_family + 1 < set->family_count &&
           strcmp(set->families[set->mono_family].name, "Noto Sans Mono") != 0)
        set->mono_family++;
    for (int i = 0; i < FONT_STYLES; i++)
        set->faces[set->face_count++].state = FACE_MISSING;
    return set;
}

static void close_file(struct font_face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->face);
    hb_blob_destroy(face->blob);
    file_unmap(&face->map);
    face->font = NULL;
    face->face = NULL;
    face->blob = NULL;
}

void font_set_free(struct font_set *set)
{
    if (!set)
        return;
    for (uint32_t i = 0; i < set->face_count; i++)
        close_file(&set->faces[i]);
    font_coverage_clear(set);
    font_shapes_clear(set);
    mem_free(set->locales);
    hb_buffer_destroy(set->buffer);
    arena_free(&set->theme_arena);
    arena_free(&set->arena);
    mem_free(set);
}

/* HarfBuzz takes less than 2 GiB. */
#define FILE_LIMIT ((size_t)INT32_MAX)

/* Only the tables that are used are read. */
static bool map_file(struct font_set *set, const char *path, struct font_face *face)
{
    const struct input *input;
    const char *reason;
    enum status status = inputs_map(set->inputs, path, FILE_LIMIT, &face->map, &input, &reason);
    face->leaflet = set->leaflet;
    face->tried[face->tried_count] = *input;
    face->tried[face->tried_count++].path = path;
    if (status != STATUS_OK)
        return false;
    face->blob = hb_blob_create(face->map.bytes.ptr, (unsigned)face->map.bytes.len,
                                HB_MEMORY_MODE_READONLY, NULL, NULL);
    return true;
}

/* index: of a face in a collection. */
static bool open_face(struct font_face *face, unsigned index)
{
    face->face = hb_face_create(face->blob, index);
    hb_face_make_immutable(face->face);
    if (hb_face_get_glyph_count(face->face) == 0) {
        close_file(face);
        return false;
    }
    face->font = hb_font_create(face->face); /* its scale is the units per em */
    return true;
}

/* The number after "#" in the path picks a face of a collection. */
static bool open_below_folders(struct font_set *set, struct font_face *face)
{
    const char *mark = strrchr(face->path, '#');
    size_t len = mark ? (size_t)(mark - face->path) : strlen(face->path);
    unsigned index = mark ? (unsigned)strtoul(mark + 1, NULL, 10) : 0;
    for (size_t i = 0; i < FONT_FOLDERS; i++) {
        char *path = arena_format(&set->arena, "%s%.*s", folders[i], (int)len, face->path);
        if (map_file(set, path, face) && open_face(face, index)) {
            face->path = path;
            return true;
        }
    }
    return false;
}

/* Tells the inputs, once for a leaflet, of a face that is open since an earlier one. */
static void note_face(struct font_set *set, struct font_face *face)
{
    for (unsigned i = 0; i < face->tried_count; i++)
        inputs_note(set->inputs, &face->tried[i]);
    face->leaflet = set->leaflet;
}

struct font_face *font_face_open(struct font_set *set, uint16_t number)
{
    if (number >= set->face_count)
        return NULL;
    struct font_face *face = &set->faces[number];
    if (face->state == FACE_CLOSED)
        face->state = open_below_folders(set, face) ? FACE_OPEN : FACE_MISSING;
    else if (face->leaflet != set->leaflet)
        note_face(set, face);
    return face->state == FACE_OPEN ? face : NULL;
}

const char *font_set_missing_package(struct font_set *set)
{
    uint16_t regular = set->families[0].faces[FONT_REGULAR];
    return font_face_open(set, regular) ? NULL : set->faces[regular].package;
}

static unsigned big_endian(const char *bytes, unsigned len)
{
    unsigned value = 0;
    for (unsigned i = 0; i < len; i++)
        value = value << 8 | (unsigned char)bytes[i];
    return value;
}

static unsigned table_length(const struct font_face *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face->face, tag);
    unsigned len = hb_blob_get_length(table);
    hb_blob_destroy(table);
    return len;
}

/* OS/2 fsType 2, "restricted licence embedding": ISO 19005-2, 6.2.11.4.1 allows only fonts that may
 * be embedded. */
static bool forbids_embedding(const struct font_face *face)
{
    hb_blob_t *table = hb_face_reference_table(face->face, HB_TAG('O', 'S', '/', '2'));
    unsigned len;
    const char *bytes = hb_blob_get_data(table, &len);
    bool forbids = len >= 10 && (big_endian(bytes + 8, 2) & 0xf) == 2;
    hb_blob_destroy(table);
    return forbids;
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
    unsigned magic = bytes.len >= 4 ? big_endian(bytes.ptr, 4) : 0;
    if (magic == HB_TAG('w', 'O', 'F', 'F') || magic == HB_TAG('w', 'O', 'F', '2'))
        return "it is a web font (WOFF): give its TrueType or OpenType file";
    if (magic == HB_TAG('t', 't', 'c', 'f'))
        return "it is a font collection: give a file with one face";
    if (magic != 0x00010000 && magic != HB_TAG('O', 'T', 'T', 'O') &&
        magic != HB_TAG('t', 'r', 'u', 'e'))
        return "it is not a TrueType or OpenType font";
    return NULL;
}

/* NULL, or why the file cannot be a face for text; then the face is closed. */
static const char *open_theme_face(struct font_set *set, const char *path, struct font_face *face)
{
    if (!map_file(set, path, face))
        return "the font file cannot be read";
    const char *reason = wrong_kind(face->map.bytes);
    if (!reason && !open_face(face, 0))
        return "the font file is damaged: it has no glyphs";
    if (reason)
        ;
    else if (table_length(face, HB_TAG('g', 'l', 'y', 'f')) == 0 &&
             table_length(face, HB_TAG('C', 'F', 'F', ' ')) == 0)
        reason = "the font has no TrueType or CFF outlines";
    else if (!has_characters(face))
        reason = "the font has no characters (no usable cmap table)";
    else if (forbids_embedding(face))
        reason = "the font's licence forbids embedding (OS/2 fsType 2)";
    if (reason)
        close_file(face);
    return reason;
}

static bool same_path(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool is_present_theme(const struct font_set *set, const char *const paths[FONT_STYLES])
{
    const struct font_face *faces = &set->faces[set->face_count - FONT_STYLES];
    if (set->has_theme != (paths[FONT_REGULAR] != NULL))
        return false;
    for (int i = 0; i < FONT_STYLES; i++)
        if (!same_path(faces[i].path, paths[i]))
            return false;
    return true;
}

const char *font_set_theme(struct font_set *set, const char *regular, const char *bold,
                           const char *italic, const char *bold_italic, int *wrong)
{
    const char *paths[FONT_STYLES] = {regular, bold, italic, bold_italic};
    struct font_face opened[FONT_STYLES] = {{0}};
    uint16_t first = (uint16_t)(set->face_count - FONT_STYLES);
    if (!regular)
        paths[1] = paths[2] = paths[3] = NULL;
    if (is_present_theme(set, paths)) {
        for (int i = 0; i < FONT_STYLES; i++)
            note_face(set, &set->faces[first + i]);
        return NULL;
    }
    for (int i = 0; i < FONT_STYLES; i++) {
        const char *reason = paths[i] ? open_theme_face(set, paths[i], &opened[i]) : NULL;
        if (reason) {
            if (wrong)
                *wrong = i;
            while (i-- > 0)
                close_file(&opened[i]);
            font_set_theme(set, NULL, NULL, NULL, NULL, NULL); /* not what the leaflet before had */
            return reason;
        }
    }
    font_coverage_clear(set);
    font_shapes_clear(set);
    struct arena former = set->theme_arena;
    set->theme_arena = (struct arena){0};
    set->has_theme = regular != NULL;
    set->theme = (struct font_family){.name = "", .scripts = ""};
    for (int i = 0; i < FONT_STYLES; i++) {
        struct font_face *face = &set->faces[first + i];
        close_file(face);
        *face = opened[i];
        face->state = paths[i] ? FACE_OPEN : FACE_MISSING;
        if (paths[i])
            face->tried[0].path = face->path =
                arena_string(&set->theme_arena, slice_from(paths[i]));
        set->theme.faces[i] = paths[i] ? (uint16_t)(first + i) : (uint16_t)FONT_FACE_NONE;
    }
    arena_free(&former);
    return NULL;
}
