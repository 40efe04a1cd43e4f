/* Where the links of the finished tree lead, and its pictures of Markdown. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

struct leaflet_finder;

/* Links to pages of a website, "/x" and relative ones that lead to no file here: with the setting
 * `site` (and, for relative ones, `site_pages`) their address becomes whole, without it they lead
 * nowhere, which check/ tells. Called after read_leaflets, before the addresses are put on paper.
 */
void read_sites(struct doc *doc, const char *folder, const struct leaflet_finder *finder);

/* Gives headings unique anchors (headings.h) and resolves "#anchor" links to them, encodes whole
 * addresses, opens pictures; diagnoses links that lead nowhere: no such heading, no file at the
 * relative path, no usable address. Called after the tree is complete, before doc_seal. */
void read_links(struct doc *doc, const char *folder, const struct leaflet_finder *finder,
                struct diag_list *diags);

/* A link that shows its own address, whole or without its scheme: it holds no words. */
bool read_is_bare_link(const struct node *node);
