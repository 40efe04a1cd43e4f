#include "read/passes/headings.h"

void read_headings(struct doc *doc, struct diag_list *diags)
{
    struct node *next;
    for (struct node *at = doc->root; at; at = next) {
        next = doc_next(at, doc->root);
        if (at->kind != NODE_HEADING || at->first)
            continue;
        diag_add(diags, DIAG_CODE_HEADING_EMPTY, at->span, "write its words or delete it",
                 "this heading is empty");
        doc_remove(at);
    }
}
