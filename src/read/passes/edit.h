/* Changes to the texts of a document that stay true to its source. Only passes/. */
#pragma once

#include "doc/doc.h"

/* Bytes at to at + len of a TEXT node, and what stands in their place. */
struct text_edit {
    struct node *node;
    uint32_t at, len;
    const char *with; /* NULL: left as typed */
};

/* Writes each text that changes anew, in the arena, with its map. The edits of one node stand side
 * by side, in the order of its text. A node that becomes empty goes, unless it is the first below
 * its parent. */
void edit_texts(struct doc *doc, const struct text_edit *edits, size_t count);
