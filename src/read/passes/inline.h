/* Words that come without markup: from plain articles, front matter and settings. Only read/. */
#ifndef READ_PASSES_INLINE_H
#define READ_PASSES_INLINE_H

#include "doc/doc.h"

/* A text and the source bytes it came from: map as in struct node; source NULL: from nowhere. */
struct inline_text {
    struct slice text;
    const struct source *source;
    const struct text_map *map;
    uint32_t map_count;
};

/* The text of a value of front matter or settings, with a map over quotes and folded lines. */
struct inline_text inline_from_meta(struct doc *doc, const struct meta_text *value);

/* Puts bytes from to end (not including) as one TEXT below parent. */
struct node *inline_put(struct doc *doc, struct node *parent, const struct inline_text *text,
                        size_t from, size_t end);

/* The same for the whole text, with web and e-mail addresses as links. */
void inline_put_linked(struct doc *doc, struct node *parent, const struct inline_text *text);

#endif
