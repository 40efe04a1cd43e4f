/* Text that grows out of md4c's pieces. Most texts are a run of source bytes: they are not copied
 * at all; a changed byte (an entity, a line end that became a space) makes a copy with a map. */
#pragma once

#include "base/buf.h"
#include "doc/doc.h"
#include "read/markdown/copy.h"

/* Start with {.source = the whole source}; its owner frees it with md_text_free. */
struct md_text {
    struct slice source;
    bool any;
    bool direct;         /* equal to source bytes start to end */
    uint32_t start, end; /* source bytes covered */
    uint32_t next;       /* source offset that the next byte corresponds to without a map entry */
    struct buf bytes;    /* when not direct */
    struct text_map *map;
    size_t map_count, map_cap;
};

/* Appends bytes that stand for so many source bytes at an offset. */
void md_text_put(struct md_text *text, struct slice bytes, uint32_t source, uint32_t source_len);
/* Appends the bytes start to end of the copy as they are in the source. */
void md_text_put_range(struct md_text *text, struct md_copy *copy, uint32_t start, uint32_t end);
/* Appends the bytes start to end of another text, places kept. */
void md_text_put_part(struct md_text *text, const struct md_text *from, size_t start, size_t end);
void md_text_clear(struct md_text *text);
void md_text_free(struct md_text *text);
/* The bytes gathered; borrowed until the text changes. */
struct slice md_text_slice(const struct md_text *text);
/* Bytes start to end of the copy as they are in the source: a slice of it, or in the arena. */
struct slice md_text_of_range(struct md_copy *copy, uint32_t start, uint32_t end,
                              struct arena *arena);
/* The source offset of byte pos of the text. */
uint32_t md_text_source(const struct md_text *text, size_t pos);
/* Gives a TEXT node the bytes gathered and their map, in the document's arena. */
void md_text_give(const struct md_text *text, struct doc *doc, struct node *node);

/* Takes count bytes off the front, or off the end, of a TEXT node. */
void md_text_trim(struct doc *doc, struct node *node, size_t front, size_t back);
/* The same; a node of which nothing would be left is removed: false. */
bool md_text_strip(struct doc *doc, struct node *node, size_t front, size_t back);
