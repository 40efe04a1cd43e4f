#include "font/face.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char *const folders[] = {"/usr/share/fonts/truetype/", "/usr/share/fonts/",
                                      "/usr/local/share/fonts/"};

void font_file_close(struct font_face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->face);
    hb_blob_destroy(face->blob);
    face->font = NULL;
    face->face = NULL;
    face->blob = NULL;
}

/* The number after "#" picks a face of a collection. HarfBuzz maps the file: only the tables that
 * are used are read. */
bool font_file_open(const char *path, struct font_face *face)
{
    const char *mark = strrchr(path, '#');
    size_t len = mark ? (size_t)(mark - path) : strlen(path);
    char *file = mem_alloc(len + 1);
    memcpy(file, path, len);
    file[len] = '\0';
    face->blob = hb_blob_create_from_file_or_fail(file);
    mem_free(file);
    if (!face->blob)
        return false;
    face->face = hb_face_create(face->blob, mark ? (unsigned)strtoul(mark + 1, NULL, 10) : 0);
    hb_face_make_immutable(face->face);
    if (hb_face_get_glyph_count(face->face) == 0) {
        font_file_close(face);
        return false;
    }
    face->font = hb_font_create(face->face); /* its scale is the units per em */
    return true;
}

static bool open_below_folders(struct font_set *set, struct font_face *face)
{
    if (face->path[0] == '/')
        return font_file_open(face->path, face);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct arena_mark mark = arena_mark_get(&set->arena);
        char *path = arena_format(&set->arena, "%s%s", folders[i], face->path);
        if (font_file_open(path, face)) {
            face->path = path;
            return true;
        }
        arena_reset(&set->arena, mark);
    }
    return false;
}

struct font_face *font_face_open(struct font_set *set, uint16_t number)
{
    if (number >= set->face_count)
        return NULL;
    struct font_face *face = &set->faces[number];
    if (face->state == FACE_CLOSED)
        face->state = open_below_folders(set, face) ? FACE_OPEN : FACE_MISSING;
    return face->state == FACE_OPEN ? face : NULL;
}
