/* A content document in the making, and what its kinds of nodes write alike. Used within epub/
 * only. */
#pragma once

#include "base/hash.h"
#include "epub/markup.h"
#include "epub/publication.h"
#include "epub/table.h"

/* The tree is walked without recursion: `open` starts a node's elements, `shut` ends as many as it
 * started (kept by depth). */
struct part_writer {
    struct epub *epub;
    struct markup *markup;
    uint32_t part;
    uint32_t page;   /* index of the next page mark to write */
    uint8_t *opened; /* elements that the node at each depth started */
    size_t depth, cap;
    struct epub_table table;    /* the last that was started */
    const struct node *heading; /* the last that was started, or NULL */
    struct map regions;         /* names of tables that scroll: how many have it */
};

/* Starts an element that ends with the node at hand. */
void part_start(struct part_writer *w, const char *name);

/* The same for a node, with class (or NULL) and the node's language. */
void part_start_for(struct part_writer *w, const struct node *node, const char *name,
                    const char *class);

/* The attributes lang, xml:lang and dir of the element that was started for a node. */
void epub_put_language(struct markup *m, const struct node *node);

/* "#id" in this content document, "leaflet-2.xhtml#id" in another, for a node and its id. */
const char *part_href(struct part_writer *w, const struct node *target, const char *id);

/* Decimal; in the arena. */
const char *part_number(struct part_writer *w, uint32_t number);
