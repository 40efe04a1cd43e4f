/* Description lists of HTML (`<dl>`), once all they hold is read. */
#pragma once

#include "read/markdown/reader.h"

/* Makes entries of the TERMs and DESCRIPTIONs that a DESCRIPTION_LIST holds one after the other:
 * several of a kind become one. Where one has no other to belong to, all become paragraphs, which
 * is told. */
void md_html_descriptions_finish(struct md_reader *r, struct node *list);
