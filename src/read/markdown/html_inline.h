/* HTML inside a block: words, and the tags around them. */
#pragma once

#include "read/markdown/html_parser.h"
#include "read/markdown/html_tags.h"
#include "read/markdown/reader.h"

/* Where a tag stands in the source. */
struct span md_token_span(const struct md_reader *r, const struct md_token *token);
/* A tag, in the words of DIAG_CODE_HTML_UNKNOWN: the first line of it, then `what`. */
void md_token_warn(struct md_reader *r, const struct md_token *token, const char *what);
/* The same, and it prints as it stands. */
void md_token_put(struct md_reader *r, const struct md_token *token, const char *what);

/* The value of an attribute dir; INHERIT: it says none. */
enum node_direction md_direction(const char *dir);

/* What is open has no end; a tag that closes has no beginning. */
void md_unclosed_report(struct md_reader *r, const struct md_entry *entry);
void md_unopened_report(struct md_reader *r, const struct md_token *token);

/* Bytes start to end of the HTML, which are words: white space collapsed, entities decoded. */
void md_html_words(struct md_reader *r, uint32_t start, uint32_t end);

/* A tag that stands around words: opens its node. */
void md_html_mark(struct md_reader *r, const struct md_token *token, const struct md_tag *tag,
                  const struct md_attributes *attributes);
/* <br>, <img>; a line end that stands for the tag of a block. */
void md_html_break(struct md_reader *r, const struct md_token *token);
void md_html_image(struct md_reader *r, const struct md_token *token,
                   const struct md_attributes *attributes);
/* A quotation mark for <q> or </q>. */
void md_html_quote(struct md_reader *r, const struct md_token *token);
/* A tag that closes what stands around words. */
void md_html_unmark(struct md_reader *r, const struct md_token *token);
/* Closes what is open above stack entry `level` and stands around words, tags with a warning. */
void md_html_close(struct md_reader *r, size_t level);
