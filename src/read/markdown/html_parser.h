/* Pieces of raw HTML: tags and comments (CommonMark 0.30, 6.6), widths, entities, attributes. The
 * last two ask libxml2's HTML parser, and only they. */
#pragma once

#include <stdint.h>

#include "base/arena.h"

/* Bytes start to end of the HTML. */
struct md_token {
    uint32_t start, end;
    struct slice name; /* of a tag; empty: a comment */
    bool closing;
};

/* The tag or comment that starts at `at` (a '<'); false: none does. *open: a comment before had no
 * end, so this one has none either. */
bool md_token_read(struct slice html, uint32_t at, bool *open, struct md_token *out);

/* A width as it may stand in a tag: 120, 120px, 90pt, 32mm, 3.2cm in 1/1024 pt, 50% as -50. False:
 * it is none. */
bool md_width_read(struct slice value, int32_t *width);

/* The character of an entity `&…;` as UTF-8 in out, its length returned; 0: unknown, or a character
 * that may not stand in a leaflet (then *forbidden). */
size_t md_entity_decode(struct slice entity, char out[8], bool *forbidden);

#define MD_LOOKS_OF_TAG 8

/* The attributes of one tag, in the arena; NULL: absent. */
struct md_attributes {
    const char *lang, *dir, *title, *src, *alt, *width, *href;
    const char *style, *start, *value, *type, *colspan, *rowspan;
    const char *looks[MD_LOOKS_OF_TAG]; /* names of those that say how things look */
    uint32_t look_count;
    const char *other; /* one that is not honoured */
    bool bare;         /* one that is unknown has no value: words in angle brackets, a<b and c>d */
};

/* Reads a whole tag `<…>`; of one longer than MD_MAX_TAG there are none. */
void md_attributes_read(struct arena *arena, struct slice tag, struct md_attributes *out);
