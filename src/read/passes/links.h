/* Links inside the leaflet, to files beside it and to addresses. Only read/. */
#ifndef READ_PASSES_LINKS_H
#define READ_PASSES_LINKS_H

#include "base/diag.h"
#include "doc/doc.h"

/* Resolves "#anchor" links to headings (GitHub's slug rules), gives headings unique anchors,
 * diagnoses broken internal links and relative links to files that do not exist. Called after the
 * tree is complete, before doc_seal. */
void read_links(struct doc *doc, const char *folder, struct diag_list *diags);

/* A link that shows its own address, whole or without its scheme: it holds no words. */
bool read_is_bare_link(const struct node *node);

#endif
