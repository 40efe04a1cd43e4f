/* Captions of tables: paragraphs `Table: ...` right above or right below their table. */
#pragma once

#include "read/markdown/reader.h"

/* A paragraph, whose content is in: if it is a caption, it waits for what follows it. */
void md_caption_take(struct md_reader *r, struct node *paragraph);
/* The caption that waits (if one does) met a new table, which is empty yet, or something else
 * (NULL): it goes into the table below or above it. Between two it may mean either: an error,
 * unless it touches one alone, without an empty line. */
void md_caption_meet(struct md_reader *r, struct node *table);
