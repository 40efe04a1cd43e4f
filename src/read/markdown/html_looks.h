/* HTML that says only how things look: it is left out, and told once for a leaflet. */
#pragma once

#include "read/markdown/reader.h"

/* A name such as "<center>" or "style=", in the arena or constant, met at span. */
void md_looks_add(struct md_reader *r, const char *name, struct span span);
/* Once all is read: names what was left out. */
void md_looks_report(struct md_reader *r);

/* What a style makes of the words that it is for: one kind of mark that the tree has, or
 * NODE_SPAN: none. plain: it says that they are neither strong nor slanted. page_before,
 * page_after: a new page begins there. */
struct md_style {
    enum node_kind kind;
    bool plain, page_before, page_after;
};
struct md_style md_style_read(struct slice style);
