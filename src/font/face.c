#include "font/face.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

static const char *const folders[FONT_FOLDERS] = {"/usr/share/fonts/truetype/", "/usr/share/fonts/",
                                                  "/usr/local/share/fonts/"};

/* The largest fonts, of all Chinese, Japanese and Korean characters, have 20 MB, and the system's
 * collections of them 120; each thread has a copy of the content's. */
#define CONTENT_LIMIT ((size_t)64 * 1024 * 1024)
#define SYSTEM_LIMIT  ((size_t)256 * 1024 * 1024)

void font_face_close(struct font_face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->face);
    hb_blob_destroy(face->blob);
    file_unmap(&face->map);
    face->font = NULL;
    face->face = NULL;
    face->blob = NULL;
}

enum status font_face_map(struct font_set *set, const char *path, enum file_owner owner,
                          struct font_face *face, const char **reason)
{
    const struct input *input;
    size_t limit = owner == FILE_OF_CONTENT ? CONTENT_LIMIT : SYSTEM_LIMIT;
    enum status status = inputs_map(set->inputs, path, owner, limit, &face->map, &input, reason);
    face->leaflet = set->leaflet;
    if (!face->tried)
        face->tried = ARENA_ARRAY(&set->arena, FONT_PLACES, struct input);
    face->tried[face->tried_count] = *input;
    face->tried[face->tried_count++].path = path;
    if (status != STATUS_OK)
        return status;
    face->blob = hb_blob_create(face->map.bytes.ptr, (unsigned)face->map.bytes.len,
                                HB_MEMORY_MODE_READONLY, NULL, NULL);
    return STATUS_OK;
}

bool font_face_load(struct font_face *face, unsigned index)
{
    face->face = hb_face_create(face->blob, index);
    hb_face_make_immutable(face->face);
    if (hb_face_get_glyph_count(face->face) == 0) {
        font_face_close(face);
        return false;
    }
    face->font = hb_font_create(face->face); /* its scale is the units per em */
    return true;
}

bool font_face_read(const struct font_face *face, const char tag[5], unsigned at, uint8_t *bytes,
                    unsigned len)
{
    unsigned table_len;
    hb_blob_t *table = hb_face_reference_table(face->face, hb_tag_from_string(tag, 4));
    const char *start = hb_blob_get_data(table, &table_len);
    bool whole = at + len <= table_len;
    if (whole)
        memcpy(bytes, start + at, len);
    hb_blob_destroy(table);
    return whole;
}

/* The number after "#" in the path picks a face of a collection. In a folder of the user's the file
 * may also lie without the folder of its package. */
static bool open_below_folders(struct font_set *set, struct font_face *face)
{
    const char *mark = strrchr(face->path, '#');
    size_t len = mark ? (size_t)(mark - face->path) : strlen(face->path);
    unsigned index = mark ? (unsigned)strtoul(mark + 1, NULL, 10) : 0;
    const char *name = file_name(face->path), *reason = NULL;
    size_t before = (size_t)(name - face->path);
    for (size_t i = 0; i < FONT_PLACES; i++) {
        char *path;
        if (i >= 2)
            path = arena_format(&set->arena, "%s%.*s", folders[i - 2], (int)len, face->path);
        else if (set->folder)
            path = arena_format(&set->arena, "%s/%.*s", set->folder, (int)(i ? len - before : len),
                                i ? name : face->path);
        else
            continue;
        enum file_owner owner = i < 2 ? FILE_OF_CONTENT : FILE_OF_SYSTEM;
        if (font_face_map(set, path, owner, face, &reason) == STATUS_OK &&
            font_face_load(face, index)) {
            face->path = path;
            return true;
        }
        if (reason) { /* another in its place might look different */
            face->path = path;
            face->trouble = arena_string(&set->arena, slice_from(reason));
            return false;
        }
    }
    return false;
}

const char *font_face_places(const struct font_set *set, struct arena *arena)
{
    struct buf out = {0};
    if (set->folder)
        buf_format(&out, "%s, ", set->folder);
    for (size_t i = 0; i < FONT_FOLDERS; i++) {
        const char *between = i == 0 ? "" : i + 1 < FONT_FOLDERS ? ", " : " or ";
        buf_format(&out, "%s%.*s", between, (int)strlen(folders[i]) - 1, folders[i]);
    }
    return buf_keep(&out, arena).ptr;
}

void font_face_note(struct font_set *set, struct font_face *face)
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
        font_face_note(set, face);
    return face->state == FACE_OPEN ? face : NULL;
}
