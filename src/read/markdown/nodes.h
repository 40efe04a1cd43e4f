/* Opens and closes nodes for what stands in the text, and puts its words where they belong: into
 * the tree, or into the description of the picture that is open. */
#pragma once

#include "read/markdown/reader.h"

/* ---- the stack of what is open */

struct md_entry *md_top(struct md_reader *r);
/* The language where the next words stand; NULL: none is known. */
const char *md_language(const struct md_reader *r);
/* Opens an entry; it is valid until the next. */
struct md_entry *md_push(struct md_reader *r, enum md_opener opener, enum node_kind kind,
                         struct node *node, bool own);
/* A tag says the language (NULL: none) and direction of what it holds: its own node gets them, else
 * the blocks that are pushed above it. */
void md_speak(struct md_entry *entry, const char *lang, enum node_direction dir);
/* Whatever is open and has no start yet begins at `at`. */
void md_stack_start(struct md_reader *r, uint32_t at);
/* How many entries lie below and at the innermost block of md4c's. */
size_t md_base_level(const struct md_reader *r);
/* Says, once, that more is nested than can be set. */
void md_deep_report(struct md_reader *r, uint32_t at);
/* How many entries lie below and at the innermost leaf; 0: none is open. */
size_t md_leaf_level(const struct md_reader *r);

/* ---- words: they gather in r->text until something else comes */

/* Bytes that stand for so many source bytes at an offset. */
void md_put_bytes(struct md_reader *r, struct slice bytes, uint32_t source, uint32_t len);
/* Bytes start to end of the copy, as they are in the source. */
void md_put_range(struct md_reader *r, uint32_t start, uint32_t end);
/* The character of an entity `&…;` that stands at a source offset; diagnosed and put as it stands
 * when it has none. */
void md_put_entity(struct md_reader *r, struct slice entity, uint32_t source);
/* Makes a TEXT node of what has gathered. */
void md_flush_text(struct md_reader *r);

/* ---- nodes */

/* True when nothing may be nested deeper (diagnosed, for what stands at `at`). */
bool md_too_deep(struct md_reader *r, uint32_t at);
/* Opens a block in the present one. */
struct md_entry *md_open_block(struct md_reader *r, enum node_kind kind);
/* Opens an inline node in the present parent; at: its first byte. Where it may not stand it gets
 * no node of its own. The entry is valid until the next. */
struct md_entry *md_open_inline(struct md_reader *r, enum md_opener opener, enum node_kind kind,
                                uint32_t at);
/* Opens a block that holds inline content. */
struct md_entry *md_open_leaf(struct md_reader *r, enum md_opener opener, enum node_kind kind);
/* A picture; alt NULL: nothing says what it shows. Returns its node. */
struct node *md_add_picture(struct md_reader *r, const struct md_target *target, const char *alt,
                            int32_t width, struct span span);
/* Closes the topmost entry; its node ends at the cursor. */
void md_close(struct md_reader *r);
/* The span of an entry that ends at the cursor. */
struct span md_entry_span(struct md_reader *r, const struct md_entry *entry);
/* The link that is open, or NULL: links do not nest. */
struct node *md_link_around(const struct md_reader *r);
