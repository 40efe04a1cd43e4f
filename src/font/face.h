/* What a set of faces holds, and opening the files of faces. Within font/ only. */
#pragma once

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/inputs.h"

#define FONT_FOLDERS 3u /* of the system */
#define FONT_PLACES  (FONT_FOLDERS + 2u)

enum face_state { FACE_CLOSED, FACE_OPEN, FACE_MISSING };

struct font_face {
    const char *family, *package, *path; /* path below a font folder, or absolute */
    enum face_state state;
    struct file_map map;
    struct input *tried; /* where it was looked for; the last is its file */
    unsigned tried_count;
    const char *trouble; /* why a file that may be it cannot be read; NULL: none was met */
    unsigned leaflet;    /* the last for which the inputs were told of it */
    hb_blob_t *blob;
    hb_face_t *face;
    hb_font_t *font;
    struct font_metrics *metrics; /* NULL until asked for */
};

#define FONT_STYLES 4 /* of a family: FONT_BOLD and FONT_ITALIC in any combination */

/* Lines of the manifest with one family name, or the theme's faces. */
struct font_family {
    const char *name, *scripts, *languages;
    unsigned preference;         /* of the languages that take it first, from 1; 0: none does */
    uint16_t faces[FONT_STYLES]; /* FONT_FACE_NONE where there is none */
};

/* More than the families that some languages prefer. */
#define FONT_PREFERENCES 8u

#define PLANE         0x10000u
#define COVERAGE_PAGE 256u

/* Faces by code point for one style, filled as they are asked for. */
struct font_coverage {
    uint16_t **planes[0x110000 / PLANE]; /* of [PLANE / COVERAGE_PAGE] pages each */
};

struct shape_cache {
    struct arena arena; /* glyphs and keys */
    size_t bytes;       /* taken from the arena */
    struct shape_entry *entries;
    size_t count, cap;
};

/* A pair of script and language that was shaped with. */
struct font_locale {
    char script[5];
    const char *lang;
    hb_script_t hb_script;
    hb_language_t hb_lang;
};

struct font_set {
    struct inputs *inputs; /* borrowed */
    const char *folder;    /* that is searched first; NULL: only those of the system */
    unsigned leaflet;      /* from 1 */
    struct arena arena;    /* the manifest's strings, coverage pages and clusters */
    struct arena theme_arena;
    struct font_face *faces;
    uint32_t face_count; /* the theme's four are the last */
    struct font_family *families;
    uint32_t family_count;
    struct font_family theme;
    struct input theme_tried[FONT_STYLES];
    bool has_theme;
    unsigned themes; /* how often its faces have become others */
    uint32_t mono_family;
    struct arena coverage_arena;
    struct font_coverage *coverage[FONT_PREFERENCES][8]; /* and by style; NULL until used */
    struct map clusters;                                 /* (preference, style, cluster) to face */
    unsigned preference_count;
    char asked_language[24]; /* the last whose preference was asked for */
    unsigned asked_preference;
    struct shape_cache shapes;
    struct font_locale *locales;
    size_t locale_count, locale_cap;
    size_t last_locale;
    hb_buffer_t *buffer;
};

/* Opens the face if need be; NULL when its file is not there or is no font. */
struct font_face *font_face_open(struct font_set *set, uint16_t face);
/* The same, quick for a face that is open and noted, as it is for all words but the first. */
static inline struct font_face *font_face_get(struct font_set *set, uint16_t number)
{
    struct font_face *face = number < set->face_count ? &set->faces[number] : NULL;
    bool ready = face && face->state == FACE_OPEN && face->leaflet == set->leaflet;
    return ready ? face : font_face_open(set, number);
}
/* The folders that faces are looked for in, for a message; in the arena. */
const char *font_face_places(const struct font_set *set, struct arena *arena);
/* Reads a file for a face; of one of the system's only the tables that are used. path must outlive
 * the face, which the caller closes. The reason is NULL where there is no such file. */
enum status font_face_map(struct font_set *set, const char *path, enum file_owner owner,
                          struct font_face *face, const char **reason);
/* Makes a face of the mapped file, the index-th of a collection; false: it has no glyphs, and is
 * closed. */
bool font_face_load(struct font_face *face, unsigned index);
void font_face_close(struct font_face *face);
/* Copies len bytes from at on of a table of an open face; false when it has no such bytes. */
bool font_face_read(const struct font_face *face, const char tag[5], unsigned at, uint8_t *bytes,
                    unsigned len);
/* Tells the inputs, once for a leaflet, of a face that is open since an earlier one. */
void font_face_note(struct font_set *set, struct font_face *face);
