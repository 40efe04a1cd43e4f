/* Blocks that hold inline content: paragraphs, headings, cells. Only read/markdown/ includes it. */
#ifndef READ_MARKDOWN_LEAF_H
#define READ_MARKDOWN_LEAF_H

#include "read/markdown/reader.h"

/* Opens one in the present block. */
struct md_entry *md_open_leaf(struct md_reader *r, enum md_opener opener, enum node_kind kind);
/* Opens the paragraph that md4c does not report, if one is needed here. */
void md_need_leaf(struct md_reader *r);
/* All inline content of the innermost leaf is in; its closing markup may follow. */
void md_settle_leaf(struct md_reader *r);
/* Closes the topmost entry, a leaf that is settled. */
void md_close_leaf(struct md_reader *r);
/* Settles and closes a paragraph. */
void md_close_paragraph(struct md_reader *r);
/* The same, if it is the one that md4c does not report: it ends with the next block. */
void md_close_implied(struct md_reader *r);

#endif
