/* The names of other leaflets, for those who cannot follow the links to them. Only matter/. */
#pragma once

#include "read/matter/wording.h"

/* Puts the title and the reference of the link's leaflet, "Fasting before surgery, SK-020", below
 * parent. */
void leaflet_name_put(struct doc *doc, struct node *parent, const struct node *link);

/* The same in brackets, detached, without what the words of the link, or a reference behind it, say
 * already; only media shows it. NULL: they say all. */
struct node *leaflet_name_rest(struct doc *doc, const struct node *link, enum node_media media);
