/* Tags and comments in raw HTML (CommonMark 0.30, 6.6). Pure functions of a slice. Only
 * read/markdown/ includes it. */
#ifndef READ_MARKDOWN_HTML_TOKEN_H
#define READ_MARKDOWN_HTML_TOKEN_H

#include "read/markdown/scan.h"

/* Bytes start to end of the HTML. */
struct md_token {
    uint32_t start, end;
    struct slice name; /* of a tag; empty: a comment */
    bool closing;
};

/* The tag or comment that starts at `at` (a '<'); false: none does. *open: a comment before had no
 * end, so this one has none either. */
bool md_token_read(struct slice html, uint32_t at, bool *open, struct md_token *out);

/* A width as it may stand in a tag: 120, 120px, 90pt, 32mm, 3.2cm in 1/1024 pt, 50% as -50. False:
 * it is none. */
bool md_width_read(const char *value, int32_t *width);

#endif
