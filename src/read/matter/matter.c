#include "read/matter/matter.h"

#include "read/matter/about.h"
#include "read/matter/captions.h"
#include "read/matter/contact.h"
#include "read/matter/masthead.h"
#include "read/matter/title.h"
#include "read/matter/web_addresses.h"

/* Puts node behind *last (NULL: first of the root) and moves *last on. */
static void put_next(struct doc *doc, struct node **last, struct node *node)
{
    if (*last)
        doc_insert_after(*last, node);
    else if (doc->root->first)
        doc_insert_before(doc->root->first, node);
    else
        doc_append(doc->root, node);
    *last = node;
}

void read_matter(struct doc *doc, const char *title_hint, struct diag_list *diags)
{
    struct matter matter = {doc, diags, doc->root->dir == NODE_DIR_RTL};
    struct node *last = NULL;
    struct node *title = matter_title(&matter, title_hint);
    put_next(doc, &last, matter_masthead(&matter));
    if (title)
        put_next(doc, &last, title);
    if (doc->meta.subtitle.value)
        put_next(doc, &last, matter_block(&matter, NODE_SUBTITLE, &doc->meta.subtitle));
    if (doc->meta.summary.value) {
        put_next(doc, &last, matter_block(&matter, NODE_LEAD, &doc->meta.summary));
        doc->meta.summary.value =
            arena_string(&doc->arena, node_text(last, NODE_MEDIA_ALL, &doc->arena));
    }
    matter_captions(&matter);
    matter_contact(&matter);
    struct node *body_end = doc->root->last;
    matter_about(&matter);
    matter_addresses(&matter, body_end->next);
}
