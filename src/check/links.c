#include "check/links.h"

void check_link_words(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root))
        if (at->kind == NODE_LINK && at->u.link.wordless)
            diag_add(diags, DIAG_CODE_LINK_EMPTY, at->span,
                     "write between the brackets what the link leads to", "this link has no words");
}
