/* A document: the tree, its metadata and the arena that owns both. Made by read/ (or by tests with
 * the builder below), freed by its owner with doc_free. Layers 2 and up. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "doc/meta.h"
#include "doc/node.h"

/* The most blocks that hold one another (a list and its item count once), and the most inline nodes
 * that hold one another in a block. A reader sets flat what is nested deeper, and says so; whoever
 * walks the tree recursively relies on it. */
#define DOC_MAX_DEPTH 100u

/* So many more may be put around a node once it is read: an abbreviation, a language, a direction,
 * the boxes of the matter around the text. */
#define DOC_WRAP_DEPTH 8u

struct inputs;
struct names;

/* A comment by which the writer allows what a rule would tell: <!-- leafset-allow CODE: reason -->.
 */
struct doc_allowance {
    struct span span;          /* the comment */
    const char *code, *reason; /* as written, without blanks around; may be empty */
    const struct doc_allowance *next;
};

struct doc {
    struct arena arena;
    const struct source *source;
    uint32_t body;       /* offset in the source at which the text begins, after front matter */
    struct node *root;   /* NODE_DOCUMENT with lang and dir set */
    struct node **nodes; /* [node_count + 1], by id; nodes[0] is NULL */
    uint32_t node_count;
    size_t node_cap;
    struct meta meta;
    const struct doc_allowance *allowances; /* the last first; NULL: none */
    struct inputs *inputs;                  /* borrowed; only read/ asks them, */
    struct names *names; /* and these, which are there while it reads (read/passes/names.h) */
    struct map pictures; /* opened so far, by path (struct picture of read/passes/assets.c) */
};

/* A new empty document with a root; doc_free frees it and everything in its arena. */
struct doc *doc_new(void);
void doc_free(struct doc *doc);

/* Builder. New nodes get the next id. parent may be NULL (attach later with doc_append). */
struct node *doc_add(struct doc *doc, struct node *parent, enum node_kind kind, struct span span);
/* A TEXT node with a copy of text. */
struct node *doc_add_text(struct doc *doc, struct node *parent, struct slice text,
                          struct span span);
/* A detached TEXT node of bytes start to end (> start) of a TEXT node; the bytes are shared, the
 * map is cut to fit. */
struct node *doc_cut_text(struct doc *doc, const struct node *text, size_t start, size_t end);
/* Gives a TEXT node a copy of a map of so many entries, in the arena. */
void doc_set_map(struct doc *doc, struct node *text, const struct text_map *map, size_t count);
void doc_append(struct node *parent, struct node *child);
void doc_insert_after(struct node *before, struct node *child);
void doc_insert_before(struct node *after, struct node *child);
void doc_remove(struct node *node); /* detaches from its parent */
void doc_unwrap(struct node *node); /* the same, and leaves its children in its place */

/* node_next and node_skip for whoever builds the tree and may change what it meets: the next node
 * in pre-order below root, or NULL. The step is taken from where node stands at the call. */
struct node *doc_next(struct node *node, const struct node *root);
struct node *doc_skip(struct node *node, const struct node *root);

/* Renumbers ids in reading order, dropping detached nodes from nodes[]. Call last: afterwards the
 * tree is immutable and a node's id is its place in reading order. */
void doc_seal(struct doc *doc);
