/* Callouts: a quote that begins with `[!KIND]`, as GitHub writes them. Only read/markdown/ includes
 * it. */
#ifndef READ_MARKDOWN_CALLOUT_H
#define READ_MARKDOWN_CALLOUT_H

#include "read/markdown/reader.h"

/* If the open paragraph begins a quote with `[!KIND]`, makes the quote a callout, and the
 * paragraph's line so far its label. The entry's node is then a new paragraph. */
void md_callout_begin(struct md_reader *r, struct md_entry *entry);

#endif
