/* The stack of open constructs. Only read/markdown/ includes it. */
#ifndef READ_MARKDOWN_STACK_H
#define READ_MARKDOWN_STACK_H

#include "read/markdown/reader.h"

struct md_entry *md_top(struct md_stack *stack);
/* Opens an entry; it is valid until the next. */
struct md_entry *md_push(struct md_stack *stack, enum md_opener opener, enum node_kind kind,
                         struct node *node, bool own);
/* Whatever is open and has no start yet begins at `at`. */
void md_stack_start(struct md_stack *stack, uint32_t at);
/* How many entries lie below and at the innermost leaf; 0: none is open. */
size_t md_leaf_level(const struct md_stack *stack);

#endif
