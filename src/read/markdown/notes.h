/* Footnotes: references become nodes as they are read; at the end the notes are numbered by first
 * reference and put after the top-level block that holds it. */
#pragma once

#include "read/markdown/reader.h"

/* Makes the nodes of the notes, detached, before anything refers to them. */
void md_notes_begin(struct md_reader *r);
/* A reference `[^label]`, length len, at copy position `at`: a node, or text if undefined. */
void md_note_ref(struct md_reader *r, uint32_t at, uint32_t len);
/* Numbers the notes and puts them into the tree. */
void md_notes_place(struct md_reader *r);
