/* The paper in front matter and settings: its size, and how many pages there may be. Only front/.
 */
#pragma once

#include "read/front/value.h"

/* A name of value_papers, or width and height: 148x210mm (also cm and in). What is larger than a
 * PDF's page may be (ISO 32000-1, Annex C.2: 14,400 units) is diagnosed; what is too small for its
 * text, the style tells. A wrong value leaves *out as it was. */
void value_paper(const struct value *value, struct meta_paper *out);
/* A number of pages, 1 to META_FIT_MOST. */
void value_fit(const struct value *value, struct meta_fit *out);

/* By enum meta_page; NULL: the constant has no name. */
extern const char *const value_papers[META_PAGE_COUNT];
/* What sizes in numbers look like, for the schema. */
#define VALUE_PAPER_PATTERN                                                                        \
    "[0-9]+([.][0-9])? ?(mm|cm|in)? ?[xX\xc3\x97] ?[0-9]+([.][0-9])? ?(mm|cm|in)?"
