/* Markdown to tree, by md4c. read/read.c only; the other headers of this folder are its own, from
 * scan.h (steps through text) over reader.h (the state) and nodes.h up to markdown.c, which md4c
 * calls. */
#pragma once

#include "doc/doc.h"

/* The body from offset to the end of doc->source as blocks below doc->root. The title heading
 * stays where it stands. */
void read_markdown(struct doc *doc, uint32_t offset, struct diag_list *diags);
