/* What libxml2's HTML parser is asked for, and it alone: the character of an entity, the attributes
 * of a tag. Only read/markdown/ includes it. */
#ifndef READ_MARKDOWN_HTML_PARSER_H
#define READ_MARKDOWN_HTML_PARSER_H

#include "base/arena.h"

/* The character of an entity `&…;` as UTF-8 in out, its length returned; 0: unknown, or a character
 * that may not stand in a leaflet (then *forbidden). */
size_t md_entity_decode(struct slice entity, char out[8], bool *forbidden);

/* The attributes of one tag, in the arena; NULL: absent. */
struct md_attributes {
    const char *lang, *dir, *title, *src, *alt, *width;
    const char *other; /* one that is not honoured */
};

/* Reads a whole tag `<…>`; of one longer than MD_MAX_TAG there are none. */
void md_attributes_read(struct arena *arena, struct slice tag, struct md_attributes *out);

#endif
