/* The set of faces: the manifest and the theme's own faces. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct font_set;
struct inputs;

/* The built-in manifest is fonts/manifest, which says what its columns mean (a table of C:
 * font/manifest.c). The font folders are searched in this order: /usr/share/fonts/truetype,
 * /usr/share/fonts, /usr/local/share/fonts. The first family is the text family, "Noto Sans Mono"
 * the family of code; every other line is a fallback, in order.
 * The files are opened through the inputs, which are borrowed and told whatever a leaflet uses,
 * also of a face that an earlier one opened. */
struct font_set *font_set_new(struct inputs *inputs);
void font_set_free(struct font_set *set);
/* Lets the files of the manifest be looked for in a folder (borrowed) before those of the system,
 * by their paths or by their names alone. Before the first face is used; NULL: nothing changes. */
void font_set_look_in(struct font_set *set, const char *folder);

/* Why a theme's face cannot be used. */
struct font_refusal {
    int style;          /* whose it is */
    const char *reason; /* "not a TrueType or OpenType font" */
    bool unreadable;    /* the file could not be read, whatever it holds */
};
/* Makes the set use a clinic's own faces for text: absolute paths by style (NULL: none; regular
 * must be there). Replaces an earlier theme family; NULL paths: back to the default. False: one was
 * refused (refusal may be NULL), and the default family is in use. */
bool font_set_theme(struct font_set *set, const char *regular, const char *bold, const char *italic,
                    const char *bold_italic, struct font_refusal *refusal);
/* True when the text face is not installed; *places (in the arena) then says where it was looked
 * for: "/usr/share/fonts/truetype, /usr/share/fonts or /usr/local/share/fonts". */
bool font_set_is_missing(struct font_set *set, struct arena *arena, const char **places);
/* The next file of the system's, from *at (0 at first) on, that this leaflet asked for and that may
 * be a font but cannot be read; false: there is no more. */
bool font_set_trouble(const struct font_set *set, size_t *at, const char **path,
                      const char **reason);
/* A leaflet is done: what the next one uses is told to the inputs anew. Drops the caches that have
 * grown past a fixed size. */
void font_set_trim(struct font_set *set);
