/* The syntax of links (CommonMark 0.30, 4.7 and 6.3): where their parts end. Lines inside a quote
 * carry its markers, which are stepped over as blanks. Pure functions of a slice. Only
 * read/markdown/ includes it. */
#ifndef READ_MARKDOWN_LINK_H
#define READ_MARKDOWN_LINK_H

#include "read/markdown/scan.h"

/* A link reference definition: `[label]: href "title"`. */
struct md_link_definition {
    uint32_t start, end;
    struct slice label, href;
    bool has_title;
    bool used; /* some link that is printed has its address */
};

/* A definition at `at` that ends before limit. */
bool md_link_definition(struct slice text, uint32_t at, uint32_t limit,
                        struct md_link_definition *out);
/* `(address "title")` at `at`, inside so many quotes: its end, or MD_NOWHERE. */
uint32_t md_link_inline(struct slice text, uint32_t at, uint32_t quotes);
/* `[label]` at `at`: its end, or MD_NOWHERE. */
uint32_t md_link_label(struct slice text, uint32_t at);

#endif
