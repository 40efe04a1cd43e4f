#include "check/boxes.h"

static bool has_own_label(const struct node *callout)
{
    const struct node *label = callout->first;
    for (const struct node *at = label; at; at = node_next(at, label))
        if (!at->generated && at != label)
            return true;
    return false;
}

static bool has_list(const struct node *callout)
{
    const struct node *child = callout->first;
    while (child && child->kind != NODE_LIST)
        child = child->next;
    return child != NULL;
}

void check_boxes(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (at->kind != NODE_CALLOUT || at->generated)
            continue;
        enum callout_kind kind = at->u.callout.kind;
        bool lists = kind == CALLOUT_DO || kind == CALLOUT_DONT;
        if (at->first == at->last && !has_own_label(at))
            diag_add(diags, DIAG_CODE_CALLOUT_EMPTY, at->span,
                     "write its words below it, each line with > before it, or delete it",
                     "this box is empty");
        else if (lists && !has_list(at))
            diag_add(diags, DIAG_CODE_CALLOUT_UNLISTED, at->span,
                     "write > - before each line of it",
                     "this box holds no list: nothing in it gets a %s",
                     kind == CALLOUT_DO ? "tick" : "cross");
    }
}
