/* A small tree over libyaml's events, by the failsafe schema (YAML 1.2, 10.1): mappings, lists and
 * text, nothing else; `no`, `1.10` and `0123` stay what they are. Nodes live in the arena given to
 * yaml_read and point at the source with their spans. Only read/ includes it. */
#pragma once

#include "base/diag.h"

/* Limits: an alias stands for all that it repeats. */
#define YAML_MAX_DEPTH 16u
#define YAML_MAX_NODES 10000u

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_kind kind;
    struct span span; /* the value; of an alias: the alias */
    const char *text; /* YAML_TEXT: NUL-terminated, "" when nothing was written */
    const char *key;  /* in a map: its key */
    struct span key_span;
    struct yaml_node *first; /* children, in the order written */
    struct yaml_node *next;
    uint32_t weight; /* nodes in this subtree, aliases counted each time */
    uint32_t height; /* 1: no children */
};

/* Reads the one document in bytes start to end of source. True: *root is the document, or NULL
 * when there is none (only blanks and comments). False: it was not YAML, was nested too deep, or
 * its aliases explode; one diagnostic says where. A key that is repeated in a mapping is diagnosed
 * and its first value stands. */
bool yaml_read(const struct source *source, uint32_t start, uint32_t end, struct arena *arena,
               struct diag_list *diags, struct yaml_node **root);

/* The child of a map, or NULL; no other node has one. */
const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

/* "a text", "a list", "a mapping": for messages. */
const char *yaml_kind_name(enum yaml_kind kind);
