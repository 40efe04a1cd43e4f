#include "read/markdown/stack.h"

#include "base/mem.h"

struct md_entry *md_top(struct md_stack *stack)
{
    return &stack->entries[stack->depth - 1];
}

struct md_entry *md_push(struct md_stack *stack, enum md_opener opener, enum node_kind kind,
                         struct node *node, bool own)
{
    struct md_entry *entry = MEM_PUSH(stack->entries, stack->depth, stack->cap);
    *entry = (struct md_entry){.opener = opener,
                               .kind = kind,
                               .node = node,
                               .own = own,
                               .start = MD_NOWHERE,
                               .target.href = MD_NOWHERE};
    return entry;
}

void md_stack_start(struct md_stack *stack, uint32_t at)
{
    for (size_t i = stack->depth; i-- > 0 && stack->entries[i].start == MD_NOWHERE;)
        stack->entries[i].start = at;
}

size_t md_leaf_level(const struct md_stack *stack)
{
    for (size_t level = stack->depth; level > 0; level--) {
        const struct md_entry *entry = &stack->entries[level - 1];
        if (entry->leaf || entry->opener == MD_BLOCK)
            return entry->leaf ? level : 0;
    }
    return 0;
}
