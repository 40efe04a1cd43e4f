#include "check/headings.h"

static bool is_passed_over(const struct node *node)
{
    return node->kind == NODE_NOTE || node->generated;
}

void check_heading_levels(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    int before = 1;
    for (const struct node *at = root; at;
         at = is_passed_over(at) ? node_skip(at, root) : node_next(at, root)) {
        if (at->kind != NODE_HEADING || is_passed_over(at))
            continue;
        int level = at->u.heading.level;
        if (level > before + 1)
            diag_add(diags, DIAG_CODE_HEADING_SKIPPED, at->span,
                     "use the next level: people who listen find their way by the levels",
                     "a heading of level %d follows level %d", level, before);
        before = level;
    }
}
